//! The administrative court of an authority, from `data/tribunaux.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::jour;

#[derive(Debug, Deserialize)]
struct Table {
    depuis: toml::value::Datetime,
    ressort: Vec<Ressort>,
}

/// A département or a collectivity, with the court of its authorities (*ressort*).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ressort {
    /// Its code, « 014 », where it has one.
    pub code: Option<String>,
    /// Its name, « Calvados ».
    pub departement: String,
    /// The seat of the court, « Caen ».
    pub tribunal: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and tested")]
    toml::from_str(include_str!("../../data/tribunaux.toml")).expect("data/tribunaux.toml")
});

/// The court of an authority by the name of its département, on a day (CJA, R. 221-3 and R. 312-1); nothing when the name is
/// not known, or before the first day of the table.
#[must_use]
pub fn tribunal(day: NaiveDate, departement: &str) -> Option<&'static Ressort> {
    let plain = |s: &str| s.trim().replace('\'', "’").to_lowercase();
    let wanted = plain(departement);
    let from = jour(&TABLE.depuis)?;
    TABLE.ressort.iter().find(|r| from <= day && plain(&r.departement) == wanted)
}

/// The seats of all the courts.
pub fn tribunaux() -> impl Iterator<Item = &'static str> {
    TABLE.ressort.iter().map(|r| r.tribunal.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_court_is_that_of_the_departement() {
        let day = |y| NaiveDate::from_ymd_opt(y, 12, 7).expect("a day");
        let of = |y, nom: &str| tribunal(day(y), nom).map(|r| r.tribunal.as_str());
        assert_eq!(of(2012, "Calvados"), Some("Caen"));
        assert_eq!(of(2012, "Côte-d'Or"), Some("Dijon"));
        assert_eq!(of(2026, "Seine-Saint-Denis"), Some("Montreuil"));
        assert_eq!(of(2005, "Calvados"), None);
        assert_eq!(of(2012, "Hautes-Combelles"), None);
        assert_eq!(TABLE.ressort.len(), 109);
    }
}
