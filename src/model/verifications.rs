//! What the verification of a dossier leaves aside, and why.

/// What a file says of its verification (*vérifications*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verifications {
    /// The codes whose findings are set aside, each with its reason.
    pub ignorer: Vec<CodeIgnore>,
}

/// A code whose findings are set aside (*code ignoré*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeIgnore {
    /// The code, `FORM-08`.
    pub code: String,
    /// Why, in the words of who decided it.
    pub motif: String,
}
