//! Folders that the tests of the verification share.

use std::path::{Path, PathBuf};

use delibere::check::Verification;
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

/// What is found in the folder of an act.
pub fn verify(nom: &str, files: &dyn Files) -> Verification {
    Verification::acte(nom, files).expect("files")
}

/// What is found in the folder of a sitting.
pub fn verify_seance(nom: &str, files: &dyn Files) -> Verification {
    Verification::seance(nom, files).expect("files")
}
