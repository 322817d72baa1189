//! What follows from a dossier by arithmetic alone: pure functions, exact decimals, nothing believed.

pub mod budget;

use crate::model::Dossier;
pub use budget::{ComptesBudget, Serie};

/// Everything that is computed from a dossier (*comptes*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comptes {
    /// The sums of the budget annex, when there is one.
    pub budget: Option<ComptesBudget>,
}

/// Computes everything that can be from a dossier.
#[must_use]
pub fn compute(dossier: &Dossier) -> Comptes {
    let budget = dossier.budget.as_ref().map(|b| budget::compute(b, dossier.programme.as_ref()));
    Comptes { budget }
}
