//! The number of an association.

use std::fmt;
use std::str::FromStr;

/// The number of an association in the national register (*répertoire national des associations*): `W` and nine digits.
///
/// ```
/// use delibere::model::Rna;
/// assert_eq!("w 142 003 456".parse::<Rna>().unwrap().to_string(), "W142003456");
/// assert!("142003456".parse::<Rna>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rna(String);

/// A text is not such a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("un numéro RNA s’écrit W et neuf chiffres ; il est sur le récépissé de l’association")]
pub struct RnaError;

impl FromStr for Rna {
    type Err = RnaError;

    fn from_str(texte: &str) -> Result<Self, RnaError> {
        let plain: String =
            texte.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let digits = plain.strip_prefix('W').ok_or(RnaError)?;
        let good = digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit());
        good.then_some(Self(plain)).ok_or(RnaError)
    }
}

impl fmt::Display for Rna {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
