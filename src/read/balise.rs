//! HTML tags inside Markdown.

use crate::model::texte::Inline;

/// The tags that converted documents leave behind, and what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Balise {
    Exposant,
    Indice,
    Souligne,
    Gras,
    Italique,
}

impl Balise {
    const ALL: &'static [(&'static str, Self)] = &[
        ("sup", Self::Exposant),
        ("sub", Self::Indice),
        ("u", Self::Souligne),
        ("b", Self::Gras),
        ("strong", Self::Gras),
        ("i", Self::Italique),
        ("em", Self::Italique),
    ];

    /// The tag and whether it closes.
    pub(super) fn parse(html: &str) -> Option<(Self, bool)> {
        let inner = html.strip_prefix('<')?.strip_suffix('>')?.to_ascii_lowercase();
        let (name, closes) = match inner.strip_prefix('/') {
            Some(name) => (name.trim(), true),
            None => (inner.trim(), false),
        };
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, b)| (*b, closes))
    }

    pub(super) fn wrap(self, inner: Vec<Inline>) -> Inline {
        match self {
            Self::Exposant => Inline::Exposant(inner),
            Self::Indice => Inline::Indice(inner),
            Self::Souligne => Inline::Souligne(inner),
            Self::Gras => Inline::Gras(inner),
            Self::Italique => Inline::Italique(inner),
        }
    }

    pub(super) fn ouvrante(self) -> &'static str {
        match self {
            Self::Exposant => "<sup>",
            Self::Indice => "<sub>",
            Self::Souligne => "<u>",
            Self::Gras => "<b>",
            Self::Italique => "<i>",
        }
    }
}
