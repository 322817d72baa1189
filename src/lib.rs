//! Délibéré: from one folder of TOML and Markdown, every document that a French council's deliberation must become.
//!
//! A dossier is read with all its faults and their places, its budget is computed and checked against what it declares,
//! and its documents come out as tagged, archivable PDF. The same dossier gives the same bytes on any machine: the
//! library reads no clock, no environment and no disk by itself.
//!
//! ```
//! # #[cfg(feature = "pdf")] {
//! use delibere::read::Memory;
//! use delibere::render::{Document, Moteur, Norme};
//!
//! let files = Memory::new()
//!     .with("collectivite.toml", r#"
//!         nom = "Valmont-sur-Orne"
//!         genre = "commune"
//!         executif = { qualite = "Le maire", nom = "Ada MARTIN" }
//!     "#)
//!     .with("seance.toml", "date = 2026-03-12\nconvocation = { date = 2026-03-05 }")
//!     .with("deliberation.toml", r#"
//!         numero = "2026_014"
//!         etat = "projet"
//!         objet = ["Finances", "Tarifs de la cantine"]
//!         visas = [{ nature = "code", texte = "le code général des collectivités territoriales" }]
//!         expose = "Le coût des denrées a augmenté de 4 % en un an."
//!         articles = [{ texte = "Le tarif du repas est fixé à 3,40 €." }]
//!     "#);
//!
//! let lecture = delibere::read(&files)?;
//! assert!(lecture.diagnostics.is_empty());
//! let dossier = lecture.dossier.expect("no fault");
//!
//! let comptes = delibere::compute(&dossier);
//! assert!(delibere::check(&dossier, &comptes).is_empty());
//!
//! let moteur = Moteur::default(); // made once, used from many threads
//! let pdf = moteur.pdf(&dossier, &comptes, Document::Deliberation, &Norme::default())?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The modules follow the flow of data, each using only those before it: [`model`], [`typographie`], [`droit`],
//! [`mod@read`], [`mod@compute`], [`diff`], [`redaction`], [`reperage`], [`mod@check`], [`render`],
//! [`evolve`], [`export`].

#![warn(missing_docs)]

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compute;
pub mod diff;
pub mod droit;
pub mod evolve;
pub mod export;
pub mod model;
pub mod read;
pub mod redaction;
pub mod render;
pub mod reperage;
pub mod typographie;

#[doc(inline)]
pub use check::{check, check_seance};
#[doc(inline)]
pub use compute::{compute, compute_seance};
#[doc(inline)]
pub use read::{read, read_seance};
