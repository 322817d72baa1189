//! Spaces around punctuation, and the marks that change with them: dots, apostrophes, dashes.
//!
//! Every rule about spaces is a function of the two characters on either side of the gap, never
//! of which space stood there: that is what makes a second passage change nothing.

use super::signe::{
    APOSTROPHE, DEMI_CADRATIN, FINE, INSECABLE, SUSPENSION, Signe, at, first_word, is_digit,
    is_letter, is_limit, is_mot, is_opening, is_space,
};

/// What a gap between two characters becomes.
enum Gap {
    /// As it stands, several spaces being one.
    Keep,
    /// Nothing.
    Shut,
    /// This space, at the place of that character when there was none.
    Of(char, Signe),
}

/// Sets the spaces and the punctuation.
pub(super) fn space(signes: &[Signe]) -> Vec<Signe> {
    let mut line = Espacement {
        out: Vec::with_capacity(signes.len() + signes.len() / 16),
        single_open: false,
    };
    let mut i = 0;
    while i < signes.len() {
        let words = words(&signes[i..]);
        if words > 1 {
            line.gap(&[], &signes[i..]);
            line.out.extend_from_slice(&signes[i..i + words]);
            i += words;
            continue;
        }
        let mut j = i;
        while is_space(at(signes, j)) {
            j += 1;
        }
        let (run, rest) = (&signes[i..j], &signes[j..]);
        if rest.is_empty() {
            line.keep(run);
            break;
        }
        line.gap(run, rest);
        i = j + line.emit(rest);
    }
    line.out
}

struct Espacement {
    out: Vec<Signe>,
    /// Whether a single quote opened a word that another will close.
    single_open: bool,
}

impl Espacement {
    fn gap(&mut self, run: &[Signe], rest: &[Signe]) {
        let Some(left) = self.out.last().copied() else {
            return self.keep(run);
        };
        if run.len() <= 1 && is_letter(left.c) && is_letter(rest[0].c) {
            self.out.extend_from_slice(run);
            return;
        }
        if is_limit(left.c) || is_limit(rest[0].c) || run.iter().any(|s| s.fixe()) {
            return self.keep(run);
        }
        match self.decide(left, run.is_empty(), rest) {
            Gap::Keep => self.keep(run),
            Gap::Shut => {}
            Gap::Of(c, bearer) => {
                let bearer = run.last().copied().unwrap_or(bearer);
                self.out.push(bearer.with(c));
            }
        }
    }

    /// Leaves a run of spaces, reduced to one; a no-break space wins over the others.
    fn keep(&mut self, run: &[Signe]) {
        match run {
            [] => {}
            [one] => self.out.push(*one),
            _ if run.iter().any(|s| s.fixe()) => self.out.extend_from_slice(run),
            [first, .., last] => {
                let strong = run.iter().find(|s| matches!(s.c, INSECABLE | FINE));
                let plain = run.iter().find(|s| s.c == ' ');
                let c = strong.or(plain).unwrap_or(first).c;
                self.out.push(last.with(c));
            }
        }
    }

    fn decide(&self, left: Signe, shut: bool, rest: &[Signe]) -> Gap {
        let right = rest[0];
        let next = at(rest, 1);
        match left.c {
            '«' if !left.fixe() => return Gap::Of(INSECABLE, left),
            '“' if !left.fixe() && right.c != '»' => return Gap::Shut,
            '(' | '[' if !left.fixe() && !matches!(right.c, ')' | ']' | '»') => return Gap::Shut,
            ';' | ':' if shut && !left.fixe() => {
                let begins = is_letter(right.c) || right.c == '«';
                // A colon glued on both sides belongs to a name, such as `xs:string`.
                let prose = match left.c {
                    ';' => !self.ends_entity(self.out.len() - 1),
                    _ => self.before(1).is_some_and(is_space) || right.c == '«',
                };
                if begins && prose {
                    return Gap::Of(' ', left);
                }
            }
            _ => {}
        }
        if right.fixe() {
            return Gap::Keep;
        }
        let inside = is_opening(left.c);
        match right.c {
            '»' => Gap::Of(INSECABLE, right),
            '”' => Gap::Shut,
            _ if inside => Gap::Keep,
            ';' | '!' | '?' => self.high(left, shut, right, next),
            ':' if left.c == ':' || next == ':' => Gap::Keep,
            ':' if shut && (is_mot(next) || matches!(next, '/' | '\\') || is_code(left.c)) => {
                Gap::Keep
            }
            ':' => Gap::Of(INSECABLE, right),
            ',' if !is_digit(next) => Gap::Shut,
            '.' => self.dots(left, rest),
            SUSPENSION => self.suspension(left, &rest[1..]),
            ')' | ']' => Gap::Shut,
            _ => Gap::Keep,
        }
    }

