//! How people are named in a sentence: elision, enumeration, titles.

use unicode_normalization::UnicodeNormalization;

use crate::model::{Conseiller, IdConseiller, Seance};

/// First names whose *h* is mute; before any other *h*, family names above all, both usages are seen and « de » is safe.
const H_MUETS: [&str; 13] = [
    "helene",
    "henri",
    "henriette",
    "hermine",
    "herve",
    "hippolyte",
    "honore",
    "honorine",
    "hortense",
    "hubert",
    "hugues",
    "huguette",
    "hyacinthe",
];

/// « a, b et c ».
#[must_use]
pub fn enumeration<S: AsRef<str>>(mots: &[S]) -> String {
    let mots: Vec<&str> = mots.iter().map(AsRef::as_ref).collect();
    match mots.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} et {last}", others.join(", ")),
    }
}

/// « de M. X », « d’Anne X », « d’Henri X », « de Yannick X »: *de*, elided before a vowel or a *h* surely mute.
///
/// ```
/// use delibere::redaction::de;
///
/// assert_eq!(de("Élodie CHASSAIN"), "d’Élodie CHASSAIN");
/// assert_eq!(de("HARDOUIN"), "de HARDOUIN");
/// ```
#[must_use]
pub fn de(nom: &str) -> String {
    let vowel = |c: char| "aeiouœæ".contains(c);
    let word: String = nom
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let mut letters = word.chars();
    let elided = match (letters.next(), letters.next()) {
        // « d’Yves », but « de Yannick ».
        (Some('y'), next) => next.is_some_and(|c| !vowel(c)),
        (Some('h'), _) => H_MUETS.contains(&word.as_str()),
        (Some(first), _) => vowel(first),
        (None, _) => false,
    };
    if elided { format!("d’{nom}") } else { format!("de {nom}") }
}

/// « M. MARTIN »; the first name too when another member is called the same.
pub(super) fn nom(seance: &Seance, id: &IdConseiller) -> String {
    let Some(membre) = seance.conseiller(id) else { return id.0.clone() };
    let court = membre.nom_court();
    let alone = seance.conseillers.iter().filter(|c| c.nom_court() == court).nth(1).is_none();
    if alone { court } else { membre.nom_complet() }
}

/// Names after a colon or between brackets: « M. A, Mme B, M. C ».
pub(super) fn liste(seance: &Seance, ids: &[IdConseiller]) -> String {
    ids.iter().map(|id| nom(seance, id)).collect::<Vec<_>>().join(", ")
}

/// The ending of a participle that agrees with members: « e », « s », « es », or none.
pub(super) fn accord(seance: &Seance, ids: &[IdConseiller]) -> &'static str {
    let women = ids.iter().all(|id| seance.conseiller(id).is_some_and(Conseiller::feminin));
    match (women && !ids.is_empty(), ids.len() > 1) {
        (true, true) => "es",
        (true, false) => "e",
        (false, true) => "s",
        (false, false) => "",
    }
}

/// The same words at the start of a sentence.
pub(super) fn capitale(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// The place of a member in the order of the table, for sorting.
pub(super) fn rang(seance: &Seance, id: &IdConseiller) -> usize {
    seance.conseillers.iter().position(|c| c.id == *id).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_is_elided_before_a_vowel() {
        for (nom, attendu) in [
            ("Mme LEROY", "de Mme LEROY"),
            ("Anne LEROY", "d’Anne LEROY"),
            ("Émile", "d’Émile"),
            ("E\u{301}mile", "d’E\u{301}mile"),
            ("Œdipe", "d’Œdipe"),
            ("ÉPERNOVE", "d’ÉPERNOVE"),
            ("Yves", "d’Yves"),
            ("YBRESSAC", "d’YBRESSAC"),
            ("Yannick", "de Yannick"),
            ("Henri-Paul X", "d’Henri-Paul X"),
            ("HÉLÈNE X", "d’HÉLÈNE X"),
            ("HAMELOT", "de HAMELOT"),
            ("", "de "),
        ] {
            assert_eq!(de(nom), attendu);
        }
    }

    #[test]
    fn enumerations() {
        assert_eq!(enumeration::<&str>(&[]), "");
        assert_eq!(enumeration(&["a"]), "a");
        assert_eq!(enumeration(&["a", "b"]), "a et b");
        assert_eq!(enumeration(&["a", "b", "c"]), "a, b et c");
    }
}
