//! Some words of a text, found in the bytes of its file through the marks that surround and cut them.

use std::ops::Range;

use memchr::memmem;

/// What Markdown and TOML put between the words of a text without being read in it.
const MARQUES: &[char] = &['*', '_', '`', '~', '\\', '>', '|', '#'];

/// The raw text of a value as it is read, so that words may be sought in it many times.
///
/// Marks are passed over, any run of spaces and line breaks is one space, and what typography changes (apostrophes,
/// quotation marks, no-break spaces) is the same as what one types.
pub(crate) struct Plat {
    texte: String,
    /// For each of its bytes, the character of the raw text: its first byte, and the one after it.
    octets: Vec<Range<usize>>,
}

impl Plat {
    pub(crate) fn new(raw: &str) -> Self {
        let mut plat =
            Self { texte: String::with_capacity(raw.len()), octets: Vec::with_capacity(raw.len()) };
        for (at, raw) in raw.char_indices() {
            let c = match raw {
                'a'..='z' | 'A'..='Z' | '0'..='9' => raw,
                c if MARQUES.contains(&c) => continue,
                '’' | 'ʼ' => '\'',
                '“' | '”' => '"',
                c if c.is_whitespace() => ' ',
                c => c,
            };
            if c != ' ' || !(plat.texte.is_empty() || plat.texte.ends_with(' ')) {
                plat.texte.push(c);
                plat.octets.resize(plat.texte.len(), at..at + raw.len_utf8());
            }
        }
        plat
    }

    /// Where some words stand in the raw text, the `rang`-th time, from 0.
    pub(crate) fn find(&self, mots: &str, rang: usize) -> Option<Range<usize>> {
        let wanted = Self::new(mots).texte;
        let wanted = wanted.trim_matches(' ');
        if wanted.is_empty() {
            return None;
        }
        let start = memmem::find_iter(self.texte.as_bytes(), wanted).nth(rang)?;
        let (first, last) = (self.octets.get(start)?, self.octets.get(start + wanted.len() - 1)?);
        Some(first.start..last.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_through_marks_and_line_breaks() {
        let raw = "Il y a **six\ngrandes** orientations, et l'autre six grandes.";
        let plat = Plat::new(raw);
        let at = |mots: &str, rang| plat.find(mots, rang).map(|r| &raw[r]);
        assert_eq!(at("six grandes orientations", 0), Some("six\ngrandes** orientations"));
        assert_eq!(at("l’autre", 0), Some("l'autre"));
        assert_eq!(at("six grandes", 1), Some("six grandes"));
        assert_eq!(at("sept", 0), None);
        assert_eq!(at("", 0), None);
    }
}
