//! Dates in a text, possible or not.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use super::ecrit::Ecrit;
use super::jeton::GenreJeton;

/// A date as a text says it: a day of a month, or a month of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateReperee {
    /// Its bytes.
    pub plage: Range<usize>,
    /// The day of the week, when it is said.
    pub semaine: Option<Weekday>,
    /// The day of the month.
    pub jour: Option<u32>,
    /// The month, 1 to 12 in words, any number in digits.
    pub mois: u32,
    /// The year.
    pub annee: Option<i32>,
}

/// The months, folded.
pub const MOIS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

pub(super) const JOURS: [(&str, Weekday); 7] = [
    ("lundi", Weekday::Mon),
    ("mardi", Weekday::Tue),
    ("mercredi", Weekday::Wed),
    ("jeudi", Weekday::Thu),
    ("vendredi", Weekday::Fri),
    ("samedi", Weekday::Sat),
    ("dimanche", Weekday::Sun),
];

impl DateReperee {
    /// The day, when it is complete and exists.
    #[must_use]
    pub fn jour(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.annee?, self.mois, self.jour?)
    }

    /// Whether no such day exists, in that year or in any when none is said.
    #[must_use]
    pub fn impossible(&self) -> bool {
        let Some(jour) = self.jour else { return false };
        // A leap year: what does not exist in it exists in none.
        NaiveDate::from_ymd_opt(self.annee.unwrap_or(2000), self.mois, jour).is_none()
    }
}

/// The dates of a text, in order: `vendredi 7 décembre 2012`, `31 avril`, `mars 2012`, `07/12/2012`.
#[must_use]
pub fn dates(ecrit: &Ecrit) -> Vec<DateReperee> {
    dates_entre(ecrit, 0..ecrit.jetons.len())
}

/// The dates whose day, or whose year where no day is said, is one of those tokens.
#[must_use]
pub fn dates_entre(ecrit: &Ecrit, jetons: Range<usize>) -> Vec<DateReperee> {
    let mut out = Vec::new();
    let mut i = jetons.start;
    while i < jetons.end {
        match at(ecrit, i) {
            Some((date, fin)) => {
                out.push(date);
                i = fin;
            }
            None => i += 1,
        }
    }
    out
}

pub(super) fn month(ecrit: &Ecrit, i: usize) -> Option<u32> {
    let rank = MOIS.iter().position(|m| ecrit.est(i, m))?;
    u32::try_from(rank + 1).ok()
}

fn number(ecrit: &Ecrit, i: usize, digits: Range<usize>) -> Option<i32> {
    let word = ecrit.mot(i);
    let fits = ecrit.genre(i) == Some(GenreJeton::Chiffres) && digits.contains(&word.len());
    fits.then(|| word.parse().ok()).flatten()
}

fn year(ecrit: &Ecrit, i: usize) -> Option<i32> {
    number(ecrit, i, 4..5).filter(|y| (1500..2500).contains(y))
}

/// The date whose first figure is a token: every date has one, and few tokens are.
fn at(ecrit: &Ecrit, i: usize) -> Option<(DateReperee, usize)> {
    if ecrit.genre(i)? != GenreJeton::Chiffres {
        return None;
    }
    if let Some(annee) = year(ecrit, i) {
        let mois = month(ecrit, i.checked_sub(1)?)?;
        let plage = ecrit.plage(i - 1, i + 1);
        let date = DateReperee { plage, semaine: None, jour: None, mois, annee: Some(annee) };
        return Some((date, i + 1));
    }
    let Some((mut date, fin)) = day(ecrit, i) else { return slashes(ecrit, i) };
    let mut k = i;
    for word in ["le", ","] {
        if k > 0 && ecrit.est(k - 1, word) {
            k -= 1;
        }
    }
    let week = k.checked_sub(1).and_then(|w| JOURS.iter().find(|(m, _)| ecrit.est(w, m)));
    if let Some((_, jour)) = week {
        date.plage.start = ecrit.plage(k - 1, k).start;
        date.semaine = Some(*jour);
    }
    Some((date, fin))
}

/// `7 décembre 2012`, `1er avril`.
fn day(ecrit: &Ecrit, i: usize) -> Option<(DateReperee, usize)> {
    let jour = number(ecrit, i, 1..3).and_then(|j| u32::try_from(j).ok()).filter(|j| *j < 40)?;
    let glued = i > 0 && ecrit.colle(i - 1) && matches!(ecrit.mot(i - 1), "." | "-" | "_" | ",");
    if glued {
        return None;
    }
    let mut k = i + 1;
    if ecrit.est(k, "er") && ecrit.colle(i) {
        k += 1;
    }
    let mois = month(ecrit, k)?;
    let annee = year(ecrit, k + 1);
    let fin = if annee.is_some() { k + 2 } else { k + 1 };
    let date =
        DateReperee { plage: ecrit.plage(i, fin), semaine: None, jour: Some(jour), mois, annee };
    Some((date, fin))
}

/// `07/12/2012`.
fn slashes(ecrit: &Ecrit, i: usize) -> Option<(DateReperee, usize)> {
    let slash = |k: usize| ecrit.mot(k) == "/" && ecrit.colle(k - 1) && ecrit.colle(k);
    if !(slash(i + 1) && slash(i + 3))
        || (i > 0 && matches!(ecrit.mot(i - 1), "/" | "°" | "º" | "-" | "_"))
    {
        return None;
    }
    // « 45/09/2026 » is the number of an act.
    let jour = number(ecrit, i, 2..3).filter(|j| *j < 40)?;
    let mois = number(ecrit, i + 2, 2..3)?;
    let annee = year(ecrit, i + 4)?;
    let (jour, mois) = (u32::try_from(jour).ok()?, u32::try_from(mois).ok()?);
    let plage = ecrit.plage(i, i + 5);
    Some((DateReperee { plage, semaine: None, jour: Some(jour), mois, annee: Some(annee) }, i + 5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    fn read(texte: &str) -> Vec<(String, bool, Option<NaiveDate>)> {
        let ecrit = Ecrit::new(Ecriture::Expose, Lieu::new("f", ""), texte.to_owned());
        dates(&ecrit)
            .into_iter()
            .map(|d| (ecrit.mots(&d.plage).to_owned(), d.impossible(), d.jour()))
            .collect()
    }

    #[test]
    fn dates_are_found_with_their_words() {
        let found =
            read("Le vendredi 7 décembre 2012, en Mars 2013, du 13 au 17 juin, le 1er août 2026.");
        let words: Vec<&str> = found.iter().map(|f| f.0.as_str()).collect();
        assert_eq!(words, ["vendredi 7 décembre 2012", "Mars 2013", "17 juin", "1er août 2026"]);
        assert!(found.iter().all(|f| !f.1));
        assert_eq!(found[0].2, NaiveDate::from_ymd_opt(2012, 12, 7));
        assert_eq!(read("le 31/12/2007")[0].2, NaiveDate::from_ymd_opt(2007, 12, 31));
    }

    #[test]
    fn days_that_do_not_exist() {
        for texte in ["31 avril", "29 février 2025", "31/04/2026", "le 32 mai 2026", "12/13/2026"]
        {
            assert!(read(texte)[0].1, "{texte}");
        }
        for texte in ["29 février", "29 février 2024", "30 avril"] {
            assert!(!read(texte)[0].1, "{texte}");
        }
        assert_eq!(read("la note 3.04 mars, 2 000 mai et le 8 du mois"), []);
    }
}
