//! What leaves the house: the prefecture's package, open data, the source inside a PDF.
//!
//! One file or folder per format, and the official tags of a format appear only there. Nothing here renders: a package
//! receives the bytes of its pieces.

pub mod actes;
pub mod akn;
mod constat;
pub mod csv;
mod empreinte;
pub mod joint;
pub mod json;
pub mod pdf;
pub mod scdl;
pub mod sceau;
pub mod tableur;
pub mod vie;

pub use empreinte::{empreinte, empreinte_de};

/// A file to be written, under a name that a norm or a format gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fichier {
    /// Its name, without any folder.
    pub nom: String,
    /// Its bytes.
    pub octets: Vec<u8>,
}
