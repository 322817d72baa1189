//! The SIREN number of a collectivité.

use std::fmt;
use std::str::FromStr;

/// The nine-digit number that identifies a French legal person (*numéro SIREN*), its key checked.
///
/// The key is Luhn's (INSEE, *Sirene*: « le numéro Siren est composé de 8 chiffres, plus un chiffre de contrôle »).
///
/// ```
/// use delibere::model::Siren;
/// assert_eq!("241 400 415".parse::<Siren>().unwrap().to_string(), "241400415");
/// assert!("241400416".parse::<Siren>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Siren(u32);

/// Why a text is not a SIREN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SirenError {
    /// Not nine digits.
    #[error("un SIREN compte neuf chiffres")]
    Longueur,
    /// The last digit does not fit the eight others.
    #[error("la clé de contrôle est fausse")]
    Cle,
}

impl FromStr for Siren {
    type Err = SirenError;

    fn from_str(texte: &str) -> Result<Self, SirenError> {
        let digits: Vec<u32> =
            texte.chars().filter(|c| !c.is_whitespace()).map_while(|c| c.to_digit(10)).collect();
        let length = texte.chars().filter(|c| !c.is_whitespace()).count();
        if digits.len() != 9 || length != 9 {
            return Err(SirenError::Longueur);
        }
        let luhn: u32 = digits
            .iter()
            .enumerate()
            .map(|(i, d)| if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { *d })
            .sum();
        if luhn.is_multiple_of(10) {
            Ok(Self(digits.iter().fold(0, |n, d| n * 10 + d)))
        } else {
            Err(SirenError::Cle)
        }
    }
}

impl fmt::Display for Siren {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:09}", self.0)
    }
}
