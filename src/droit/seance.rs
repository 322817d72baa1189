//! The law of a sitting, from `data/seance.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::{GenreCollectivite, Majorite};

/// What the law of a day asks of a sitting and of its acts (*régime*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegimeSeance {
    /// Who signs the deliberations in the register; nothing where no text was read.
    pub signataires: Option<Signataires>,
    /// What is posted after the sitting; nothing where no text was read.
    pub suite: Option<Suite>,
    /// How acts are made public; nothing where no text was read.
    pub publicite: Option<Publicite>,
    /// Whether the law says what the minutes hold.
    pub pv_detaille: bool,
    /// The articles.
    pub base: &'static str,
}

/// Who signs the deliberations in the register (CGCT, L. 2121-23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signataires {
    /// Every member present at the sitting, or the cause that keeps one from signing.
    Presents,
    /// The president and the secretaries of the sitting.
    PresidentEtSecretaires,
}

/// What is posted after a sitting (CGCT, L. 2121-25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suite {
    /// The report of the sitting (*compte rendu*), within a week.
    CompteRendu,
    /// The list of the deliberations examined, within a week, posted and online.
    Liste,
}

/// How acts are made public (CGCT, L. 2131-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Publicite {
    /// Posted at the seat.
    Affichage,
    /// Published on the site of the authority.
    Electronique,
}

/// The majority that defines the *intérêt communautaire* on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InteretCommunautaire {
    /// The majority.
    pub majorite: Majorite,
    /// Whether its base was debated on that day.
    pub debattue: bool,
    /// The articles.
    pub base: &'static str,
}

#[derive(Debug, Deserialize)]
struct Table {
    periode: Vec<Periode>,
    interet_communautaire: Vec<Interet>,
    voix_preponderante: Vec<Preponderante>,
}

#[derive(Debug, Deserialize)]
struct Periode {
    depuis: Option<toml::value::Datetime>,
    jusqu_au: Option<toml::value::Datetime>,
    genres: Vec<String>,
    signataires: Option<Signataires>,
    suite: Option<Suite>,
    publicite: Option<Publicite>,
    #[serde(default)]
    pv_detaille: bool,
    base: String,
}

#[derive(Debug, Deserialize)]
struct Interet {
    depuis: Option<toml::value::Datetime>,
    jusqu_au: Option<toml::value::Datetime>,
    majorite: String,
    genres: Vec<String>,
    base: String,
    #[serde(default)]
    debattue: bool,
}

#[derive(Debug, Deserialize)]
struct Preponderante {
    depuis: Option<toml::value::Datetime>,
    jusqu_au: Option<toml::value::Datetime>,
    genres: Vec<String>,
    articles: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and tested")]
    toml::from_str(include_str!("../../data/seance.toml")).expect("data/seance.toml")
});

/// Whether a day stands between two bounds, both included.
fn within(
    day: NaiveDate,
    depuis: Option<&toml::value::Datetime>,
    jusqu_au: Option<&toml::value::Datetime>,
) -> bool {
    let bound = |d: Option<&toml::value::Datetime>| super::jour(d?);
    bound(depuis).is_none_or(|from| from <= day) && bound(jusqu_au).is_none_or(|to| day <= to)
}

/// What the law of a day asks of a sitting of that kind of authority; nothing at all where no text was read for it.
#[must_use]
pub fn seance(day: NaiveDate, genre: GenreCollectivite) -> RegimeSeance {
    let key = key(genre).unwrap_or_default();
    let found = TABLE.periode.iter().find(|p| {
        p.genres.iter().any(|g| g == key) && within(day, p.depuis.as_ref(), p.jusqu_au.as_ref())
    });
    RegimeSeance {
        signataires: found.and_then(|p| p.signataires),
        suite: found.and_then(|p| p.suite),
        publicite: found.and_then(|p| p.publicite),
        pv_detaille: found.is_some_and(|p| p.pv_detaille),
        base: found.map_or("", |p| &p.base),
    }
}

/// The majority that defines the *intérêt communautaire* for that kind of authority on that day; nothing where the law
/// asks its assembly for none.
#[must_use]
pub fn interet_communautaire(
    day: NaiveDate,
    genre: GenreCollectivite,
) -> Option<InteretCommunautaire> {
    let key = key(genre)?;
    let found = TABLE.interet_communautaire.iter().find(|i| {
        i.genres.iter().any(|g| g == key) && within(day, i.depuis.as_ref(), i.jusqu_au.as_ref())
    })?;
    Some(InteretCommunautaire {
        majorite: match found.majorite.as_str() {
            "deux-tiers-membres" => Majorite::DeuxTiersMembres,
            _ => Majorite::DeuxTiersSuffrages,
        },
        debattue: found.debattue,
        base: &found.base,
    })
}

