//! From a path in the model to a line and a column in a file.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::fault::Fault;
use crate::model::{Constat, Lieu, Severite};

/// The texts that were read, by file name.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    textes: BTreeMap<String, String>,
    /// Names that the model uses (`seance.toml`, `fiches/charte`) → the file that holds it.
    alias: BTreeMap<String, String>,
}

/// A fault with its place in the text of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `LECT-04`.
    pub code: &'static str,
    /// How serious it is.
    pub severite: Severite,
    /// One French sentence that states the fault.
    pub message: String,
    /// Where it is.
    pub place: Place,
    /// The other places that make it one.
    pub secondaires: Vec<Place>,
    /// The article of law, where there is one.
    pub base: Option<&'static str>,
    /// What to do about it.
    pub aide: Option<String>,
}

/// A place in the text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// File name, relative to the dossier.
    pub fichier: String,
    /// The bytes it covers.
    pub plage: Range<usize>,
    /// Where it starts.
    pub debut: Position,
    /// Where it ends, excluded.
    pub fin: Position,
    /// A few words about that place; may be empty.
    pub etiquette: String,
}

/// A line and a column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "a line and a column")]
pub struct Position {
    pub ligne: usize,
    pub colonne: usize,
}

impl Sources {
    pub(crate) fn insert(&mut self, nom: &str, texte: String) {
        self.textes.insert(nom.to_owned(), texte);
    }

    pub(crate) fn alias(&mut self, nom: &str, fichier: &str) {
        if nom != fichier {
            self.alias.insert(nom.to_owned(), fichier.to_owned());
        }
    }

    /// The text of a file, by the name that the model or a diagnostic gives it.
    #[must_use]
    pub fn texte(&self, nom: &str) -> Option<&str> {
        self.textes.get(self.fichier(nom)).map(String::as_str)
    }

    /// The names and texts of the files that were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.textes.iter().map(|(nom, texte)| (nom.as_str(), texte.as_str()))
    }

    fn fichier<'a>(&'a self, nom: &'a str) -> &'a str {
        self.alias.get(nom).map_or(nom, String::as_str)
    }

    /// The place of a path of the model, or of the nearest thing above it that the file has.
    #[must_use]
    pub fn place(&self, lieu: &Lieu, etiquette: &str) -> Place {
        let fichier = self.fichier(&lieu.fichier);
        let plage = self.texte(fichier).map_or(0..0, |texte| locate(texte, &lieu.chemin));
        self.at(fichier, plage, etiquette)
    }

    /// The place of some bytes of a file.
    #[must_use]
    pub fn at(&self, nom: &str, plage: Range<usize>, etiquette: &str) -> Place {
        let fichier = self.fichier(nom);
        let texte = self.texte(fichier).unwrap_or("");
        let start = floor(texte, plage.start);
        let end = floor(texte, plage.end).max(start);
        Place {
            fichier: fichier.to_owned(),
            plage: start..end,
            debut: position(texte, start),
            fin: position(texte, end),
            etiquette: etiquette.to_owned(),
        }
    }

    pub(crate) fn diagnostic(&self, fault: &Fault) -> Diagnostic {
        let fichier = self.fichier(&fault.lieu.fichier);
        let place = match (&fault.plage, &fault.decalage) {
            (Some(plage), _) => self.at(fichier, plage.clone(), &fault.etiquette),
            (None, Some(inside)) if fault.lieu.chemin.is_empty() => {
                self.at(fichier, inside.clone(), &fault.etiquette)
            }
            (None, Some(inside)) => {
                let texte = self.texte(fichier).unwrap_or("");
                let value = locate(texte, &fault.lieu.chemin);
                let raw = texte.get(value.clone()).unwrap_or("");
                let start = value.start + raw_offset(raw, inside.start);
                let end = value.start + raw_offset(raw, inside.end);
                self.at(fichier, start..end.max(start), &fault.etiquette)
            }
            (None, None) => self.place(&fault.lieu, &fault.etiquette),
        };
        Diagnostic {
            code: fault.code.code,
            severite: fault.code.severite,
            message: fault.message.clone(),
            place,
            secondaires: fault.secondaires.iter().map(|(l, e)| self.place(l, e)).collect(),
            base: None,
            aide: fault.aide.clone(),
        }
    }

    /// A finding of a rule, with its place.
    #[must_use]
    pub fn locate(&self, constat: &Constat) -> Diagnostic {
        Diagnostic {
            code: constat.code,
            severite: constat.severite,
            message: constat.message.clone(),
            place: self.place(&constat.lieu, &constat.etiquette),
            secondaires: constat.secondaires.iter().map(|(l, e)| self.place(l, e)).collect(),
            base: constat.base,
            aide: constat.aide.clone(),
        }
    }
}

