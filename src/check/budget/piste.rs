//! What would explain a printed total that is not its sum: a hint, never a truth.
//!
//! A line left out, counted twice or the wrong way; digits swapped, a zero lost, the figure of another year, a rounding;
//! then, where there are few lines, any set of them. Every search is bounded.

use std::collections::HashMap;

use super::ecarts::{Imprime, year};
use crate::compute::budget::Composition;
use crate::model::{AnnexeBudgetaire, Lieu, Ligne, NatureTotal};
use crate::typographie::nombre;

/// Lines beyond which no set of them is looked for: half of them give 2¹² sums.
const MAX_LIGNES: usize = 24;
/// Lines that differ from those of the total, beyond which a set that fits is a coincidence.
const MAX_CHANGEMENTS: usize = 3;
/// Wrong totals beyond which nothing more is looked for.
pub(super) const MAX_TOTAUX: usize = 40;
/// Totals times lines, beyond which nothing more is looked for.
pub(super) const MAX_CROISEMENTS: usize = 50_000;
/// Places that a hint shows.
const MAX_LIEUX: usize = 5;

/// A hint.
#[derive(Debug, Default)]
pub(super) struct Piste {
    /// What is sure: that no set of lines gives the figures.
    pub(super) constat: Option<String>,
    /// Clauses, in French.
    pub(super) mots: Vec<String>,
    /// The lines it speaks of, each with a few words.
    pub(super) lieux: Vec<(Lieu, String)>,
}

/// A line that may enter a total, with the sign and the amounts it would have there, in cents.
struct Candidate {
    rang: usize,
    compte: bool,
    montants: Vec<i128>,
}

/// How a line that is told apart is counted in the printed figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Emploi {
    Omise,
    Double,
    Inverse,
    Etrangere,
}

/// Looks for what would explain the figures that a total declares.
pub(super) fn chercher(
    budget: &AnnexeBudgetaire,
    composition: &Composition<'_>,
    one: &Imprime<'_>,
) -> Piste {
    // Only declared cells say something.
    let declared: Vec<(usize, i128)> = one
        .total
        .montants
        .iter()
        .flatten()
        .enumerate()
        .filter_map(|(j, m)| Some((j, (*m)?.cents())))
        .filter(|(j, _)| *j < one.serie.exercices.len())
        .collect();
    let sums: Vec<i128> = declared.iter().map(|(j, _)| one.serie.exercices[*j].cents()).collect();
    let printed: Vec<i128> = declared.iter().map(|(_, d)| *d).collect();
    let gap: Vec<i128> = printed.iter().zip(&sums).map(|(d, s)| d - s).collect();
    let candidates = candidates(budget, composition, &one.total.nature, &declared);

    let mut piste = lines(budget, &one.total.nature, &candidates, &gap);
    if !piste.lieux.is_empty() {
        return piste;
    }
    piste.mots.extend(figures(budget, one));
    if candidates.len() <= MAX_LIGNES {
        match set(&candidates, &printed) {
            None => piste.constat = Some(nothing(printed.len())),
            Some(changes) if !changes.is_empty() && changes.len() <= MAX_CHANGEMENTS => {
                for (rang, counted) in changes {
                    let words = if counted { "sans cette ligne" } else { "avec cette ligne" };
                    piste.lieux.push((place(budget, &one.total.nature, rang), words.to_owned()));
                }
                piste.mots.insert(0, "un autre choix de lignes donne ces montants".to_owned());
            }
            Some(_) => {}
        }
    }
    piste
}

/// Every line that could enter such a total, those that it takes among them; a line without amount changes nothing.
fn candidates<'a>(
    budget: &'a AnnexeBudgetaire,
    composition: &Composition<'a>,
    nature: &NatureTotal,
    declared: &[(usize, i128)],
) -> Vec<Candidate> {
    let whole: i8 = match nature {
        NatureTotal::Solde { .. } | NatureTotal::Bilan { .. } => -1,
        _ => 1,
    };
    let net = matches!(
        nature,
        NatureTotal::Solde { .. }
            | NatureTotal::Bilan { .. }
            | NatureTotal::CoutNet
            | NatureTotal::Porteurs(_)
    );
    let own = |l: &Ligne| match nature {
        NatureTotal::SousTotal { section, sens, .. } => l.section == *section && l.sens == *sens,
        NatureTotal::Solde { section, .. } => l.section == *section,
        _ => true,
    };
    let mut out = Vec::new();
    for (rang, ligne) in budget.lignes.iter().enumerate() {
        let sign = composition.signe(nature, ligne);
        if sign == 0 && !own(ligne) {
            continue;
        }
        let foreign = match ligne.sens {
            crate::model::Sens::Recette if net => -whole,
            _ => whole,
        };
        let compte = sign != 0;
        let sign = i128::from(if compte { sign } else { foreign });
        let montants: Vec<i128> = declared
            .iter()
            .map(|(j, _)| sign * ligne.montants.get(*j).copied().flatten().map_or(0, |m| m.cents()))
            .collect();
        if montants.iter().any(|m| *m != 0) {
            out.push(Candidate { rang, compte, montants });
        }
    }
    out
}

