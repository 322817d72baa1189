//! Folders that the tests of the verification share.

use std::path::{Path, PathBuf};

use delibere::check::{Sujet, Verification, check};
use delibere::read::{Files, Memory};

use crate::support;

/// The act whose printed total is wrong.
pub fn caen() -> PathBuf {
    support::root().join("fixtures/valid/caen-la-mer-2012")
}

/// A folder on the disk as it is, with more written at the end of some of its files.
pub fn with(case: &Path, more: &[(&str, &str)]) -> Memory {
    let mut files = Memory::new();
    for (nom, texte) in support::texts(case) {
        let added = more.iter().find(|(n, _)| *n == nom).map_or("", |(_, t)| *t);
        files = files.with(&nom, format!("{texte}\n{added}"));
    }
    files
}

/// What is found in a folder.
pub fn verify(nom: &str, files: &dyn Files) -> Verification {
    let lecture = delibere::read(files).expect("files");
    let mut diagnostics = lecture.diagnostics;
    let sujet = lecture.dossier.map(|dossier| {
        let comptes = delibere::compute(&dossier);
        let found = check(&dossier, &comptes);
        diagnostics.extend(found.iter().map(|c| lecture.sources.locate(c)));
        Sujet::Acte(Box::new((dossier, comptes)))
    });
    Verification::new(nom, sujet, diagnostics, lecture.sources)
}

/// What is found in the folder of a sitting.
pub fn verify_seance(nom: &str, files: &dyn Files) -> Verification {
    let lecture = delibere::read_seance(files).expect("files");
    let mut diagnostics = lecture.diagnostics;
    let sujet = lecture.seance.map(|seance| {
        let comptes = delibere::compute_seance(&seance);
        let found = delibere::check_seance(&seance, &comptes);
        diagnostics.extend(found.iter().map(|c| lecture.sources.locate(c)));
        Sujet::Seance(Box::new((seance, comptes)))
    });
    Verification::new(nom, sujet, diagnostics, lecture.sources)
}
