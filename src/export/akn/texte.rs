//! Rich text as the blocks of the language: paragraphs, lists, tables, notes.

use super::xml::{Xml, esc, plain};
use crate::model::texte::{Bloc, Inline, Insertion};
use crate::model::{Programme, Texte};
use crate::typographie::composer_simple;

/// Stands in the words where a note is called; words of outside never hold it.
const APPEL: char = '\u{fffc}';

/// The words of a paragraph, and the notes that they call in their order.
#[derive(Default)]
pub(super) struct Mots {
    pub(super) texte: String,
    notes: Vec<Vec<Piece>>,
}

/// A block.
pub(super) enum Piece {
    Paragraphe(Mots),
    /// Items, each with its mark.
    Liste(Vec<(String, Vec<Piece>)>),
    /// Rows of cells; the first one is the header.
    Tableau(Vec<Vec<Mots>>),
}

impl Mots {
    fn of(inlines: &[Inline], programme: Option<&Programme>) -> Self {
        let mut out = Self::default();
        out.push(inlines, programme);
        out.texte = out.texte.split_whitespace().collect::<Vec<_>>().join(" ");
        out
    }

    fn push(&mut self, inlines: &[Inline], programme: Option<&Programme>) {
        for inline in inlines {
            match inline {
                Inline::Texte(t) | Inline::Code(t) => self.texte.push_str(&t.replace(APPEL, " ")),
                Inline::Gras(v)
                | Inline::Italique(v)
                | Inline::Barre(v)
                | Inline::Souligne(v)
                | Inline::Exposant(v)
                | Inline::Indice(v)
                | Inline::Lien { texte: v, .. } => self.push(v, programme),
                Inline::Note(blocs) => {
                    self.texte.push(APPEL);
                    self.notes.push(blocks(blocs, programme));
                }
                Inline::Saut => self.texte.push(' '),
            }
        }
    }
}

impl From<String> for Mots {
    fn from(texte: String) -> Self {
        let texte = texte.replace(APPEL, " ");
        Self { texte: texte.split_whitespace().collect::<Vec<_>>().join(" "), notes: Vec::new() }
    }
}

/// The blocks of a text.
pub(super) fn pieces(texte: &Texte, programme: Option<&Programme>) -> Vec<Piece> {
    blocks(&texte.blocs, programme)
}

/// The blocks of a text after a word that opens it.
pub(super) fn opened(mot: &str, texte: &Texte, programme: Option<&Programme>) -> Vec<Piece> {
    let mut out = pieces(texte, programme);
    match out.first_mut() {
        Some(Piece::Paragraphe(first)) => first.texte = format!("{mot} {}", first.texte),
        _ => out.insert(0, Piece::Paragraphe(mot.to_owned().into())),
    }
    out
}

fn blocks(blocs: &[Bloc], programme: Option<&Programme>) -> Vec<Piece> {
    let mut out = Vec::new();
    for bloc in blocs {
        match bloc {
            Bloc::Paragraphe(inlines) | Bloc::Titre { texte: inlines, .. } => {
                out.push(Piece::Paragraphe(Mots::of(inlines, programme)));
            }
            Bloc::Liste(liste) => {
                let items = liste.elements.iter().enumerate().map(|(i, element)| {
                    let mark = liste.debut.map(|n| format!("{}°", n as usize + i));
                    (mark.unwrap_or_else(|| "–".to_owned()), blocks(element, programme))
                });
                out.push(Piece::Liste(items.collect()));
            }
            Bloc::Tableau(t) => {
                let row = |cells: &Vec<Vec<Inline>>| {
                    cells.iter().map(|c| Mots::of(c, programme)).collect::<Vec<_>>()
                };
                out.push(Piece::Tableau(
                    std::iter::once(&t.entete).chain(&t.lignes).map(row).collect(),
                ));
            }
            Bloc::Citation(inside) => out.extend(blocks(inside, programme)),
            Bloc::Code(texte) => out.push(Piece::Paragraphe(texte.clone().into())),
            Bloc::Filet => {}
            Bloc::Insertion(insertion) => out.extend(inserted(insertion, programme)),
        }
    }
    out.retain(|p| match p {
        Piece::Paragraphe(mots) => !mots.texte.is_empty(),
        Piece::Liste(items) => !items.is_empty(),
        Piece::Tableau(rows) => rows.iter().any(|r| !r.is_empty()),
    });
    out
}

