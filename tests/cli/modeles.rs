//! The authority's own templates, in a process with limits.

use std::path::Path;
use std::time::{Duration, Instant};

use super::dossiers::{endless, small, whole};
use crate::support::{Run, delibere};

fn produire(dossier: &Path, args: &[&str]) -> Run {
    let command = |c: &mut std::process::Command| c.output().expect("the command runs").into();
    command(delibere().arg("produire").arg(dossier).args(args))
}

#[test]
fn an_own_template_is_used() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    endless(folder.path(), "\n#let x = y");
    let said = produire(folder.path(), &[]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains("le modèle « deliberation.typ » ne peut pas être appliqué, ligne 2"),
        "{}",
        said.err
    );

    let texte = "#let acte(tete, logo, style, piece) = { for i in range(400) { par[Paragraphe #i de la commune] } }";
    std::fs::write(folder.path().join("modeles/deliberation.typ"), texte).expect("written");
    let said = produire(folder.path(), &[]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(said.out.contains("pages)"), "{}", said.out);
}

#[test]
fn the_standard_output_takes_what_an_own_template_makes() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    endless(folder.path(), "");
    let run = delibere()
        .arg("produire")
        .arg(folder.path())
        .args(["--sortie", "-", "--document", "deliberation", "--norme", "1.7"])
        .output()
        .expect("the command runs");
    assert_eq!((run.status.code(), &*run.stderr), (Some(0), &b""[..]));
    assert!(whole(&run.stdout));
    assert!(!folder.path().join("sortie").exists());
}

#[test]
fn a_template_without_end_is_stopped() {
    // The first never ends; the others want more memory than a worker has.
    let bodies = [
        ("#for i in range(100000) { for j in range(1000000) {} }", "n’ont pas fini en 1 s"),
        ("#for i in range(1000000000) {}", "erreur : "),
        ("#let s = \"x\"\n#for i in range(60) { s = s + s }", "erreur : "),
    ];
    for (body, said) in bodies {
        let folder = tempfile::tempdir().expect("temporary folder");
        small(folder.path(), "Texte.");
        endless(folder.path(), body);
        let start = Instant::now();
        let run = produire(folder.path(), &["--delai", "1"]);
        assert!(start.elapsed() < Duration::from_secs(30), "{body}: {:?}", start.elapsed());
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{body}: {}", run.err);
        assert!(run.err.contains(said) && run.err.contains("modeles/"), "{body}: {}", run.err);
        assert!(!folder.path().join("sortie").exists(), "{body}");
    }
}

/// What leaves for the prefecture is laid out by the same templates, under the same limits.
#[test]
fn a_package_is_made_with_own_templates() {
    let folder = tempfile::tempdir().expect("temporary folder");
    super::vie::adopted(folder.path());
    endless(folder.path(), "");
    let texte = "#let acte(tete, logo, style, piece) = { for i in range(90) { par[Paragraphe #i de la commune] } }";
    std::fs::write(folder.path().join("modeles/deliberation.typ"), texte).expect("written");
    let send = || -> Run {
        let mut command = delibere();
        command.arg("transmettre").arg(folder.path()).args(["--envoi", "2026-03-16"]);
        command.output().expect("the command runs").into()
    };
    let said = send();
    assert_eq!(said.code, Some(0), "{}", said.err);
    let made = std::fs::read_dir(folder.path().join("transmission")).expect("a folder");
    let act = made
        .map(|e| e.expect("an entry").path())
        .find(|p| crate::support::name(p).starts_with("99_DE-"))
        .expect("the act");
    assert!(whole(&std::fs::read(&act).expect("a PDF")));
    if crate::support::judge("pdftotext") {
        let run = std::process::Command::new("pdftotext").arg(&act).arg("-").output();
        let texte = String::from_utf8(run.expect("it runs").stdout).expect("UTF-8");
        assert!(texte.contains("Paragraphe 89 de la commune"), "{texte}");
    }
    std::fs::remove_dir_all(folder.path().join("transmission")).expect("removed");
    std::fs::write(folder.path().join("modeles/deliberation.typ"), "#let x = y").expect("written");
    let said = send();
    assert_eq!(said.code, Some(2), "{}", said.out);
    assert!(said.err.contains("le modèle « deliberation.typ »"), "{}", said.err);
    assert!(!folder.path().join("transmission").exists());
}
