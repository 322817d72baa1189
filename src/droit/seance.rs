//! The law of a sitting, from `data/seance.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::{GenreCollectivite, Majorite};

/// What the law of a day asks of a sitting and of its acts (*régime*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegimeSeance {
    /// Who signs the deliberations in the register.
    pub signataires: Signataires,
    /// What is posted after the sitting.
    pub suite: Suite,
    /// How acts are made public.
    pub publicite: Publicite,
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
    signataires: Signataires,
    suite: Suite,
    publicite: Publicite,
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

/// What the law of a day asks of a sitting.
///
/// The same for every kind of authority: the texts read for départements (L. 3121-13) say the same, those for regions
/// (L. 4132-12) were not read.
#[must_use]
pub fn seance(day: NaiveDate) -> RegimeSeance {
    let periodes = &TABLE.periode;
    let found = periodes.iter().find(|p| within(day, p.depuis.as_ref(), p.jusqu_au.as_ref()));
    let p = found.unwrap_or(&periodes[0]);
    RegimeSeance {
        signataires: p.signataires,
        suite: p.suite,
        publicite: p.publicite,
        pv_detaille: p.pv_detaille,
        base: &p.base,
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
        let (before, after) = (seance(day(2022, 6, 30)), seance(day(2022, 7, 1)));
        assert_eq!(before.signataires, Signataires::Presents);
        assert_eq!((before.suite, before.publicite), (Suite::CompteRendu, Publicite::Affichage));
        assert_eq!(after.signataires, Signataires::PresidentEtSecretaires);
        assert_eq!((after.suite, after.publicite), (Suite::Liste, Publicite::Electronique));
        assert!(after.pv_detaille && !before.pv_detaille);
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
