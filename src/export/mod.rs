//! What leaves the house: the prefecture's package, open data, the source inside a PDF.
//!
//! One file or folder per format, and the official tags of a format appear only there. Nothing here renders: a package
//! receives the bytes of its pieces.

pub mod actes;
pub mod akn;
mod constat;
pub mod csv;
pub mod json;
pub mod scdl;
pub mod tableur;
pub mod vie;

/// A file to be written, under a name that a norm or a format gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fichier {
    /// Its name, without any folder.
    pub nom: String,
    /// Its bytes.
    pub octets: Vec<u8>,
}