/// The articles of the code of local authorities by which the vote of who presides decides a tie, « de l’article
/// L. 2121-20 »; nothing where none is known to apply.
#[must_use]
pub fn voix_preponderante(day: NaiveDate, genre: GenreCollectivite) -> Option<&'static str> {
    let key = key(genre)?;
    let found = TABLE.voix_preponderante.iter().find(|v| {
        v.genres.iter().any(|g| g == key) && within(day, v.depuis.as_ref(), v.jusqu_au.as_ref())
    })?;
    Some(&found.articles)
}

/// The name of a kind of authority in the files.
fn key(genre: GenreCollectivite) -> Option<&'static str> {
    GenreCollectivite::ALL.iter().find(|(g, ..)| *g == genre).map(|(_, key, _)| *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day")
    }

    #[test]
    fn the_reform_of_2022_changes_the_regime() {
        let at = |y, m, d| seance(day(y, m, d), GenreCollectivite::Commune);
        let (before, after) = (at(2022, 6, 30), at(2022, 7, 1));
        assert_eq!(before.signataires, Some(Signataires::Presents));
        assert_eq!(before.suite, Some(Suite::CompteRendu));
        assert_eq!(before.publicite, Some(Publicite::Affichage));
        assert_eq!(after.signataires, Some(Signataires::PresidentEtSecretaires));
        assert_eq!(after.suite, Some(Suite::Liste));
        assert_eq!(after.publicite, Some(Publicite::Electronique));
        assert!(after.pv_detaille && !before.pv_detaille);
    }

    /// L. 2121-23 and L. 2121-25 are for communes and groupings; L. 3121-13 says of the minutes what L. 2121-15 does.
    #[test]
    fn departements_and_regions_do_not_follow_the_law_of_communes() {
        use GenreCollectivite::{CommunauteCommunes, Departement, Region};
        for y in [2021, 2026] {
            let (commune, dep) = (seance(day(y, 9, 1), CommunauteCommunes), Departement);
            let dep = seance(day(y, 9, 1), dep);
            assert_eq!((dep.signataires, dep.suite), (None, None));
            assert_eq!((dep.publicite, dep.pv_detaille), (commune.publicite, commune.pv_detaille));
            let region = seance(day(y, 9, 1), Region);
            assert_eq!((region.signataires, region.suite), (None, None));
            assert_eq!(region.publicite, commune.publicite);
            assert!(!region.pv_detaille, "L. 4132-12 was not read");
        }
        for p in &TABLE.periode {
            for genre in &p.genres {
                assert!(GenreCollectivite::ALL.iter().any(|(_, key, _)| key == genre), "{genre}");
            }
        }
    }

    #[test]
    fn the_majority_of_the_interet_communautaire_follows_the_law_of_the_day() {
        let asked = |y, m, d, genre| interet_communautaire(day(y, m, d), genre);
        let ca = GenreCollectivite::CommunauteAgglomeration;
        let in_2012 = asked(2012, 12, 7, ca).expect("two thirds");
        assert_eq!(in_2012.majorite, Majorite::DeuxTiersMembres);
        assert_eq!(asked(1999, 7, 12, ca), None);
        assert_eq!(asked(2012, 12, 7, GenreCollectivite::CommunauteCommunes), None);
        assert!(asked(2018, 1, 1, ca).expect("two thirds").debattue);
        let since = asked(2019, 12, 29, GenreCollectivite::CommunauteCommunes).expect("two thirds");
        assert_eq!((since.majorite, since.debattue), (Majorite::DeuxTiersSuffrages, false));
    }

    #[test]
    fn the_casting_vote_has_its_article_where_one_is_known() {
        let articles = |genre| voix_preponderante(day(2026, 6, 18), genre);
        assert_eq!(articles(GenreCollectivite::Commune), Some("de l’article L. 2121-20"));
        assert_eq!(articles(GenreCollectivite::Region), Some("de l’article L. 4132-14"));
        assert_eq!(articles(GenreCollectivite::SyndicatMixte), None);
        assert_eq!(voix_preponderante(day(1990, 1, 1), GenreCollectivite::Commune), None);
        for v in &TABLE.voix_preponderante {
            for genre in &v.genres {
                assert!(GenreCollectivite::ALL.iter().any(|(_, key, _)| key == genre), "{genre}");
            }
        }
    }
}
