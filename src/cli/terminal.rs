//! Diagnostics on the screen and in JSON.

use std::io::IsTerminal;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::model::Severite;
use crate::read::{Diagnostic, Place, Sources};

/// Width beyond which a line of source is cut around the fault, in bytes.
const LARGEUR: usize = 160;

/// Whether the error stream takes colours: `NO_COLOR` (no-color.org) and dumb terminals do not.
pub(crate) fn colours() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    !refused && !dumb && std::io::stderr().is_terminal()
}

/// A message that is not about a place of the dossier.
pub(crate) fn tool_error(message: &str) {
    eprintln!("erreur : {message}");
}

/// Advice under such a message.
pub(crate) fn hint(message: &str) {
    eprintln!("  aide : {message}");
}

/// One diagnostic with its excerpt, for people.
pub(crate) fn render(diagnostic: &Diagnostic, sources: &Sources, prefix: &str, colours: bool) -> String {
    let level = match diagnostic.severite {
        Severite::Erreur => Level::ERROR.with_name("erreur"),
        Severite::Avertissement => Level::WARNING.with_name("avertissement"),
        Severite::Information => Level::INFO.with_name("information"),
    };
    let mut group = level.primary_title(&*diagnostic.message).id(diagnostic.code).elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    let mut cuts: Vec<Cut<'_>> = Vec::new();
    for (i, place) in std::iter::once(&diagnostic.place).chain(&diagnostic.secondaires).enumerate() {
        cuts.push(Cut::new(place, sources, prefix, i == 0));
    }
    // Places of the same file share one excerpt, unless a line had to be cut.
    let mut k = 0;
    while k < cuts.len() {
        let mut same = 1;
        while k + same < cuts.len()
            && cuts[k].whole
            && cuts[k + same].whole
            && cuts[k + same].path == cuts[k].path
        {
            same += 1;
        }
        let first = &cuts[k];
        if !first.text.is_empty() {
            let mut snippet = Snippet::source(first.text).path(&*first.path).line_start(first.line);
            for cut in &cuts[k..k + same] {
                let kind = if cut.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
                snippet = snippet.annotation(kind.span(cut.range.clone()).label(cut.label));
            }
            group = group.element(snippet);
        }
        k += same;
    }
    let base = diagnostic.base.map(|b| format!("base légale : {b}"));
    let place_only = (!diagnostic.place.fichier.is_empty() && cuts[0].text.is_empty())
        .then(|| format!("fichier : {}", cuts[0].path));
    for text in [&place_only, &base].into_iter().flatten() {
        group = group.element(Level::NOTE.with_name("note").message(&**text));
    }
    if let Some(aide) = &diagnostic.aide {
        group = group.element(Level::HELP.with_name("aide").message(&**aide));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let groups: &[Group<'_>] = &[group];
    renderer.decor_style(DecorStyle::Unicode).render(groups).to_string()
}

/// The part of a source that an excerpt shows.
struct Cut<'a> {
    text: &'a str,
    path: String,
    line: usize,
    range: std::ops::Range<usize>,
    label: &'a str,
    primary: bool,
    whole: bool,
}

impl<'a> Cut<'a> {
    fn new(place: &'a Place, sources: &'a Sources, prefix: &str, primary: bool) -> Self {
        let full = sources.texte(&place.fichier).unwrap_or("");
        let path = if prefix.is_empty() {
            place.fichier.clone()
        } else {
            format!("{prefix}/{}", place.fichier)
        };
        let start = full[..place.plage.start].rfind('\n').map_or(0, |i| i + 1);
        let end = full[place.plage.end..].find('\n').map_or(full.len(), |i| place.plage.end + i);
        let label = &*place.etiquette;
        if end - start <= 20 * LARGEUR {
            let range = place.plage.clone();
            return Self { text: full, path, line: 1, range, label, primary, whole: true };
        }
        let floor = |mut at: usize| {
            while !full.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let from = floor(place.plage.start.saturating_sub(LARGEUR / 2).max(start));
        let to = floor((place.plage.start + LARGEUR).min(end)).max(from);
        let clamp = |at: usize| floor(at.clamp(from, to)) - from;
        Self {
            text: &full[from..to],
            path,
            line: place.debut.ligne,
            range: clamp(place.plage.start)..clamp(place.plage.end),
            label,
            primary,
            whole: false,
        }
    }
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
