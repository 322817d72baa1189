//! The law of the date: what a day and a kind of authority ask for.
//!
//! The facts are dated tables of `data/`, with their articles and how they were read.

pub mod nomenclature;
mod seance;

pub use seance::{
    InteretCommunautaire, Publicite, RegimeSeance, Signataires, Suite, interet_communautaire,
    seance, voix_preponderante,
};
