//! An emergency that leaves no clear day, or that the assembly did not accept.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::{self, Comptes};
use crate::droit;
use crate::model::{Constat, Dossier, Etat, Lieu, Resultat, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static URGENCE_MAL_JUGEE: Regle = Regle {
    code: "CONV-05",
    nom: "urgence-mal-jugee",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-11 et L. 2121-12"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "En cas d’urgence, le délai de convocation peut être abrégé, sans descendre sous un jour \
          franc. L’assemblée en juge dès l’ouverture de la séance : son vote est noté dans \
          [convocation.urgence]. Si elle ne reconnaît pas l’urgence, l’affaire est renvoyée à une \
          autre séance.",
    exemple: Exemple {
        faux: "[convocation]\ndate = 2026-03-10\n\n[convocation.urgence]\nmotif = \"Effondrement d’un mur de l’école\"",
        juste: "[convocation]\ndate = 2026-03-10\n\n[convocation.urgence]\nmotif = \"Effondrement d’un mur de l’école\"\n\n# Tous ceux qui sont là votent pour.\n[convocation.urgence.vote]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(convocation) = &seance.convocation else { return };
    let Some(urgence) = &convocation.urgence else { return };
    if !affaire::pleniere(dossier) || affaire::alsace_moselle(dossier) {
        return;
    }
    if droit::jours_francs(convocation.date, seance.date) < 1 {
        out.push(
            regle
                .constat(
                    Lieu::new("seance.toml", "convocation.date"),
                    "même en urgence, la convocation laisse un jour franc",
                )
                .etiquette(format!("envoyée le {}", date_longue(convocation.date)))
                .aide("convoquez de nouveau l’assemblée, l’avant-veille de la séance au plus tard"),
        );
    }
    if comptes.etat == Etat::Projet {
        return;
    }
    let lieu = |chemin: &str| Lieu::new("seance.toml", chemin);
    let Some(vote) = &urgence.vote else {
        out.push(
            regle
                .constat(
                    lieu("convocation.urgence"),
                    "l’assemblée ne s’est pas prononcée sur l’urgence à l’ouverture de la séance",
                )
                .etiquette("vote sur l’urgence absent")
                .aide("ajoutez [convocation.urgence.vote], avec les voix contre s’il y en a"),
        );
        return;
    };
    let presence = compute::presence::compute(seance, None, None);
    let counted =
        compute::vote::compute(vote, seance, &dossier.collectivite, None, presence.as_ref());
    let known = presence.is_some() || counted.exprimes > 0;
    if known && counted.resultat != Resultat::Adoptee {
        out.push(
            regle
                .constat(
                    lieu("convocation.urgence.vote"),
                    "l’assemblée n’a pas reconnu l’urgence : l’affaire devait être renvoyée à une autre séance",
                )
                .etiquette("urgence refusée"),
        );
    }
}
