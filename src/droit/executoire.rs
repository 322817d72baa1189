//! When a deliberation is in force, from `data/executoire.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Table {
    periode: Vec<Periode>,
}

#[derive(Debug, Deserialize)]
struct Periode {
    depuis: Option<toml::value::Datetime>,
    conditions: Vec<Condition>,
    base: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Condition {
    Transmission,
    Publication,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and tested")]
    toml::from_str(include_str!("../../data/executoire.toml")).expect("data/executoire.toml")
});

fn periode(seance: NaiveDate) -> &'static Periode {
    let of_the_day = TABLE.periode.iter().rfind(|p| {
        p.depuis.as_ref().and_then(|d| d.date).is_none_or(|d| {
            NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into())
                .is_some_and(|depuis| depuis <= seance)
        })
    });
    of_the_day.unwrap_or(&TABLE.periode[0])
}

/// The day on which a deliberation of that sitting is in force: the later of what the law asks for; nothing while one
/// of them is still to be done.
#[must_use]
pub fn executoire(
    seance: NaiveDate,
    transmission: Option<NaiveDate>,
    publication: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let done = periode(seance).conditions.iter().map(|c| match c {
        Condition::Transmission => transmission,
        Condition::Publication => publication,
    });
    done.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// The articles that say so on that day.
#[must_use]
pub fn base_executoire(seance: NaiveDate) -> &'static str {
    &periode(seance).base
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_force_on_the_later_of_both_days() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        let (sent, shown) = (day(2012, 12, 10), day(2012, 12, 14));
        let seance = day(2012, 12, 7);
        assert_eq!(executoire(seance, Some(sent), Some(shown)), Some(shown));
        assert_eq!(executoire(seance, Some(shown), Some(sent)), Some(shown));
        assert_eq!(executoire(seance, Some(sent), None), None);
        assert_eq!(executoire(seance, None, Some(shown)), None);
        assert!(base_executoire(seance).contains("affichage"));
        assert!(base_executoire(day(2022, 7, 1)).contains("électronique"));
    }
}
