//! A folder that was verified, and what is looked at of what was found.

use super::{Compte, ignorable};
use crate::compute::{Comptes, ComptesSeance};
use crate::model::{Dossier, DossierSeance, Ignore, Severite};
use crate::read::{Diagnostic, Files, FilesError, Sources};

/// An act or a sitting that reads, with its figures (*sujet*).
#[derive(Debug, Clone)]
pub enum Sujet {
    /// One act.
    Acte(Box<(Dossier, Comptes)>),
    /// A sitting with all its acts.
    Seance(Box<(DossierSeance, ComptesSeance)>),
}

/// A folder that was verified (*vérification*).
#[derive(Debug, Clone)]
pub struct Verification {
    /// The folder, as a person would type it.
    pub dossier: String,
    /// What it says, when it reads.
    pub sujet: Option<Sujet>,
    /// Every fault and finding that is looked at, those that are set aside included.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts they stand in.
    pub sources: Sources,
    /// What was asked to be left out.
    pub filtre: Filtre,
    /// How many findings the filter left out for not being serious enough.
    pub tus: usize,
}

/// What is looked at of what was found (*filtre*): everything by default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filtre {
    /// The lowest severity that is looked at.
    pub severite: Severite,
    /// Codes that the command sets aside; an error is never set aside so.
    pub ignorer: Vec<String>,
}

impl Default for Filtre {
    fn default() -> Self {
        Self { severite: Severite::Information, ignorer: Vec::new() }
    }
}

impl Verification {
    /// Reads, computes and checks the folder of an act; `dossier` is what it is called in what is said of it.
    ///
    /// ```
    /// use delibere::check::{Rapport, Verification, rapport};
    /// use delibere::read::Memory;
    ///
    /// let files = Memory::new().with("deliberation.toml", "numero = 14");
    /// let verification = Verification::acte("cantine", &files)?;
    /// assert!(verification.bloque());
    /// assert!(verification.diagnostics.iter().any(|d| d.code == "LECT-06"));
    /// let page = rapport::html(&Rapport::new(&[verification]));
    /// assert!(page.contains("Le dossier ne se lit pas"));
    /// # Ok::<(), delibere::read::FilesError>(())
    /// ```
    ///
    /// # Errors
    /// As [`read()`](crate::read()).
    pub fn acte(dossier: impl Into<String>, files: &dyn Files) -> Result<Self, FilesError> {
        let lecture = crate::read(files)?;
        let mut diagnostics = lecture.diagnostics;
        let sujet = lecture.dossier.map(|dossier| {
            let comptes = crate::compute(&dossier);
            let found = super::check(&dossier, &comptes);
            diagnostics.extend(lecture.sources.locate_all(&found));
            Sujet::Acte(Box::new((dossier, comptes)))
        });
        Ok(Self::new(dossier, sujet, diagnostics, lecture.sources))
    }

    /// The same for the folder of a sitting, with all its acts.
    ///
    /// # Errors
    /// As [`read_seance`](crate::read_seance).
    pub fn seance(dossier: impl Into<String>, files: &dyn Files) -> Result<Self, FilesError> {
        let lecture = crate::read_seance(files)?;
        let mut diagnostics = lecture.diagnostics;
        let sujet = lecture.seance.map(|seance| {
            let comptes = crate::compute_seance(&seance);
            let found = super::check_seance(&seance, &comptes);
            diagnostics.extend(lecture.sources.locate_all(&found));
            Sujet::Seance(Box::new((seance, comptes)))
        });
        Ok(Self::new(dossier, sujet, diagnostics, lecture.sources))
    }

    /// What was found in a folder, all of it.
    #[must_use]
    pub fn new(
        dossier: impl Into<String>,
        sujet: Option<Sujet>,
        diagnostics: Vec<Diagnostic>,
        sources: Sources,
    ) -> Self {
        let (filtre, tus) = (Filtre::default(), 0);
        Self { dossier: dossier.into(), sujet, diagnostics, sources, filtre, tus }
    }

    /// The same, less what the filter leaves out.
    ///
    /// A finding whose code the command sets aside is marked, and stays in the list; an error is not marked: only a file
    /// of the dossier sets an error aside, with its reason.
    #[must_use]
    pub fn filtrer(mut self, filtre: Filtre) -> Self {
        for d in &mut self.diagnostics {
            if d.ignore.is_none()
                && d.severite != Severite::Erreur
                && filtre.ignorer.iter().any(|code| code == d.code)
                && ignorable(d.code)
            {
                let motif = "option --ignorer de la commande".to_owned();
                d.ignore = Some(Ignore { lieu: None, motif });
            }
        }
        let before = self.diagnostics.len();
        self.diagnostics.retain(|d| d.severite >= filtre.severite);
        self.tus += before - self.diagnostics.len();
        self.filtre = filtre;
        self
    }

    /// Whether an error remains.
    #[must_use]
    pub fn bloque(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::bloque)
    }

    /// How many findings there are.
    #[must_use]
    pub fn compte(&self) -> Compte {
        Compte::of(&self.diagnostics)
    }

    /// The codes that the command sets aside and that are errors here: they stay.
    #[must_use]
    pub fn tenaces(&self) -> Vec<&str> {
        let errors = |code: &String| self.diagnostics.iter().any(|d| d.code == code && d.bloque());
        self.filtre.ignorer.iter().filter(|c| errors(c)).map(String::as_str).collect()
    }

    /// The path of one of its files as a person would type it: what stands above the folder without `..`.
    #[must_use]
    pub fn chemin(&self, fichier: &str) -> String {
        chemin(&self.dossier, fichier)
    }
}

/// The path of a file of a folder as a person would type it: what stands above the folder without `..`.
#[must_use]
pub fn chemin(dossier: &str, fichier: &str) -> String {
    let mut folder = dossier.trim_end_matches('/');
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
