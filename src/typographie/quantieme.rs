//! Dates written in full inside a text: the day of the month (*quantième*), its name, its month.

use super::passe::Passe;
use super::signe::{INSECABLE, Signe, is_digit, is_limit, is_mot, is_space};

const MOIS: &[&str] = &[
    "janvier",
    "février",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "decembre",
];

const JOURS: &[&str] = &["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"];

impl Passe<'_> {
    /// The end of the name of a month that begins at `i`.
    pub(super) fn mois(&self, i: usize) -> Option<usize> {
        let (word, end) = self.letters(i)?;
        let whole = !is_mot(self.at(end)) && !self.signes[i..end].iter().any(|s| s.fixe());
        (whole && MOIS.contains(&word.as_str())).then_some(end)
    }

    /// A day of one or two digits, from `i` to `end`, followed by its month.
    pub(super) fn quantieme(&mut self, i: usize, end: usize) -> Option<usize> {
        if !self.is_day(i, end) || !is_space(self.at(end)) || self.is_labelled() {
            return None;
        }
        let month_end = self.mois(end + 1)?;
        let start = if self.at(i) == '0' { i + 1 } else { i };
        self.copy(start, end);
        if end - start == 1 && self.at(start) == '1' {
            let day = self.signes[start];
            self.out.extend(['e', 'r'].map(|c| day.raised(c)));
        }
        self.space(end, INSECABLE);
        Some(self.write_month(end + 1, month_end))
    }

    /// What follows `1er`, already written: its month, bound to it.
    pub(super) fn premier(&mut self, i: usize) -> usize {
        let month = is_space(self.at(i)).then(|| self.mois(i + 1)).flatten();
        let Some(month_end) = month else {
            return i;
        };
        // A line of these two words has no other place to break: the case ORDI-01 leaves it so.
        if is_limit(self.before(3)) && is_limit(self.at(month_end)) {
            self.copy(i, i + 1);
        } else {
            self.space(i, INSECABLE);
        }
        self.write_month(i + 1, month_end)
    }

    /// A day of the week before its date, in lower case unless it opens a sentence.
    pub(super) fn jour(&mut self, i: usize) -> Option<usize> {
        let jour = JOURS.iter().find(|jour| self.is(i, jour))?;
        let end = i + jour.len();
        let date_end = self.date_end(end)?;
        let limited = is_limit(self.prev());
        let opens = limited || self.opens_sentence();
        let alone = limited && is_limit(self.at(date_end));
        (!opens || alone).then(|| {
            self.out.push(lower(self.signes[i]));
            self.copy(i + 1, end)
        })
    }

    /// The end of the date, year included, that follows the name of its day.
    fn date_end(&self, i: usize) -> Option<usize> {
        let start = is_space(self.at(i)).then_some(i + 1)?;
        let day_end = self.run_end(start);
        let after = if self.is(day_end, "er") { day_end + 2 } else { day_end };
        let day = self.is_day(start, day_end) && is_space(self.at(after));
        let month_end = day.then(|| self.mois(after + 1)).flatten()?;
        Some(self.year_end(month_end).unwrap_or(month_end))
    }

    fn is_day(&self, start: usize, end: usize) -> bool {
        let two = |day: u32, s: &Signe| Some(day * 10 + s.c.to_digit(10)?);
        let day = match end - start {
            1 | 2 => self.signes[start..end].iter().try_fold(0, two),
            _ => None,
        };
        day.is_some_and(|day| (1..=31).contains(&day))
    }

    fn year_end(&self, i: usize) -> Option<usize> {
        let end = i + 5;
        let year = is_space(self.at(i)) && (i + 1..end).all(|n| is_digit(self.at(n)));
        (year && !is_mot(self.at(end))).then_some(end)
    }

    fn write_month(&mut self, start: usize, end: usize) -> usize {
        let capitalised = self.at(start).is_uppercase() && self.at(start + 1).is_lowercase();
        if capitalised {
            self.out.push(lower(self.signes[start]));
            self.copy(start + 1, end)
        } else {
            self.copy(start, end)
        }
    }

    fn opens_sentence(&self) -> bool {
        let back = self.out.iter().rev().map(|s| s.c).find(|c| !is_space(*c));
        back.is_none_or(|c| {
            is_limit(c) || matches!(c, '.' | '!' | '?' | '…' | '«' | '“' | '"' | '-' | '–' | '•')
        })
    }
}

fn lower(s: Signe) -> Signe {
    let mut lower = s.c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(c), None) => Signe { c, ..s },
        _ => s,
    }
}

#[cfg(test)]
mod tests {
    use super::super::composer_simple;

    #[track_caller]
    fn becomes(entree: &str, attendu: &str) {
        assert_eq!(composer_simple(entree), attendu);
        assert_eq!(composer_simple(attendu), attendu);
    }

    #[test]
    fn days_and_months() {
        becomes("le Lundi 01 Janvier 2013,", "le lundi 1er\u{a0}janvier 2013,");
        becomes("SÉANCE DU 7 DÉCEMBRE", "SÉANCE DU 7\u{a0}DÉCEMBRE");
        becomes("en 2013 7 mai", "en 2013 7\u{a0}mai");
        becomes("1er Janvier 2013", "1er\u{a0}janvier 2013");
        becomes("au 1er mai", "au 1er\u{a0}mai");
    }

    #[test]
    fn a_sentence_keeps_its_capital() {
        becomes("Lundi 7 mai, le conseil", "Lundi 7\u{a0}mai, le conseil");
        becomes("Lu. Lundi 7 mai", "Lu. Lundi 7\u{a0}mai");
    }

    #[test]
    fn not_dates() {
        for texte in
            ["07/12/2012", "2012-12-07", "32 mai", "Mars 2012", "fiche 1 mai", "7 maire", "Lundi"]
        {
            becomes(texte, texte);
        }
    }
}
