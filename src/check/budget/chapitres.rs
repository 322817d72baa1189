//! Where an annex names a chapter, and the charts of accounts that have to know it.

use crate::droit::nomenclature;
use crate::model::{
    AnnexeBudgetaire, Dossier, Exercice, Lieu, Montant, NatureTotal, Nomenclature, Section, Sens,
};

/// A chapter that the annex names.
pub(super) struct Emploi<'a> {
    /// Path of the line or of the total, `lignes[3]`.
    pub(super) base: String,
    pub(super) code: &'a str,
    pub(super) section: Option<Section>,
    pub(super) sens: Option<Sens>,
    montants: Option<&'a [Option<Montant>]>,
}

impl Emploi<'_> {
    /// The place of one of its keys.
    pub(super) fn lieu(&self, cle: &str) -> Lieu {
        Lieu::new("budget.toml", format!("{}.{cle}", self.base))
    }
}

/// The chart of each budget year of an annex.
pub(super) struct Plans {
    annees: Vec<(Exercice, Option<Nomenclature>)>,
}

impl Plans {
    pub(super) fn new(dossier: &Dossier, budget: &AnnexeBudgetaire) -> Self {
        let genre = dossier.collectivite.genre;
        let chart = |year| budget.nomenclature.or_else(|| nomenclature::usuelle(genre, year));
        Self { annees: budget.exercices.iter().map(|y| (*y, chart(*y))).collect() }
    }

    /// The years that a chapter has to be known in, with their chart: those with an amount, all when there is none.
    pub(super) fn of(&self, emploi: &Emploi<'_>) -> Vec<(Exercice, Nomenclature)> {
        let years = |all: bool| -> Vec<(Exercice, Nomenclature)> {
            let spent = |j: usize| {
                let cell = emploi.montants.and_then(|m| m.get(j).copied().flatten());
                all || cell.is_some_and(|m| !m.is_zero())
            };
            let kept = self.annees.iter().enumerate().filter(|(j, _)| spent(*j));
            kept.filter_map(|(_, (year, chart))| Some((*year, (*chart)?))).collect()
        };
        let with_amount = years(false);
        if with_amount.is_empty() { years(true) } else { with_amount }
    }
}

/// Every chapter that an annex names, whose code is one of a chart by nature.
///
/// A vote by function has chapters of its own (90 to 95), an operation of equipment is a chapter: the tables have
/// neither, and nothing is said of them.
pub(super) fn emplois(budget: &AnnexeBudgetaire) -> impl Iterator<Item = Emploi<'_>> {
    let lines = budget.lignes.iter().enumerate().filter_map(|(i, l)| {
        Some(Emploi {
            base: format!("lignes[{i}]"),
            code: l.chapitre.as_deref()?,
            section: Some(l.section),
            sens: Some(l.sens),
            montants: Some(&l.montants),
        })
    });
    let totals = budget.totaux.iter().enumerate().filter_map(|(i, t)| {
        let (section, sens) = match &t.nature {
            NatureTotal::SousTotal { section, sens, .. }
            | NatureTotal::TotalSection { section, sens } => (Some(*section), Some(*sens)),
            NatureTotal::Solde { section, .. } | NatureTotal::Bilan { section } => {
                (Some(*section), None)
            }
            _ => (None, None),
        };
        let code = t.chapitre.as_deref().filter(|c| !c.trim().is_empty())?;
        Some(Emploi {
            base: format!("totaux[{i}]"),
            code,
            section,
            sens,
            montants: t.montants.as_deref(),
        })
    });
    lines.chain(totals).filter(|e| !fonctionnel(e.code) && !operation(e.code))
}

fn fonctionnel(code: &str) -> bool {
    let code = code.trim();
    code.starts_with('9')
        && code.as_bytes().get(1).is_some_and(|b| (b'0'..=b'5').contains(b))
        && code.bytes().all(|b| b.is_ascii_digit() || b"-.".contains(&b))
}

fn operation(code: &str) -> bool {
    code.trim().to_lowercase().starts_with("op")
}

/// « 2026, 2027 ».
pub(super) fn years(years: &[Exercice]) -> String {
    years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
