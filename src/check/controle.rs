//! What may leave for the prefecture: only what was checked and has no error.

use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

/// Something that was checked and has no error; only [`controler`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Controle<T> {
    sujet: T,
    comptes: Comptes,
    constats: Vec<Constat>,
}

impl<T> Controle<T> {
    /// What was checked.
    #[must_use]
    pub fn sujet(&self) -> &T {
        &self.sujet
    }

    /// What is computed from it.
    #[must_use]
    pub fn comptes(&self) -> &Comptes {
        &self.comptes
    }

    /// What was found, none of it an error.
    #[must_use]
    pub fn constats(&self) -> &[Constat] {
        &self.constats
    }
}

/// Checks a dossier.
///
/// # Errors
/// Every finding, when one of them is an error.
pub fn controler(dossier: Dossier, comptes: Comptes) -> Result<Controle<Dossier>, Vec<Constat>> {
    let constats = super::check(&dossier, &comptes);
    if constats.iter().any(|c| c.severite == Severite::Erreur) {
        return Err(constats);
    }
    Ok(Controle { sujet: dossier, comptes, constats })
}
