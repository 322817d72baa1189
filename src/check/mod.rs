//! What a careful jurist and an accountant would say of a dossier: rules over the model and its sums.

mod budget;

use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

/// A rule (*règle*): what it looks for, and what its findings are called.
#[derive(Debug)]
pub struct Regle {
    /// Stable code, never reused.
    pub code: &'static str,
    /// A name that states the fault, `total-declare-faux`.
    pub nom: &'static str,
    /// How serious its findings are.
    pub severite: Severite,
    /// The article of law it applies, where it is one of law.
    pub base: Option<&'static str>,
    /// What it means for a clerk, in French, with a faulty example and its correction.
    pub doc: &'static str,
    /// Adds its findings.
    pub run: fn(&Self, &Dossier, &Comptes, &mut Vec<Constat>),
}

/// Every rule, in the order of their codes.
pub const REGLES: &[&Regle] = &[&budget::TOTAL_DECLARE_FAUX];

/// Runs every rule; findings come in the order of the rules.
#[must_use]
pub fn check(dossier: &Dossier, comptes: &Comptes) -> Vec<Constat> {
    let mut constats = Vec::new();
    for regle in REGLES {
        (regle.run)(regle, dossier, comptes, &mut constats);
    }
    constats
}
