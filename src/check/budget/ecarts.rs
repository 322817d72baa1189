//! The printed totals that their lines belie, and how their rules tell them.

use super::piste;
use crate::check::Regle;
use crate::compute::budget::Composition;
use crate::compute::{Comptes, Serie};
use crate::model::{AnnexeBudgetaire, Constat, Dossier, Lieu, Montant, NatureTotal, Total};
use crate::typographie::nombre;

/// A printed total with the cells that its lines belie.
pub(super) struct Imprime<'a> {
    pub(super) rang: usize,
    pub(super) total: &'a Total,
    pub(super) serie: &'a Serie,
    pub(super) faux: Vec<Ecart>,
}

/// A cell that is not the sum of its lines.
pub(super) struct Ecart {
    pub(super) exercice: usize,
    pub(super) declare: Montant,
    pub(super) somme: Montant,
}

impl Imprime<'_> {
    /// What the document prints in a cell.
    fn cell(&self, exercice: usize) -> Montant {
        let declared =
            self.total.montants.as_ref().and_then(|m| m.get(exercice).copied().flatten());
        declared.or_else(|| self.serie.exercices.get(exercice).copied()).unwrap_or_default()
    }

    fn is_wrong(&self, exercice: usize) -> bool {
        self.faux.iter().any(|e| e.exercice == exercice)
    }

    /// The label that it prints.
    fn libelle(&self) -> String {
        self.total.libelle.clone().unwrap_or_else(|| self.total.nature.libelle())
    }

    /// The wrong cells, each with its words, `debut` before them.
    fn places(&self, budget: &AnnexeBudgetaire, debut: &str) -> Vec<(Lieu, String)> {
        let say = |e: &Ecart| {
            let place = format!("totaux[{}].montants[{}]", self.rang, e.exercice);
            let gap = nombre::montant((e.declare - e.somme).decimal());
            let sum = nombre::montant(e.somme.decimal());
            let year = year(budget, e.exercice);
            let words = format!("{debut}{year} : la somme des lignes est {sum}, écart de {gap}");
            (Lieu::new("budget.toml", place), words)
        };
        self.faux.iter().map(say).collect()
    }
}

/// A budget year, by its rank.
pub(super) fn year(budget: &AnnexeBudgetaire, exercice: usize) -> String {
    budget.exercices.get(exercice).map_or_else(String::new, ToString::to_string)
}

/// Tells the wrong totals of some natures; what follows from another one is told with it.
pub(super) fn dire(
    regle: &Regle,
    dossier: &Dossier,
    comptes: &Comptes,
    natures: fn(&NatureTotal) -> bool,
    out: &mut Vec<Constat>,
) {
    let (Some(budget), Some(sums)) = (&dossier.budget, &comptes.budget) else { return };
    let printed: Vec<Imprime<'_>> = sums
        .imprimes
        .iter()
        .enumerate()
        .map(|(rang, (total, serie))| Imprime {
            rang,
            total,
            serie,
            faux: gaps(total, serie, budget.tolerance),
        })
        .collect();
    if !printed.iter().any(|p| !p.faux.is_empty() && natures(&p.total.nature)) {
        return;
    }
    let derived = derived(&printed, &sums.cout_net);
    let composition = Composition::new(budget, dossier.programme.as_ref());
    let suspects = piste::suspects(budget, &composition, &printed);
    let mut searched = 0;
    for (i, one) in printed.iter().enumerate().filter(|(_, p)| natures(&p.total.nature)) {
        let mut places = one.places(budget, "").into_iter();
        let Some((lieu, etiquette)) = places.next().filter(|_| derived.is_none_or(|(d, _)| d != i))
        else {
            continue;
        };
        let mut secondaires: Vec<(Lieu, String)> = places.collect();
        if let Some((d, _)) = derived.filter(|(_, cause)| *cause == i) {
            secondaires.extend(printed[d].places(budget, "en découle, "));
        }
        let years: Vec<String> = one.faux.iter().map(|e| year(budget, e.exercice)).collect();
        let mut aide = format!(
            "d’après les lignes : montants = [{}] ; l’acte s’imprime tel qu’il est déclaré",
            one.serie.exercices.iter().map(|m| typed(*m)).collect::<Vec<_>>().join(", ")
        );
        let mine = suspects.iter().filter(|s| s.concerne(i));
        let lines: Vec<(Lieu, String)> = mine.flat_map(|s| s.places(budget)).collect();
        let bounded = searched < piste::MAX_TOTAUX
            && searched * budget.lignes.len() <= piste::MAX_CROISEMENTS;
        if lines.is_empty() && bounded {
            searched += 1;
            let piste = piste::chercher(budget, &composition, one);
            secondaires.extend(piste.lieux);
            if let Some(sure) = piste.constat {
                aide.push_str(&format!(" ; {sure}"));
            }
            if !piste.mots.is_empty() {
                aide.push_str(&format!(" ; piste, à vérifier : {}", piste.mots.join(" ; ")));
            }
        } else if !lines.is_empty() {
            secondaires.extend(lines);
            aide.push_str(" ; piste, à vérifier : une seule case explique plusieurs totaux faux");
        }
        let mut constat = regle
            .constat(
                lieu,
                format!(
                    "« {} » ne correspond pas à la somme de ses lignes ({})",
                    one.libelle(),
                    years.join(", ")
                ),
            )
            .etiquette(etiquette)
            .aide(aide);
        constat.secondaires = secondaires;
        out.push(constat);
    }
}

fn gaps(total: &Total, serie: &Serie, tolerance: Montant) -> Vec<Ecart> {
    let tolerance = total.tolerance.unwrap_or(tolerance);
    let declared = total.montants.iter().flatten();
    declared
        .zip(&serie.exercices)
        .enumerate()
        .filter_map(|(exercice, (declare, somme))| {
            let declare = declare.filter(|d| (*d - *somme).abs() > tolerance)?;
            Some(Ecart { exercice, declare, somme: *somme })
        })
        .collect()
}

/// The wrong total of departments which the document got by taking the others away from its net cost, with the wrong
/// total that it follows from.
///
/// Of two totals that make up the net cost, each is what the other leaves: the last one is the remainder.
fn derived(printed: &[Imprime<'_>], net: &Serie) -> Option<(usize, usize)> {
    let bears = |p: &&Imprime<'_>| matches!(p.total.nature, NatureTotal::Porteurs(_));
    let last = printed.iter().rfind(bears).filter(|p| !p.faux.is_empty())?;
    let others: Vec<&Imprime<'_>> =
        printed.iter().filter(bears).filter(|p| p.rang != last.rang).collect();
    let cost = printed.iter().find(|p| p.total.nature == NatureTotal::CoutNet);
    let rest = |j: usize| {
        let net = cost.map_or(net.exercices[j], |c| c.cell(j));
        others.iter().fold(net, |rest, p| rest - p.cell(j))
    };
    if (0..net.exercices.len()).any(|j| last.cell(j) != rest(j)) {
        return None;
    }
    let first = last.faux.first()?.exercice;
    let cause = others.into_iter().chain(cost).find(|p| p.is_wrong(first))?;
    Some((last.rang, cause.rang))
}

/// An amount as a file takes it.
fn typed(montant: Montant) -> String {
    let text = montant.to_string();
    if text.contains('.') { format!("\"{}\"", nombre::montant(montant.decimal())) } else { text }
}
