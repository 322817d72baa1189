//! A printed total of a table, balance of a section or cost that is not the sum of its lines.

use super::ecarts;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, NatureTotal, Severite};

pub(in crate::check) static TOTAL_SECTION_FAUX: Regle = Regle {
    code: "BUDG-06",
    nom: "total-section-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le total d’un tableau, le bilan d’une section (recettes moins dépenses), le coût brut ou le coût net n’est \
          pas la somme de ses lignes. Chaque exercice faux est montré, avec la somme et l’écart.\n\n\
          Quand une seule case d’une ligne explique plusieurs totaux faux, elle est montrée aussi : c’est souvent \
          elle qu’il faut corriger, et non les totaux.\n\n\
          Pour des totaux arrondis (au millier, par exemple), `tolerance = 500` en tête du fichier, ou dans le total, \
          admet l’écart. Sans `montants`, le programme imprime la somme qu’il calcule.",
    exemple: Exemple {
        faux: "# deux lignes de 1 000 €\n[[totaux]]\nnature = \"total-section\"\nsection = \"fonctionnement\"\n\
               sens = \"depense\"\nmontants = [3000]",
        juste: "[[totaux]]\nnature = \"total-section\"\nsection = \"fonctionnement\"\nsens = \"depense\"\n\
                montants = [2000]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let natures = |n: &NatureTotal| {
        matches!(
            n,
            NatureTotal::TotalSection { .. }
                | NatureTotal::Bilan { .. }
                | NatureTotal::CoutBrut
                | NatureTotal::CoutNet
        )
    };
    ecarts::dire(regle, dossier, comptes, natures, out);
}
