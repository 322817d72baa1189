//! One character of the line being composed, and the classes the rules speak of.

/// No-break space, before a colon and inside guillemets.
pub(super) const INSECABLE: char = '\u{a0}';
/// Narrow no-break space, before `;`, `!`, `?` and between thousands.
pub(super) const FINE: char = '\u{202f}';
/// The true minus.
pub(super) const MOINS: char = '\u{2212}';
/// The en dash.
pub(super) const DEMI_CADRATIN: char = '\u{2013}';
/// The right single quotation mark, which French sets for an apostrophe.
pub(super) const APOSTROPHE: char = '\u{2019}';
/// The horizontal ellipsis.
pub(super) const SUSPENSION: char = '\u{2026}';
/// Stands for what has no letters of its own, such as a code span.
pub(super) const OBJET: char = '\u{fffc}';
/// What lies beyond either end: the end of a line is the end of the rules.
pub(super) const BORD: char = '\n';

/// Mark of a character that no rule may change.
pub(super) const FIXE: u8 = 1;
/// Mark of a raised character.
pub(super) const EXPOSANT: u8 = 2;

/// A character (*signe*), with the leaf of the tree it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signe {
    /// The character.
    pub(super) c: char,
    /// Rank of the leaf it belongs to, in reading order.
    pub(super) leaf: u32,
    /// [`FIXE`] and [`EXPOSANT`].
    pub(super) marks: u8,
}

impl Signe {
    /// Whether the rules must leave it alone.
    pub(super) fn fixe(self) -> bool {
        self.marks & FIXE != 0
    }

    /// Whether it is raised.
    pub(super) fn exposant(self) -> bool {
        self.marks & EXPOSANT != 0
    }

    /// Another character at the same place of the tree.
    pub(super) fn with(self, c: char) -> Self {
        Signe { c, leaf: self.leaf, marks: self.marks & !FIXE }
    }

    /// Another character at the same place of the tree, raised.
    pub(super) fn raised(self, c: char) -> Self {
        Signe { c, leaf: self.leaf, marks: EXPOSANT }
    }
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const SPACE: u8 = 4;
const FIGURE: u8 = 8;

/// Classes of the first 256 characters, which are nearly all that is ever asked about.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut c = 0;
    while c < 256 {
        classes[c] = match c as u8 as char {
            'a'..='z' | 'A'..='Z' | 'µ' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' => LETTER,
            '0'..='9' => DIGIT,
            ' ' | INSECABLE => SPACE,
            '²' | '³' | '¹' | '¼'..='¾' => FIGURE,
            _ => 0,
        };
        c += 1;
    }
    classes
};

fn class(c: char) -> Option<u8> {
    CLASSES.get(c as usize).copied()
}

/// The spaces that a typist may have used one for another.
pub(super) fn is_space(c: char) -> bool {
    match class(c) {
        Some(class) => class == SPACE,
        None => matches!(c, FINE | '\u{2007}' | '\u{2009}' | '\u{200a}'),
    }
}

/// The end of a line or of a column, which no rule looks across.
pub(super) fn is_limit(c: char) -> bool {
    matches!(c, BORD | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

/// A decimal digit; other scripts have their own customs.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A letter; the ordinal signs, which some type for a degree, are not.
pub(super) fn is_letter(c: char) -> bool {
    match class(c) {
        Some(class) => class == LETTER,
        None => !is_sign(c) && c.is_alphabetic(),
    }
}

/// What continues a word: letters, digits, accents that stand apart, objects.
pub(super) fn is_mot(c: char) -> bool {
    match class(c) {
        Some(class) => class & (LETTER | DIGIT | FIGURE) != 0,
        None => !is_sign(c) && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | OBJET)),
    }
}

/// The general punctuation of Unicode, met at every apostrophe.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

/// A bracket or a mark after which a word begins.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“')
}

/// The character at `i`, or the edge.
pub(super) fn at(signes: &[Signe], i: usize) -> char {
    signes.get(i).map_or(BORD, |s| s.c)
}

/// The first character that is not a space, or the edge.
pub(super) fn first_word(signes: &[Signe]) -> char {
    signes.iter().find(|s| !is_space(s.c)).map_or(BORD, |s| s.c)
}
