//! From the tree to one line of characters, and back: what lets a rule see across an emphasis.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::signe::{BORD, EXPOSANT, FIXE, OBJET, Signe, is_mot};
use crate::model::texte::Inline;

/// What may stand between `<sup>` and `</sup>` in a plain string.
///
/// A closed list, so that no removal of tags can spell another tag.
const SUP_CONTENTS: &[&str] = &[
    "er", "ers", "re", "res", "ère", "ères", "ere", "eres", "e", "es", "è", "ème", "èmes", "eme",
    "emes", "ième", "ièmes", "ieme", "iemes", "nd", "nde", "d", "de", "o", "os", "me", "mes",
    "lle", "lles", "2", "3",
];

/// The characters of a plain string, all of one leaf.
pub(super) fn flatten_str(texte: &str) -> Vec<Signe> {
    let mut signes = Vec::with_capacity(texte.len());
    push_text(&mut signes, texte, 0, 0);
    signes
}

/// The characters of a tree, in reading order; footnotes are not on the line.
pub(super) fn flatten(inlines: &[Inline]) -> Vec<Signe> {
    let mut flat = Flatten { signes: Vec::new(), leaf: 0 };
    flat.walk(inlines, 0);
    flat.signes
}

struct Flatten {
    signes: Vec<Signe>,
    leaf: u32,
}

impl Flatten {
    fn walk(&mut self, inlines: &[Inline], marks: u8) {
        for inline in inlines {
            match inline {
                Inline::Texte(t) => {
                    push_text(&mut self.signes, t, self.leaf, marks);
                    self.leaf += 1;
                }
                Inline::Gras(v) | Inline::Italique(v) | Inline::Barre(v) | Inline::Souligne(v) => {
                    self.walk(v, marks);
                }
                Inline::Exposant(v) => self.walk(v, marks | EXPOSANT),
                Inline::Indice(v) => self.walk(v, marks | FIXE),
                Inline::Lien { url, texte } => {
                    let start = self.signes.len();
                    self.walk(texte, marks);
                    let words = &mut self.signes[start..];
                    if shows_address(words, url) {
                        words.iter_mut().for_each(|s| s.marks |= FIXE);
                    }
                }
                Inline::Code(_) => self.object(OBJET),
                Inline::Saut => self.object(BORD),
                Inline::Note(_) => {}
            }
        }
    }

    fn object(&mut self, c: char) {
        self.signes.push(Signe { c, leaf: self.leaf, marks: FIXE });
        self.leaf += 1;
    }
}

/// Whether the words of a link are its address; another address is guarded as any in a text.
fn shows_address(words: &[Signe], url: &str) -> bool {
    let words: String = words.iter().map(|s| s.c).collect();
    let schemes = ["mailto:", "https://", "http://"];
    words == url || schemes.iter().any(|scheme| url.strip_prefix(scheme) == Some(&words))
}

fn push_text(signes: &mut Vec<Signe>, texte: &str, leaf: u32, marks: u8) {
    if is_nfc_quick(texte.chars()) == IsNormalized::Yes {
        push_normal(signes, texte, leaf, marks);
    } else {
        let normal: String = texte.nfc().collect();
        push_normal(signes, &normal, leaf, marks);
    }
}

fn push_normal(signes: &mut Vec<Signe>, texte: &str, leaf: u32, marks: u8) {
    let mut rest = texte;
    while let Some(tag) = rest.find('<') {
        push_chars(signes, &rest[..tag], leaf, marks);
        rest = &rest[tag..];
        let glued = signes.last().is_some_and(|s| is_mot(s.c));
        if let Some(raised) = sup_content(rest).filter(|_| glued) {
            rest = &rest["<sup></sup>".len() + raised.len()..];
            match raised {
                // Unicode has these raised, and in a plain string `10<sup>3</sup>` is not 103.
                "2" => push_chars(signes, "²", leaf, marks),
                "3" => push_chars(signes, "³", leaf, marks),
                _ => push_chars(signes, raised, leaf, marks | EXPOSANT),
            }
        } else {
            push_chars(signes, "<", leaf, marks);
            rest = &rest[1..];
        }
    }
    push_chars(signes, rest, leaf, marks);
}

