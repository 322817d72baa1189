//! The keys of a TOML text with the bytes and the line of their values: what an operator changes.

use std::collections::BTreeMap;
use std::ops::Range;

/// A key of a file.
#[derive(Debug, Clone)]
pub struct Cle {
    /// The table it stands in, `lignes`; empty for the file itself.
    pub table: String,
    /// Which table of that name, from 0.
    pub rang: usize,
    /// The line of the header of its table, 0 for the file itself.
    pub entete: usize,
    /// Its name.
    pub nom: String,
    /// Its line, from 1.
    pub ligne: usize,
    /// The bytes of its value.
    pub valeur: Range<usize>,
}

/// The keys of a text, in order.
pub fn cles(texte: &str) -> Vec<Cle> {
    let mut out = Vec::new();
    let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
    let (mut table, mut rang, mut entete) = (String::new(), 0, 0);
    let mut at = 0;
    while at < texte.len() {
        let end = texte[at..].find('\n').map_or(texte.len(), |i| at + i);
        let row = &texte[at..end];
        let line = line_of(texte, at);
        let trimmed = row.trim();
        let mut next = end + 1;
        if trimmed.starts_with('[') {
            table = trimmed.trim_matches(['[', ']']).to_owned();
            rang = *ranks.entry(table.clone()).and_modify(|r| *r += 1).or_insert(0);
            entete = line;
        } else if let Some((nom, rest)) = row.split_once('=').filter(|_| !trimmed.starts_with('#'))
        {
            let start = at + nom.len() + 1 + (rest.len() - rest.trim_start().len());
            let stop = start + value(&texte[start..]);
            out.push(Cle {
                table: table.clone(),
                rang,
                entete,
                nom: nom.trim().to_owned(),
                ligne: line,
                valeur: start..stop,
            });
            next = next.max(texte[stop..].find('\n').map_or(texte.len(), |i| stop + i + 1));
        }
        at = next;
    }
    out
}

/// The length of the value that a text starts with.
fn value(texte: &str) -> usize {
    if let Some(rest) = texte.strip_prefix("\"\"\"") {
        return rest.find("\"\"\"").map_or(texte.len(), |i| i + 6);
    }
    let (mut depth, mut quoted, mut escaped) = (0_i32, false, false);
    for (i, c) in texte.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            '\n' | '#' if depth == 0 => return texte[..i].trim_end().len(),
            _ => {}
        }
    }
    texte.trim_end().len()
}

/// The elements of a list that stands at those bytes.
pub fn elements(texte: &str, liste: &Range<usize>) -> Vec<Range<usize>> {
    let inside = liste.start + 1..liste.end.saturating_sub(1);
    let mut out = Vec::new();
    let (mut start, mut quoted) = (inside.start, false);
    let mut push = |from: usize, to: usize| {
        let raw = &texte[from..to];
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let from = from + raw.len() - raw.trim_start().len();
            out.push(from..from + trimmed.len());
        }
    };
    for (i, c) in texte[inside.clone()].char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                push(start, inside.start + i);
                start = inside.start + i + 1;
            }
            _ => {}
        }
    }
    push(start, inside.end);
    out
}

/// The text of a string value, without its quotes.
pub fn mots<'a>(texte: &'a str, valeur: &Range<usize>) -> &'a str {
    texte[valeur.clone()].trim_matches('"')
}

/// The line of a byte, from 1.
pub fn line_of(texte: &str, at: usize) -> usize {
    texte[..at].matches('\n').count() + 1
}

/// The text with some bytes replaced.
pub fn replace(texte: &str, plage: &Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &texte[..plage.start], &texte[plage.end..])
}

/// The bytes of a table from its header to the next one, comments before it left out.
pub fn bloc(texte: &str, entete: usize) -> Range<usize> {
    let start: usize = texte.split_inclusive('\n').take(entete - 1).map(str::len).sum();
    let after = texte[start..].find('\n').map_or(texte.len(), |i| start + i + 1);
    let end = texte[after..].find("\n[").map_or(texte.len(), |i| after + i + 1);
    start..end
}
