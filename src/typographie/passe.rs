//! The passage over words and numbers: where a word begins, the rules of its first letter.

use super::signe::{
    BORD, FINE, INSECABLE, MOINS, Signe, at, is_digit, is_letter, is_limit, is_mot, is_space,
};

/// Sets the numbers, dates, ordinals and abbreviations of a line whose spaces are set.
pub(super) fn compose(signes: &[Signe]) -> Vec<Signe> {
    let mut passe = Passe {
        signes,
        out: Vec::with_capacity(signes.len() + signes.len() / 16),
        quantite_end: usize::MAX,
        telephone_end: usize::MAX,
    };
    let mut i = 0;
    while i < signes.len() {
        i = passe.step(i);
    }
    passe.out
}

/// Whether some rule treats what begins with this character.
fn has_rule(c: char) -> bool {
    match c {
        'b' | 'd' | 'e' | 'g'..='m' | 'o' | 'q' | 'r' | 's' | 'u' | 'w'..='z' => false,
        ' '..=',' | '.' | '/' | ':'..='@' => false,
        c => c.is_ascii() || matches!(c, '§' | '€' | '¼'..='¾' | '⅐'..='⅞'),
    }
}

/// What has been written so far, and what is still to be read.
pub(super) struct Passe<'a> {
    /// The line as it came.
    pub(super) signes: &'a [Signe],
    /// The line as it leaves.
    pub(super) out: Vec<Signe>,
    /// Length of `out` after the last quantity, which a hyphen may continue into a range.
    pub(super) quantite_end: usize,
    /// Length of `out` after the last run of digits that looked like a telephone number.
    pub(super) telephone_end: usize,
}

