//! A voted act that no secretary can sign, since 1 July 2022.

use super::secretaire;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static SANS_SIGNATURE_DU_SECRETAIRE: Regle = Regle {
    code: "FORM-05",
    nom: "sans-signature-du-secretaire",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-23 et R. 2121-9"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, les délibérations sont signées par le maire ou le président \
          et par le ou les secrétaires de séance : un acte voté nomme donc son secrétaire.",
    exemple: Exemple {
        faux: "date = 2026-06-18",
        juste: "date = 2026-06-18\nsecretaires = [\"ESTÈVE\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let message =
        "l’acte voté est signé du secrétaire de séance, et la séance ne dit pas qui c’est";
    secretaire::check(regle, dossier, comptes, message, out);
}