/// The lines that alone explain the gap.
fn lines(
    budget: &AnnexeBudgetaire,
    nature: &NatureTotal,
    candidates: &[Candidate],
    gap: &[i128],
) -> Piste {
    let is = |c: &Candidate, times: i128| {
        c.montants.iter().zip(gap).all(|(m, g)| times.checked_mul(*m) == Some(*g))
    };
    let mut found: Vec<(usize, Emploi)> = Vec::new();
    for c in candidates {
        let emploi = match c.compte {
            true if is(c, -1) => Emploi::Omise,
            true if is(c, 1) => Emploi::Double,
            true if is(c, -2) => Emploi::Inverse,
            false if is(c, 1) => Emploi::Etrangere,
            _ => continue,
        };
        found.push((c.rang, emploi));
    }
    let Some((_, emploi)) = found.first().copied() else { return Piste::default() };
    found.retain(|(_, e)| *e == emploi);
    let quoi = if found.len() == 1 { "la ligne montrée" } else { "une des lignes montrées" };
    let (mots, etiquette) = match emploi {
        Emploi::Omise => (format!("{quoi} manque peut-être au total imprimé"), "omise ?"),
        Emploi::Double => {
            (format!("{quoi} y est peut-être comptée deux fois"), "comptée deux fois ?")
        }
        Emploi::Inverse => {
            (format!("{quoi} y est peut-être comptée à l’envers"), "signe inversé ?")
        }
        Emploi::Etrangere => {
            (format!("{quoi} y est peut-être comptée aussi"), "comptée dans ce total ?")
        }
    };
    Piste {
        constat: None,
        mots: vec![mots],
        lieux: found
            .into_iter()
            .take(MAX_LIEUX)
            .map(|(rang, _)| {
                let lieu = match emploi {
                    Emploi::Inverse => Lieu::new("budget.toml", format!("lignes[{rang}].sens")),
                    _ => place(budget, nature, rang),
                };
                (lieu, etiquette.to_owned())
            })
            .collect(),
    }
}

/// The key of a line that puts it in such a total or keeps it out.
fn place(budget: &AnnexeBudgetaire, nature: &NatureTotal, rang: usize) -> Lieu {
    let ligne = &budget.lignes[rang];
    let key = match nature {
        NatureTotal::Porteurs(_) if ligne.porteur.is_some() => ".porteur",
        NatureTotal::SousTotal { section, .. } | NatureTotal::TotalSection { section, .. }
            if ligne.section != *section =>
        {
            ".section"
        }
        NatureTotal::SousTotal { sens, .. } | NatureTotal::TotalSection { sens, .. }
            if ligne.sens != *sens =>
        {
            ".sens"
        }
        NatureTotal::Bilan { section } if ligne.section != *section => ".section",
        NatureTotal::SousTotal { .. } | NatureTotal::Solde { .. } if ligne.action.is_some() => {
            ".action"
        }
        _ => "",
    };
    Lieu::new("budget.toml", format!("lignes[{rang}]{key}"))
}

/// What the digits of the wrong cells say.
fn figures(budget: &AnnexeBudgetaire, one: &Imprime<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for e in &one.faux {
        let (d, s) = (e.declare.cents(), e.somme.cents());
        let (shown, sum) =
            (nombre::montant(e.declare.decimal()), nombre::montant(e.somme.decimal()));
        let twin = one
            .serie
            .exercices
            .iter()
            .enumerate()
            .find(|(j, m)| *j != e.exercice && m.cents() == d)
            .map(|(j, _)| year(budget, j));
        if d == -s {
            out.push(format!("{shown} est {sum} avec l’autre signe"));
        } else if swapped(d, s) {
            out.push(format!("{shown} est {sum} avec deux chiffres échangés"));
        } else if d == s * 10 || d * 10 == s {
            out.push(format!("{shown} est {sum} à un zéro près"));
        } else if let Some(unit) = rounded(d, s) {
            let shown = format!("{shown} est {sum} arrondi {unit}");
            out.push(match twin {
                Some(year) => format!("{shown}, ou la somme de {year}"),
                None => shown,
            });
        } else if let Some(year) = twin {
            out.push(format!("{shown} est la somme de {year}"));
        }
    }
    out.truncate(MAX_LIEUX);
    out
}

