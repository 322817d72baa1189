//! The matter of an act in the classification of the prefectures.

use std::fmt;
use std::str::FromStr;

/// A *matière*: two to five numbers, the first two national, the next ones of each prefecture.
///
/// It is text and never a number: 7.10 is not 7.1.
///
/// ```
/// use delibere::model::Matiere;
/// let matiere: Matiere = "7.10".parse().unwrap();
/// assert_eq!(matiere.to_string(), "7.10");
/// assert_ne!(matiere, "7.1".parse().unwrap());
/// assert_eq!("7.4.2".parse::<Matiere>().unwrap().nationale().to_string(), "7.4");
/// assert!("7".parse::<Matiere>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Matiere(Vec<u8>);

/// A text is not a matter: two to five numbers of one or two digits, with points between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("une matière s’écrit en deux à cinq nombres séparés par des points")]
pub struct MatiereError;

impl Matiere {
    /// Its numbers, from the general to the particular.
    #[must_use]
    pub fn niveaux(&self) -> &[u8] {
        &self.0
    }

    /// Its two national numbers alone.
    #[must_use]
    pub fn nationale(&self) -> Self {
        Self(self.0.iter().take(2).copied().collect())
    }
}

impl FromStr for Matiere {
    type Err = MatiereError;

    fn from_str(texte: &str) -> Result<Self, MatiereError> {
        let number = |s: &str| {
            let plain = matches!(s.len(), 1 | 2) && s.bytes().all(|b| b.is_ascii_digit());
            (plain && !s.starts_with('0')).then(|| s.parse::<u8>().ok()).flatten()
        };
        let niveaux: Option<Vec<u8>> = texte.split('.').map(number).collect();
        niveaux.filter(|n| (2..=5).contains(&n.len()) && n[0] < 10).map(Self).ok_or(MatiereError)
    }
}

impl fmt::Display for Matiere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, niveau) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            niveau.fmt(f)?;
        }
        Ok(())
    }
}
