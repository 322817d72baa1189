//! The law of the date: what a day and a kind of authority ask for.
//!
//! The facts are dated tables of `data/`, with their articles and how they were read.

mod classification;
mod delai;
mod executoire;
pub mod nomenclature;
mod seance;
mod tribunal;

use chrono::NaiveDate;

pub use classification::{
    Classification, Generation, classification, generation, nature_collectivite, theme,
};
pub use delai::{jours_francs, mois_apres};
pub use executoire::{
    affichage_vaut_publicite, article_executoire, base_executoire, certifie_sous_sa_responsabilite,
    executoire,
};
pub use seance::{
    InteretCommunautaire, Publicite, RegimeSeance, Signataires, Suite, interet_communautaire,
    seance, voix_preponderante,
};
pub use tribunal::{Ressort, tribunal, tribunaux};

/// The day that a table gives.
fn jour(date: &toml::value::Datetime) -> Option<NaiveDate> {
    let d = date.date?;
    NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into())
}
