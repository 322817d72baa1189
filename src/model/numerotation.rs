//! The numbers of acts: the one that is printed, and the one that the prefecture receives.

/// The two numbers of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumeroActe {
    /// As printed, « C-12-05-01 ».
    pub affiche: String,
    /// As transmitted to the prefecture: capitals, digits and underscores, 15 at most, `C_12_05_01`; nothing when the
    /// printed one gives none and none is given by hand.
    pub transmis: Option<String>,
    /// Whether the transmitted one is given by hand, and not made from the printed one.
    pub saisi: bool,
}

/// The numbering scheme of an authority (*numérotation*), for the printed number and the transmitted one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numerotation {
    /// What makes the printed number.
    pub affiche: Vec<PartNumero>,
    /// What makes the transmitted number, when it is not the printed one with its other signs turned into `_`.
    pub transmis: Option<Vec<PartNumero>>,
}

/// A part of a numbering scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartNumero {
    /// Signs that stand as they are.
    Signes(String),
    /// `{AAAA}`: the year in four digits.
    Annee,
    /// `{AA}`: its last two digits.
    AnneeCourte,
    /// `{MM}`: the month in two digits.
    Mois,
    /// `{JJ}`: the day in two digits.
    Jour,
    /// `{RANG:02}`: the rank of the sitting in the year, in so many digits at least.
    Rang(usize),
    /// `{ORDRE:03}`: the order of the act, in so many digits at least.
    Ordre(usize),
}

impl NumeroActe {
    /// Characters of a transmitted number at most.
    pub const MAX: usize = 15;

    /// The transmitted number that a printed one gives: `C-12-05-01` → `C_12_05_01`, `2026-003 bis` → `2026_003_BIS`;
    /// nothing when it would be empty or longer than [`NumeroActe::MAX`].
    ///
    /// Source: ACTES 1.4, `NumeroInterne`, pattern `[A-Z0-9_]{1,15}`.
    #[must_use]
    pub fn transmissible(affiche: &str) -> Option<String> {
        use unicode_normalization::UnicodeNormalization;
        let mut out = String::new();
        for c in
            affiche.trim().nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        {
            match c.to_ascii_uppercase() {
                c @ ('A'..='Z' | '0'..='9') => out.push(c),
                _ if !out.ends_with('_') => out.push('_'),
                _ => {}
            }
        }
        let out = out.trim_matches('_').to_owned();
        (!out.is_empty() && out.len() <= Self::MAX).then_some(out)
    }

    /// Whether a text has the form of a transmitted number.
    #[must_use]
    pub fn is_transmissible(texte: &str) -> bool {
        (1..=Self::MAX).contains(&texte.len())
            && texte.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_other_signs_into_underscores() {
        let given = |n: &str| NumeroActe::transmissible(n);
        assert_eq!(given("C-12-05-01").as_deref(), Some("C_12_05_01"));
        assert_eq!(given("2026-003 bis").as_deref(), Some("2026_003_BIS"));
        assert_eq!(given("Délib. n° 4").as_deref(), Some("DELIB_N_4"));
        assert_eq!(given("2026-06-18-CM-0001"), None);
        assert_eq!(given("–"), None);
        assert!(NumeroActe::is_transmissible("C_12_05_01"));
        assert!(!NumeroActe::is_transmissible("C-12-05-01"));
    }
}
