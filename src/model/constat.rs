//! A fault, in parts: code, severity, message, place, legal basis, hint.

use std::fmt;

/// A finding (*constat*) of a rule: it names a path in the model, which the reader turns into a place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constat {
    /// Stable code, never reused.
    pub code: &'static str,
    /// How serious it is.
    pub severite: Severite,
    /// One French sentence that states the fault.
    pub message: String,
    /// Where it is.
    pub lieu: Lieu,
    /// What is wrong at that very place, in a few words.
    pub etiquette: String,
    /// Other places that make the contradiction, each with its few words.
    pub secondaires: Vec<(Lieu, String)>,
    /// The article of law, where the fault is one of law.
    pub base: Option<&'static str>,
    /// What to do about it.
    pub aide: Option<String>,
}

/// How serious a fault is (*sévérité*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severite {
    /// Worth knowing.
    Information,
    /// Probably wrong.
    Avertissement,
    /// Wrong.
    Erreur,
}

impl fmt::Display for Severite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Information => "information",
            Self::Avertissement => "avertissement",
            Self::Erreur => "erreur",
        })
    }
}

/// A place in a dossier: a file and the path of a value inside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lieu {
    /// File name, relative to the dossier.
    pub fichier: String,
    /// Path of keys and ranks from 0, `totaux[18].montants[2]`; empty for the whole file.
    pub chemin: String,
}

impl Lieu {
    /// A place in a file.
    #[must_use]
    pub fn new(fichier: impl Into<String>, chemin: impl Into<String>) -> Self {
        Self { fichier: fichier.into(), chemin: chemin.into() }
    }
}
