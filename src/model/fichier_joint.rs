//! A file that a PDF carries.

/// A file joined to a PDF (*fichier joint*), which readers of PDF show in a list of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FichierJoint {
    /// Its name; a stroke separates folders.
    pub nom: String,
    /// Its bytes.
    pub octets: Vec<u8>,
    /// Its media type, `application/toml`.
    pub type_media: &'static str,
    /// What it is, in French, for who reads the list.
    pub description: String,
    /// What it is to the document.
    pub lien: LienJoint,
}

/// What a joined file is to its document (ISO 19005-3, `AFRelationship`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LienJoint {
    /// The document was made from it.
    Source,
    /// It says something of the document.
    Donnees,
}
