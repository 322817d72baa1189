//! Some words of a text, found in the bytes of its file through the marks that surround and cut them.

use std::ops::Range;

/// What Markdown and TOML put between the words of a text without being read in it.
const MARQUES: &[char] = &['*', '_', '`', '~', '\\', '>', '|', '#'];

/// Where some words stand in the raw text of a value, the `rang`-th time, from 0.
///
/// Marks are passed over, any run of spaces and line breaks is one space, and what typography changes (apostrophes,
/// quotation marks, no-break spaces) is the same as what one types.
pub(crate) fn find(raw: &str, mots: &str, rang: usize) -> Option<Range<usize>> {
    let wanted: Vec<char> = flat(mots).into_iter().map(|(_, c)| c).collect();
    let wanted = trimmed(&wanted);
    if wanted.is_empty() {
        return None;
    }
    let there = flat(raw);
    let chars: Vec<char> = there.iter().map(|(_, c)| *c).collect();
    let mut found = chars.windows(wanted.len()).enumerate().filter(|(_, w)| *w == wanted);
    let (start, _) = found.nth(rang)?;
    let last = there.get(start + wanted.len() - 1)?;
    let end = last.0 + raw[last.0..].chars().next().map_or(0, char::len_utf8);
    Some(there.get(start)?.0..end)
}

/// The characters that are read, each with its byte.
fn flat(texte: &str) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::with_capacity(texte.len());
    for (i, c) in texte.char_indices() {
        let c = match c {
            c if MARQUES.contains(&c) => continue,
            '’' | 'ʼ' => '\'',
            '“' | '”' => '"',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c != ' ' || out.last().is_some_and(|(_, last)| *last != ' ') {
            out.push((i, c));
        }
    }
    out
}

fn trimmed(chars: &[char]) -> &[char] {
    let start = chars.iter().position(|c| *c != ' ').unwrap_or(chars.len());
    let end = chars.iter().rposition(|c| *c != ' ').map_or(start, |i| i + 1);
    &chars[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_through_marks_and_line_breaks() {
        let raw = "Il y a **six\ngrandes** orientations, et l'autre six grandes.";
        let at = |mots: &str, rang| find(raw, mots, rang).map(|r| &raw[r]);
        assert_eq!(at("six grandes orientations", 0), Some("six\ngrandes** orientations"));
        assert_eq!(at("l’autre", 0), Some("l'autre"));
        assert_eq!(at("six grandes", 1), Some("six grandes"));
        assert_eq!(at("sept", 0), None);
        assert_eq!(at("", 0), None);
    }
}
