//! The line on which something was found, with the words that are meant.

use crate::check::Verification;
use crate::read::{Place, couverture};

/// Characters that are shown before and after the words that are meant.
const AUTOUR: usize = 60;
/// Characters that are shown of the words themselves.
const MARQUE: usize = 160;

/// A line of a file (*extrait*), in three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extrait {
    /// The file, from the folder that the report names once: `budget.toml`, `../seance.toml`.
    pub fichier: String,
    /// The line and the column, from 1; nothing when the file is not there.
    pub position: Option<(usize, usize)>,
    /// What stands before the words that are meant.
    pub avant: String,
    /// The words that are meant.
    pub marque: String,
    /// What stands after them.
    pub apres: String,
    /// What is said of them.
    pub etiquette: String,
}

impl Extrait {
    pub(super) fn new(place: &Place, of: &Verification) -> Self {
        let texte = of.sources.texte(&place.fichier).unwrap_or("");
        let (start, end) = (place.plage.start, place.plage.end);
        let from = texte[..start].rfind('\n').map_or(0, |i| i + 1);
        let to = texte[end..].find(['\n', '\r']).map_or(texte.len(), |i| end + i);
        let avant = texte[from..start].trim_start();
        let dropped = avant.chars().count().saturating_sub(AUTOUR);
        let tail: String = avant.chars().skip(dropped).collect();
        let avant = if dropped > 0 { format!("…{tail}") } else { tail };
        Self {
            fichier: visible(&place.fichier),
            position: (!texte.is_empty()).then_some((place.debut.ligne, place.debut.colonne)),
            avant: visible(&avant),
            marque: visible(&cut(&texte[start..end], MARQUE)),
            apres: visible(&cut(texte[end..to].trim_end(), AUTOUR)),
            etiquette: visible(&place.etiquette),
        }
    }

    /// « budget.toml, ligne 88, colonne 36 ».
    #[must_use]
    pub fn lieu(&self) -> String {
        match self.position {
            Some((ligne, colonne)) => {
                format!("{}, ligne {ligne}, colonne {colonne}", self.fichier)
            }
            None => self.fichier.clone(),
        }
    }
}

fn cut(texte: &str, max: usize) -> String {
    if texte.chars().count() <= max {
        return texte.to_owned();
    }
    texte.chars().take(max).chain(['…']).collect()
}

/// What a report may print of a typed text: a fault may be about a character that has no drawing, or that would turn the
/// line around.
pub(super) fn visible(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for c in texte.chars() {
        match c {
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {
                code(c, &mut out);
            }
            c if c.is_control() || !couverture::drawn(c) => code(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

fn code(c: char, out: &mut String) {
    out.push_str(&format!("⟨U+{:04X}⟩", c as u32));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_drawing_is_named() {
        assert_eq!(visible("Mme \u{202e}Lefort 🚲\0"), "Mme ⟨U+202E⟩Lefort ⟨U+1F6B2⟩⟨U+0000⟩");
        assert_eq!(visible("a\tb’é"), "a b’é");
    }
}
