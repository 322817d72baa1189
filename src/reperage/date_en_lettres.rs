//! Dates that a text writes in letters.

use super::date::{DateReperee, JOURS, month};
use super::ecrit::Ecrit;
use super::jeton::GenreJeton;
use super::nombre::nombre;
use rust_decimal::prelude::ToPrimitive;

/// The dates in letters of a text, in order: « vendredi sept décembre deux mille douze ».
#[must_use]
pub fn dates_en_lettres(ecrit: &Ecrit) -> Vec<DateReperee> {
    // Their year has « mille » in it, and few texts do.
    ecrit
        .trouver(MILLE)
        .filter_map(|i| {
            let start = (i.saturating_sub(1)..=i).find(|k| year(ecrit, *k).is_some())?;
            let (annee, _) = year(ecrit, start)?;
            let month_at = start.checked_sub(1)?;
            let mois = month(ecrit, month_at)?;
            let mut end = month_at;
            if end >= 3 && ecrit.suite(end - 3, &["du", "mois", "de"]).is_some() {
                end -= 3;
            }
            let (day_at, jour) = day_before(ecrit, end)?;
            Some(date(ecrit, day_at, i + 1, (jour, mois, annee)))
        })
        .collect()
}

/// The dates of a text that open the record of a sitting: « l’an deux mille douze, le sept décembre ».
#[must_use]
pub fn dates_solennelles(ecrit: &Ecrit) -> Vec<DateReperee> {
    let after_year = |an: usize| {
        let (annee, mut k) = year(ecrit, an + 1)?;
        for _ in 0..4 {
            let link = ecrit.est_un(k, &["et", "le"]) || ecrit.mot(k) == ",";
            k += usize::from(link || JOURS.iter().any(|(m, _)| ecrit.est(k, m)));
        }
        let (jour, mut end) = day(ecrit, k)?;
        end += ecrit.suite(end, &["du", "mois", "de"]).unwrap_or(0);
        let mois = month(ecrit, end)?;
        Some(date(ecrit, k, end + 1, (jour, mois, annee)))
    };
    ecrit.trouver(&["an"]).filter_map(after_year).collect()
}

const MILLE: &[&str] = &["mille", "mil"];

/// A date whose first figure is at a token, with the day of the week before it.
fn date(
    ecrit: &Ecrit,
    from: usize,
    end: usize,
    (jour, mois, annee): (u32, u32, i32),
) -> DateReperee {
    let end = (end..ecrit.jetons.len())
        .find(|k| nombre(ecrit, *k).is_none() && ecrit.mot(*k) != "-")
        .unwrap_or(ecrit.jetons.len());
    let week = from.checked_sub(1).and_then(|w| JOURS.iter().find(|(m, _)| ecrit.est(w, m)));
    let start = if week.is_some() { from - 1 } else { from };
    DateReperee {
        plage: ecrit.plage(start, end),
        semaine: week.map(|(_, jour)| *jour),
        jour: Some(jour),
        mois,
        annee: Some(annee),
    }
}

/// The year in letters that starts at a token, « deux mille douze », « deux mil vingt », and the token after it.
fn year(ecrit: &Ecrit, i: usize) -> Option<(i32, usize)> {
    let first = nombre(ecrit, i).filter(|n| n.lettres)?;
    let (value, end) = if ecrit.est(first.fin, "mil") {
        let rest = nombre(ecrit, first.fin + 1).filter(|n| n.lettres && n.valeur < 100.into());
        let thousands = first.valeur.to_i32()?.checked_mul(1000)?;
        match rest {
            Some(n) => (thousands + n.valeur.to_i32()?, n.fin),
            None => (thousands, first.fin + 1),
        }
    } else {
        (first.valeur.to_i32()?, first.fin)
    };
    (1900..2200).contains(&value).then_some((value, end))
}

/// The day of the month in letters that starts at a token, and the token after it.
fn day(ecrit: &Ecrit, i: usize) -> Option<(u32, usize)> {
    if ecrit.est(i, "premier") {
        return Some((1, i + 1));
    }
    let n = nombre(ecrit, i).filter(|n| n.decimales == 0)?;
    let jour = n.valeur.to_u32().filter(|j| (1..40).contains(j))?;
    let er = usize::from(ecrit.genre(i) == Some(GenreJeton::Chiffres) && ecrit.est(n.fin, "er"));
    Some((jour, n.fin + er))
}

/// The day in letters that ends before a token: the longest, « trente et un » and not « un ».
fn day_before(ecrit: &Ecrit, end: usize) -> Option<(usize, u32)> {
    (end.saturating_sub(5)..end)
        .find_map(|k| day(ecrit, k).filter(|(_, fin)| *fin == end).map(|(jour, _)| (k, jour)))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    fn ecrit(texte: &str) -> Ecrit {
        Ecrit::new(Ecriture::Expose, Lieu::new("f", ""), texte.to_owned())
    }

    #[test]
    fn dates_in_letters() {
        for (texte, (y, m, d), words) in [
            ("le sept décembre deux mille douze.", (2012, 12, 7), "sept décembre deux mille douze"),
            (
                "Le vendredi trente et un mai deux mil vingt-quatre, à midi",
                (2024, 5, 31),
                "vendredi trente et un mai deux mil vingt-quatre",
            ),
            ("du premier janvier deux mille", (2000, 1, 1), "premier janvier deux mille"),
        ] {
            let ecrit = ecrit(texte);
            let found = dates_en_lettres(&ecrit);
            let [one] = found.as_slice() else { panic!("{texte}: {found:?}") };
            assert_eq!(one.jour(), NaiveDate::from_ymd_opt(y, m, d), "{texte}");
            assert_eq!(ecrit.mots(&one.plage), words);
        }
        assert_eq!(dates_en_lettres(&ecrit("deux mille euros en mai, mille et une nuits")), []);
    }

    #[test]
    fn the_date_that_opens_a_record() {
        for texte in [
            "L’an deux mille douze, le sept décembre, à dix-huit heures",
            "L'an deux mille douze et le vendredi sept du mois de décembre",
            "L'an deux mil douze, le 7 décembre",
        ] {
            let found = dates_solennelles(&ecrit(texte));
            assert_eq!(found[0].jour(), NaiveDate::from_ymd_opt(2012, 12, 7), "{texte}");
        }
        assert_eq!(dates_solennelles(&ecrit("deux fois l’an, le sept décembre")), []);
    }
}
