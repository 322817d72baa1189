//! A fault of form while its place is still a path, or the bytes of a value.

use std::ops::Range;

use super::codes::Code;
use crate::model::Lieu;

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
    pub(crate) secondaires: Vec<(Lieu, String)>,
    pub(crate) aide: Option<String>,
}

impl Fault {
    pub(crate) fn new(
        code: Code,
        fichier: &str,
        chemin: &str,
        message: impl Into<String>,
    ) -> Self {
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

    pub(crate) fn decalage(mut self, decalage: Range<usize>) -> Self {
        self.decalage = Some(decalage);
        self
    }

    pub(crate) fn secondaire(mut self, lieu: Lieu, etiquette: impl Into<String>) -> Self {
        self.secondaires.push((lieu, etiquette.into()));
        self
    }
}
