//! From a dossier to its documents: PDF, PNG, SVG.
//!
//! What the templates receive is made here without Typst; laying out and exporting sit behind the `pdf` feature.

mod document;
mod document_seance;
#[cfg_attr(
    not(feature = "pdf"),
    expect(dead_code, reason = "only the templates read these values")
)]
mod donnees;
#[cfg(feature = "pdf")]
mod erreur;
#[cfg(feature = "pdf")]
mod lignes;
#[cfg(feature = "pdf")]
mod modeles;
#[cfg(feature = "pdf")]
mod monde;
#[cfg(feature = "pdf")]
mod moteur;
#[cfg(feature = "pdf")]
mod norme;
#[cfg(feature = "pdf")]
mod polices;

pub use document::Document;
pub use document_seance::DocumentSeance;
pub use donnees::Registre;
#[cfg(feature = "pdf")]
pub use erreur::RenderError;
#[cfg(feature = "pdf")]
pub use lignes::{Ligne, PageTexte};
#[cfg(feature = "pdf")]
pub use modeles::matrices;
#[cfg(feature = "pdf")]
pub use moteur::{Image, MiseEnPage, Moteur, MoteurOptions};
#[cfg(feature = "pdf")]
pub use norme::{Norme, NormeError};
