//! The numbers and dates by which a text cites another act.

use std::ops::Range;

use crate::reperage::{DateReperee, Ecrit, GenreJeton};

/// A number after « n° », with the date that follows it.
pub(super) struct Reference<'a> {
    /// The bytes of the number.
    pub(super) plage: Range<usize>,
    /// The date after it, « n° 12 du 3 mars 2026 ».
    pub(super) date: Option<&'a DateReperee>,
}

/// The numbers of a text that « n° » announces between two tokens.
pub(super) fn references<'a>(
    ecrit: &Ecrit,
    jetons: Range<usize>,
    dates: &'a [DateReperee],
) -> Vec<Reference<'a>> {
    let mut out = Vec::new();
    let mut i = jetons.start;
    while i + 1 < jetons.end {
        let sign = match () {
            () if ecrit.est(i, "n") && matches!(ecrit.mot(i + 1), "°" | "º") => 2,
            () if ecrit.est(i, "numero") => 1,
            () => 0,
        };
        let (start, end) = (i + sign, number_end(ecrit, i + sign));
        if sign == 0 || end == start {
            i += 1;
            continue;
        }
        let plage = ecrit.plage(start, end);
        out.push(Reference { date: date_after(ecrit, end, dates), plage });
        i = end;
    }
    out
}

/// The token after a number such as `C-11-02-14`, `2024_041`, `3.04`; the first one when there is none.
fn number_end(ecrit: &Ecrit, start: usize) -> usize {
    let inside = |k: usize| match ecrit.genre(k) {
        Some(GenreJeton::Mot | GenreJeton::Chiffres) => true,
        Some(GenreJeton::Signe) => matches!(ecrit.mot(k), "-" | "_" | "/" | "."),
        _ => false,
    };
    let mut end = start;
    while inside(end) && (end == start || ecrit.colle(end - 1)) {
        end += 1;
    }
    // A final stop is that of the sentence.
    while end > start && ecrit.genre(end - 1) == Some(GenreJeton::Signe) {
        end -= 1;
    }
    let digits = (start..end).any(|k| ecrit.genre(k) == Some(GenreJeton::Chiffres));
    if digits { end } else { start }
}

/// The date that follows a token, « du », « en date du »; « du 1er avril au 30 mai » is a period.
pub(super) fn date_after<'a>(
    ecrit: &Ecrit,
    mut i: usize,
    dates: &'a [DateReperee],
) -> Option<&'a DateReperee> {
    for _ in 0..4 {
        if ecrit.est_un(i, &["du", "en", "date", "le"]) || ecrit.mot(i) == "," {
            i += 1;
        }
    }
    let at = ecrit.jetons.get(i)?.debut;
    let date = dates.iter().find(|d| d.plage.start == at)?;
    (!ecrit.est_un(ecrit.jeton_a(date.plage.end), &["au", "jusqu"])).then_some(date)
}

/// The letters and digits of a number, which two hands may part otherwise.
pub(super) fn nu(numero: &str) -> String {
    numero.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
