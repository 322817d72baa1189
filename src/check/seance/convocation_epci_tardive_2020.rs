//! A summons of a grouping sent less than five clear days before the sitting, since 1 March 2020.

use super::delai;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static CONVOCATION_EPCI_TARDIVE_2020: Regle = Regle {
    code: "CONV-04",
    nom: "convocation-epci-tardive-2020",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2020, 3, 1),
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-1 et L. 2121-12"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er mars 2020, la convocation de tout groupement est adressée cinq jours \
          francs au moins avant la séance.",
    exemple: Exemple {
        faux: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-08",
        juste: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-06",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    delai::check(regle, dossier, comptes, 5, out);
}
