//! A second sitting less than three days after the one that missed its quorum.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static SECONDE_CONVOCATION_TROP_PROCHE: Regle = Regle {
    code: "QUOR-03",
    nom: "seconde-convocation-trop-proche",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-17"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Quand une première séance n’a pas réuni le quorum, la seconde se tient à trois jours au \
          moins d’intervalle ; l’assemblée y délibère sans condition de quorum, sur le même ordre \
          du jour.",
    exemple: Exemple {
        faux: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-11\nseance_sans_quorum = 2026-03-10",
        juste: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-08\nseance_sans_quorum = 2026-03-06",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let first = seance.convocation.as_ref().and_then(|c| c.seance_sans_quorum);
    let Some(first) = first.filter(|_| affaire::pleniere(dossier)) else { return };
    let days = (seance.date - first).num_days();
    if days < 3 {
        out.push(
            regle
                .constat(
                    Lieu::new("seance.toml", "convocation.seance_sans_quorum"),
                    "la seconde séance se tient à trois jours au moins de celle qui a manqué de quorum",
                )
                .etiquette(format!("séance du {}", date_longue(first)))
                .secondaire(
                    Lieu::new("seance.toml", "date"),
                    format!("seconde séance, le {}", date_longue(seance.date)),
                )
                .aide("sans ces trois jours, le quorum reste exigé"),
        );
    }
}
