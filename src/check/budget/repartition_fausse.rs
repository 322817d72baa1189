//! A printed share of departments that is not the sum of the lines they bear.

use super::ecarts;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, NatureTotal, Severite};

pub(in crate::check) static REPARTITION_FAUSSE: Regle = Regle {
    code: "BUDG-07",
    nom: "repartition-fausse",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "La part d’un ou de plusieurs services, telle qu’elle est imprimée, n’est pas la somme des lignes qu’ils \
          portent (`porteur`, celui de la ligne ou celui du haut du fichier).\n\n\
          Le total d’un service obtenu en retranchant du coût net le total faux d’un autre n’est pas une deuxième \
          erreur : il est signalé avec la première, dont il découle.\n\n\
          Quand les lignes sont peu nombreuses, le programme essaie tous les ensembles de lignes, et dit s’il y en a \
          un qui donne les montants imprimés. L’acte s’imprime tel qu’il est déclaré : rien n’est jamais corrigé en \
          silence.",
    exemple: Exemple {
        faux: "# une ligne de 22 500 € porte porteur = \"RH\"\n[[totaux]]\nnature = \"porteurs\"\n\
               porteurs = [\"RH\"]\nmontants = [23000]",
        juste: "[[totaux]]\nnature = \"porteurs\"\nporteurs = [\"RH\"]\nmontants = [22500]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    ecarts::dire(regle, dossier, comptes, |n| matches!(n, NatureTotal::Porteurs(_)), out);
}
