//! What was verified and what was not.

use chrono::NaiveDate;

use crate::check::{Examen, FAMILLES, REGLES, Regle, Sujet, notice};
use crate::model::GenreCollectivite;
use crate::read::codes;
use crate::typographie::date::date_longue;

/// What was verified of a subject (*portée*).
#[derive(Debug, Clone)]
pub struct Portee {
    /// The day whose law applies.
    pub jour: NaiveDate,
    /// The kind of authority.
    pub genre: GenreCollectivite,
    /// The rules that were applied.
    pub appliquees: Vec<&'static Regle>,
    /// Those that were not, and why.
    pub ecartees: Vec<Ecartee>,
}

/// A rule that was not applied (*écartée*).
#[derive(Debug, Clone)]
pub struct Ecartee {
    /// The rule.
    pub regle: &'static Regle,
    /// Why, in French.
    pub raison: String,
}

impl Portee {
    pub(super) fn new(sujet: &Sujet) -> Self {
        let (jour, genre, whole) = match sujet {
            Sujet::Acte(a) => (a.0.seance.date, a.0.collectivite.genre, false),
            Sujet::Seance(s) => (s.0.seance.date, s.0.collectivite.genre, true),
        };
        let mut out = Self { jour, genre, appliquees: Vec::new(), ecartees: Vec::new() };
        // Those that keep watch on what is set aside look at the report itself, not at the dossier.
        let of_dossier = REGLES.iter().filter(|r| !matches!(r.run, Examen::Ignores(_)));
        for regle in of_dossier {
            match reason(regle, jour, genre, whole) {
                None => out.appliquees.push(regle),
                Some(raison) => out.ecartees.push(Ecartee { regle, raison }),
            }
        }
        out
    }

    /// « 12 règles appliquées » by family: « Vote (5), Budget (7) ».
    #[must_use]
    pub fn familles(&self) -> Vec<(&'static str, usize)> {
        let of = |prefixe: &str| {
            self.appliquees.iter().filter(|r| r.code.split('-').next() == Some(prefixe)).count()
        };
        let all = FAMILLES.iter().map(|f| (f.nom, of(f.prefixe)));
        all.filter(|(_, n)| *n > 0).collect()
    }

    /// The rules that were applied and whose text could not be read in full, with what was not verified in it.
    pub fn reserves(&self) -> impl Iterator<Item = (&'static Regle, &'static str)> {
        self.appliquees.iter().filter_map(|r| Some((*r, r.reserve?)))
    }

    /// The law that was applied, in a sentence.
    #[must_use]
    pub fn droit(&self) -> String {
        let genre = match self.genre.nom() {
            "" => String::new(),
            nom => format!(" ; catégorie de collectivité : {nom}"),
        };
        format!(
            "Le droit appliqué est celui du {}, jour de la séance{genre}.",
            date_longue(self.jour)
        )
    }

    /// What was looked for, in a sentence.
    #[must_use]
    pub fn recherche(&self) -> String {
        let rules = match self.appliquees.len() {
            0 => "aucune règle appliquée".to_owned(),
            1 => "une règle appliquée".to_owned(),
            n => format!("{n} règles appliquées"),
        };
        let families: Vec<String> =
            self.familles().iter().map(|(nom, n)| format!("{nom} ({n})")).collect();
        let families = match families.is_empty() {
            true => String::new(),
            false => format!(" : {}", families.join(", ")),
        };
        let kinds = codes::ALL.len();
        format!("{kinds} sortes de fautes de lecture recherchées ; {rules}{families}.")
    }
}

/// Why a rule is not applied; nothing when it is.
fn reason(regle: &Regle, jour: NaiveDate, genre: GenreCollectivite, whole: bool) -> Option<String> {
    if !regle.vigueur.couvre(jour) {
        return Some(format!("en vigueur {}", notice::vigueur(&regle.vigueur)));
    }
    if !regle.s_applique(jour, genre) {
        return Some(format!("ne concerne que : {}", notice::genres(regle)));
    }
    (matches!(regle.run, Examen::Seance(_)) && !whole)
        .then(|| "porte sur la séance entière : vérifiez le dossier de la séance".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Exemple, Lecture, Vigueur};
    use crate::model::Severite;

    static REGLE: Regle = Regle {
        code: "FORM-05",
        nom: "signatures",
        severite: Severite::Erreur,
        vigueur: Vigueur::depuis(2022, 7, 1),
        genres: &[GenreCollectivite::Commune, GenreCollectivite::Metropole],
        base: None,
        lecture: Lecture::Lu,
        reserve: None,
        doc: "",
        exemple: Exemple { faux: "", juste: "" },
        run: Examen::Seance(|_, _, _, _| {}),
    };

    #[test]
    fn a_rule_that_is_not_applied_says_why() {
        let why = |year, genre, whole| {
            let day = NaiveDate::from_ymd_opt(year, 12, 7).expect("a day");
            reason(&REGLE, day, genre, whole).map(|r| r.replace('\u{a0}', " "))
        };
        let commune = GenreCollectivite::Commune;
        let told = why(2012, commune, true).expect("too early");
        assert!(
            told.starts_with("en vigueur depuis le ") && told.ends_with("juillet 2022"),
            "{told}"
        );
        let told = why(2026, GenreCollectivite::Region, true).expect("of others");
        assert_eq!(told, "ne concerne que : commune et métropole");
        let told = why(2026, commune, false).expect("of a sitting");
        assert!(told.starts_with("porte sur la séance entière"), "{told}");
        assert_eq!(why(2026, commune, true), None);
    }
}
