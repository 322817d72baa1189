//! A fault, in parts: code, severity, message, place, legal basis, hint.

use std::fmt;

/// A finding (*constat*) of a rule: it names a path in the model, which the reader turns into a place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constat {
    /// Stable code, never reused.
    pub code: &'static str,
    /// The name of its rule, `repartition-fausse`.
    pub nom: &'static str,
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
    /// Why it is set aside, when it is: it is listed all the same.
    pub ignore: Option<Ignore>,
}

/// Why a finding is set aside (*ignoré*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// Where a file of the dossier says so; nowhere when only the command that verified it did.
    pub lieu: Option<Lieu>,
    /// Why.
    pub motif: String,
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

impl Severite {
    /// Every one, the most serious first, with its word and its plural.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Erreur, "erreur", "erreurs"),
        (Self::Avertissement, "avertissement", "avertissements"),
        (Self::Information, "information", "informations"),
    ];

    /// Whether a finding of that gravity, set aside or not, forbids what only a right dossier may do.
    pub(crate) fn bloque(self, ignore: Option<&Ignore>) -> bool {
        self == Self::Erreur && ignore.is_none_or(|i| i.lieu.is_none())
    }
}

impl fmt::Display for Severite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL.iter().find(|(s, ..)| s == self).map_or("", |(_, mot, _)| mot))
    }
}

/// A place in a dossier: a file, the path of a value inside it, and some words of that value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lieu {
    /// File name, relative to the dossier.
    pub fichier: String,
    /// Path of keys and ranks from 0, `totaux[18].montants[2]`; empty for the whole file.
    pub chemin: String,
    /// The words that are meant in the text at that path; the whole value when absent.
    pub mots: Option<Mots>,
}

/// Some words of a text, as they are read in it once its marks are set aside (*mots*).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mots {
    /// The words; spaces and line breaks count as one space.
    pub texte: String,
    /// Which time they stand there, from 0.
    pub rang: usize,
}

impl Lieu {
    /// A place in a file.
    #[must_use]
    pub fn new(fichier: impl Into<String>, chemin: impl Into<String>) -> Self {
        Self { fichier: fichier.into(), chemin: chemin.into(), mots: None }
    }

    /// The place of some words of that value, the `rang`-th time that they stand in it, from 0.
    #[must_use]
    pub fn mots(mut self, texte: impl Into<String>, rang: usize) -> Self {
        self.mots = Some(Mots { texte: texte.into(), rang });
        self
    }

    /// The same place in a dossier that stands in a folder of another one.
    #[must_use]
    pub fn within(mut self, dossier: &str) -> Self {
        self.fichier = format!("{dossier}/{}", self.fichier);
        self
    }
}

impl Constat {
    /// The few words at the very place of the fault.
    #[must_use]
    pub fn etiquette(mut self, etiquette: impl Into<String>) -> Self {
        self.etiquette = etiquette.into();
        self
    }

    /// Another place that makes the contradiction, with its few words.
    #[must_use]
    pub fn secondaire(mut self, lieu: Lieu, etiquette: impl Into<String>) -> Self {
        self.secondaires.push((lieu, etiquette.into()));
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn aide(mut self, aide: impl Into<String>) -> Self {
        self.aide = Some(aide.into());
        self
    }

    /// Whether it forbids what only a right dossier may do: an error, unless a file of the dossier sets it aside and says
    /// why. What a command sets aside forbids all the same.
    #[must_use]
    pub fn bloque(&self) -> bool {
        self.severite.bloque(self.ignore.as_ref())
    }

    /// The same, no more serious than that.
    #[must_use]
    pub fn au_plus(mut self, severite: Severite) -> Self {
        self.severite = self.severite.min(severite);
        self
    }
}
