//! Rich text, composed, in the compact form that the templates read.

use serde_json::{Value, json};

use crate::model::texte::{Alignement, Bloc, Inline, Insertion, Liste};
use crate::model::{Action, Programme, Texte};
use crate::typographie;

/// Fewest letters of a word that French hyphenation cuts.
const CAPITALES: usize = 5;

/// Longest run without a space that is left whole; a longer one could not be broken over two lines.
const MOT: usize = 30;

/// Plain words, composed.
pub(super) fn words(texte: &str) -> Value {
    cell(&typographie::composer(texte))
}

/// The same where words may be cut at the end of a line: all but names.
pub(super) fn prose(texte: &str) -> Value {
    inlines(&typographie::composer(texte))
}

/// Words that may be absent.
pub(super) fn maybe(texte: Option<&str>) -> Value {
    texte.map_or(Value::Null, words)
}

/// Composes rich text; the lists that a text inserts come from the programme.
pub(super) struct Composer<'a> {
    pub(super) programme: Option<&'a Programme>,
}

impl Composer<'_> {
    /// The blocks of a text.
    pub(super) fn texte(&self, texte: &Texte) -> Value {
        let expanded = Texte { blocs: self.expand(&texte.blocs) };
        blocs(&typographie::composer_texte(&expanded).blocs)
    }

    /// The same, its last words followed by `fin` unless they already end with a punctuation mark.
    pub(super) fn texte_ending(&self, texte: &Texte, fin: char) -> Value {
        let mut texte = texte.clone();
        end_with(&mut texte, fin);
        self.texte(&texte)
    }

    fn expand(&self, source: &[Bloc]) -> Vec<Bloc> {
        source
            .iter()
            .flat_map(|bloc| match bloc {
                Bloc::Insertion(insertion) => self.insertion(insertion),
                Bloc::Liste(l) => vec![Bloc::Liste(Liste {
                    debut: l.debut,
                    elements: l.elements.iter().map(|e| self.expand(e)).collect(),
                })],
                Bloc::Citation(v) => vec![Bloc::Citation(self.expand(v))],
                other => vec![other.clone()],
            })
            .collect()
    }

    fn insertion(&self, insertion: &Insertion) -> Vec<Bloc> {
        let Some(programme) = self.programme else { return Vec::new() };
        let elements: Vec<Vec<Bloc>> = match insertion {
            Insertion::Orientations => {
                let last = programme.orientations.len().saturating_sub(1);
                programme
                    .orientations
                    .iter()
                    .enumerate()
                    .map(|(i, o)| {
                        let mut texte = o.texte.clone();
                        end_with(&mut texte, if i == last { '.' } else { ',' });
                        texte.blocs
                    })
                    .collect()
            }
            Insertion::Actions(ids) => programme
                .actions
                .iter()
                .filter(|a| if ids.is_empty() { a.declaree } else { ids.contains(&a.id.0) })
                .map(|a| paragraph(declared(a)))
                .collect(),
            Insertion::Calendrier(terme) => programme
                .calendrier
                .iter()
                .filter(|e| e.terme == *terme)
                .flat_map(|e| e.mesures.iter().map(|m| m.texte.blocs.clone()))
                .collect(),
            // Its table is there already.
            Insertion::Subventions => Vec::new(),
            Insertion::Comite => programme
                .comite
                .iter()
                .flat_map(|c| &c.membres)
                .map(|m| {
                    let name = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
                    let name: Vec<&str> = name.into_iter().flatten().collect();
                    let quality = m.qualite.as_ref().map_or(String::new(), |q| format!(", {q}"));
                    paragraph(format!("{}{quality}", name.join(" ")))
                })
                .collect(),
        };
        if elements.is_empty() {
            return Vec::new();
        }
        vec![Bloc::Liste(Liste { debut: None, elements })]
    }
}

/// How the dispositif names an action: « action 1.1 : constitution d’une charte ».
fn declared(action: &Action) -> String {
    let label = action.libelles.deliberation.as_ref().unwrap_or(&action.libelle);
    if label.is_empty() {
        format!("action {}", action.numero)
    } else {
        format!("action {} : {label}", action.numero)
    }
}

fn paragraph(texte: String) -> Vec<Bloc> {
    vec![Bloc::Paragraphe(vec![Inline::Texte(texte)])]
}

fn end_with(texte: &mut Texte, fin: char) {
    if let Some(Bloc::Paragraphe(inlines)) = texte.blocs.last_mut() {
        let plain = crate::model::texte::inlines_plain(inlines);
        if !plain.trim_end().ends_with([',', ';', ':', '.', '!', '?', '…']) {
            match inlines.last_mut() {
                Some(Inline::Texte(last)) => last.push(fin),
                _ => inlines.push(Inline::Texte(fin.to_string())),
            }
        }
    }
}

/// A run of words: a plain string when it has no style, else a list. Most have none, and a template reads a string
/// without a call.
pub(super) fn inlines(source: &[Inline]) -> Value {
    match source {
        [] => Value::String(String::new()),
        [Inline::Texte(t)] => match capitales(t) {
            Some(parts) => Value::Array(parts),
            None => Value::String(breakable(t)),
        },
        _ => Value::Array(source.iter().flat_map(whole).collect()),
    }
}

