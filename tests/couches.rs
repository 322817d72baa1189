//! A module imports only what stands before it in the picture of `src/lib.rs`.

use std::path::{Path, PathBuf};

use crate::support;

/// The modules, each using only those before it.
const COUCHES: &[&str] = &[
    "model",
    "typographie",
    "droit",
    "read",
    "compute",
    "diff",
    "redaction",
    "reperage",
    "check",
    "render",
    "evolve",
    "export",
    "cli",
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The modules of the crate that a text names, `crate::read::…` or `crate::{check, read}`.
fn named(texte: &str) -> Vec<String> {
    let code: String =
        texte.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let word = |s: &str| -> String {
        s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut out = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        let rest = &code[at + "crate::".len()..];
        if before == Some('$') || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        match rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
            Some((names, _)) => out.extend(names.split(',').map(|n| word(n.trim()))),
            None => out.push(word(rest)),
        }
    }
    out
}

#[test]
fn modules_use_only_those_before_them() {
    let src = support::root().join("src");
    let rank = |nom: &str| COUCHES.iter().position(|c| *c == nom);
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 50);
    for path in files {
        let inside = path.strip_prefix(&src).expect("in src");
        let first = inside.iter().next().expect("a name").to_string_lossy();
        let Some(own) = rank(first.trim_end_matches(".rs")) else { continue };
        for module in named(&std::fs::read_to_string(&path).expect("text")) {
            // `crate::check(…)` and its like are re-exports of the function of that name.
            let Some(used) = rank(&module) else { continue };
            assert!(used <= own, "{} uses {module}, which stands after {first}", inside.display());
        }
    }
}

#[test]
fn every_module_has_its_rank() {
    let lib = std::fs::read_to_string(support::root().join("src/lib.rs")).expect("text");
    for line in lib.lines() {
        if let Some(nom) = line.trim().strip_prefix("pub mod ").and_then(|l| l.strip_suffix(';')) {
            assert!(COUCHES.contains(&nom), "{nom} is missing from the order of modules");
        }
    }
}
