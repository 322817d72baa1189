//! A fault of form while its place is still a path, or the bytes of a value.

use std::ops::Range;

use super::codes::Code;
use crate::model::Lieu;

/// Characters of a typed text beyond which a message cuts it.
const CITATION: usize = 60;
/// Words that a hint lists before it stops.
const ENUMERATION: usize = 12;

/// A fault of form, before it is placed in the text of its file.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) lieu: Lieu,
    /// The bytes in the file, when they are known already.
    pub(crate) plage: Option<Range<usize>>,
    /// The bytes inside the value at `lieu`, once its escapes are read.
    pub(crate) decalage: Option<Range<usize>>,
    pub(crate) message: String,
    pub(crate) etiquette: String,
    pub(crate) secondaires: Vec<Secondaire>,
    pub(crate) aide: Option<String>,
}

/// Another place that makes a fault one.
#[derive(Debug, Clone)]
pub(crate) struct Secondaire {
    pub(crate) lieu: Lieu,
    /// The bytes in the file, when they are known already.
    pub(crate) plage: Option<Range<usize>>,
    pub(crate) etiquette: String,
}

impl Fault {
    pub(crate) fn new(code: Code, fichier: &str, chemin: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            lieu: Lieu::new(fichier, chemin),
            plage: None,
            decalage: None,
            message: message.into(),
            etiquette: String::new(),
            secondaires: Vec::new(),
            aide: None,
        }
    }

    pub(crate) fn etiquette(mut self, etiquette: impl Into<String>) -> Self {
        self.etiquette = etiquette.into();
        self
    }

    pub(crate) fn aide(mut self, aide: impl Into<String>) -> Self {
        self.aide = Some(aide.into());
        self
    }

    pub(crate) fn plage(mut self, plage: Range<usize>) -> Self {
        self.plage = Some(plage);
        self
    }

    pub(crate) fn decalage(mut self, decalage: Range<usize>) -> Self {
        self.decalage = Some(decalage);
        self
    }

    pub(crate) fn secondaire(mut self, lieu: Lieu, etiquette: impl Into<String>) -> Self {
        self.secondaires.push(Secondaire { lieu, plage: None, etiquette: etiquette.into() });
        self
    }

    /// The same fault of the act of that folder, as seen from its sitting.
    pub(crate) fn in_folder(mut self, dossier: &str) -> Self {
        let lieux =
            std::iter::once(&mut self.lieu).chain(self.secondaires.iter_mut().map(|s| &mut s.lieu));
        for lieu in lieux {
            lieu.fichier = super::source::in_folder(dossier, &lieu.fichier);
        }
        self
    }
}

/// A typed text in a message: on one line, and not the whole of a page.
pub(crate) fn cite(texte: &str) -> String {
    let mut out = String::new();
    for (i, c) in texte.trim().chars().enumerate() {
        if i == CITATION {
            out.push('…');
            break;
        }
        out.push(if c.is_whitespace() || c.is_control() { ' ' } else { c });
    }
    out
}

/// Known words in a hint, the first ones only when there are many.
pub(crate) fn enumerate<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut words = words.into_iter();
    let mut out: Vec<String> = words.by_ref().take(ENUMERATION).map(cite).collect();
    if words.next().is_some() {
        out.push("…".to_owned());
    }
    out.join(", ")
}
