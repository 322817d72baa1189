//! `verifier`.

use std::fs;

use serde_json::Value;

use super::dossiers::small;
use crate::support::{root, run};

#[test]
fn codes_follow_the_findings() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let good = folder.path().join("bon");
    let bad = folder.path().join("mauvais");
    small(&good, "Texte.");
    small(&bad, "Texte.");
    fs::write(bad.join("seance.toml"), "date = 2026-02-30\n").expect("written");

    let said = run(["verifier".as_ref(), good.as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(said.out.ends_with("bon : aucun constat\n"), "{}", said.out);

    let said = run(["verifier".as_ref(), good.as_os_str(), bad.as_os_str()]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("seance.toml") && said.err.contains("erreur["), "{}", said.err);
    assert!(said.out.contains("mauvais : 1 erreur\n"), "{}", said.out);
    assert!(!said.err.contains('\u{1b}'), "colours in a pipe: {}", said.err);

    let said =
        run(["verifier".as_ref(), good.as_os_str(), folder.path().join("absent").as_os_str()]);
    assert_eq!(said.code, Some(2));
    assert!(said.out.contains("bon : aucun constat"), "{}", said.out);
}

#[test]
fn findings_in_json() {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let said = run(["verifier".as_ref(), case.as_os_str(), "--format".as_ref(), "json".as_ref()]);
    assert_eq!((said.code, &*said.err), (Some(1), ""));
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    let constats = report["dossiers"][0]["constats"].as_array().expect("findings");
    assert!(!constats.is_empty());
    for constat in constats {
        assert!(constat["code"].is_string() && constat["message"].is_string(), "{constat}");
        assert!(constat["place"]["ligne"].as_u64() > Some(0), "{constat}");
    }
}

#[test]
fn paths_may_have_spaces_accents_and_quotes() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let dossier = folder.path().join("Séance d’été/l'acte \"n° 1\"");
    small(&dossier, "Texte.");
    let said = run(["verifier".as_ref(), dossier.as_os_str()]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("Séance d’été/l'acte \"n° 1\" : aucun constat"), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn paths_may_be_no_text() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = tempfile::tempdir().expect("temporary folder");
    let dossier = folder.path().join(std::ffi::OsStr::from_bytes(b"acte-\xff"));
    small(&dossier, "Texte.");
    let said = run(["verifier".as_ref(), dossier.as_os_str()]);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

#[test]
fn a_nul_in_a_file_is_a_fault_with_its_place() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    fs::write(folder.path().join("seance.toml"), "date = 2026-03-12\nlieu = \"a\0b\"\n")
        .expect("written");
    let said = run(["verifier".as_ref(), folder.path().as_os_str()]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.err.contains("seance.toml:2"), "{}", said.err);
}