/// Whether two amounts differ by two neighbouring digits that changed places.
fn swapped(a: i128, b: i128) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && (1..a.len()).any(|i| {
            a[i] == b[i - 1]
                && a[i - 1] == b[i]
                && a[i] != b[i]
                && a[..i - 1] == b[..i - 1]
                && a[i + 1..] == b[i + 1..]
        })
}

/// The unit to which a sum was rounded to give an amount.
fn rounded(d: i128, s: i128) -> Option<&'static str> {
    [(100_000, "au millier"), (10_000, "à la centaine"), (100, "à l’euro")]
        .into_iter()
        .find(|(unit, _)| d != 0 && d % unit == 0 && (d - s).abs() * 2 <= *unit)
        .map(|(_, nom)| nom)
}

/// « aucun ensemble de lignes ne donne ces trois montants ».
fn nothing(cells: usize) -> String {
    const MOTS: [&str; 9] =
        ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    match cells {
        0 | 1 => "aucun ensemble de lignes ne donne ce montant".to_owned(),
        n => {
            let n = MOTS.get(n - 2).map_or_else(|| n.to_string(), |m| (*m).to_owned());
            format!("aucun ensemble de lignes ne donne ces {n} montants")
        }
    }
}

/// The lines to take in or out so that the sum is what is printed, the fewest there are; nothing when no set of lines
/// gives it. Meets in the middle: every set of each half, then the pairs that fit.
fn set(candidates: &[Candidate], printed: &[i128]) -> Option<Vec<(usize, bool)>> {
    let (left, right) = candidates.split_at(candidates.len() / 2);
    let sums = |half: &[Candidate]| {
        let own = half.iter().enumerate().fold(0_u32, |m, (i, c)| m | (u32::from(c.compte) << i));
        let mut out: HashMap<Vec<i128>, u32> = HashMap::new();
        for mask in 0..1_u32 << half.len() {
            let mut sum = vec![0_i128; printed.len()];
            for (_, c) in half.iter().enumerate().filter(|(i, _)| mask & (1 << i) != 0) {
                sum.iter_mut().zip(&c.montants).for_each(|(s, m)| *s += m);
            }
            let changes = (mask ^ own).count_ones();
            let best = out.entry(sum).or_insert(mask);
            if (*best ^ own).count_ones() > changes {
                *best = mask;
            }
        }
        (own, out)
    };
    let ((own_left, lefts), (own_right, rights)) = (sums(left), sums(right));
    let mut best: Option<(u32, u32, u32)> = None;
    for (sum, mask) in &lefts {
        let rest: Vec<i128> = printed.iter().zip(sum).map(|(p, s)| p - s).collect();
        if let Some(other) = rights.get(&rest) {
            let changes = (mask ^ own_left).count_ones() + (other ^ own_right).count_ones();
            let found = (changes, *mask, *other);
            if best.is_none_or(|b| found < b) {
                best = Some(found);
            }
        }
    }
    let (_, a, b) = best?;
    let changed = |half: &[Candidate], bits: u32| -> Vec<(usize, bool)> {
        let kept = half.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0);
        kept.map(|(_, c)| (c.rang, c.compte)).collect()
    };
    let mut out = changed(left, a ^ own_left);
    out.extend(changed(right, b ^ own_right));
    Some(out)
}

/// Cells of lines each of which, changed alone, would make several wrong totals right and none wrong.
pub(super) struct Suspects {
    exercice: usize,
    /// The ranks of the totals that they explain.
    totaux: Vec<usize>,
    lignes: Vec<usize>,
    /// What is to be added to the cell, in cents.
    ecart: i128,
}

impl Suspects {
    pub(super) fn concerne(&self, total: usize) -> bool {
        self.totaux.contains(&total)
    }

    pub(super) fn places(&self, budget: &AnnexeBudgetaire) -> Vec<(Lieu, String)> {
        let place = |rang: &usize| {
            let cell = budget.lignes[*rang].montants.get(self.exercice).copied().flatten();
            let cents = cell.map_or(0, |m| m.cents());
            let wanted = cents + self.ecart;
            let right = format!("{} totaux seraient justes", self.totaux.len());
            // A negative amount is itself what is doubtful.
            if wanted == -cents && cents > 0 {
                let lieu = Lieu::new("budget.toml", format!("lignes[{rang}].sens"));
                return (lieu, format!("dans l’autre sens, {right}"));
            }
            let lieu =
                Lieu::new("budget.toml", format!("lignes[{rang}].montants[{}]", self.exercice));
            let wanted = nombre::montant(rust_decimal::Decimal::from_i128_with_scale(wanted, 2));
            (lieu, format!("avec {wanted} ici, {right}"))
        };
        self.lignes.iter().take(MAX_LIEUX).map(place).collect()
    }
}

