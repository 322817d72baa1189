//! The charts of accounts: which one an authority keeps, and the chapters each has, from `data/chapitres.csv` and
//! `data/nomenclature.toml`.
//!
//! The chapters are known from [`PREMIER`] to [`DERNIER`]; beyond, the nearest year known stands for the others.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Exercice, GenreCollectivite, Nomenclature, Section, Sens};

/// The first budget year whose chapters are known.
pub const PREMIER: Exercice = Exercice(2013);
/// The last budget year whose chapters are known.
pub const DERNIER: Exercice = Exercice(2024);

/// A chapter of a chart of accounts (*chapitre*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapitre {
    /// Its label.
    pub libelle: &'static str,
    /// The section of the budget in which it stands.
    pub section: Section,
    depense: bool,
    recette: bool,
}

impl Chapitre {
    /// Whether it holds spending, or receipts, real or of order; both where the chart does not say.
    #[must_use]
    pub fn admet(&self, sens: Sens) -> bool {
        let silent = !self.depense && !self.recette;
        silent
            || match sens {
                Sens::Depense => self.depense,
                Sens::Recette => self.recette,
            }
    }
}

/// How a declared chart sits with a kind of authority in a budget year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// The usual one, one that may be kept instead, or a kind of authority of which nothing is known.
    Admise,
    /// Another kind of authority keeps it; the usual one is given.
    Autre(Nomenclature),
}

#[derive(Debug, Deserialize)]
struct Usuelles {
    usuelle: Vec<Usuelle>,
}

#[derive(Debug, Deserialize)]
struct Usuelle {
    genres: Vec<String>,
    depuis: Option<u16>,
    jusqu_a: Option<u16>,
    nomenclature: String,
    admises: Vec<String>,
}

static USUELLES: LazyLock<Vec<Usuelle>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and tested")]
    toml::from_str::<Usuelles>(include_str!("../../data/nomenclature.toml"))
        .expect("data/nomenclature.toml")
        .usuelle
});

/// A chapter, with the variants of the chart that have it and when.
#[derive(Debug)]
struct Rangee {
    chapitre: Chapitre,
    /// The variants, joined by « + », with their first and last years.
    plans: Vec<(u16, u16, &'static str)>,
}

/// The rows of each chapter, by the key of its chart in the table and its code.
static CHAPITRES: LazyLock<HashMap<(&'static str, &'static str), Vec<Rangee>>> =
    LazyLock::new(|| {
        let mut out: HashMap<_, Vec<Rangee>> = HashMap::new();
        let rows = include_str!("../../data/chapitres.csv").lines();
        for row in rows.filter(|r| !r.starts_with('#')).skip(1) {
            let mut cells = row.split(';');
            let mut next = || cells.next().unwrap_or_default();
            let (norme, code, section, sens, libelle, plans) =
                (next(), next(), next(), next(), next(), next());
            let chapitre = Chapitre {
                libelle,
                section: if section == "F" {
                    Section::Fonctionnement
                } else {
                    Section::Investissement
                },
                depense: sens.contains(['D', 'd']),
                recette: sens.contains(['R', 'r']),
            };
            let plans = plans.split(',').filter_map(span).collect();
            out.entry((norme, code)).or_default().push(Rangee { chapitre, plans });
        }
        out
    });

/// `A+D 2022-2024`, in its parts.
fn span(plans: &'static str) -> Option<(u16, u16, &'static str)> {
    let (names, years) = plans.split_once(' ')?;
    let (from, to) = years.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?, names))
}

/// The chart in the table, the years it covers, and which of its variants count.
fn source(nomenclature: Nomenclature) -> (&'static str, u16, fn(&str) -> bool) {
    match nomenclature {
        Nomenclature::M14 => ("M14", PREMIER.0, |_| true),
        Nomenclature::M4 => ("M4", PREMIER.0, |_| true),
        Nomenclature::M52 => ("M52", PREMIER.0, |_| true),
        Nomenclature::M61 => ("M61", PREMIER.0, |_| true),
        Nomenclature::M71 => ("M71", PREMIER.0, |_| true),
        Nomenclature::M57 => ("M57", 2015, |_| true),
        Nomenclature::M57Developpee => ("M57", 2015, |p| p != "A"),
        // The abridged one is known from 2022.
        Nomenclature::M57Abregee => ("M57", 2022, |p| p == "A"),
    }
}

/// A chapter of a chart in a budget year, by its code; nothing when the chart has no such chapter.
///
/// The variants of a chart (population, establishments) are taken together: a chapter that one of them has is known.
#[must_use]
pub fn chapitre(nomenclature: Nomenclature, exercice: Exercice, code: &str) -> Option<Chapitre> {
    let (norme, first, wanted) = source(nomenclature);
    let year = exercice.0.clamp(first, DERNIER.0);
    let holds = |(from, to, names): &(u16, u16, &str)| {
        (*from..=*to).contains(&year) && names.split('+').any(wanted)
    };
    let rows = CHAPITRES.get(&(norme, code))?.iter().filter(|r| r.plans.iter().any(holds));
    rows.map(|r| r.chapitre).reduce(|a, b| Chapitre {
        depense: a.depense || b.depense,
        recette: a.recette || b.recette,
        ..a
    })
}

/// The chapter that was most likely meant by something that is not one: a lost zero, an account of a chapter.
#[must_use]
pub fn voisin(nomenclature: Nomenclature, exercice: Exercice, typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let known = |code: &str| chapitre(nomenclature, exercice, code).is_some();
    let zeros = (digits.len() < 3).then(|| format!("{digits:0>3}"));
    if let Some(code) = zeros.filter(|code| !digits.is_empty() && known(code)) {
        return Some(code);
    }
    if let Some(code) = (2..=digits.len()).rev().map(|n| &digits[..n]).find(|code| known(code)) {
        return Some(code.to_owned());
    }
    // The accounts of these classes are gathered in chapters that do not bear their number.
    match digits.get(..2)? {
        "60" | "61" | "62" => Some("011".to_owned()),
        "64" => Some("012".to_owned()),
        _ => None,
    }
}

/// The row that says which chart a kind of authority keeps in a year.
fn usage_of(genre: GenreCollectivite, exercice: Exercice) -> Option<&'static Usuelle> {
    let key = GenreCollectivite::ALL.iter().find(|(g, ..)| *g == genre).map(|(_, key, _)| *key)?;
    USUELLES.iter().find(|u| {
        u.genres.iter().any(|g| g == key)
            && u.depuis.is_none_or(|y| y <= exercice.0)
            && u.jusqu_a.is_none_or(|y| exercice.0 <= y)
    })
}

fn named(key: &str) -> Option<Nomenclature> {
    Nomenclature::ALL.iter().find(|(_, k, _)| *k == key).map(|(n, ..)| *n)
}

/// The chart that such an authority usually keeps in a budget year; nothing when that is not known.
#[must_use]
pub fn usuelle(genre: GenreCollectivite, exercice: Exercice) -> Option<Nomenclature> {
    usage_of(genre, exercice).and_then(|u| named(&u.nomenclature))
}

/// How a chart sits with such an authority in a budget year.
#[must_use]
pub fn usage(genre: GenreCollectivite, exercice: Exercice, declared: Nomenclature) -> Usage {
    let family = declared.famille();
    let Some(row) = usage_of(genre, exercice) else { return Usage::Admise };
    match named(&row.nomenclature) {
        Some(usual)
            if usual != family
                && !row.admises.iter().any(|a| named(a).is_some_and(|a| a == family)) =>
        {
            Usage::Autre(usual)
        }
        _ => Usage::Admise,
    }
}
