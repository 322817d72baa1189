//! A day written in letters, as registers open.

use chrono::{Datelike, NaiveDate};

use super::nombre::en_lettres;
use crate::typographie::date::MOIS;

/// Writes a day in letters; the years of the second millennium are of the year « mil ».
///
/// ```
/// use chrono::NaiveDate;
/// use delibere::redaction::date_lettres;
///
/// let seance = NaiveDate::from_ymd_opt(2026, 6, 18).unwrap();
/// assert_eq!(date_lettres(seance), "l’an deux mille vingt-six, le dix-huit juin");
/// ```
#[must_use]
pub fn date_lettres(d: NaiveDate) -> String {
    let year = en_lettres(d.year().unsigned_abs());
    // « mil » in a date, when another number follows it.
    let year = match year.strip_prefix("mille ") {
        Some(rest) => format!("mil {rest}"),
        None => year,
    };
    let jour = if d.day() == 1 { "premier".to_owned() } else { en_lettres(d.day()) };
    format!("l’an {year}, le {jour} {}", MOIS[d.month0() as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_letters() {
        let day = |y, m, d| date_lettres(NaiveDate::from_ymd_opt(y, m, d).expect("a day"));
        assert_eq!(day(2012, 12, 7), "l’an deux mille douze, le sept décembre");
        assert_eq!(day(2026, 6, 1), "l’an deux mille vingt-six, le premier juin");
        assert_eq!(day(2000, 8, 21), "l’an deux mille, le vingt et un août");
        let old = "l’an mil neuf cent quatre-vingt-seize, le vingt-neuf février";
        assert_eq!(day(1996, 2, 29), old);
    }
}
