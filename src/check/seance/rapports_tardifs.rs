//! Reports sent less than twelve days before the meeting of a département or a region.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static RAPPORTS_TARDIFS: Regle = Regle {
    code: "CONV-06",
    nom: "rapports-tardifs",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::DEPARTEMENTS_ET_REGIONS,
    base: Some("CGCT, art. L. 3121-19 et L. 4132-18"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Le texte dit « douze jours au moins », sans « francs » : le jour de la réunion compte \
         ici. La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "Dans un département ou une région, un rapport sur chaque affaire est adressé aux \
          conseillers douze jours au moins avant la réunion. Le jour de cet envoi est « rapports \
          » ; sans lui, celui de la convocation.",
    exemple: Exemple {
        faux: "date = 2025-12-12\n\n[convocation]\ndate = 2025-11-28\nrapports = 2025-12-04",
        juste: "date = 2025-12-12\n\n[convocation]\ndate = 2025-11-28",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if !affaire::pleniere(dossier) {
        return;
    }
    let seance = &dossier.seance;
    let Some(convocation) = &seance.convocation else {
        if comptes.etat != Etat::Projet {
            out.push(
                regle
                    .constat(
                        Lieu::new("seance.toml", "date"),
                        "l’acte est voté et la séance ne dit pas quand les rapports ont été envoyés",
                    )
                    .etiquette("convocation inconnue")
                    .aide("ajoutez [convocation] avec la date d’envoi"),
            );
        }
        return;
    };
    let (sent, chemin) = match convocation.rapports {
        Some(day) => (day, "convocation.rapports"),
        None => (convocation.date, "convocation.date"),
    };
    // In an emergency the delay is shorter, which was not read.
    let days = (seance.date - sent).num_days();
    if days < 12 && convocation.urgence.is_none() && convocation.seance_sans_quorum.is_none() {
        out.push(
            regle
                .constat(
                    Lieu::new("seance.toml", chemin),
                    format!(
                        "les rapports sont partis {days} jours avant la réunion, il en faut 12"
                    ),
                )
                .etiquette(format!("envoyés le {}", date_longue(sent)))
                .aide("si les rapports sont partis avant la convocation : rapports = 2025-11-28"),
        );
    }
}
