//! Minutes settled before the next sitting, or published more than a week after it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static PROCES_VERBAL_MAL_PUBLIE: Regle = Regle {
    code: "PUBL-10",
    nom: "proces-verbal-mal-publie",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-15 et L. 3121-13"),
    lecture: Lecture::Lu,
    reserve: Some(
        "L. 3121-13 a été lu dans une reprise du code ; pour les régions (L. 4132-12), \
         l’équivalence est citée de mémoire.",
    ),
    doc: "Depuis le 1er juillet 2022, le procès-verbal est arrêté au début de la séance suivante, \
          signé du président et des secrétaires, puis publié dans la semaine.",
    exemple: Exemple {
        faux: "date = 2026-06-18\n\n[suites]\npv_arrete = 2026-09-24\npv_publie = 2026-10-15",
        juste: "date = 2026-06-18\n\n[suites]\npv_arrete = 2026-09-24\npv_publie = 2026-09-28",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    if !affaire::pleniere(dossier) {
        return;
    }
    let lieu = |cle: &str| Lieu::new("seance.toml", format!("suites.{cle}"));
    let settled = seance.suites.pv_arrete;
    if let Some(day) = settled.filter(|d| *d <= seance.date) {
        out.push(
            regle
                .constat(
                    lieu("pv_arrete"),
                    "le procès-verbal est arrêté au début de la séance suivante",
                )
                .etiquette(format!("arrêté le {}", date_longue(day)))
                .secondaire(
                    Lieu::new("seance.toml", "date"),
                    format!("séance du {}", date_longue(seance.date)),
                ),
        );
        return;
    }
    let Some(published) = seance.suites.pv_publie else { return };
    let Some(settled) = settled else {
        out.push(
            regle
                .constat(
                    lieu("pv_publie"),
                    "le procès-verbal est publié une fois arrêté, et rien ne dit quand il l’a été",
                )
                .au_plus(Severite::Avertissement)
                .etiquette("publication")
                .aide("ajoutez pv_arrete, le jour de la séance suivante"),
        );
        return;
    };
    let late = (published - settled).num_days();
    if !(0..=7).contains(&late) {
        out.push(
            regle
                .constat(
                    lieu("pv_publie"),
                    "le procès-verbal est publié dans la semaine où il est arrêté",
                )
                .etiquette(if late < 0 {
                    "avant d’être arrêté".to_owned()
                } else {
                    format!("{late} jours après")
                })
                .secondaire(lieu("pv_arrete"), format!("arrêté le {}", date_longue(settled))),
        );
    }
}
