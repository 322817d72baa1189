//! What a prefecture's classification names, from `data/classification.toml` or from its own message.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::{GenreCollectivite, Matiere, NatureActe, TypePiece};

/// A classification (*classification*): what a prefecture takes at a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    /// Its date, which every message names.
    pub date: NaiveDate,
    /// The types of pieces of each nature; empty in the first generation.
    pub types_piece: Vec<(NatureActe, TypePiece, String)>,
    /// Its matières with their labels, from two levels up.
    pub matieres: Vec<(Matiere, String)>,
}

/// Which schema of the messages a day takes (*génération*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Generation {
    /// From 2004: no type of piece.
    V1,
    /// From 2017: a type for each piece, and what also goes on paper.
    V2,
}

impl Classification {
    /// The label of a matière.
    #[must_use]
    pub fn libelle(&self, matiere: &Matiere) -> Option<&str> {
        self.matieres.iter().find(|(m, _)| m == matiere).map(|(_, l)| l.as_str())
    }

    /// The types of pieces that a nature takes.
    pub fn types(&self, nature: NatureActe) -> impl Iterator<Item = (&TypePiece, &str)> {
        self.types_piece.iter().filter(move |(n, ..)| *n == nature).map(|(_, t, l)| (t, l.as_str()))
    }
}

#[derive(Debug, Deserialize)]
struct Table {
    date: toml::value::Datetime,
    generation: Vec<Periode>,
    nature: Vec<Nature>,
    nature_collectivite: Vec<NatureCollectivite>,
    scdl: std::collections::BTreeMap<String, String>,
    matieres: toml::Table,
}

#[derive(Debug, Deserialize)]
struct Periode {
    nom: Generation,
    depuis: toml::value::Datetime,
}

#[derive(Debug, Deserialize)]
struct Nature {
    code: u8,
    types_piece: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct NatureCollectivite {
    code: u8,
    genres: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and tested")]
    toml::from_str(include_str!("../../data/classification.toml")).expect("classification.toml")
});

fn day(d: &toml::value::Datetime) -> Option<NaiveDate> {
    let d = d.date?;
    NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into())
}

static NATIONALE: LazyLock<Classification> = LazyLock::new(|| Classification {
    date: day(&TABLE.date).unwrap_or_default(),
    types_piece: TABLE
        .nature
        .iter()
        .filter_map(|n| {
            let (nature, ..) = NatureActe::ALL.iter().find(|(_, _, code, _)| *code == n.code)?;
            Some((*nature, &n.types_piece))
        })
        .flat_map(|(nature, types)| {
            types.iter().filter_map(move |(t, l)| Some((nature, t.parse().ok()?, l.clone())))
        })
        .collect(),
    matieres: TABLE
        .matieres
        .iter()
        .filter_map(|(code, l)| Some((code.parse().ok()?, l.as_str()?.to_owned())))
        .collect(),
});

/// The classification of the program, dated 2019-03-01: national in its two first levels.
#[must_use]
pub fn classification() -> &'static Classification {
    &NATIONALE
}

/// The schema that a message sent on that day follows, by the classifications and messages that were read.
#[must_use]
pub fn generation(envoi: NaiveDate) -> Generation {
    let of_the_day =
        TABLE.generation.iter().rfind(|p| day(&p.depuis).is_some_and(|depuis| depuis <= envoi));
    of_the_day.map_or(Generation::V1, |p| p.nom)
}

/// The theme of a matière as the SCDL names it, « Finances locales ».
#[must_use]
pub fn theme(matiere: &Matiere) -> &'static str {
    TABLE.scdl.get(&matiere.niveaux()[0].to_string()).map_or("", String::as_str)
}

/// The code that stands for a kind of authority in an envelope, where one is usual.
#[must_use]
pub fn nature_collectivite(genre: GenreCollectivite) -> Option<u8> {
    let key = GenreCollectivite::ALL.iter().find(|(g, ..)| *g == genre).map(|(_, key, _)| *key)?;
    TABLE.nature_collectivite.iter().find(|n| n.genres.iter().any(|g| g == key)).map(|n| n.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let c = classification();
        // 181 rows in the source, nine of them of one level: themes, which are no matière by themselves.
        assert_eq!(c.matieres.len(), 181 - 9);
        assert_eq!(c.types_piece.len(), 115);
        assert_eq!(c.date.to_string(), "2019-03-01");
        let of = |m: &str| c.libelle(&m.parse().expect("a matière"));
        assert_eq!(of("7.10"), Some("Divers"));
        assert_eq!(of("7.1"), Some("Decisions budgetaires"));
        assert_eq!(of("7.11"), None);
        assert_eq!(c.types(NatureActe::Deliberation).count(), 18);
        assert_eq!(theme(&"8.4".parse().expect("8.4")), "Domaines de compétences par thèmes");
        assert_eq!(nature_collectivite(GenreCollectivite::CommunauteAgglomeration), Some(46));
        assert_eq!(nature_collectivite(GenreCollectivite::SyndicatMixte), None);
    }

    #[test]
    fn the_generation_follows_the_day() {
        let on = |y, m, d| generation(NaiveDate::from_ymd_opt(y, m, d).expect("a day"));
        assert_eq!(on(2012, 12, 10), Generation::V1);
        assert_eq!(on(2017, 11, 12), Generation::V1);
        assert_eq!(on(2017, 11, 13), Generation::V2);
        assert_eq!(on(1982, 1, 1), Generation::V1);
    }
}
