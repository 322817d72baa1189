//! The common schemas of local open data (*socle commun des données locales*, SCDL).
//!
//! Source: datagouv/schema.data.gouv.fr, commit 0bd884a05d7c64c4143307b22c5e09f2612e3389. `SCDL.md`, beside this folder,
//! says what is covered.

mod ajout;
pub mod deliberations;
pub mod subventions;

use crate::compute::Comptes;
use crate::export::constat::{absent, refused};
use crate::model::{Constat, Dossier, Etat, Lieu};

pub use ajout::{Ajout, AjoutError, ajouter, remplacer};

/// A schema of the family: its columns, in its order, and those by which a row is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The names of the columns.
    pub colonnes: &'static [&'static str],
    /// The ranks of those that make a row the same as another one.
    pub cle: &'static [usize],
}

/// What keeps any row of an act out of open data: it is not adopted, which is said so, or its authority has no SIRET.
fn refus(dossier: &Dossier, comptes: &Comptes, projet: &str) -> Vec<Constat> {
    let mut constats = Vec::new();
    if comptes.etat != Etat::Adoptee {
        constats.push(refused(
            Lieu::new("deliberation.toml", "etat"),
            projet,
            "notez le vote, ou écrivez etat = \"adoptee\"",
        ));
    }
    if dossier.collectivite.siret.is_none() {
        constats.push(absent(
            "collectivite.toml",
            "",
            "il manque le SIRET de la collectivité, que les données ouvertes demandent",
            "ajoutez en tête du fichier : siret = \"…\", quatorze chiffres",
        ));
    }
    constats
}
