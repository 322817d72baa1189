//! A summons sent too late in a commune of Alsace or Moselle.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static CONVOCATION_ALSACE_MOSELLE_TARDIVE: Regle = Regle {
    code: "CONV-11",
    nom: "convocation-alsace-moselle-tardive",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES,
    base: Some("CGCT, art. L. 2541-2"),
    lecture: Lecture::Lu2008(false),
    reserve: Some(
        "Texte lu dans le code au 22 février 2008 seulement ; la rédaction actuelle est à \
         vérifier.",
    ),
    doc: "Dans une commune du Bas-Rhin, du Haut-Rhin ou de la Moselle, la convocation est \
          adressée trois jours au moins avant la séance, la veille en cas d’urgence, quelle que \
          soit la population. Le département est lu dans collectivite.toml.",
    exemple: Exemple {
        faux: "# collectivite.toml\ndepartement = \"Bas-Rhin\"\n# seance.toml\ndate = 2026-03-12\n\n[convocation]\ndate = 2026-03-10",
        juste: "# seance.toml\ndate = 2026-03-12\n\n[convocation]\ndate = 2026-03-06",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(convocation) = &seance.convocation else { return };
    if !affaire::alsace_moselle(dossier) || !affaire::pleniere(dossier) {
        return;
    }
    let wanted = if convocation.urgence.is_some() { 1 } else { 3 };
    let days = (seance.date - convocation.date).num_days();
    if days < wanted {
        let message = match wanted {
            1 => "même en urgence, la convocation part la veille de la séance au plus tard"
                .to_owned(),
            _ => format!("la convocation est partie {days} jours avant la séance, il en faut 3"),
        };
        out.push(
            regle
                .constat(Lieu::new("seance.toml", "convocation.date"), message)
                .etiquette(format!("envoyée le {}", date_longue(convocation.date))),
        );
    }
}
