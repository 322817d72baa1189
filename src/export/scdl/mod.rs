//! The common schemas of local open data (*socle commun des données locales*, SCDL).
//!
//! Source: datagouv/schema.data.gouv.fr, commit 0bd884a05d7c64c4143307b22c5e09f2612e3389. `SCDL.md`, beside this folder,
//! says what is covered.

mod ajout;
pub mod deliberations;
pub mod subventions;

pub use ajout::{Ajout, AjoutError, ajouter, remplacer};

/// A schema of the family: its columns, in its order, and those by which a row is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The names of the columns.
    pub colonnes: &'static [&'static str],
    /// The ranks of those that make a row the same as another one.
    pub cle: &'static [usize],
}
