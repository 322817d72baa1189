//! Diagnostics on the screen and in JSON.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::flux;
use crate::check::{Verification, chemin};
use crate::model::Severite;
use crate::read::{Diagnostic, Place, Sources};

/// Width over which the marks of several lines are shown together, in bytes.
const AVEC: usize = 110;
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
    let fichier = &diagnostic.place.fichier;
    let place_only = (!fichier.is_empty() && sources.texte(fichier).is_none_or(str::is_empty))
        .then(|| format!("fichier {}", chemin(prefix, fichier)));
    if let Some(text) = &place_only {
        group = group.element(Level::NOTE.with_name("note ").message(&**text));
    }
    if let Some(base) = diagnostic.base {
        group = group.element(Level::NOTE.with_name("base ").message(base));
    }
    if let Some(aide) = &diagnostic.aide {
        group = group.element(Level::HELP.with_name("aide ").message(&**aide));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let groups: &[Group<'_>] = &[group];
    renderer.decor_style(DecorStyle::Unicode).render(groups).to_string()
}

/// One finding that is set aside, with its place and why; its excerpt would only be in the way.
pub(crate) fn ignored(diagnostic: &Diagnostic, of: &Verification, colours: bool) -> String {
    let place = &diagnostic.place;
    let at = format!("{}:{}:{}", of.chemin(&place.fichier), place.debut.ligne, place.debut.colonne);
    let ignore = diagnostic.ignore.as_ref();
    let motif = ignore.map(|i| i.motif.clone()).unwrap_or_default();
    let par = ignore.and_then(|i| i.lieu.as_ref()).map(|lieu| {
        let said = of.sources.place(lieu, "");
        format!("ignoré par {}:{}", of.chemin(&said.fichier), said.debut.ligne)
    });
    let level = Level::NOTE.with_name("ignoré");
    let mut group = level
        .primary_title(&*diagnostic.message)
        .id(diagnostic.code)
        .element(Level::NOTE.with_name("lieu ").message(&*at))
        .element(Level::NOTE.with_name("raison ").message(&*motif));
    if let Some(par) = &par {
        group = group.element(Level::NOTE.with_name("note ").message(&**par));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).render(&[group]).to_string()
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
            let path = chemin(prefix, &place.fichier);
            if let Some(cut) = Self::long(place, text, &path, i == 0) {
                out.push(cut);
                continue;
            }
            let mut same: Vec<usize> = Vec::new();
            let mut columns = columns(text, place);
            for (j, other) in places.iter().enumerate().skip(i) {
                if done[j]
                    || other.fichier != place.fichier
                    || lines(text, other).len() > 20 * LARGEUR
                {
                    continue;
                }
                // Lines are cut together: a mark at the end of a long one would show it whole.
                let its = self::columns(text, other);
                let both = columns.start.min(its.start)..columns.end.max(its.end);
                if j == i || both.len() <= AVEC || both.end <= LARGEUR {
                    columns = both;
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

/// The bytes of a place, counted from the start of its line.
fn columns(text: &str, place: &Place) -> Range<usize> {
    let start = lines(text, place).start;
    place.plage.start - start..place.plage.end - start
}

/// The whole lines of a place.
fn lines(text: &str, place: &Place) -> Range<usize> {
    let start = text[..place.plage.start].rfind('\n').map_or(0, |i| i + 1);
    let end = text[place.plage.end..].find('\n').map_or(text.len(), |i| place.plage.end + i);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;

    /// Both sides of a contradiction, each in its file, then what the law says and what to do.
    #[test]
    fn a_contradiction_across_files_shows_both_sides() {
        let mut sources = Sources::default();
        sources.insert("seance.toml", "date = 2026-03-12\n".to_owned());
        sources.insert("02-plan/deliberation.toml", "numero = \"14\"\n".to_owned());
        let place = |fichier: &str, chemin: &str, words: &str| {
            sources.place(&Lieu::new(fichier, chemin), words)
        };
        let diagnostic = Diagnostic {
            code: "FORM-02",
            nom: "numero",
            severite: Severite::Avertissement,
            message: "le numéro ne suit pas la séance".to_owned(),
            place: place("02-plan/deliberation.toml", "numero", "ce numéro"),
            secondaires: vec![place("seance.toml", "date", "cette séance")],
            base: Some("CGCT, R. 2121-9"),
            aide: Some("numérotez de nouveau".to_owned()),
            ignore: None,
        };
        let said = render(&diagnostic, &sources, "actes/juin", false);
        assert_eq!(
            said,
            "avertissement[FORM-02]: le numéro ne suit pas la séance\n  \
             ╭▸ actes/juin/02-plan/deliberation.toml:1:10\n  │\n\
             1 │ numero = \"14\"\n  │          ━━━━ ce numéro\n  │\n  \
             ⸬  actes/juin/seance.toml:1:8\n  │\n\
             1 │ date = 2026-03-12\n  │        ────────── cette séance\n  │\n  \
             ├ base : CGCT, R. 2121-9\n  ╰ aide : numérotez de nouveau"
        );
    }
}