fn push_chars(signes: &mut Vec<Signe>, texte: &str, leaf: u32, marks: u8) {
    signes.extend(texte.chars().map(|c| Signe { c, leaf, marks }));
}

fn sup_content(texte: &str) -> Option<&str> {
    let rest = texte.strip_prefix("<sup>")?;
    let raised = SUP_CONTENTS.iter().find(|raised| {
        let after = rest.strip_prefix(*raised);
        after.is_some_and(|after| after.starts_with("</sup>"))
    })?;
    // An accent that followed the tag would fuse with the last letter.
    let after = &rest[raised.len() + "</sup>".len()..];
    let accent = matches!(after.chars().next(), Some('\u{300}'..='\u{36f}'));
    (!accent).then_some(*raised)
}

/// The tree again, with the composed characters; `note` composes the footnotes.
pub(super) fn rebuild(
    inlines: &[Inline],
    signes: &[Signe],
    note: fn(&Inline) -> Inline,
) -> Vec<Inline> {
    let mut back = Rebuild { signes, leaf: 0, note };
    back.walk(inlines, false)
}

struct Rebuild<'a> {
    signes: &'a [Signe],
    leaf: u32,
    note: fn(&Inline) -> Inline,
}

impl<'a> Rebuild<'a> {
    fn walk(&mut self, inlines: &[Inline], raised: bool) -> Vec<Inline> {
        let mut out = Vec::with_capacity(inlines.len());
        for inline in inlines {
            let styled = match inline {
                Inline::Texte(_) => {
                    push_inlines(self.take(), raised, &mut out);
                    continue;
                }
                Inline::Code(_) | Inline::Saut => {
                    self.take();
                    out.push(inline.clone());
                    continue;
                }
                Inline::Note(_) => {
                    out.push((self.note)(inline));
                    continue;
                }
                Inline::Lien { url, texte } => {
                    out.push(Inline::Lien { url: url.clone(), texte: self.walk(texte, raised) });
                    continue;
                }
                Inline::Gras(v) => Inline::Gras(self.walk(v, raised)),
                Inline::Italique(v) => Inline::Italique(self.walk(v, raised)),
                Inline::Barre(v) => Inline::Barre(self.walk(v, raised)),
                Inline::Souligne(v) => Inline::Souligne(self.walk(v, raised)),
                Inline::Exposant(v) => Inline::Exposant(self.walk(v, true)),
                Inline::Indice(v) => Inline::Indice(self.walk(v, raised)),
            };
            if !is_hollow(&styled) {
                out.push(styled);
            }
        }
        out
    }

    /// The characters of the next leaf.
    fn take(&mut self) -> &'a [Signe] {
        let len = self.signes.iter().position(|s| s.leaf != self.leaf).unwrap_or(self.signes.len());
        let (taken, rest) = self.signes.split_at(len);
        self.signes = rest;
        self.leaf += 1;
        taken
    }
}

fn is_hollow(inline: &Inline) -> bool {
    match inline {
        Inline::Gras(v)
        | Inline::Italique(v)
        | Inline::Barre(v)
        | Inline::Souligne(v)
        | Inline::Exposant(v)
        | Inline::Indice(v) => v.is_empty(),
        _ => false,
    }
}

/// The inlines of one leaf; `raised` when the leaf is in a superscript already.
pub(super) fn push_inlines(signes: &[Signe], raised: bool, out: &mut Vec<Inline>) {
    for piece in signes.chunk_by(|a, b| raised || a.exposant() == b.exposant()) {
        let texte = Inline::Texte(piece.iter().map(|s| s.c).collect());
        if !raised && piece[0].exposant() {
            out.push(Inline::Exposant(vec![texte]));
        } else {
            out.push(texte);
        }
    }
}