/// Looks, year by year, for the cell that several wrong totals accuse.
pub(super) fn suspects<'a>(
    budget: &'a AnnexeBudgetaire,
    composition: &Composition<'a>,
    printed: &[Imprime<'_>],
) -> Vec<Suspects> {
    let declared: Vec<&Imprime<'_>> =
        printed.iter().filter(|p| p.total.montants.is_some()).collect();
    let wrong = declared.iter().filter(|p| !p.faux.is_empty()).count();
    if wrong < 2 || declared.len().saturating_mul(budget.lignes.len()) > MAX_CROISEMENTS {
        return Vec::new();
    }
    let signs: Vec<Vec<i128>> = budget
        .lignes
        .iter()
        .map(|l| {
            declared.iter().map(|p| i128::from(composition.signe(&p.total.nature, l))).collect()
        })
        .collect();
    let mut out = Vec::new();
    for exercice in 0..budget.exercices.len() {
        let gap = |p: &Imprime<'_>| {
            let found = p.faux.iter().find(|e| e.exercice == exercice);
            found.map(|e| e.declare.cents() - e.somme.cents())
        };
        // A cell that is not declared says nothing.
        let says = |p: &Imprime<'_>| {
            p.total.montants.as_ref().is_some_and(|m| m.get(exercice).is_some_and(Option::is_some))
        };
        let totals: Vec<(usize, &Imprime<'_>, Option<i128>)> = declared
            .iter()
            .enumerate()
            .filter(|(_, p)| says(p))
            .map(|(t, p)| (t, *p, gap(p)))
            .collect();
        let wrong = totals.iter().filter(|(.., g)| g.is_some()).count();
        if !(2..=MAX_TOTAUX).contains(&wrong) {
            continue;
        }
        let mut best: Option<Suspects> = None;
        for (rang, signs) in signs.iter().enumerate() {
            // A total that is right and takes the line would become wrong.
            if totals.iter().any(|(t, _, g)| g.is_none() && signs[*t] != 0) {
                continue;
            }
            let mut shifts: Vec<i128> = totals
                .iter()
                .filter_map(|(t, _, g)| g.filter(|_| signs[*t] != 0).map(|g| g * signs[*t]))
                .collect();
            shifts.sort_unstable();
            shifts.dedup();
            for shift in shifts {
                let fixed: Vec<usize> = totals
                    .iter()
                    .filter(|(t, _, g)| signs[*t] != 0 && *g == Some(shift * signs[*t]))
                    .map(|(_, p, _)| p.rang)
                    .collect();
                if fixed.len() < 2 {
                    continue;
                }
                match &mut best {
                    Some(b) if b.totaux.len() > fixed.len() => {}
                    Some(b) if b.totaux == fixed && b.ecart == shift => b.lignes.push(rang),
                    Some(b) if b.totaux.len() == fixed.len() => {}
                    _ => {
                        best = Some(Suspects {
                            exercice,
                            totaux: fixed,
                            lignes: vec![rang],
                            ecart: shift,
                        });
                    }
                }
            }
        }
        out.extend(best);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(rang: usize, compte: bool, montants: &[i128]) -> Candidate {
        Candidate { rang, compte, montants: montants.to_vec() }
    }

    #[test]
    fn the_fewest_changes_are_found() {
        let lines = [
            line(0, true, &[10, 1]),
            line(1, true, &[20, 2]),
            line(2, false, &[5, 7]),
            line(3, false, &[5, 0]),
            line(4, false, &[0, 7]),
        ];
        assert_eq!(set(&lines, &[35, 10]), Some(vec![(2, false)]));
        assert_eq!(set(&lines, &[30, 3]), Some(vec![]));
        assert_eq!(set(&lines, &[1, 1]), None);
    }

    #[test]
    fn digits_tell_a_slip() {
        assert!(swapped(12_300, 13_200) && !swapped(12_300, 12_300) && !swapped(12_300, 22_300));
        assert_eq!(rounded(2_300_000, 2_250_000), Some("au millier"));
        assert_eq!(rounded(2_200_000, 2_250_100), None);
    }
}
