//! What follows from a whole sitting.

use super::{Comptes, ComptesPresence, presence};
use crate::model::DossierSeance;

/// Everything that is computed from a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComptesSeance {
    /// The attendance at the opening, when the sitting says it.
    pub ouverture: Option<ComptesPresence>,
    /// What is computed from each act, in the order of [`DossierSeance::actes`].
    pub actes: Vec<Comptes>,
}

/// Computes everything that can be from a sitting.
#[must_use]
pub fn compute_seance(dossier: &DossierSeance) -> ComptesSeance {
    ComptesSeance {
        ouverture: presence::compute(&dossier.seance, None, None),
        actes: dossier.actes.iter().map(super::compute).collect(),
    }
}
