//! What is found in the folder of an act or of a sitting: reading, computing, checking.

use std::path::Path;
use std::time::Instant;

use super::CliError;
pub(super) use crate::check::Sujet;
use crate::compute::compute_seance;
use crate::read::{Diagnostic, Disk, Sources};

/// What was found in a folder.
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
        constats = lecture.sources.locate_all(&found);
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
        constats = lecture.sources.locate_all(&found);
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
