//! The years that a text names, alone or as a period.

use std::ops::Range;

use super::ecrit::Ecrit;
use super::jeton::GenreJeton;

/// One year or a period of years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnneesReperees {
    /// The bytes.
    pub plage: Range<usize>,
    /// First year.
    pub debut: u16,
    /// Last year; the first one when it is alone.
    pub fin: u16,
}

/// The years between two tokens: `2013`, `2014-2015`, `2026 à 2028`, `2014/2015`.
#[must_use]
pub fn annees(ecrit: &Ecrit, jetons: Range<usize>) -> Vec<AnneesReperees> {
    let mut out = Vec::new();
    let mut i = jetons.start;
    while i < jetons.end {
        let Some(debut) = year(ecrit, i) else {
            i += 1;
            continue;
        };
        let links = matches!(ecrit.mot(i + 1), "-" | "–" | "/")
            || (ecrit.est(i + 1, "a") && ecrit.mot(i + 1) != "a");
        let last = year(ecrit, i + 2).filter(|f| links && *f > debut && i + 2 < jetons.end);
        let next = if last.is_some() { i + 3 } else { i + 1 };
        out.push(AnneesReperees { plage: ecrit.plage(i, next), debut, fin: last.unwrap_or(debut) });
        i = next;
    }
    out
}

/// A year of four digits that counts nothing.
fn year(ecrit: &Ecrit, i: usize) -> Option<u16> {
    let word = ecrit.mot(i);
    if ecrit.genre(i) != Some(GenreJeton::Chiffres) || word.len() != 4 {
        return None;
    }
    let glued = |k: usize| ecrit.colle(k) && matches!(ecrit.mot(k), "_" | "." | "," | "°");
    let counted = ecrit.est_un(i + 1, &["€", "euros", "k", "m", "habitants", "personnes", "%"]);
    if counted || (i > 0 && glued(i - 1)) || (ecrit.colle(i) && ecrit.mot(i + 1) == "_") {
        return None;
    }
    word.parse().ok().filter(|y| (1900..2200).contains(y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    #[test]
    fn years_alone_and_periods() {
        let read = |texte: &str| -> Vec<(u16, u16)> {
            let ecrit = Ecrit::new(Ecriture::Expose, Lieu::new("f", ""), texte.to_owned());
            annees(&ecrit, 0..ecrit.jetons.len()).iter().map(|a| (a.debut, a.fin)).collect()
        };
        assert_eq!(read("Fin 2013"), [(2013, 2013)]);
        assert_eq!(read("début 2014-2015 puis 2016"), [(2014, 2015), (2016, 2016)]);
        assert_eq!(read("Études de 2026 à 2028"), [(2026, 2028)]);
        assert_eq!(read("2000 € et 2000 habitants, n° 2024_041"), []);
    }
}