    fn high(&self, left: Signe, shut: bool, right: Signe, next: char) -> Gap {
        let fine = Gap::Of(FINE, right);
        if !shut {
            return fine;
        }
        let glued = match right.c {
            ';' => is_mot(next) && !is_letter(next),
            _ => is_mot(next),
        };
        let entity = right.c == ';' && self.ends_entity(self.out.len());
        if glued || entity || is_code(left.c) || matches!(left.c, '!' | '?' | ';') {
            Gap::Keep
        } else {
            fine
        }
    }

    fn dots(&self, left: Signe, rest: &[Signe]) -> Gap {
        match dots(rest) {
            1 => {
                let next = at(rest, 1);
                let alone = !matches!(next, SUSPENSION)
                    && !matches!(left.c, '.' | SUSPENSION)
                    && !matches!(first_word(&rest[1..]), '.' | SUSPENSION);
                if alone && !is_mot(next) { Gap::Shut } else { Gap::Keep }
            }
            3 if !matches!(at(rest, 3), '/' | '\\') => self.suspension(left, &rest[3..]),
            _ => Gap::Keep,
        }
    }

    /// Between words, the dots may stand for what is yet to be written, and keep their spaces.
    fn suspension(&self, left: Signe, after: &[Signe]) -> Gap {
        let word = first_word(after);
        let ends =
            is_limit(word) || matches!(word, ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”');
        let etc = match left.c {
            '.' => ends && self.ends_etc(self.out.len() - 1),
            _ => ends || self.ends_etc(self.out.len()),
        };
        if etc { Gap::Shut } else { Gap::Keep }
    }

    /// Writes the next character or characters, and says how many were read.
    fn emit(&mut self, rest: &[Signe]) -> usize {
        let s = rest[0];
        if s.fixe() {
            self.out.push(s);
            return 1;
        }
        match s.c {
            '.' => {
                let n = dots(rest);
                if n == 3 && !matches!(at(rest, 3), '/' | '\\') {
                    self.emit_suspension(s, at(rest, 3));
                } else {
                    self.out.extend_from_slice(&rest[..n]);
                }
                return n;
            }
            SUSPENSION => self.emit_suspension(s, at(rest, 1)),
            '\'' => self.emit_quote(s, at(rest, 1)),
            '-' if self.is_dash(rest) => self.out.push(s.with(DEMI_CADRATIN)),
            _ => {
                if is_limit(s.c) {
                    self.single_open = false;
                }
                self.out.push(s);
            }
        }
        1
    }

    fn emit_suspension(&mut self, s: Signe, next: char) {
        let end = self.out.len();
        if matches!(next, '.' | SUSPENSION) {
            self.out.push(s.with(SUSPENSION));
        } else if self.ends_etc(end) {
            self.out.push(s.with('.'));
        } else if !(end > 0 && self.out[end - 1].c == '.' && self.ends_etc(end - 1)) {
            self.out.push(s.with(SUSPENSION));
        }
    }

    /// An apostrophe follows a letter; elsewhere the mark means feet, minutes, or a quotation.
    fn emit_quote(&mut self, s: Signe, next: char) {
        let left = self.before(0);
        let mut c = s.c;
        if left.is_some_and(is_letter) {
            if is_mot(next) || matches!(next, '«' | '“' | '"') || !self.single_open {
                c = APOSTROPHE;
            } else {
                self.single_open = false;
            }
        } else if left.is_none_or(|c| is_space(c) || is_limit(c) || is_opening(c)) && is_mot(next) {
            self.single_open = true;
        }
        self.out.push(s.with(c));
    }

    /// Whether a hyphen stands alone between two words; at the start of a line it is a bullet.
    fn is_dash(&self, rest: &[Signe]) -> bool {
        let word = first_word(&rest[1..]);
        let closes =
            matches!(word, '»' | '”' | ',' | '.' | SUSPENSION | ')' | ']' | ';' | '!' | '?' | ':');
        self.before(0).is_some_and(is_space)
            && self.before(1).is_some_and(|c| !is_limit(c))
            && is_space(at(rest, 1))
            && !is_limit(word)
            && !closes
    }

    fn before(&self, back: usize) -> Option<char> {
        self.out.iter().rev().nth(back).map(|s| s.c)
    }

    fn ends_etc(&self, end: usize) -> bool {
        let Some(start) = end.checked_sub(3) else {
            return false;
        };
        let word = &self.out[start..end];
        let free = start == 0 || !is_mot(self.out[start - 1].c);
        free && word.iter().zip("etc".chars()).all(|(s, c)| s.c.eq_ignore_ascii_case(&c))
    }

    /// Whether a semicolon written at `end` would close `&amp` or the like.
    fn ends_entity(&self, end: usize) -> bool {
        self.out[..end]
            .iter()
            .rev()
            .take(9)
            .find(|s| !(s.c.is_ascii_alphanumeric() || s.c == '#'))
            .is_some_and(|s| s.c == '&')
            && self.out[end - 1].c != '&'
    }
}

/// How far letters go on, with single spaces between them: no rule of this file has a say there.
fn words(rest: &[Signe]) -> usize {
    let mut end = 0;
    while is_letter(at(rest, end))
        || end > 0 && is_space(at(rest, end)) && is_letter(at(rest, end + 1))
    {
        end += 1;
    }
    end
}

/// The dots in a row at the start of `rest`.
fn dots(rest: &[Signe]) -> usize {
    rest.iter().take_while(|s| s.c == '.' && !s.fixe()).count()
}

/// Marks after which a colon or a question mark belongs to code, not to a sentence.
fn is_code(c: char) -> bool {
    matches!(c, '/' | '\\' | '=' | '&' | '#' | '<' | '>' | '-' | '_' | '|' | '~' | '^' | '@' | '+')
}

#[cfg(test)]
mod tests {
    use super::super::composer_simple;

