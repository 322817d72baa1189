//! Dates and times written in full.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::signe::INSECABLE;

/// The months, from January.
pub const MOIS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

const JOURS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Writes a date in full, with U+00A0 between the day and the month.
///
/// The ending of `1er` is in plain letters; [`composer`](super::composer) raises it.
///
/// ```
/// use chrono::NaiveDate;
/// use delibere::typographie::date::date_longue;
///
/// let seance = NaiveDate::from_ymd_opt(2012, 12, 7).unwrap();
/// assert_eq!(date_longue(seance), "7\u{a0}décembre 2012");
/// ```
#[must_use]
pub fn date_longue(d: NaiveDate) -> String {
    let ending = if d.day() == 1 { "er" } else { "" };
    let mois = MOIS[d.month0() as usize];
    format!("{}{ending}{INSECABLE}{mois} {}", d.day(), d.year())
}

/// Writes a date in full after the day of the week: `vendredi 7 décembre 2012`.
#[must_use]
pub fn jour_date(d: NaiveDate) -> String {
    let jour = JOURS[d.weekday().num_days_from_monday() as usize];
    format!("{jour} {}", date_longue(d))
}

/// Writes a time of day with U+00A0: `18 h`, `16 h 15`; seconds are not written.
///
/// ```
/// use chrono::NaiveTime;
/// use delibere::typographie::date::heure;
///
/// let ouverture = NaiveTime::from_hms_opt(16, 15, 0).unwrap();
/// assert_eq!(heure(ouverture), "16\u{a0}h\u{a0}15");
/// ```
#[must_use]
pub fn heure(t: NaiveTime) -> String {
    match t.minute() {
        0 => format!("{}{INSECABLE}h", t.hour()),
        minutes => format!("{}{INSECABLE}h{INSECABLE}{minutes:02}", t.hour()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::composer_simple;
    use super::*;

    #[test]
    fn dates() {
        let jour = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
        assert_eq!(date_longue(jour(2013, 1, 1)), "1er\u{a0}janvier 2013");
        assert_eq!(jour_date(jour(2012, 12, 7)), "vendredi 7\u{a0}décembre 2012");
        assert_eq!(jour_date(jour(2021, 8, 1)), "dimanche 1er\u{a0}août 2021");
    }

    #[test]
    fn heures() {
        let heure = |h, m| heure(NaiveTime::from_hms_opt(h, m, 30).expect("a time"));
        assert_eq!(heure(18, 0), "18\u{a0}h");
        assert_eq!(heure(8, 5), "8\u{a0}h\u{a0}05");
    }

    #[test]
    fn what_is_written_is_composed_already() {
        for month in 1..=12 {
            let date = NaiveDate::from_ymd_opt(2024, month, 1).expect("a date");
            assert_eq!(composer_simple(&jour_date(date)), jour_date(date));
        }
    }
}
