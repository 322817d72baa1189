//! French sentences from figures and names: agreement, enumeration, the result of a vote.
//!
//! ```text
//! nombre            numbers in letters, ordinals
//! date              a day in letters
//! noms              elision, enumeration, how a member is named among others
//! instance          the body that sits, with its article
//! vote              what came of a vote, from what was counted
//!   majorite          the majority, reached or missed
//!   election          who is elected
//!   non_participation who took no part
//! evolution         the act that changes an earlier one, drafted from the two states of its programme
//! ```
//!
//! Spaces are plain here, since [`typographie`](crate::typographie) composes what is printed, save the one between a number
//! and what it counts: « 11 contre », « 46 sièges » are parted nowhere, and only who counts knows it of any word.

mod date;
mod election;
pub mod evolution;
mod majorite;
mod nombre;
mod noms;
mod non_participation;
mod vote;

use crate::compute::ComptesVote;
use crate::model::Dossier;
pub use crate::model::Instance;
pub use date::date_lettres;
pub use evolution::{completer, completer_seance};
pub use nombre::{en_lettres, en_lettres_feminin, ordinal};
pub use noms::{de, enumeration};
pub use vote::{Depouillement, Issue};

/// What came of the vote of an act, in sentences, the result first; nothing without a vote.
#[must_use]
pub fn resultat(dossier: &Dossier, comptes: &ComptesVote) -> Vec<String> {
    Depouillement::of(dossier, comptes).map_or_else(Vec::new, |d| d.phrases(&Issue::default()))
}

/// The same in a few words, for a list: « Adoptée à l’unanimité », « Élection de Mme Claire LEROY ».
#[must_use]
pub fn resultat_court(dossier: &Dossier, comptes: &ComptesVote) -> String {
    Depouillement::of(dossier, comptes).map_or_else(String::new, Depouillement::court)
}
