//! The SIRET number of the seat of an authority.

use std::fmt;
use std::str::FromStr;

use super::Siren;

/// The fourteen-digit number of an establishment (*numéro SIRET*): a SIREN and five digits, its key checked.
///
/// ```
/// use delibere::model::Siret;
/// let siret: Siret = "218 601 946 00013".parse().unwrap();
/// assert_eq!(siret.to_string(), "21860194600013");
/// assert_eq!(siret.siren().to_string(), "218601946");
/// assert!("21860194600014".parse::<Siret>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Siret {
    siren: Siren,
    chiffres: String,
}

/// A text is not a SIRET: its length, or one of its two keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SiretError {
    /// Not fourteen digits.
    #[error("un SIRET compte quatorze chiffres")]
    Longueur,
    /// The last digit does not fit the others, or those of the SIREN do not.
    #[error("la clé de contrôle est fausse")]
    Cle,
}

impl Siret {
    /// The SIREN that it starts with.
    #[must_use]
    pub fn siren(&self) -> Siren {
        self.siren
    }
}

impl FromStr for Siret {
    type Err = SiretError;

    fn from_str(texte: &str) -> Result<Self, SiretError> {
        let chiffres: String = texte.chars().filter(|c| !c.is_whitespace()).collect();
        if chiffres.len() != 14 || !chiffres.bytes().all(|b| b.is_ascii_digit()) {
            return Err(SiretError::Longueur);
        }
        let siren: Siren = chiffres[..9].parse().map_err(|_| SiretError::Cle)?;
        let luhn: u32 = chiffres
            .bytes()
            .rev()
            .enumerate()
            .map(|(i, b)| {
                let d = u32::from(b - b'0');
                if i % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { d }
            })
            .sum();
        if luhn.is_multiple_of(10) { Ok(Self { siren, chiffres }) } else { Err(SiretError::Cle) }
    }
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.chiffres)
    }
}
