//! `produire`, several dossiers.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::dossiers::{names, small, whole};
use crate::support::{Run, delibere};

fn produire(folder: &Path, args: &[&str]) -> Run {
    delibere()
        .arg("produire")
        .args(args)
        .current_dir(folder)
        .output()
        .expect("the command runs")
        .into()
}

#[test]
fn one_failing_dossier_stops_no_other() {
    let folder = tempfile::tempdir().expect("temporary folder");
    for name in ["a", "b", "c", "d"] {
        small(&folder.path().join(name), name);
    }
    fs::write(folder.path().join("b/deliberation.toml"), "numero =").expect("written");
    let said = produire(folder.path(), &["a", "b", "c", "d", "--sortie", "pdf", "--jobs", "2"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert_eq!(names(&folder.path().join("pdf")), ["a", "c", "d"]);
    for name in ["a", "c", "d"] {
        let pdf = fs::read(folder.path().join("pdf").join(name).join("deliberation.pdf"));
        assert!(whole(&pdf.expect("a file")));
    }
    assert!(said.err.contains("4 dossiers, 3 fichiers en "), "{}", said.err);
    assert!(said.err.ends_with("; 1 en échec\n  b\n"), "{}", said.err);
    assert_eq!(said.out.lines().count(), 3, "{}", said.out);

    let said = produire(
        folder.path(),
        &["a", "b", "absent", "--messages", "json", "--jobs", "2", "--chronometre"],
    );
    assert_eq!(said.code, Some(2), "{}", said.err);
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    let codes: Vec<&Value> =
        report["dossiers"].as_array().expect("a list").iter().map(|d| &d["code"]).collect();
    assert_eq!(codes, [0, 1, 2]);
    assert!(said.err.contains("total"), "{}", said.err);
}

#[test]
fn the_same_bytes_as_alone() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(&folder.path().join("a"), "Texte.");
    small(&folder.path().join("b"), "Autre texte.");
    assert_eq!(produire(folder.path(), &["a", "b", "--sortie", "lot"]).code, Some(0));
    assert_eq!(produire(folder.path(), &["a", "--sortie", "seul"]).code, Some(0));
    let read = |path: &str| fs::read(folder.path().join(path)).expect("a file");
    assert!(read("lot/a/deliberation.pdf") == read("seul/deliberation.pdf"));
}

#[test]
fn dossiers_of_one_name_do_not_replace_each_other() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(&folder.path().join("x/acte"), "Texte.");
    small(&folder.path().join("y/acte"), "Texte.");
    let said = produire(folder.path(), &["x/acte", "y/acte", "--sortie", "pdf"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("deux dossiers s’appellent « acte »"), "{}", said.err);
    let said = produire(folder.path(), &["x/acte", "y/acte"]);
    assert_eq!(said.code, Some(0), "each in its own: {}", said.err);
}