/// Puts diagnostics in the order of the files and of their text, the same fault once.
pub(crate) fn in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.place.fichier.clone(), d.place.plage.start, d.code);
        key(a).cmp(&key(b))
    });
    diagnostics.dedup();
}

fn floor(texte: &str, at: usize) -> usize {
    let mut at = at.min(texte.len());
    while !texte.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn position(texte: &str, at: usize) -> Position {
    let before = &texte[..at];
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    Position {
        ligne: before.bytes().filter(|b| *b == b'\n').count() + 1,
        colonne: before[start..].chars().count() + 1,
    }
}

/// The bytes of the value at a path; of the nearest value above when there is none.
fn locate(texte: &str, chemin: &str) -> Range<usize> {
    let (root, _) = DeTable::parse_recoverable(texte);
    let mut plage = 0..0;
    let mut current: Option<&DeValue<'_>> = None;
    for step in chemin.split(['.', '[']).filter(|s| !s.is_empty()) {
        let next = match (step.strip_suffix(']'), current) {
            (Some(rank), Some(DeValue::Array(array))) => {
                rank.parse::<usize>().ok().and_then(|i| array.get(i))
            }
            (None, None) => root.get_ref().get(step),
            (None, Some(DeValue::Table(table))) => table.get(step),
            _ => None,
        };
        let Some(next) = next else { break };
        plage = next.span();
        current = Some(next.get_ref());
    }
    // A multi-line table or array would underline half of the file: its first line says enough.
    if !matches!(current, Some(DeValue::String(_)) | None) {
        let text = texte.get(plage.clone()).unwrap_or("");
        if let Some(end) = text.find('\n') {
            plage.end = plage.start + end;
        }
    }
    plage
}

/// Where, in the raw text of a TOML string, stands the byte `decoded` of its value.
fn raw_offset(raw: &str, decoded: usize) -> usize {
    let (quote, multi) = match raw {
        r if r.starts_with("\"\"\"") => ('"', true),
        r if r.starts_with("'''") => ('\'', true),
        r if r.starts_with('"') => ('"', false),
        r if r.starts_with('\'') => ('\'', false),
        _ => return decoded,
    };
    let mut at = if multi { 3 } else { 1 };
    if multi {
        at += match &raw[at..] {
            r if r.starts_with("\r\n") => 2,
            r if r.starts_with('\n') => 1,
            _ => 0,
        };
    }
    let mut seen = 0;
    let mut chars = raw[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if seen >= decoded {
            return at + i;
        }
        if c != '\\' || quote == '\'' {
            seen += c.len_utf8();
            continue;
        }
        match chars.next().map(|(_, e)| e) {
            Some(e @ ('x' | 'u' | 'U')) => {
                let length = match e {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let hex: String = (0..length).map_while(|_| chars.next().map(|(_, h)| h)).collect();
                let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                seen += code.map_or(0, char::len_utf8);
            }
            Some(e) if e.is_whitespace() => {
                while chars.peek().is_some_and(|(_, w)| w.is_whitespace()) {
                    chars.next();
                }
            }
            Some(_) => seen += 1,
            None => {}
        }
    }
    raw.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_by_path() {
        let texte = "a = 1\n[[l]]\nx = [10, 20]\n[[l]]\nx = [30, 40]\n";
        assert_eq!(&texte[locate(texte, "l[1].x[1]")], "40");
        assert_eq!(&texte[locate(texte, "l[1].absent")], "[[l]]");
    }

    #[test]
    fn follows_escapes() {
        let raw = r#""l\u00e9 *x*""#;
        // Decoded: « lé *x* », the star is at byte 4.
        assert_eq!(&raw[raw_offset(raw, 4)..][..3], "*x*");
        let raw = "\"\"\"\nab\\\n   cd\"\"\"";
        assert_eq!(&raw[raw_offset(raw, 2)..][..1], "\\");
        assert_eq!(&raw[raw_offset(raw, 3)..][..1], "d");
    }
}
