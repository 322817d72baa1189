//! What is found in the folder of an act or of a sitting: reading, computing, checking.

use std::path::Path;
use std::time::Instant;

use super::CliError;
use crate::compute::{Comptes, ComptesSeance, compute_seance};
use crate::model::{Dossier, DossierSeance};
use crate::read::{Diagnostic, Disk, Sources};

/// An act or a sitting that reads, with its figures.
#[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only documents are made of it"))]
pub(super) enum Sujet {
    Acte(Box<(Dossier, Comptes)>),
    Seance(Box<(DossierSeance, ComptesSeance)>),
}

/// What was found in a folder.
#[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only documents are made of it"))]
pub(super) struct Examen {
    /// What it says, when no fault forbids it.
    pub(super) sujet: Option<Sujet>,
    /// Faults of form.
    pub(super) lecture: Vec<Diagnostic>,
    /// Findings of the rules.
    pub(super) constats: Vec<Diagnostic>,
    pub(super) sources: Sources,
    /// Files that were read or looked for.
    pub(super) fichiers: Vec<String>,
    /// Microseconds of reading, of computing and checking.
    pub(super) etapes: [u64; 2],
}

impl Examen {
    /// Every fault and finding, in the order of the files.
    pub(super) fn diagnostics(&self) -> Vec<Diagnostic> {
        self.lecture.iter().chain(&self.constats).cloned().collect()
    }
}

/// Whether a folder is that of a sitting.
pub(super) fn is_seance(dossier: &Path) -> Result<bool, CliError> {
    Ok(dossier.join("seance.toml").is_file() && !dossier.join("deliberation.toml").exists())
}

/// Reads, computes and checks the folder of an act.
pub(super) fn acte(dossier: &Path) -> Result<Examen, CliError> {
    let start = Instant::now();
    let lecture = crate::read(&Disk::open(dossier)?)?;
    let reading = micros(start);
    let start = Instant::now();
    let mut constats = Vec::new();
    let sujet = lecture.dossier.map(|dossier| {
        let comptes = crate::compute(&dossier);
        let found = crate::check(&dossier, &comptes);
        constats = found.iter().map(|c| lecture.sources.locate(c)).collect();
        Sujet::Acte(Box::new((dossier, comptes)))
    });
    Ok(Examen {
        sujet,
        lecture: lecture.diagnostics,
        constats,
        sources: lecture.sources,
        fichiers: lecture.fichiers,
        etapes: [reading, micros(start)],
    })
}

/// The same for a sitting and all its acts; what several acts say of the same place is said once.
pub(super) fn seance(dossier: &Path) -> Result<Examen, CliError> {
    let start = Instant::now();
    let lecture = crate::read_seance(&Disk::open(dossier)?)?;
    let reading = micros(start);
    let start = Instant::now();
    let mut constats: Vec<Diagnostic> = Vec::new();
    let sujet = lecture.seance.map(|seance| {
        let comptes = compute_seance(&seance);
        let found = crate::check_seance(&seance, &comptes);
        constats = found.iter().map(|c| lecture.sources.locate(c)).collect();
        Sujet::Seance(Box::new((seance, comptes)))
    });
    Ok(Examen {
        sujet,
        lecture: lecture.diagnostics,
        constats,
        sources: lecture.sources,
        fichiers: lecture.fichiers,
        etapes: [reading, micros(start)],
    })
}

/// Microseconds since then.
pub(super) fn micros(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
}