/// What an insertion draws from the programme.
fn inserted(insertion: &Insertion, programme: Option<&Programme>) -> Option<Piece> {
    let p = programme?;
    let said: Vec<String> = match insertion {
        Insertion::Orientations => p.orientations.iter().map(|o| o.texte.plain()).collect(),
        Insertion::Actions(ids) => p
            .actions
            .iter()
            .filter(|a| if ids.is_empty() { a.declaree } else { ids.contains(&a.id.0) })
            .map(|a| {
                let label = a.libelles.deliberation.as_ref().unwrap_or(&a.libelle);
                format!("action {} : {label}", a.numero)
            })
            .collect(),
        Insertion::Calendrier(terme) => {
            let terms = p.calendrier.iter().filter(|e| e.terme == *terme);
            terms.flat_map(|e| &e.mesures).map(|m| m.texte.plain()).collect()
        }
        // Its table is there already.
        Insertion::Subventions => return None,
        Insertion::Comite => {
            let members = p.comite.iter().flat_map(|c| &c.membres);
            members
                .map(|m| {
                    let parts = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
                    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
                    m.qualite.as_ref().map_or_else(|| name.clone(), |q| format!("{name}, {q}"))
                })
                .collect()
        }
    };
    let items = said.into_iter().map(|s| ("–".to_owned(), vec![Piece::Paragraphe(s.into())]));
    Some(Piece::Liste(items.collect()))
}

/// Writes blocks under the identifier of what holds them; each kind is counted there.
pub(super) struct Rangs<'a> {
    base: &'a str,
    listes: usize,
    tableaux: usize,
    notes: usize,
}

impl<'a> Rangs<'a> {
    pub(super) fn new(base: &'a str) -> Self {
        Self { base, listes: 0, tableaux: 0, notes: 0 }
    }

    pub(super) fn write(&mut self, x: &mut Xml, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Paragraphe(mots) => self.p(x, mots, None),
                Piece::Liste(items) => {
                    self.listes += 1;
                    let id = format!("{}__list_{}", self.base, self.listes);
                    x.open("blockList", &[("eId", &id)]);
                    for (i, (mark, inside)) in items.iter().enumerate() {
                        x.open("item", &[("eId", &format!("{id}__item_{}", i + 1))]);
                        x.raw(&format!("<num>{}</num>\n", esc(mark)));
                        self.write(x, inside);
                        if inside.is_empty() {
                            x.p("");
                        }
                        x.close("item");
                    }
                    x.close("blockList");
                }
                Piece::Tableau(rows) => {
                    self.tableaux += 1;
                    let id = format!("{}__table_{}", self.base, self.tableaux);
                    x.open("table", &[("eId", &id)]);
                    for (i, row) in rows.iter().enumerate() {
                        let tag = if i == 0 { "th" } else { "td" };
                        x.open("tr", &[]);
                        for cell in row {
                            x.open(tag, &[]);
                            self.p(x, cell, None);
                            x.close(tag);
                        }
                        x.close("tr");
                    }
                    x.close("table");
                }
            }
        }
    }

    /// A paragraph, where a day is marked when its words stand there: the day in figures, then in words.
    pub(super) fn p(&mut self, x: &mut Xml, mots: &Mots, day: Option<(&str, &str)>) {
        let composed = composer_simple(&mots.texte);
        let flat = plain(&composed);
        let marked = day.and_then(|(date, words)| Some((date, words, flat.find(words)?)));
        x.raw("<p>");
        let mut notes = mots.notes.iter();
        match marked {
            Some((date, words, at)) => {
                let (before, rest) = flat.split_at(at);
                self.runs(x, before, &mut notes);
                x.raw(&format!("<date date=\"{date}\">{}</date>", esc(words)));
                self.runs(x, &rest[words.len()..], &mut notes);
            }
            None => self.runs(x, &composed, &mut notes),
        }
        x.raw("</p>\n");
    }

    /// Words, each note in the place where it is called.
    fn runs(&mut self, x: &mut Xml, words: &str, notes: &mut std::slice::Iter<'_, Vec<Piece>>) {
        for (i, run) in words.split(APPEL).enumerate() {
            if i > 0
                && let Some(note) = notes.next()
            {
                self.notes += 1;
                let id = format!("{}__authorialNote_{}", self.base, self.notes);
                x.tag("authorialNote", &[("eId", &id), ("placement", "bottom")], ">");
                self.write(x, note);
                if note.is_empty() {
                    x.p("");
                }
                x.raw("</authorialNote>");
            }
            x.raw(&esc(run));
        }
    }
}
