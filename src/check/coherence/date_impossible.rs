//! A day that no calendar has.

use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Severite};
use crate::reperage::{DateReperee, dates, dates_en_lettres};

pub(in crate::check) static DATE_IMPOSSIBLE: Regle = Regle {
    code: "COHE-12",
    nom: "date-impossible",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte donne un jour qui n’existe pas : « 31 avril », « 29 février 2026 », « 31/04/2026 », « le trente et \
          un avril deux mille vingt-six ».",
    exemple: Exemple {
        faux: "texte = \"Le tarif s’applique jusqu’au 31 avril 2027.\"",
        juste: "texte = \"Le tarif s’applique jusqu’au 30 avril 2027.\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for ecrit in &textes.releve.ecrits {
        let all = dates(ecrit).into_iter().chain(dates_en_lettres(ecrit));
        for date in all.filter(DateReperee::impossible) {
            let words = ecrit.mots(&date.plage);
            out.push(
                regle
                    .constat(ecrit.lieu_de(&date.plage), format!("le {words} n’existe pas"))
                    .etiquette("jour impossible")
                    .aide("corrigez le jour, le mois ou l’année"),
            );
        }
    }
}
