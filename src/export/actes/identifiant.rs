//! The names of the files of a transmission, which start with the identifier of the act.

use crate::model::{Identifiant, TypePiece};

impl Identifiant {
    /// The name of a message about it, `…-1-1_0.xml`; `flux` is « 1-1 », « 6-1 ».
    #[must_use]
    pub fn message(&self, flux: &str) -> String {
        format!("{self}-{flux}_0.xml")
    }

    /// The name of a piece of its transmission, the act being number 1; `type_piece` where the schema names it.
    #[must_use]
    pub fn piece(&self, type_piece: Option<&TypePiece>, rang: usize, extension: &str) -> String {
        let debut = type_piece.map_or_else(String::new, |t| format!("{t}-"));
        format!("{debut}{self}-1-1_{rang}.{extension}")
    }
}
