//! A voted act that does not say who kept the record, before 1 July 2022.

use super::secretaire;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static SECRETAIRE_ABSENT: Regle = Regle {
    code: "FORM-07",
    nom: "secretaire-absent",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-15"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "L’assemblée nomme un secrétaire au début de chaque séance ; l’acte le mentionne. Depuis \
          le 1er juillet 2022, c’est FORM-05.",
    exemple: Exemple {
        faux: "date = 2012-12-07",
        juste: "date = 2012-12-07\nsecretaires = [\"BOURDIVEL\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let message = "l’acte est voté, et la séance ne dit pas qui en est secrétaire";
    secretaire::check(regle, dossier, comptes, message, out);
}