impl Passe<'_> {
    /// Treats what begins at `i`, and says where the next thing begins.
    fn step(&mut self, i: usize) -> usize {
        let s = self.signes[i];
        if !s.fixe() && !is_mot(self.prev()) {
            let next = match s.c {
                '0'..='9' if !s.exposant() => Some(self.chiffres(i)),
                'a'..='z' | 'A'..='Z' | '§' => self.mot(i),
                '€' => self.euro(i),
                '-' => self.minus(i),
                '¼'..='¾' | '⅐'..='⅞' => self.fraction(i),
                _ => None,
            };
            if let Some(next) = next {
                return next;
            }
        }
        let mut in_mot = is_mot(s.c);
        let plain = self.signes[i + 1..].iter().take_while(|s| {
            let starts = !in_mot && has_rule(s.c);
            in_mot = is_mot(s.c);
            !starts
        });
        let end = i + 1 + plain.count();
        self.copy(i, end)
    }

    fn mot(&mut self, i: usize) -> Option<usize> {
        match self.at(i) {
            'n' | 'N' => self.numero(i),
            'M' | 'D' | 'P' => self.civilite(i).or_else(|| self.renvoi(i)).or_else(|| self.jour(i)),
            'L' | 'J' | 'S' => self.renvoi(i).or_else(|| self.jour(i)),
            'V' => self.romain(i).or_else(|| self.jour(i)),
            'I' | 'X' => self.romain(i),
            'a' | 'A' | 'c' | 'C' | 'f' | 'p' | 'R' | 't' | 'v' | '§' => self.renvoi(i),
            _ => None,
        }
    }

    fn fraction(&mut self, i: usize) -> Option<usize> {
        (is_space(self.at(i + 1)) && is_letter(self.at(i + 2))).then(|| {
            self.copy(i, i + 1);
            self.space(i + 1, INSECABLE)
        })
    }

    /// A minus sign, when what follows the hyphen is surely an amount.
    fn minus(&mut self, i: usize) -> Option<usize> {
        let prev = self.prev();
        let starts = is_limit(prev);
        if !(starts || is_space(prev) || matches!(prev, '(' | '[' | '“' | '*' | '>'))
            || !is_digit(self.at(i + 1))
        {
            return None;
        }
        let nombre = self.lire(i + 1, false)?;
        // At the start of a line, `-2 agents` is a bullet rather than a debt of agents.
        let unite =
            nombre.unite.is_some_and(|u| self.at(u.start) != 'h' && (!starts || u.is_amount()));
        let decimal = nombre.separator == Some(',');
        let alone = starts && is_limit(self.at(nombre.end));
        (nombre.groups > 0 || unite || decimal || alone).then(|| {
            self.out.push(self.signes[i].with(MOINS));
            i + 1
        })
    }

    /// A currency sign before its amount goes after it.
    fn euro(&mut self, i: usize) -> Option<usize> {
        let spaced = is_space(self.at(i + 1));
        let start = i + 1 + usize::from(spaced);
        if !is_digit(self.at(start)) || !self.may_begin_amount() {
            return None;
        }
        let nombre = self.lire(start, false)?;
        let other = nombre.unite.is_some()
            || self.at(nombre.end) == '€'
            || spaced && nombre.is_annee(self)
            || nombre.is_ambiguous(self)
            || is_space(self.at(nombre.end)) && self.mois(nombre.end + 1).is_some();
        if other {
            return None;
        }
        self.write_nombre(&nombre, true, true);
        let last = *self.out.last()?;
        self.out.push(last.with(INSECABLE));
        self.out.push(last.with('€'));
        self.quantite_end = self.out.len();
        Some(nombre.end)
    }

    /// Whether a number written here would stand by itself: after `art.`, `n°` or `16 h` it would
    /// be theirs, and in `en € 2013` the sign belongs to the words before it.
    fn may_begin_amount(&self) -> bool {
        let prev = self.prev();
        if !is_space(prev) {
            return is_limit(prev) || matches!(prev, '(' | '[' | '“');
        }
        let (last, other) = (self.before(1), self.before(2));
        let word = is_letter(last) && is_letter(other) && last.is_lowercase();
        let en = last == 'n' && other == 'e' && !is_letter(self.before(3));
        is_limit(last)
            || matches!(last, '«' | '(' | '[' | ':' | ',' | ';' | '-' | '–' | '|')
            || word && !en && !self.is_labelled()
    }

    /// The character to be read at `i`, or the edge.
    pub(super) fn at(&self, i: usize) -> char {
        at(self.signes, i)
    }

    /// The last character written, or the edge.
    pub(super) fn prev(&self) -> char {
        self.out.last().map_or(BORD, |s| s.c)
    }

    /// The character written `back` places before the last, or the edge.
    pub(super) fn before(&self, back: usize) -> char {
        self.out.iter().rev().nth(back).map_or(BORD, |s| s.c)
    }

    /// Whether the line goes on with these letters at `i`.
    pub(super) fn is(&self, i: usize, letters: &str) -> bool {
        letters.chars().enumerate().all(|(n, c)| self.at(i + n) == c)
    }

    /// The letters at `i` in lower case, if they are a word of 16 letters or fewer.
    pub(super) fn letters(&self, i: usize) -> Option<(String, usize)> {
        let rest = self.signes.get(i..)?;
        let end = rest.iter().take(17).take_while(|s| is_letter(s.c)).count();
        (1..=16).contains(&end).then(|| {
            let word = rest[..end].iter().flat_map(|s| s.c.to_lowercase());
            (word.collect(), i + end)
        })
    }

    /// Writes as they stand the characters from `start` to `end`.
    pub(super) fn copy(&mut self, start: usize, end: usize) -> usize {
        self.out.extend_from_slice(&self.signes[start..end]);
        end
    }

    /// Writes this space for the one at `i`, or adds it when there is none.
    pub(super) fn space(&mut self, i: usize, c: char) -> usize {
        match self.signes.get(i) {
            Some(s) if is_space(s.c) => {
                self.out.push(s.with(c));
                i + 1
            }
            other => {
                if let Some(bearer) = other.or(self.signes.last()) {
                    self.out.push(bearer.with(c));
                }
                i
            }
        }
    }

    /// Writes digits with a thin space every three.
    pub(super) fn write_thousands(&mut self, start: usize, end: usize) {
        for i in start..end {
            if i > start && (end - i).is_multiple_of(3) {
                self.out.push(self.signes[i].with(FINE));
            }
            self.out.push(self.signes[i]);
        }
    }
}
