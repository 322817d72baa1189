//! `produire`, one dossier.

use std::fs;

use delibere::render::{Document, Norme};
use serde_json::Value;

use super::dossiers::{names, small, small_act, whole};
use crate::support::{delibere, dossier_in, moteur, run};

#[test]
fn documents_go_to_their_folder() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let dossier = folder.path().join("Séance d’été/acte n° 1");
    small(&dossier, "Texte.");
    let said = run(["produire".as_ref(), dossier.as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(said.out.ends_with("sortie/deliberation.pdf (1 page)\n"), "{}", said.out);
    let sortie = dossier.join("sortie");
    assert_eq!(names(&sortie), ["deliberation.pdf"]);
    assert!(whole(&fs::read(sortie.join("deliberation.pdf")).expect("a file")));

    // Made again, nothing changes, and what was made is not read as a part of the dossier.
    let before = fs::read(sortie.join("deliberation.pdf")).expect("a file");
    let said = run(["produire".as_ref(), dossier.as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(before == fs::read(sortie.join("deliberation.pdf")).expect("a file"));
}

#[test]
fn the_standard_output_takes_one_document() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let run = delibere()
        .arg("produire")
        .arg(folder.path())
        .args([
            "--sortie",
            "-",
            "--document",
            "deliberation",
            "--document",
            "deliberation",
            "--norme",
            "a-3a",
        ])
        .output()
        .expect("the command runs");
    assert_eq!(run.status.code(), Some(2), "twice the same is still two: {run:?}");
    let run = delibere()
        .arg("produire")
        .arg(folder.path())
        .args(["--sortie", "-", "--document", "deliberation", "--norme", "a-3a", "--sans-source"])
        .output()
        .expect("the command runs");
    assert_eq!((run.status.code(), &*run.stderr), (Some(0), &b""[..]));
    let (dossier, comptes) = dossier_in(folder.path());
    let norme: Norme = "a-3a".parse().expect("a standard");
    let pdf = moteur().pdf(&dossier, &comptes, Document::Deliberation, &norme).expect("a PDF");
    assert!(run.stdout == pdf);
    assert!(!folder.path().join("sortie").exists() && !folder.path().join("-").exists());
}

#[test]
fn images_are_one_file_by_page() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), &"Un paragraphe assez long pour remplir la page.\n\n".repeat(80));
    for (format, start) in [("png", &b"\x89PNG"[..]), ("svg", b"<svg")] {
        let sortie = folder.path().join(format);
        let said = run([
            "produire".as_ref(),
            folder.path().as_os_str(),
            "--format".as_ref(),
            format.as_ref(),
            "--resolution".as_ref(),
            "36".as_ref(),
            "--sortie".as_ref(),
            sortie.as_os_str(),
        ]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        let made = names(&sortie);
        assert!(made.len() > 1 && made[0] == format!("deliberation-1.{format}"), "{made:?}");
        for name in made {
            assert!(fs::read(sortie.join(&name)).expect("a file").starts_with(start), "{name}");
        }
    }
}

#[test]
fn findings_do_not_stop_the_documents_and_faults_do() {
    let case = crate::support::root().join("fixtures/valid/caen-la-mer-2012");
    let folder = tempfile::tempdir().expect("temporary folder");
    let made = |dossier: &std::path::Path| {
        run([
            "produire".as_ref(),
            dossier.as_os_str(),
            "--messages".as_ref(),
            "json".as_ref(),
            "--document".as_ref(),
            "deliberation".as_ref(),
            "--sortie".as_ref(),
            folder.path().join("pdf").as_os_str(),
        ])
    };
    let said = made(&case);
    assert_eq!((said.code, &*said.err), (Some(0), ""), "an act voted wrong must still print");
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["produits"][0]["pages"], 2);
    assert!(!report["constats"].as_array().expect("findings").is_empty());

    small(&folder.path().join("acte"), "Texte.");
    fs::write(folder.path().join("acte/deliberation.toml"), "numero = \"1\n").expect("written");
    let said = made(&folder.path().join("acte"));
    assert_eq!((said.code, &*said.err), (Some(1), ""));
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["produits"].as_array().map(Vec::len), Some(0));
    assert_eq!(report["code"], 1);
}

#[test]
fn a_character_without_glyph_is_shown_where_it_stands() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Un sourire 😀.");
    let said = run(["produire".as_ref(), folder.path().as_os_str()]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.err.contains("LECT-32") && said.err.contains("deliberation.toml:4"),
        "{}",
        said.err
    );
    assert_eq!(said.err.matches("LECT-32").count(), 1, "{}", said.err);
    assert!(!folder.path().join("sortie").exists());

    // The same, written so that no text holds it.
    small_act(folder.path(), r#""Un \U0001F600.""#);
    let said = run(["produire".as_ref(), folder.path().as_os_str()]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.err.contains("LECT-32"), "{}", said.err);
}

#[test]
fn a_document_that_is_not_given() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let said = run([
        "produire".as_ref(),
        folder.path().as_os_str(),
        "--document".as_ref(),
        "programme".as_ref(),
    ]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("ne donne pas de document « programme »"), "{}", said.err);
    assert!(said.err.contains("il donne deliberation"), "{}", said.err);
}

#[test]
fn times_are_printed_when_asked_for() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let said = run(["produire".as_ref(), folder.path().as_os_str(), "--chronometre".as_ref()]);
    assert_eq!(said.code, Some(0));
    for etape in ["lecture", "composition", "export", "total"] {
        assert!(said.err.contains(etape), "{}", said.err);
    }
}
