//! Money: an exact decimal that cannot be mixed with any other number.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// An amount (*montant*) in euros, exact to the cent, never a float.
///
/// It is read from an integer or from the way a French or a technical hand writes it, and bounded to
/// [`Montant::MAX_EUROS`] so that no sum of a budget can overflow.
///
/// ```
/// use delibere::model::Montant;
/// let a: Montant = "1 234,56".parse().unwrap();
/// assert_eq!(a, "1234.56".parse().unwrap());
/// assert_eq!((a + Montant::from(1)).to_string(), "1235.56");
/// assert!("10.000".parse::<Montant>().is_err()); // ten, or ten thousand?
/// ```
///
/// Amounts do not mix with bare numbers:
///
/// ```compile_fail
/// let a: delibere::model::Montant = 5.into();
/// let b = a + 3;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Montant(Decimal);

/// Why a text is not an amount; each variant calls for a different hint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MontantError {
    /// No digit, or a character that no amount has.
    #[error("« {0} » n’est pas un montant")]
    Illisible(String),
    /// A point or a comma followed by three digits, which may be thousands or thousandths.
    #[error("« {0} » est ambigu : milliers ou millièmes ?")]
    Ambigu(String),
    /// More than two decimals.
    #[error("« {0} » a plus de deux décimales")]
    TropPrecis(String),
    /// Beyond [`Montant::MAX_EUROS`].
    #[error("« {0} » dépasse la limite de mille milliards d’euros")]
    TropGrand(String),
    /// Spaces that do not cut groups of three digits.
    #[error("« {0} » : les espaces ne séparent pas des groupes de trois chiffres")]
    MalGroupe(String),
}

impl Montant {
    /// Zero euro.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The largest amount that can be read, in euros: a thousand billion (10¹²).
    pub const MAX_EUROS: i64 = 1_000_000_000_000;

    /// The amount as a decimal number of euros.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The amount as a whole number of cents.
    #[must_use]
    pub fn cents(self) -> i128 {
        let value = self.0.normalize();
        // No amount has more than two decimals: reading refuses them, and sums have no more than their terms.
        (0..2_u32.saturating_sub(value.scale())).fold(value.mantissa(), |m, _| m * 10)
    }

    /// The amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// The amount of a whole number of euros, unless it is beyond [`Montant::MAX_EUROS`].
    ///
    /// # Errors
    /// [`MontantError::TropGrand`] beyond the limit.
    pub fn from_euros(euros: i64) -> Result<Self, MontantError> {
        if euros.unsigned_abs() > Self::MAX_EUROS.unsigned_abs() {
            return Err(MontantError::TropGrand(euros.to_string()));
        }
        Ok(Self(Decimal::from(euros)))
    }
}

impl From<i32> for Montant {
    fn from(euros: i32) -> Self {
        Self(Decimal::from(euros))
    }
}

impl FromStr for Montant {
    type Err = MontantError;

    /// Reads `20000`, `1 234,56`, `1234.56`, `-73 000`, `−73 000`, `12 €`; spaces may be of any kind.
    fn from_str(texte: &str) -> Result<Self, MontantError> {
        let shown = || texte.trim().to_owned();
        let body = texte.trim();
        let body = body.strip_suffix('€').map_or(body, str::trim_end);
        let (negative, body) = match body.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, body),
        };
        let (entier, cents) = match body.find([',', '.']) {
            Some(at) => (&body[..at], Some(&body[at + 1..])),
            None => (body, None),
        };
        let groups: Vec<&str> = entier.split(char::is_whitespace).collect();
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !groups.iter().all(|g| digits(g)) || cents.is_some_and(|c| !digits(c)) {
            return Err(MontantError::Illisible(shown()));
        }
        if groups.len() > 1 && (groups[0].len() > 3 || groups[1..].iter().any(|g| g.len() != 3)) {
            return Err(MontantError::MalGroupe(shown()));
        }
        match cents {
            Some(c) if c.len() == 3 => return Err(MontantError::Ambigu(shown())),
            Some(c) if c.len() > 2 => return Err(MontantError::TropPrecis(shown())),
            _ => {}
        }
        let mut number = groups.concat();
        if number.trim_start_matches('0').len() > 13 {
            return Err(MontantError::TropGrand(shown()));
        }
        if let Some(c) = cents {
            number.push('.');
            number.push_str(c);
        }
        let value =
            Decimal::from_str_exact(&number).map_err(|_| MontantError::Illisible(shown()))?;
        if value > Decimal::from(Self::MAX_EUROS) {
            return Err(MontantError::TropGrand(shown()));
        }
        Ok(Self(if negative { -value } else { value }))
    }
}

impl fmt::Display for Montant {
    /// The technical form, `-1234.56`; the printed form belongs to the typography.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl Serialize for Montant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Add for Montant {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Montant {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Montant {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Montant {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_hands_write() {
        for (texte, attendu) in [
            ("20000", "20000"),
            ("1 234,56", "1234.56"),
            ("1\u{202f}234,5", "1234.5"),
            ("1234.56", "1234.56"),
            ("-73 000", "-73000"),
            ("\u{2212}73\u{a0}000 €", "-73000"),
            ("0", "0"),
            ("0,05", "0.05"),
        ] {
            assert_eq!(
                texte.parse::<Montant>().map(|m| m.to_string()),
                Ok(attendu.to_owned()),
                "{texte}"
            );
        }
    }

    #[test]
    fn refuses_what_is_not_sure() {
        assert!(matches!("10.000".parse::<Montant>(), Err(MontantError::Ambigu(_))));
        assert!(matches!("1,2345".parse::<Montant>(), Err(MontantError::TropPrecis(_))));
        assert!(matches!("12 34".parse::<Montant>(), Err(MontantError::MalGroupe(_))));
        assert!(matches!("12 000 000 000 000".parse::<Montant>(), Err(MontantError::TropGrand(_))));
        for texte in ["", "-", "abc", "1e5", "1.2.3", ",5", "12 euros", "--3"] {
            assert!(matches!(texte.parse::<Montant>(), Err(MontantError::Illisible(_))), "{texte}");
        }
    }
}
