//! A printed sub-total or balance of an action that is not the sum of its lines.

use super::ecarts;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, NatureTotal, Severite};

pub(in crate::check) static SOUS_TOTAL_FAUX: Regle = Regle {
    code: "BUDG-05",
    nom: "sous-total-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le sous-total d’une action, ou son solde, n’est pas la somme de ses lignes. Chaque exercice faux est \
          montré, avec la somme et l’écart ; une case déclarée vide (`\"\"`) n’affirme rien.\n\n\
          Le sous-total comprend les sous-actions. Le solde est ce que l’action reçoit, moins ce qu’elle dépense.\n\n\
          L’aide propose une piste quand une recherche courte en trouve une : une ligne omise ou comptée deux fois, \
          deux chiffres échangés, le montant d’un autre exercice. Ce n’est qu’une piste. L’acte s’imprime tel qu’il \
          est déclaré : rien n’est jamais corrigé en silence.",
    exemple: Exemple {
        faux: "# deux lignes de 1 000 € pour l’action « pistes »\n[[totaux]]\nnature = \"sous-total\"\n\
               action = \"pistes\"\nsection = \"fonctionnement\"\nmontants = [3000]",
        juste: "[[totaux]]\nnature = \"sous-total\"\naction = \"pistes\"\nsection = \"fonctionnement\"\n\
                montants = [2000]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let natures =
        |n: &NatureTotal| matches!(n, NatureTotal::SousTotal { .. } | NatureTotal::Solde { .. });
    ecarts::dire(regle, dossier, comptes, natures, out);
}
