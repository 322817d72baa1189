//! Times of day: `16 h 15`, `18 h`.

use super::passe::Passe;
use super::signe::{INSECABLE, is_digit, is_mot, is_space};

impl Passe<'_> {
    /// An hour in one or two digits, from `i` to `end`, with its minutes.
    pub(super) fn horaire(&mut self, i: usize, end: usize) -> Option<usize> {
        let hour = match end - i {
            1 => true,
            2 => matches!((self.at(i), self.at(i + 1)), ('0' | '1', _) | ('2', '0'..='4')),
            _ => false,
        };
        if !hour {
            return None;
        }
        let sign = end + usize::from(is_space(self.at(end)));
        let bearer = self.signes.get(sign).filter(|s| !s.fixe())?;
        if !matches!(bearer.c, 'h' | 'H') {
            return None;
        }
        let start = sign + 1 + usize::from(is_space(self.at(sign + 1)));
        if let Some(minutes_end) = self.minutes(start) {
            self.copy(i, end);
            self.space(end, INSECABLE);
            self.out.push(bearer.with('h'));
            let full = self.is(start, "00");
            // Dropped before another number, the zeros would leave it to be read as the minutes.
            let number = is_space(self.at(minutes_end)) && is_digit(self.at(minutes_end + 1));
            if !full || number {
                self.space(start - usize::from(start > sign + 1), INSECABLE);
                self.copy(start, minutes_end);
            }
            self.quantite_end = self.out.len();
            return Some(minutes_end);
        }
        let ends = !is_mot(self.at(sign + 1)) && self.is_free(sign + 1);
        (bearer.c == 'h' && ends).then(|| {
            self.copy(i, end);
            self.space(end, INSECABLE);
            self.copy(sign, sign + 1);
            self.quantite_end = self.out.len();
            sign + 1
        })
    }

    fn minutes(&self, start: usize) -> Option<usize> {
        let end = start + 2;
        let two = self.run_end(start) == end && matches!(self.at(start), '0'..='5');
        let amount = is_space(self.at(end)) && self.run_end(end + 1) == end + 4;
        let hour = matches!(self.at(end + usize::from(is_space(self.at(end)))), 'h' | 'H');
        (two && !amount && !hour && !is_mot(self.at(end)) && self.is_free(end)).then_some(end)
    }

    /// Whether what follows lets the time end here.
    fn is_free(&self, end: usize) -> bool {
        match self.at(end) {
            '\'' | '’' | '"' | '°' | '_' | '@' => false,
            '.' | ',' | ':' => !is_digit(self.at(end + 1)),
            _ => true,
        }
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
    fn hours() {
        becomes("à 8H05.", "à 8\u{a0}h\u{a0}05.");
        becomes("de 14h-16h30", "de 14\u{a0}h-16\u{a0}h\u{a0}30");
        becomes("18 h 00, 24h/24", "18\u{a0}h, 24\u{a0}h/24");
        becomes("18h00 00", "18\u{a0}h\u{a0}00 00");
    }

    #[test]
    fn not_hours() {
        for texte in ["14:30", "16h5", "16h75", "25h10", "lot 3H", "16h15min", "18h00'"] {
            becomes(texte, texte);
        }
    }
}
