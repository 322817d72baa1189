//! A report of the sitting posted more than eight days after it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static COMPTE_RENDU_TARDIF: Regle = Regle {
    code: "PUBL-08",
    nom: "compte-rendu-tardif",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-25 (ancien)"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "« Sous huitaine » puis « dans un délai d’une semaine », avec une mise en ligne : la \
         succession des rédactions est citée de mémoire.",
    ),
    doc: "Jusqu’au 30 juin 2022, le compte rendu de la séance est affiché sous huitaine.",
    exemple: Exemple {
        faux: "date = 2012-12-07\n\n[suites]\nliste = 2012-12-20",
        juste: "date = 2012-12-07\n\n[suites]\nliste = 2012-12-14",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(day) = seance.suites.liste.filter(|_| affaire::pleniere(dossier)) else { return };
    let late = (day - seance.date).num_days();
    if (0..=8).contains(&late) {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("seance.toml", "suites.liste"),
                "le compte rendu de la séance est affiché dans les huit jours",
            )
            .etiquette(if late < 0 {
                "avant la séance".to_owned()
            } else {
                format!("{late} jours après")
            })
            .secondaire(
                Lieu::new("seance.toml", "date"),
                format!("séance du {}", date_longue(seance.date)),
            )
            .aide("vérifiez la date de liste, dans [suites] ; si elle est juste, rien n’est à corriger : ignorez ce constat en donnant la raison du retard"),
    );
}
