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
//! A whole sitting is a folder of such folders. What it says once (who is there, who votes for whom, the agenda) reaches
//! each of its acts; its papers, and the register that the acts fill, come from the same engine:
//!
//! ```
//! # #[cfg(feature = "pdf")] {
//! use delibere::read::Memory;
//! use delibere::render::{DocumentSeance, Moteur, Norme, Registre};
//!
//! let files = Memory::new()
//!     .with("collectivite.toml", r#"
//!         nom = "Valmont-sur-Orne"
//!         genre = "commune"
//!         executif = { qualite = "La maire", prenom = "Ada", nom = "MARTIN" }
//!         numerotation = { modele = "{AAAA}-{ORDRE:03}" }
//!     "#)
//!     .with("assemblee.toml", r#"
//!         conseillers = [
//!             { civilite = "Mme", prenom = "Ada", nom = "MARTIN", qualite = "maire" },
//!             { civilite = "M.", prenom = "Luc", nom = "SERVAL" },
//!             { civilite = "Mme", prenom = "Inès", nom = "DORVAL" },
//!         ]
//!     "#)
//!     .with("seance.toml", r#"
//!         date = 2026-03-12
//!         heure = 18:30:00
//!         secretaires = ["DORVAL"]
//!         convocation = { date = 2026-03-05 }
//!         presences = { presents = ["MARTIN", "SERVAL", "DORVAL"] }
//!     "#)
//!     .with("01-cantine/deliberation.toml", r#"
//!         objet = ["Tarifs de la cantine"]
//!         visas = [{ nature = "code", texte = "le code général des collectivités territoriales, article L. 2121-29" }]
//!         articles = [{ texte = "Le tarif du repas est fixé à 3,40 €." }]
//!         vote = { contre = ["SERVAL"] }
//!     "#);
//!
//! let lecture = delibere::read_seance(&files)?;
//! assert!(lecture.diagnostics.is_empty());
//! let dossier = lecture.seance.expect("no fault");
//!
//! let comptes = delibere::compute_seance(&dossier);
//! let vote = comptes.actes[0].vote.as_ref().expect("a vote");
//! assert_eq!((vote.pour.nombre, vote.contre.nombre), (2, 1));
//! let constats = delibere::check_seance(&dossier, &comptes);
//! assert!(constats.is_empty(), "{constats:#?}");
//!
//! let moteur = Moteur::default();
//! let pv = moteur.compose_seance(&dossier, &comptes, DocumentSeance::ProcesVerbal)?;
//! assert!(pv.pdf(&Norme::default())?.starts_with(b"%PDF-1.7"));
//!
//! // A sitting is added as soon as it is read: the register keeps what it prints of it.
//! let mut registre = Registre::new(dossier.collectivite.clone(), 2026, 1);
//! registre.add(&dossier, &comptes);
//! let registre = moteur.compose_registre(&registre)?;
//! assert_eq!(registre.pages(), 5); // cover, act, closing sheet, two tables
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
