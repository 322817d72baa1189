//! The words, digits and signs of a text, and their comparison without case or accents.

/// A word, a run of digits, or one sign (*jeton*), by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jeton {
    /// Its first byte.
    pub debut: usize,
    /// The byte after its last one.
    pub fin: usize,
    /// What it is.
    pub genre: GenreJeton,
    /// Its first character, folded: nearly all words part there.
    pub initiale: char,
    /// Its first letters, folded, as [`clef`] gives them.
    pub(super) clef: u64,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenreJeton {
    /// Letters.
    Mot,
    /// Digits, 0 to 9.
    Chiffres,
    /// Any other sign, alone; an apostrophe parts two words.
    Signe,
    /// The end of a line: nothing is read across it.
    Ligne,
}

/// A letter without its accent, in lower case; the ligatures stay.
#[must_use]
#[inline]
pub fn plier(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\u{7f}' => c,
        'à' | 'â' | 'ä' | 'á' | 'À' | 'Â' | 'Ä' | 'Á' => 'a',
        'ç' | 'Ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
        'î' | 'ï' | 'í' | 'Î' | 'Ï' | 'Í' => 'i',
        'ô' | 'ö' | 'ó' | 'Ô' | 'Ö' | 'Ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => 'u',
        'ÿ' | 'Ÿ' => 'y',
        'ñ' | 'Ñ' => 'n',
        'Œ' => 'œ',
        'Æ' => 'æ',
        '’' | 'ʼ' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Whether a word is another one, which is given folded.
pub(super) fn is(mot: &str, plie: &str) -> bool {
    mot.len() >= plie.len() && mot.chars().map(plier).eq(plie.chars())
}

/// Whether a word starts with some letters, which are given folded.
pub(super) fn starts(mot: &str, debut: &str) -> bool {
    let mut letters = mot.chars().map(plier);
    mot.len() >= debut.len() && debut.chars().all(|c| letters.next() == Some(c))
}

/// The first eight letters of a word, folded, one byte each: words that have other ones are other words.
pub(super) fn clef(mot: &str) -> u64 {
    let bytes = mot.as_bytes();
    let len = bytes.len().min(8);
    let mut start = [0; 8];
    start[8 - len..].copy_from_slice(&bytes[..len]);
    if start.is_ascii() {
        start.make_ascii_lowercase();
        return u64::from_be_bytes(start);
    }
    mot.chars().take(8).fold(0, |clef, c| push(clef, plier(c)))
}

fn push(clef: u64, plie: char) -> u64 {
    clef << 8 | u64::from(u8::try_from(plie).unwrap_or(u8::MAX))
}

/// A rank below 64 for a key: what parts most words at once.
pub(super) fn rang(clef: u64) -> u8 {
    u8::try_from(clef.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58).unwrap_or_default()
}

/// What a character of a text may be part of; nothing for a space.
fn class(c: char) -> Option<GenreJeton> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(GenreJeton::Mot),
        '0'..='9' => Some(GenreJeton::Chiffres),
        '\n' => Some(GenreJeton::Ligne),
        '\0'..='\u{7f}' if c.is_whitespace() => None,
        '\0'..='\u{7f}' => Some(GenreJeton::Signe),
        // The letters of French, before the tables of all others.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | 'Œ' | 'œ' => Some(GenreJeton::Mot),
        c if c.is_whitespace() => None,
        c if c.is_alphabetic() => Some(GenreJeton::Mot),
        _ => Some(GenreJeton::Signe),
    }
}

/// The bytes of the letters of one word, or of the digits of one number, from a byte on.
fn run(bytes: &[u8], from: usize, genre: GenreJeton) -> usize {
    let one = |b: &&u8| match genre {
        GenreJeton::Mot => b.is_ascii_alphabetic(),
        _ => b.is_ascii_digit(),
    };
    bytes[from..].iter().take_while(one).count()
}

/// The tokens of a text, in order; spaces are none.
pub(super) fn tokens(texte: &str) -> Vec<Jeton> {
    let bytes = texte.as_bytes();
    let mut out: Vec<Jeton> = Vec::with_capacity(texte.len() / 5);
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let debut = at;
        let c = if first.is_ascii() {
            char::from(*first)
        } else {
            texte[at..].chars().next().unwrap_or_default()
        };
        at += c.len_utf8();
        let Some(genre) = class(c) else { continue };
        if matches!(genre, GenreJeton::Mot | GenreJeton::Chiffres) {
            // Most letters are plain: those are gone through by the byte.
            loop {
                at += run(bytes, at, genre);
                if bytes.get(at).is_none_or(u8::is_ascii) {
                    break;
                }
                match texte[at..].chars().next() {
                    Some(c) if class(c) == Some(genre) => at += c.len_utf8(),
                    _ => break,
                }
            }
        }
        let initiale = plier(c);
        let clef = match genre {
            GenreJeton::Mot | GenreJeton::Chiffres => clef(&texte[debut..at]),
            GenreJeton::Signe | GenreJeton::Ligne => push(0, initiale),
        };
        out.push(Jeton { debut, fin: at, genre, initiale, clef });
    }
    out
}
