//! How many findings of each severity.

use std::fmt;

use crate::model::Severite;
use crate::read::Diagnostic;

/// How many findings there are of each severity, and how many are set aside (*compte*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compte {
    /// Of errors, warnings and informations that are not set aside.
    par_severite: [usize; 3],
    /// Of all that are set aside.
    pub ignores: usize,
}

impl Compte {
    /// Counts them.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut out = Self::default();
        for d in diagnostics {
            match &d.ignore {
                Some(_) => out.ignores += 1,
                None => out.par_severite[rank(d.severite)] += 1,
            }
        }
        out
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn de(&self, severite: Severite) -> usize {
        self.par_severite[rank(severite)]
    }

    /// « 2 erreurs, 1 avertissement », or nothing when none is left.
    #[must_use]
    pub fn constats(&self) -> String {
        let parts: Vec<String> = Severite::ALL
            .iter()
            .filter(|(s, ..)| self.de(*s) > 0)
            .map(|(s, un, plusieurs)| plural(self.de(*s), un, plusieurs))
            .collect();
        parts.join(", ")
    }
}

impl fmt::Display for Compte {
    /// « 2 erreurs, 3 avertissements, 1 information ; 1 constat ignoré », « aucun constat ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.constats() {
            none if none.is_empty() => f.write_str("aucun constat")?,
            some => f.write_str(&some)?,
        }
        match self.ignores {
            0 => Ok(()),
            n => write!(f, " ; {}", plural(n, "constat ignoré", "constats ignorés")),
        }
    }
}

fn rank(severite: Severite) -> usize {
    Severite::ALL.iter().position(|(s, ..)| *s == severite).unwrap_or(0)
}

/// « 1 constat », « 2 constats ».
pub(crate) fn plural(n: usize, un: &str, plusieurs: &str) -> String {
    format!("{n} {}", if n > 1 { plusieurs } else { un })
}
