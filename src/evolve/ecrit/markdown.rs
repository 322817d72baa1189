//! Rich text as Markdown: read again, it gives the same text.

use crate::model::Terme;
use crate::model::Texte;
use crate::model::texte::{Alignement, Bloc, Inline, Insertion};

/// Signs that mean something anywhere in a line.
const SIGNES: &str = "*_~^[]`|{}<>#";

/// Writes a text.
pub(super) fn ecrire(texte: &Texte) -> String {
    blocs(&texte.blocs)
}

/// Plain words, protected.
pub(super) fn echappe(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for c in texte.chars() {
        if SIGNES.contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn blocs(list: &[Bloc]) -> String {
    let mut out: Vec<String> = Vec::with_capacity(list.len());
    let mut star = false;
    for (i, b) in list.iter().enumerate() {
        // Two lists that follow each other would be one, if they had the same mark.
        let follows = i > 0 && matches!((&list[i - 1], b), (Bloc::Liste(_), Bloc::Liste(_)));
        star = follows && !star;
        out.push(bloc(b, star));
    }
    out.join("\n")
}

fn bloc(b: &Bloc, other: bool) -> String {
    match b {
        Bloc::Paragraphe(v) => format!("{}\n", line(v)),
        Bloc::Titre { niveau, texte } => {
            format!("{} {}\n", "#".repeat(usize::from(*niveau)), inlines(texte))
        }
        Bloc::Liste(l) => {
            let mut out = String::new();
            for (i, element) in l.elements.iter().enumerate() {
                let mark = match (l.debut, other) {
                    (Some(first), false) => format!("{}. ", first as usize + i),
                    (Some(first), true) => format!("{}) ", first as usize + i),
                    (None, false) => "- ".to_owned(),
                    (None, true) => "* ".to_owned(),
                };
                let indent = " ".repeat(mark.len());
                let inside = blocs(element);
                for (j, text) in inside.trim_end_matches('\n').split('\n').enumerate() {
                    match (j, text.is_empty()) {
                        (0, _) => out.push_str(&format!("{mark}{text}\n")),
                        (_, true) => out.push('\n'),
                        _ => out.push_str(&format!("{indent}{text}\n")),
                    }
                }
            }
            out
        }
        Bloc::Tableau(t) => {
            let row = |cells: &[Vec<Inline>]| {
                let cells: Vec<String> = cells.iter().map(|c| inlines(c)).collect();
                format!("| {} |\n", cells.join(" | "))
            };
            let marks: Vec<&str> = t
                .alignements
                .iter()
                .map(|a| match a {
                    Alignement::Defaut => "---",
                    Alignement::Gauche => ":--",
                    Alignement::Centre => ":-:",
                    Alignement::Droite => "--:",
                })
                .collect();
            let mut out = row(&t.entete);
            out.push_str(&format!("|{}|\n", marks.join("|")));
            out.extend(t.lignes.iter().map(|l| row(l)));
            out
        }
        Bloc::Citation(v) => {
            let inside = blocs(v);
            let lines = inside.trim_end_matches('\n').split('\n');
            lines.map(|l| format!("{}\n", format!("> {l}").trim_end())).collect()
        }
        Bloc::Filet => "---\n".to_owned(),
        Bloc::Code(t) => format!("```\n{}\n```\n", t.trim_end_matches('\n')),
        Bloc::Insertion(i) => format!("{}\n", insertion(i)),
    }
}

fn insertion(i: &Insertion) -> String {
    match i {
        Insertion::Orientations => "{orientations}".to_owned(),
        Insertion::Actions(ids) if ids.is_empty() => "{actions}".to_owned(),
        Insertion::Actions(ids) => format!("{{actions: {}}}", ids.join(", ")),
        Insertion::Calendrier(terme) => {
            let mot = Terme::ALL.iter().find(|(t, _)| t == terme).map_or("", |(_, mot)| mot);
            format!("{{calendrier: {mot}}}")
        }
        Insertion::Comite => "{comite}".to_owned(),
        Insertion::Subventions => "{subventions}".to_owned(),
    }
}

/// A paragraph, whose first signs must not be read as those of a list or a rule.
fn line(v: &[Inline]) -> String {
    let text = inlines(v);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    match text.chars().next() {
        Some('-' | '+' | '=') => format!("\\{text}"),
        _ if digits > 0 && text[digits..].starts_with(['.', ')']) => {
            format!("{}\\{}", &text[..digits], &text[digits..])
        }
        _ => text,
    }
}

fn inlines(v: &[Inline]) -> String {
    v.iter().map(inline).collect()
}

fn inline(i: &Inline) -> String {
    // Tags rather than signs: they close where they are told to, whatever stands beside them.
    let tag = |nom: &str, v: &[Inline]| format!("<{nom}>{}</{nom}>", inlines(v));
    match i {
        Inline::Texte(t) => echappe(t),
        Inline::Gras(v) => tag("b", v),
        Inline::Italique(v) => tag("i", v),
        Inline::Souligne(v) => tag("u", v),
        Inline::Exposant(v) => tag("sup", v),
        Inline::Indice(v) => tag("sub", v),
        Inline::Barre(v) => format!("~~{}~~", inlines(v)),
        Inline::Code(t) => {
            let fence = if t.contains('`') { "``" } else { "`" };
            let space = if t.starts_with('`') || t.ends_with('`') { " " } else { "" };
            format!("{fence}{space}{t}{space}{fence}")
        }
        Inline::Lien { url, texte } => format!("[{}](<{url}>)", inlines(texte)),
        Inline::Note(v) => {
            let parts: Vec<String> = v
                .iter()
                .map(|b| match b {
                    Bloc::Paragraphe(p) => inlines(p),
                    other => bloc(other, false).trim().replace('\n', " "),
                })
                .collect();
            format!("^[{}]", parts.join("<br>"))
        }
        Inline::Saut => "<br>".to_owned(),
    }
}
