//! What is found in the folder of an act or of a sitting: reading, computing, checking.

use std::path::Path;
use std::time::Instant;

use super::CliError;
pub(super) use crate::check::Sujet;
use crate::compute::compute_seance;
use crate::read::{Diagnostic, Disk, Files, FilesError, Releve, Sources, Temoin};

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
    /// What was read, when it is to be joined to the documents.
    pub(super) releve: Option<Releve>,
    /// Microseconds of reading, of computing and checking.
    pub(super) etapes: [u64; 2],
}

/// Reads the files of a folder, noting them when they are to be joined.
fn lire<T>(
    dossier: &Path,
    joindre: bool,
    read: impl Fn(&dyn Files) -> Result<T, FilesError>,
) -> Result<(T, Option<Releve>), FilesError> {
    let disk = Disk::open(dossier)?;
    if !joindre {
        return Ok((read(&disk)?, None));
    }
    let temoin = Temoin::new(&disk);
    let lu = read(&temoin)?;
    Ok((lu, Some(temoin.releve())))
}

/// Reads, computes and checks the folder of an act.
pub(super) fn acte(dossier: &Path, joindre: bool) -> Result<Examen, CliError> {
    let start = Instant::now();
    let (lecture, releve) = lire(dossier, joindre, crate::read)?;
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
        releve,
        etapes: [reading, micros(start)],
    })
}

/// The same for a sitting and all its acts; what several acts say of the same place is said once.
pub(super) fn seance(dossier: &Path, joindre: bool) -> Result<Examen, CliError> {
    let start = Instant::now();
    let (lecture, releve) = lire(dossier, joindre, crate::read_seance)?;
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
        releve,
        etapes: [reading, micros(start)],
    })
}

/// Microseconds since then.
pub(super) fn micros(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
}
