//! What may leave for the prefecture: only what was checked and has no error.

use crate::compute::Comptes;
use crate::model::{Constat, Dossier};

/// Something that was checked and has no error; only [`controler`] makes one.
///
/// An error that a file of the dossier sets aside with its reason (`[verifications]`) does not stand in the way, and
/// stays among the findings.
///
/// ```compile_fail,E0451
/// use delibere::check::Controle;
/// use delibere::compute::Comptes;
/// use delibere::model::Dossier;
///
/// // Its fields are private: nobody but `controler` fills them.
/// fn by_hand(dossier: Dossier, comptes: Comptes) -> Controle<Dossier> {
///     Controle { sujet: dossier, comptes, constats: Vec::new() }
/// }
/// ```
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

    /// What was found; an error among it is set aside by a file of the dossier, with its reason.
    #[must_use]
    pub fn constats(&self) -> &[Constat] {
        &self.constats
    }
}

/// Checks a dossier.
///
/// # Errors
/// Every finding, when one of them is an error that the dossier does not set aside.
pub fn controler(dossier: Dossier, comptes: Comptes) -> Result<Controle<Dossier>, Vec<Constat>> {
    let constats = super::check(&dossier, &comptes);
    if constats.iter().any(Constat::bloque) {
        return Err(constats);
    }
    Ok(Controle { sujet: dossier, comptes, constats })
}
