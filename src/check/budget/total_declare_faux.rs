//! A printed total that is not the sum of its lines.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{Comptes, Serie};
use crate::model::{
    AnnexeBudgetaire, Constat, Dossier, Lieu, Montant, NatureTotal, Severite, Total,
};
use crate::typographie::nombre;

pub(in crate::check) static TOTAL_DECLARE_FAUX: Regle = Regle {
    code: "BUDG-07",
    nom: "total-declare-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un total imprimé dans l’annexe budgétaire n’est pas la somme de ses lignes. Chaque exercice faux est montré, \
          avec la somme et l’écart. Une case déclarée vide (`\"\"`) n’affirme rien : elle n’est pas comparée.\n\n\
          Quand le total faux d’un service se retrouve, par différence, dans celui d’un autre, les deux sont montrés \
          ensemble : il n’y a qu’une erreur.\n\n\
          Rien n’est jamais corrigé en silence : l’acte s’imprime tel qu’il est déclaré. Sans `montants`, le programme \
          imprime les sommes qu’il calcule.",
    exemple: Exemple {
        faux: "# deux lignes de 1 000 € par exercice\n[[totaux]]\nnature = \"total-section\"\n\
               section = \"fonctionnement\"\nsens = \"depense\"\nmontants = [3000, 2000]",
        juste: "[[totaux]]\nnature = \"total-section\"\nsection = \"fonctionnement\"\nsens = \"depense\"\n\
                montants = [2000, 2000]",
    },
    run: Examen::Acte(run),
};

/// A printed total with the cells that its lines belie.
struct Imprime<'a> {
    rang: usize,
    total: &'a Total,
    serie: &'a Serie,
    faux: Vec<Ecart>,
}

/// A cell that is not the sum of its lines.
struct Ecart {
    exercice: usize,
    declare: Montant,
    somme: Montant,
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

    /// The wrong cells, each with its words, `debut` before them.
    fn places(&self, budget: &AnnexeBudgetaire, debut: &str) -> Vec<(Lieu, String)> {
        let say = |e: &Ecart| {
            let place = format!("totaux[{}].montants[{}]", self.rang, e.exercice);
            let gap = nombre::montant((e.declare - e.somme).decimal());
            let sum = nombre::montant(e.somme.decimal());
            let year =
                budget.exercices.get(e.exercice).map_or_else(String::new, ToString::to_string);
            let words = format!("{debut}{year} : la somme des lignes est {sum}, écart de {gap}");
            (Lieu::new("budget.toml", place), words)
        };
        self.faux.iter().map(say).collect()
    }
}

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(budget), Some(sums)) = (&dossier.budget, &comptes.budget) else { return };
    let printed: Vec<Imprime<'_>> = sums
        .imprimes
        .iter()
        .enumerate()
        .map(|(rang, (total, serie))| Imprime { rang, total, serie, faux: gaps(total, serie) })
        .collect();
    let derived = derived(&printed, &sums.cout_net);
    for (i, one) in printed.iter().enumerate() {
        let mut places = one.places(budget, "").into_iter();
        let Some((lieu, etiquette)) = places.next().filter(|_| derived.is_none_or(|(d, _)| d != i))
        else {
            continue;
        };
        let mut secondaires: Vec<(Lieu, String)> = places.collect();
        if let Some((d, _)) = derived.filter(|(_, cause)| *cause == i) {
            secondaires.extend(printed[d].places(budget, "en découle, "));
        }
        let label = one.total.libelle.clone().unwrap_or_else(|| one.total.nature.libelle());
        let years: Vec<String> = one
            .faux
            .iter()
            .filter_map(|e| budget.exercices.get(e.exercice))
            .map(ToString::to_string)
            .collect();
        let mut constat = regle
            .constat(
                lieu,
                format!(
                    "« {label} » ne correspond pas à la somme de ses lignes ({})",
                    years.join(", ")
                ),
            )
            .etiquette(etiquette)
            .aide(format!(
                "d’après les lignes : montants = [{}] ; l’acte s’imprime tel qu’il est déclaré",
                one.serie.exercices.iter().map(|m| typed(*m)).collect::<Vec<_>>().join(", ")
            ));
        constat.secondaires = secondaires;
        out.push(constat);
    }
}

fn gaps(total: &Total, serie: &Serie) -> Vec<Ecart> {
    let declared = total.montants.iter().flatten();
    declared
        .zip(&serie.exercices)
        .enumerate()
        .filter_map(|(exercice, (declare, somme))| {
            let declare = declare.filter(|d| d != somme)?;
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