    #[track_caller]
    fn becomes(entree: &str, attendu: &str) {
        assert_eq!(composer_simple(entree), attendu);
        assert_eq!(composer_simple(attendu), attendu);
    }

    #[track_caller]
    fn stays(texte: &str) {
        becomes(texte, texte);
    }

    #[test]
    fn high_punctuation() {
        becomes("non!Oui", "non!Oui");
        becomes("Objet :adoption", "Objet\u{a0}: adoption");
        becomes("a ! ?", "a\u{202f}!\u{202f}?");
        becomes("(«a»):\nb", "(«\u{a0}a\u{a0}»)\u{a0}:\nb");
        for texte in ["?", "! suite", "(?)", "xs:string", "1:25000", "&amp; b", "std::vec", ": il"]
        {
            stays(texte);
        }
    }

    #[test]
    fn low_punctuation() {
        becomes("a , b . c", "a, b. c");
        becomes("( a ) b", "(a) b");
        for texte in ["…suite", "de .5", ".5", "[ ]", ", b", "a . . . b"] {
            stays(texte);
        }
    }

    #[test]
    fn dots() {
        becomes("recyclage...en", "recyclage…en");
        becomes("le ... 2012", "le … 2012");
        becomes("etc ...", "etc.");
        becomes("(etc...)", "(etc.)");
        becomes("etc.…", "etc.");
        for texte in ["COLLECTIVITE.....5", "recyclage.... (en", "a.."] {
            stays(texte);
        }
    }

    #[test]
    fn apostrophes() {
        becomes("d'*ESS*, l'«x»", "d’*ESS*, l’«\u{a0}x\u{a0}»");
        becomes("dit 'oui' l'an", "dit 'oui' l’an");
        stays("5' 30");
    }

    #[test]
    fn dashes() {
        becomes("a : - b", "a\u{a0}: – b");
        for texte in ["- a", "a -", "Basse- Normandie", "vice-présidents", "a -b"] {
            stays(texte);
        }
    }

    #[test]
    fn spaces() {
        becomes("a \u{a0} b", "a\u{a0}b");
        becomes("a\n  b", "a\n b");
        stays("a\nb\tc\n\nd");
    }
}
