//! Diagnostics on the screen and in JSON.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::flux;
use crate::model::Severite;
use crate::read::{Diagnostic, Place, Sources};

/// Width of what is shown of a line too long to be shown whole, in bytes.
const LARGEUR: usize = 160;

/// Whether the error stream takes colours: `NO_COLOR` (no-color.org) and dumb terminals do not.
#[expect(clippy::disallowed_methods, reason = "a terminal says what it takes in the environment")]
pub(crate) fn colours() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    !refused && !dumb && std::io::stderr().is_terminal()
}

/// A message that is not about a place of the dossier.
pub(crate) fn tool_error(message: &str) {
    flux::err(&format!("erreur : {message}\n"));
}

/// Advice under such a message.
pub(crate) fn hint(message: &str) {
    flux::err(&format!("  aide : {message}\n"));
}

/// One diagnostic with its excerpt, for people.
pub(crate) fn render(
    diagnostic: &Diagnostic,
    sources: &Sources,
    prefix: &str,
    colours: bool,
) -> String {
    let level = match diagnostic.severite {
        Severite::Erreur => Level::ERROR.with_name("erreur"),
        Severite::Avertissement => Level::WARNING.with_name("avertissement"),
        Severite::Information => Level::INFO.with_name("information"),
    };
    let title = level.primary_title(&*diagnostic.message).id(diagnostic.code);
    let mut group = title.elements(Vec::<Snippet<'_, Annotation<'_>>>::new());
    let places: Vec<&Place> =
        std::iter::once(&diagnostic.place).chain(&diagnostic.secondaires).collect();
    let cuts = Cut::all(&places, sources, prefix);
    for cut in &cuts {
        let mut snippet = Snippet::source(cut.text).path(&*cut.path).line_start(cut.line);
        for (range, label, primary) in &cut.marks {
            let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = (!label.is_empty()).then_some(*label);
            snippet = snippet.annotation(kind.span(range.clone()).label(label));
        }
        group = group.element(snippet);
    }
    let base = diagnostic.base.map(|b| format!("base légale : {b}"));
    let fichier = &diagnostic.place.fichier;
    let place_only = (!fichier.is_empty() && sources.texte(fichier).is_none_or(str::is_empty))
        .then(|| format!("fichier {}", shown(prefix, fichier)));
    for text in [&place_only, &base].into_iter().flatten() {
        group = group.element(Level::NOTE.with_name("note ").message(&**text));
    }
    if let Some(aide) = &diagnostic.aide {
        group = group.element(Level::HELP.with_name("aide ").message(&**aide));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let groups: &[Group<'_>] = &[group];
    renderer.decor_style(DecorStyle::Unicode).render(groups).to_string()
}

/// The path of a file of a dossier as a person would type it: what stands above the dossier without `..`.
fn shown(prefix: &str, fichier: &str) -> String {
    let mut folder = prefix.trim_end_matches('/');
    let mut rest = fichier;
    while let Some(above) = rest.strip_prefix("../") {
        let (parent, last) = folder.rsplit_once('/').unwrap_or(("", folder));
        // Above « . », « .. » or the root, only the system knows the name of a folder.
        if matches!(last, "" | "." | "..") {
            break;
        }
        folder = parent;
        rest = above;
        if folder.is_empty() {
            break;
        }
    }
    match folder {
        "" | "." => rest.to_owned(),
        _ => format!("{folder}/{rest}"),
    }
}

/// A part of a source, with what is to be marked in it.
struct Cut<'a> {
    text: &'a str,
    path: String,
    line: usize,
    marks: Vec<(Range<usize>, &'a str, bool)>,
}

impl<'a> Cut<'a> {
    /// The parts to show, the first place first; places of one file share one part, unless a line is too long.
    fn all(places: &[&'a Place], sources: &'a Sources, prefix: &str) -> Vec<Self> {
        let mut out: Vec<Self> = Vec::new();
        let mut done = vec![false; places.len()];
        for (i, place) in places.iter().enumerate() {
            let text = sources.texte(&place.fichier).unwrap_or("");
            if done[i] || text.is_empty() {
                continue;
            }
            let path = shown(prefix, &place.fichier);
            if let Some(cut) = Self::long(place, text, &path, i == 0) {
                out.push(cut);
                continue;
            }
            let mut same: Vec<usize> = Vec::new();
            for (j, other) in places.iter().enumerate().skip(i) {
                if other.fichier == place.fichier && lines(text, other).len() <= 20 * LARGEUR {
                    done[j] = true;
                    same.push(j);
                }
            }
            let spans = same.iter().map(|j| lines(text, places[*j]));
            let (start, end) =
                spans.fold((usize::MAX, 0), |(s, e), r| (s.min(r.start), e.max(r.end)));
            out.push(Self {
                text: &text[start..end],
                path,
                line: same.iter().map(|j| places[*j].debut.ligne).min().unwrap_or(1),
                marks: same
                    .iter()
                    .map(|j| {
                        let Range { start: from, end: to } = places[*j].plage;
                        (from - start..to - start, &*places[*j].etiquette, *j == 0)
                    })
                    .collect(),
            });
        }
        out
    }

    /// The surroundings of a place on a line too long to be shown.
    fn long(place: &'a Place, text: &'a str, path: &str, primary: bool) -> Option<Self> {
        let Range { start, end } = lines(text, place);
        if end - start <= 20 * LARGEUR {
            return None;
        }
        let floor = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let from = floor(place.plage.start.saturating_sub(LARGEUR / 2).max(start));
        let to = floor((place.plage.start + LARGEUR / 2).min(end)).max(from);
        let clamp = |at: usize| floor(at.clamp(from, to)) - from;
        let range = clamp(place.plage.start)..clamp(place.plage.end);
        Some(Self {
            text: &text[from..to],
            path: path.to_owned(),
            line: place.debut.ligne,
            marks: vec![(range, &place.etiquette, primary)],
        })
    }
}

/// The whole lines of a place.
fn lines(text: &str, place: &Place) -> Range<usize> {
    let start = text[..place.plage.start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[place.plage.end..].find('\n').map_or(text.len(), |i| place.plage.end + i);
    start..end
}

/// One diagnostic, for programs.
pub(crate) fn to_json(diagnostic: &Diagnostic) -> Value {
    let place = |p: &Place| {
        json!({
            "fichier": p.fichier,
            "ligne": p.debut.ligne, "colonne": p.debut.colonne,
            "ligne_fin": p.fin.ligne, "colonne_fin": p.fin.colonne,
            "etiquette": p.etiquette,
        })
    };
    json!({
        "code": diagnostic.code,
        "severite": diagnostic.severite.to_string(),
        "message": diagnostic.message,
        "place": place(&diagnostic.place),
        "secondaires": diagnostic.secondaires.iter().map(place).collect::<Vec<_>>(),
        "base_legale": diagnostic.base,
        "aide": diagnostic.aide,
    })
}

/// « 2 erreurs, 1 avertissement », or nothing when there is no fault.
pub(crate) fn count(diagnostics: &[Diagnostic]) -> String {
    let of = |s: Severite| diagnostics.iter().filter(|d| d.severite == s).count();
    let words = [
        (of(Severite::Erreur), "erreur"),
        (of(Severite::Avertissement), "avertissement"),
        (of(Severite::Information), "information"),
    ];
    let parts: Vec<String> = words
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| format!("{n} {word}{}", if n > 1 { "s" } else { "" }))
        .collect();
    parts.join(", ")
}
