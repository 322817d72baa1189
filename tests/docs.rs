//! What is generated and committed is not stale.

use std::path::{Path, PathBuf};
use std::process::Command;

use delibere::check::REGLES;
use delibere::read::codes;
use delibere::read::schema::{Fichier, reference, schema};

use crate::support;

#[test]
fn schemas_are_those_of_the_reader() {
    for (fichier, nom) in Fichier::ALL {
        let text = format!("{:#}\n", schema(*fichier));
        support::expect_file(&support::root().join(format!("docs/schemas/{nom}.json")), &text);
    }
}

#[test]
fn reference_is_that_of_the_reader() {
    support::expect_file(&support::root().join("docs/reference.md"), &reference());
}

#[test]
fn every_code_of_the_reader_is_documented() {
    let path = support::root().join("docs/diagnostics.md");
    let text = std::fs::read_to_string(path).expect("docs/diagnostics.md");
    for (code, nom, severite) in codes::ALL.iter().map(|c| (c.code, c.nom, c.severite)) {
        let (_, section) = text
            .split_once(&format!("\n## {code}\n"))
            .unwrap_or_else(|| panic!("{code} has no section"));
        let section = section.split("\n## ").next().unwrap_or("");
        assert!(section.contains(&format!("`{nom}`")), "{code} does not give its name, {nom}");
        let row = format!("| `{nom}` | {severite} |");
        assert!(text.contains(&row), "{code} has no row « {row} »");
    }
    // Rules have a page of their own, which is generated.
    for regle in REGLES {
        assert!(!text.contains(&format!("\n## {}\n", regle.code)), "{} is not read", regle.code);
    }
}

#[test]
fn manual_is_that_of_the_rules() {
    support::expect_file(&support::root().join("docs/regles.md"), &delibere::check::manuel());
}

/// The TOML files that a person may start from.
fn models() -> Vec<PathBuf> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "toml") {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&support::root().join("fixtures/valid"), &mut out);
    walk(&support::root().join("templates/nouveau"), &mut out);
    // The differences with the original text are for a test of ours, not a file of a dossier.
    out.retain(|p| support::name(p) != "ecarts.toml");
    out.sort();
    out
}

/// The kind of a file, by its name and its folder.
fn kind(path: &Path) -> &'static str {
    let folder = path.parent().map(support::name).unwrap_or_default();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let nom = if folder == "fiches" { "fiche" } else { stem.as_str() };
    Fichier::ALL
        .iter()
        .find(|(_, n)| *n == nom)
        .map_or_else(|| panic!("{} is of no kind", path.display()), |(_, n)| n)
}

#[test]
fn each_file_names_the_schema_of_its_kind() {
    for path in models() {
        let text = std::fs::read_to_string(&path).expect("text");
        let named = text
            .lines()
            .next()
            .and_then(|l| l.strip_prefix("#:schema "))
            .unwrap_or_else(|| panic!("{} names no schema", path.display()));
        let wanted = format!("{}.json", kind(&path));
        assert_eq!(Path::new(named).file_name(), Some(wanted.as_ref()), "{}", path.display());
        if path.starts_with(support::root().join("fixtures")) {
            let schema = path.parent().expect("a folder").join(named);
            assert!(schema.is_file(), "{}: {named} does not exist", path.display());
        }
    }
}

/// The schemas are judged, then judge the files: an editor must not underline what the reader takes.
#[test]
fn files_are_valid_for_their_schema() {
    if !support::judge("check-jsonschema") {
        return;
    }
    let run = |args: &[&std::ffi::OsStr]| {
        let output = Command::new("check-jsonschema").args(args).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{args:?}: {said}");
    };
    for (_, nom) in Fichier::ALL {
        let schema = support::root().join(format!("docs/schemas/{nom}.json"));
        run(&["--check-metaschema".as_ref(), schema.as_os_str()]);
        let files: Vec<PathBuf> = models().into_iter().filter(|p| kind(p) == *nom).collect();
        let mut args = vec!["--schemafile".as_ref(), schema.as_os_str()];
        args.extend(files.iter().map(|p| p.as_os_str()));
        run(&args);
    }
}