fn whole(source: &Inline) -> Vec<Value> {
    match source {
        Inline::Texte(t) => capitales(t).unwrap_or_else(|| vec![Value::String(breakable(t))]),
        other => vec![inline(other)],
    }
}

/// Words around those in capitals, family names above all, which a line never cuts; nothing when there are none.
fn capitales(texte: &str) -> Option<Vec<Value>> {
    // Most words have none, and every word passes here.
    if !texte.contains(|c: char| c.is_uppercase()) {
        return None;
    }
    let mut out = Vec::new();
    let (mut from, mut start) = (0, None);
    let mut close = |from: &mut usize, start: usize, end: usize| {
        let word = &texte[start..end];
        let length = word.chars().count();
        if (CAPITALES..=MOT).contains(&length) && word.chars().all(char::is_uppercase) {
            if *from < start {
                out.push(Value::String(breakable(&texte[*from..start])));
            }
            out.push(json!(["entier", word]));
            *from = end;
        }
    };
    for (i, c) in texte.char_indices() {
        match (c.is_alphabetic(), start) {
            (true, None) => start = Some(i),
            (false, Some(first)) => {
                close(&mut from, first, i);
                start = None;
            }
            _ => {}
        }
    }
    if let Some(first) = start {
        close(&mut from, first, texte.len());
    }
    if out.is_empty() {
        return None;
    }
    if from < texte.len() {
        out.push(Value::String(breakable(&texte[from..])));
    }
    Some(out)
}

fn inline(source: &Inline) -> Value {
    match source {
        Inline::Texte(t) => Value::String(breakable(t)),
        Inline::Gras(v) => json!(["gras", inlines(v)]),
        Inline::Italique(v) => json!(["italique", inlines(v)]),
        Inline::Barre(v) => json!(["barre", inlines(v)]),
        Inline::Souligne(v) => json!(["souligne", inlines(v)]),
        Inline::Exposant(v) => json!(["exposant", inlines(v)]),
        Inline::Indice(v) => json!(["indice", inlines(v)]),
        Inline::Code(t) => json!(["code", breakable(t)]),
        Inline::Lien { url, texte } => json!(["lien", url, inlines(texte)]),
        Inline::Note(v) => json!(["note", blocs(v)]),
        Inline::Saut => json!(["saut"]),
    }
}

pub(super) fn blocs(source: &[Bloc]) -> Value {
    Value::Array(source.iter().filter_map(bloc).collect())
}

fn bloc(source: &Bloc) -> Option<Value> {
    Some(match source {
        Bloc::Paragraphe(v) => json!(["p", inlines(v)]),
        Bloc::Titre { niveau, texte } => json!(["titre", niveau, cell(texte)]),
        Bloc::Liste(l) => {
            let elements: Vec<Value> = l.elements.iter().map(|e| blocs(e)).collect();
            json!(["liste", l.debut, elements])
        }
        Bloc::Tableau(t) => {
            let alignements: Vec<&str> = (0..t.entete.len())
                .map(|column| match t.alignements.get(column) {
                    Some(Alignement::Gauche) => "gauche",
                    Some(Alignement::Centre) => "centre",
                    Some(Alignement::Droite) => "droite",
                    // Figures read in columns, units under units.
                    _ if column > 0 && figures(&t.lignes, column) => "droite",
                    _ => "gauche",
                })
                .collect();
            let row = |cells: &[Vec<Inline>]| Value::Array(cells.iter().map(|c| cell(c)).collect());
            let lignes: Vec<Value> = t.lignes.iter().map(|l| row(l)).collect();
            json!(["tableau", alignements, row(&t.entete), lignes])
        }
        Bloc::Citation(v) => json!(["citation", blocs(v)]),
        Bloc::Filet => json!(["filet"]),
        Bloc::Code(t) => json!(["code", t]),
        Bloc::Insertion(_) => return None,
    })
}

/// The words of a cell, which may be too narrow for a whole word in capitals, or of a title, which no line cuts.
fn cell(source: &[Inline]) -> Value {
    match source {
        [] => Value::String(String::new()),
        [Inline::Texte(t)] => Value::String(breakable(t)),
        _ => Value::Array(source.iter().map(inline).collect()),
    }
}

/// Whether every filled cell of a column starts with a figure.
fn figures(lignes: &[Vec<Vec<Inline>>], column: usize) -> bool {
    let mut seen = false;
    for ligne in lignes {
        let texte = ligne.get(column).map(|c| crate::model::texte::inlines_plain(c));
        match texte.as_deref().map(str::trim).and_then(|t| t.chars().next()) {
            None => {}
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '\u{2212}') => seen = true,
            Some(_) => return false,
        }
    }
    seen
}

/// Long runs without a space may break anywhere: a zero-width space says so without showing.
fn breakable(texte: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c == '-';
    if texte.len() <= MOT || texte.split(ends).all(|word| word.len() <= MOT) {
        return texte.to_owned();
    }
    let mut out = String::with_capacity(texte.len() + texte.len() / 8);
    for word in texte.split_inclusive(ends) {
        if word.chars().take(MOT + 1).count() <= MOT {
            out.push_str(word);
            continue;
        }
        for (i, c) in word.chars().enumerate() {
            if i > 0 && i % (MOT / 2) == 0 {
                out.push('\u{200b}');
            }
            out.push(c);
        }
    }
    out
}
