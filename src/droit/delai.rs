//! Delays of law, counted in days.

use chrono::{Months, NaiveDate};

/// Clear days (*jours francs*) between two days: neither the first nor the last one counts, Sundays and holidays do.
///
/// That they do is from memory of the case law.
#[must_use]
pub fn jours_francs(envoi: NaiveDate, echeance: NaiveDate) -> i64 {
    (echeance - envoi).num_days() - 1
}

/// The day that comes so many months after another; the last one of its month when it has no such day.
#[must_use]
pub fn mois_apres(jour: NaiveDate, mois: u32) -> NaiveDate {
    jour.checked_add_months(Months::new(mois)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_end_counts() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a day");
        assert_eq!(jours_francs(day(6, 12), day(6, 18)), 5);
        assert_eq!(jours_francs(day(6, 17), day(6, 18)), 0);
        assert_eq!(
            mois_apres(day(12, 31), 2),
            NaiveDate::from_ymd_opt(2027, 2, 28).expect("a day")
        );
    }
}
