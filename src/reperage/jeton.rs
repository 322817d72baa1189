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

/// The tokens of a text, in order; spaces are none.
pub(super) fn tokens(texte: &str) -> Vec<Jeton> {
    let mut out: Vec<Jeton> = Vec::with_capacity(texte.len() / 5);
    let mut last = GenreJeton::Ligne;
    let mut glued = false;
    for (at, c) in texte.char_indices() {
        let genre = match c {
            '\n' => GenreJeton::Ligne,
            '0'..='9' => GenreJeton::Chiffres,
            'a'..='z' | 'A'..='Z' => GenreJeton::Mot,
            c if c.is_whitespace() => {
                glued = false;
                continue;
            }
            c if c.is_alphabetic() => GenreJeton::Mot,
            _ => GenreJeton::Signe,
        };
        let fin = at + c.len_utf8();
        let run = glued && genre == last && !matches!(genre, GenreJeton::Signe | GenreJeton::Ligne);
        match out.last_mut().filter(|_| run) {
            Some(jeton) => jeton.fin = fin,
            None => out.push(Jeton { debut: at, fin, genre, initiale: plier(c) }),
        }
        (last, glued) = (genre, true);
    }
    out
}
