//! French typography applied to text, before anything is drawn.
//!
//! ```text
//! text or tree ── leaves ──> one line of characters, each with its leaf
//!                              gardes       what no rule may touch
//!                              guillemets   straight quotes, paired
//!                              espacement   spaces and punctuation
//!                              passe        words and numbers: abreviations ordinaux
//!                                           quantieme horaires quantites unites
//!              <── leaves ───  the same tree, with the composed characters
//! ```
//!
//! A rule reads the line, so that an emphasis never hides what stands on its other side. Composing
//! twice changes nothing more. The usages followed are those ascribed to the *Lexique des règles
//! typographiques en usage à l'Imprimerie nationale*; what would correct the words themselves
//! (accents on capitals, ligatures, hyphens) is never done, since the text voted is what binds.

mod abreviations;
pub mod date;
mod espacement;
mod gardes;
mod guillemets;
mod horaires;
mod leaves;
pub mod nombre;
mod ordinaux;
mod passe;
mod quantieme;
mod quantites;
mod signe;
mod unites;

use self::signe::Signe;
use crate::model::texte::{Bloc, Inline, Liste, Tableau, Texte};

/// Composes a plain string; the endings of ordinals become superscripts.
///
/// ```
/// use delibere::model::texte::Inline;
/// use delibere::typographie::composer;
///
/// assert_eq!(
///     composer("l'appel n°2, 1er lot"),
///     [
///         Inline::Texte("l’appel n°\u{a0}2, 1".into()),
///         Inline::Exposant(vec![Inline::Texte("er".into())]),
///         Inline::Texte(" lot".into()),
///     ]
/// );
/// ```
#[must_use]
pub fn composer(texte: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    leaves::push_inlines(&compose(leaves::flatten_str(texte)), false, &mut out);
    out
}

/// Composes a plain string without superscripts, for metadata, bookmarks and titles.
///
/// ```
/// use delibere::typographie::composer_simple;
///
/// assert_eq!(composer_simple("1ère charte : 20000 €"), "1re charte\u{a0}: 20\u{202f}000\u{a0}€");
/// ```
#[must_use]
pub fn composer_simple(texte: &str) -> String {
    compose(leaves::flatten_str(texte)).iter().map(|s| s.c).collect()
}

/// Composes a run of inlines, seeing across the boundaries of emphases and links.
///
/// Code and the addresses of links stay as they are, and so does the text of a link when it is
/// itself an address. A footnote is composed on its own.
///
/// ```
/// use delibere::model::texte::Inline;
/// use delibere::typographie::composer_inlines;
///
/// let source = [
///     Inline::Gras(vec![Inline::Texte("Gouvernance".into())]),
///     Inline::Texte(": il s'agit".into()),
/// ];
/// assert_eq!(
///     composer_inlines(&source),
///     [
///         Inline::Gras(vec![Inline::Texte("Gouvernance".into())]),
///         Inline::Texte("\u{a0}: il s’agit".into()),
///     ]
/// );
/// ```
#[must_use]
pub fn composer_inlines(inlines: &[Inline]) -> Vec<Inline> {
    let signes = compose(leaves::flatten(inlines));
    leaves::rebuild(inlines, &signes, note)
}

/// Composes every block of a rich text; preformatted blocks stay as they are.
#[must_use]
pub fn composer_texte(texte: &Texte) -> Texte {
    Texte { blocs: blocs(&texte.blocs) }
}

fn compose(mut signes: Vec<Signe>) -> Vec<Signe> {
    gardes::protect(&mut signes);
    guillemets::pair(&mut signes);
    passe::compose(&espacement::space(&signes))
}

fn note(inline: &Inline) -> Inline {
    match inline {
        Inline::Note(contents) => Inline::Note(blocs(contents)),
        other => other.clone(),
    }
}

fn blocs(source: &[Bloc]) -> Vec<Bloc> {
    source.iter().map(bloc).collect()
}

fn bloc(bloc: &Bloc) -> Bloc {
    match bloc {
        Bloc::Paragraphe(v) => Bloc::Paragraphe(composer_inlines(v)),
        Bloc::Titre { niveau, texte } => {
            Bloc::Titre { niveau: *niveau, texte: composer_inlines(texte) }
        }
        Bloc::Liste(liste) => Bloc::Liste(Liste {
            debut: liste.debut,
            elements: liste.elements.iter().map(|e| blocs(e)).collect(),
        }),
        Bloc::Tableau(tableau) => Bloc::Tableau(Tableau {
            alignements: tableau.alignements.clone(),
            entete: ligne(&tableau.entete),
            lignes: tableau.lignes.iter().map(|l| ligne(l)).collect(),
        }),
        Bloc::Citation(v) => Bloc::Citation(blocs(v)),
        Bloc::Filet | Bloc::Code(_) | Bloc::Insertion(_) => bloc.clone(),
    }
}

fn ligne(cellules: &[Vec<Inline>]) -> Vec<Vec<Inline>> {
    cellules.iter().map(|c| composer_inlines(c)).collect()
}
