//! When a deliberation is in force, from `data/executoire.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::GenreCollectivite;

#[derive(Debug, Deserialize)]
struct Table {
    periode: Vec<Periode>,
    certificat: Certificat,
    article: Vec<Article>,
}

#[derive(Debug, Deserialize)]
struct Certificat {
    responsabilite_jusqu_au: toml::value::Datetime,
}

#[derive(Debug, Deserialize)]
struct Article {
    genres: Vec<String>,
    article: String,
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

/// Whether posting an act of that day makes it public: not since 1 July 2022, where only the site of the authority does (CGCT,
/// L. 2131-1 III, L. 3131-1, L. 4141-1, L. 5211-3): a commune of 3,500 inhabitants and more, a grouping with its own taxes, a
/// département, a region.
#[must_use]
pub fn affichage_vaut_publicite(
    seance: NaiveDate,
    genre: GenreCollectivite,
    population: Option<u32>,
) -> bool {
    use GenreCollectivite as G;
    match super::seance(seance, genre).publicite {
        Some(super::Publicite::Electronique) => match genre {
            G::Commune => population.is_none_or(|n| n < 3_500),
            G::SyndicatIntercommunal | G::SyndicatMixte => true,
            _ => false,
        },
        _ => true,
    }
}

/// The articles that say so on that day.
#[must_use]
pub fn base_executoire(seance: NaiveDate) -> &'static str {
    &periode(seance).base
}

/// The article of the CGCT by which an act of that kind of authority is certified to be in force; nothing where none was
/// read.
#[must_use]
pub fn article_executoire(genre: GenreCollectivite) -> Option<&'static str> {
    let (_, cle, _) = GenreCollectivite::ALL.iter().find(|(g, ..)| *g == genre)?;
    let article = TABLE.article.iter().find(|a| a.genres.iter().any(|g| g == cle))?;
    Some(&article.article)
}

/// Whether the executive of that day certifies an act under its own responsibility, in the words of the law.
#[must_use]
pub fn certifie_sous_sa_responsabilite(seance: NaiveDate) -> bool {
    super::jour(&TABLE.certificat.responsabilite_jusqu_au).is_some_and(|last| seance <= last)
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
        assert!(certifie_sous_sa_responsabilite(seance));
        assert!(!certifie_sous_sa_responsabilite(day(2015, 8, 9)));
        // Every key of the table is that of a kind of authority.
        for genre in TABLE.article.iter().flat_map(|a| &a.genres) {
            assert!(GenreCollectivite::ALL.iter().any(|(_, cle, _)| cle == genre), "{genre}");
        }
        assert_eq!(article_executoire(GenreCollectivite::Region), Some("L. 4141-1"));
        assert_eq!(article_executoire(GenreCollectivite::Autre), None);
        assert!(base_executoire(seance).contains("affichage"));
        use GenreCollectivite as G;
        for (genre, population, before, after) in [
            (G::Commune, Some(3_499), true, true),
            (G::Commune, Some(3_500), true, false),
            (G::Commune, None, true, true),
            (G::CommunauteCommunes, None, true, false),
            (G::SyndicatMixte, None, true, true),
            (G::Departement, None, true, false),
            (G::Region, None, true, false),
        ] {
            assert_eq!(affichage_vaut_publicite(day(2022, 6, 30), genre, population), before);
            assert_eq!(affichage_vaut_publicite(day(2022, 7, 1), genre, population), after);
        }
        assert!(base_executoire(day(2022, 7, 1)).contains("électronique"));
    }
}
