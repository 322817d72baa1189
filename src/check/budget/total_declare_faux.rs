//! A printed total that is not the sum of its lines.

use crate::check::Regle;
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Montant, Severite};
use crate::typographie::nombre;

pub(in crate::check) static TOTAL_DECLARE_FAUX: Regle = Regle {
    code: "BUDG-07",
    nom: "total-declare-faux",
    severite: Severite::Erreur,
    base: None,
    doc: "Un total imprimé dans l’annexe budgétaire n’est pas la somme de ses lignes.\n\n\
          Faux : deux lignes de 1 000 € et un total déclaré `montants = [3000]`.\n\
          Juste : `montants = [2000]`, ou aucun montant : le programme imprime alors celui qu’il calcule.\n\n\
          L’acte s’imprime tel qu’il est déclaré : rien n’est jamais corrigé en silence.",
    run,
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(budget), Some(sums)) = (&dossier.budget, &comptes.budget) else { return };
    for (i, (total, computed)) in sums.imprimes.iter().enumerate() {
        let Some(declared) = &total.montants else { continue };
        let wrong: Vec<(usize, Montant, Montant)> = declared
            .iter()
            .zip(&computed.exercices)
            .enumerate()
            .filter_map(|(j, (d, c))| d.filter(|d| d != c).map(|d| (j, d, *c)))
            .collect();
        let Some(((first, ..), others)) = wrong.split_first() else { continue };
        let place = |j: usize| Lieu::new("budget.toml", format!("totaux[{i}].montants[{j}]"));
        let say = |j: usize| {
            let (_, d, c) = wrong.iter().find(|w| w.0 == j).copied().unwrap_or_default();
            format!(
                "{} : la somme des lignes est {}, écart de {}",
                budget.exercices.get(j).map_or_else(String::new, ToString::to_string),
                nombre::montant(c.decimal()),
                nombre::montant((d - c).decimal())
            )
        };
        let label = total.libelle.clone().unwrap_or_else(|| total.nature.libelle());
        let years: Vec<String> = wrong
            .iter()
            .filter_map(|(j, ..)| budget.exercices.get(*j))
            .map(ToString::to_string)
            .collect();
        let expected: Vec<String> =
            computed.exercices.iter().map(|m| nombre::montant(m.decimal())).collect();
        out.push(Constat {
            code: regle.code,
            severite: regle.severite,
            message: format!(
                "le total « {label} » ne correspond pas à ses lignes ({})",
                years.join(", ")
            ),
            lieu: place(*first),
            etiquette: say(*first),
            secondaires: others.iter().map(|(j, ..)| (place(*j), say(*j))).collect(),
            base: regle.base,
            aide: Some(format!(
                "d’après les lignes, ce total devrait être : {} ; l’acte s’imprime tel qu’il est déclaré",
                expected.join(" / ")
            )),
        });
    }
}
