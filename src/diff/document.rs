//! A text cut at its headings, so that what changed is told heading by heading.

use super::liste::Repere;
use crate::model::Texte;
use crate::model::texte::{Bloc, inlines_plain};

/// A heading of a text with what stands under it, up to the next heading; what stands before the first one has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The heading first, where there is one.
    pub texte: Texte,
}

impl Passage {
    /// The words of its heading; nothing before the first heading.
    #[must_use]
    pub fn titre(&self) -> Option<String> {
        match self.texte.blocs.first() {
            Some(Bloc::Titre { texte, .. }) => Some(inlines_plain(texte)),
            _ => None,
        }
    }
}

/// Cuts a text.
pub(super) fn couper(texte: &Texte) -> Vec<Passage> {
    let mut out: Vec<Passage> = Vec::new();
    for bloc in &texte.blocs {
        let heads = matches!(bloc, Bloc::Titre { .. });
        match out.last_mut() {
            Some(last) if !heads => last.texte.blocs.push(bloc.clone()),
            _ => out.push(Passage { texte: Texte { blocs: vec![bloc.clone()] } }),
        }
    }
    out
}

/// Puts the text together again.
pub(super) fn recoller(passages: impl IntoIterator<Item = Passage>) -> Texte {
    Texte { blocs: passages.into_iter().flat_map(|p| p.texte.blocs).collect() }
}

impl Repere for Passage {
    const REPERES: usize = 2;

    fn repere(&self, rang: usize) -> Option<String> {
        let niveau = match self.texte.blocs.first() {
            Some(Bloc::Titre { niveau, .. }) => *niveau,
            _ => 0,
        };
        match rang {
            0 => Some(format!("{niveau}|{}", self.titre().unwrap_or_default())),
            // The same words under another heading: it is renamed.
            1 if niveau > 0 => {
                let body = Texte { blocs: self.texte.blocs[1..].to_vec() }.plain();
                (!body.is_empty()).then_some(body)
            }
            _ => None,
        }
    }
}
