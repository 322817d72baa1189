//! Correct acts of many authorities and subjects: nothing is said of their coherence.

use delibere::read::Memory;

/// The acts: « === genre date title », their `deliberation.toml`, then « --- file » before each other file.
const ACTES: &str = include_str!("passages.txt");

/// An act by its title.
fn acts() -> Vec<(&'static str, Memory)> {
    ACTES
        .split("=== ")
        .filter(|a| !a.trim().is_empty())
        .map(|act| {
            let (head, body) = act.split_once('\n').expect("a heading");
            let (genre, rest) = head.split_once(' ').expect("a kind");
            let (date, title) = rest.split_once(' ').expect("a date");
            let mut parts = body.split("\n--- ");
            let acte = format!("numero = \"2026-014\"\n{}", parts.next().unwrap_or_default());
            let collectivite = format!(
                "nom = \"Valmont\"\ngenre = \"{genre}\"\nexecutif = {{ qualite = \"Le maire\", nom = \"A. B.\" }}\n"
            );
            let files = Memory::new()
                .with("collectivite.toml", collectivite)
                .with("seance.toml", format!("date = {date}\n"))
                .with("deliberation.toml", acte);
            let files = parts.fold(files, |files, part| {
                let (name, text) = part.split_once('\n').expect("a file");
                files.with(name, text)
            });
            (title, files)
        })
        .collect()
}

#[test]
fn nothing_is_said_of_correct_acts() {
    let acts = acts();
    assert!(acts.len() > 70, "{}", acts.len());
    let said: Vec<String> = acts
        .iter()
        .flat_map(|(title, files)| {
            let found = super::findings(&delibere::read(files).expect("files"));
            found.into_iter().map(move |d| format!("{title}: {} {}", d.code, d.message))
        })
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
