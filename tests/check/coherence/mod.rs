//! See `src/check/coherence`.

mod graine;
mod hasard;
mod montants;
mod passages;
mod phrases;
mod pieces;
mod silence;
mod tableaux;

use delibere::read::{Diagnostic, Lecture, Memory};

/// The codes of the rules that compare what the pieces of a dossier say.
fn ours(code: &str) -> bool {
    code.starts_with("COHE-") || ["FORM-10", "FORM-11", "FORM-12"].contains(&code)
}

/// What those rules find in a dossier, with its place.
fn findings(lecture: &Lecture) -> Vec<Diagnostic> {
    let Some(dossier) = &lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
    delibere::check(dossier, &delibere::compute(dossier))
        .iter()
        .filter(|c| ours(c.code))
        .map(|c| lecture.sources.locate(c))
        .collect()
}

/// The files of an act of 12 March 2026, a Thursday, with that statement of reasons.
fn act(expose: &str) -> Memory {
    Memory::new()
        .with("collectivite.toml", "nom = \"Valmont\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"A. B.\" }\n")
        .with("seance.toml", "date = 2026-03-12\n")
        .with("deliberation.toml", "numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n[[articles]]\ntexte = \"Le plan est lancé.\"\n")
        .with("e.md", expose)
}

/// The codes that a statement of reasons calls for, alone in its act.
fn codes(files: &Memory) -> Vec<&'static str> {
    findings(&delibere::read(files).expect("files")).iter().map(|d| d.code).collect()
}
