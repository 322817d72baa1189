//! `comparer`, `consolider`, and `verifier` on acts that change each other.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{copy, root, run};

/// The three acts of Caen la mer, alone in a folder.
fn actes(folder: &Path) -> PathBuf {
    let acts = folder.join("actes");
    for nom in
        ["caen-la-mer-2012-adoptee", "caen-la-mer-2013-evolution", "caen-la-mer-2014-remplacement"]
    {
        copy(&root().join("fixtures/valid").join(nom), &acts.join(nom));
    }
    acts
}

fn act(folder: &Path, numero: &str, date: &str, anterieurs: &str) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join("seance.toml"), format!("date = {date}\n")).expect("written");
    fs::write(
        folder.join("deliberation.toml"),
        format!("numero = \"{numero}\"\nobjet = [\"Plan vélo\"]\narticles = [{{ texte = \"Le plan est approuvé.\" }}]\n{anterieurs}"),
    )
    .expect("written");
}

/// The codes that `verifier` finds, by folder.
fn codes(arguments: &[&Path]) -> Vec<(String, String)> {
    let mut words: Vec<&std::ffi::OsStr> = vec!["verifier".as_ref()];
    words.extend(arguments.iter().map(|a| a.as_os_str()));
    words.extend::<[&std::ffi::OsStr; 2]>(["--format".as_ref(), "json".as_ref()]);
    let said = run(words);
    let report: Value =
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{e}: {}", said.err));
    let mut out = Vec::new();
    for dossier in report["dossiers"].as_array().expect("folders") {
        let nom = dossier["dossier"].as_str().expect("a name").rsplit('/').next().expect("a name");
        for constat in dossier["constats"].as_array().expect("findings") {
            let code = constat["code"].as_str().expect("a code");
            if code.starts_with("EVOL") {
                assert!(constat["place"]["ligne"].is_number(), "{constat:#}");
                out.push((nom.to_owned(), code.to_owned()));
            }
        }
    }
    out
}

#[test]
fn a_folder_of_acts_is_verified_as_a_whole() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acts = folder.path().join("actes");
    let replace = "[[actes_anterieurs]]\neffet = \"remplace\"\nnumero = \"1\"\n";
    fs::create_dir_all(&acts).expect("a folder");
    fs::write(
        acts.join("collectivite.toml"),
        "nom = \"Valmont\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"MARTIN\" }\n",
    )
    .expect("written");
    act(&acts.join("a"), "1", "2026-01-15", "");
    act(&acts.join("b"), "2", "2026-02-12", replace);
    act(&acts.join("c"), "3", "2026-03-12", replace);
    act(&acts.join("d"), "4", "2026-03-12", "[[actes_anterieurs]]\nnumero = \"9\"\n");
    let of = |nom: &str, code: &str| (nom.to_owned(), code.to_owned());
    assert_eq!(codes(&[&acts]), [of("c", "EVOL-05"), of("d", "EVOL-03")]);
    // Some of them alone: the others may hold what is not there.
    assert!(codes(&[&acts.join("b"), &acts.join("c")]).is_empty());
    assert_eq!(codes(&[&acts.join("a"), &acts.join("b"), &acts.join("c")]), [of("c", "EVOL-05")]);
    assert!(codes(&[&acts.join("d")]).is_empty());

    act(&acts.join("a"), "1", "2026-02-12", "[[actes_anterieurs]]\nnumero = \"2\"\n");
    fs::remove_dir_all(acts.join("c")).expect("removed");
    fs::remove_dir_all(acts.join("d")).expect("removed");
    assert_eq!(codes(&[&acts]), [of("b", "EVOL-04")]);
}

#[test]
fn the_acts_of_caen_la_mer_contradict_each_other_in_nothing() {
    let folder = tempfile::tempdir().expect("temporary folder");
    assert!(codes(&[&actes(folder.path())]).is_empty());
}

#[test]
fn a_comparison_says_where_it_is_written() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acts = actes(folder.path());
    let (a, b) = (acts.join("caen-la-mer-2012-adoptee"), acts.join("caen-la-mer-2013-evolution"));
    let compare = |more: &[&str]| {
        let mut words: Vec<&std::ffi::OsStr> = vec!["comparer".as_ref(), a.as_ref(), b.as_ref()];
        words.extend(more.iter().map(|w| -> &std::ffi::OsStr { w.as_ref() }));
        run(words)
    };
    let said = compare(&["--format", "pdf"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("--sortie comparaison.pdf"), "{}", said.err);
    let said = compare(&["--sortie", "comparaison.docx"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("finit par .pdf"), "{}", said.err);
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;

    #[test]
    fn two_acts_are_compared_on_paper() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let acts = actes(folder.path());
        let target = folder.path().join("papier/comparaison.pdf");
        let said = run([
            "comparer".as_ref(),
            acts.join("caen-la-mer-2012-adoptee").as_os_str(),
            acts.join("caen-la-mer-2013-evolution").as_os_str(),
            "--sortie".as_ref(),
            target.as_os_str(),
        ]);
        assert_eq!((said.code, &*said.err), (Some(0), ""));
        assert!(said.out.contains("comparaison.pdf (6 pages)"), "{}", said.out);
        assert!(target.is_file());
    }

    #[test]
    fn a_consolidated_version_is_a_folder_or_a_pdf() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let acts = actes(folder.path());
        let (file, dossier) = (folder.path().join("ess.pdf"), folder.path().join("ess"));
        for target in [&file, &dossier] {
            let words =
                ["consolider".as_ref(), acts.as_os_str(), "--au".as_ref(), "2013-06-30".as_ref()];
            let words = words.into_iter().chain(["--sortie".as_ref(), target.as_os_str()]);
            let said = run(words.clone());
            assert_eq!((said.code, &*said.err), (Some(0), ""));
            assert!(said.out.contains("C-12-05-01, C-13-02-04"), "{}", said.out);
            let again = run(words);
            assert_eq!(again.code, Some(2), "what exists is not overwritten");
        }
        let said = run([
            "produire".as_ref(),
            dossier.as_os_str(),
            "--document".as_ref(),
            "dossier".as_ref(),
        ]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        let printed = fs::read(dossier.join("sortie/dossier.pdf")).expect("a PDF");
        assert_eq!(fs::read(&file).expect("a PDF"), printed, "the same bytes by either way");
        // It is no act: nothing is sent or published of it.
        let said = run(["publier".as_ref(), dossier.as_os_str()]);
        assert_ne!(said.code, Some(0), "{}", said.out);
    }
}

#[test]
fn the_next_act_of_a_sitting_is_opened_beside_that_sitting() {
    let folder = tempfile::tempdir().expect("a folder");
    let seance = folder.path().join("2026-06-18");
    copy(&root().join("fixtures/valid/saint-aubin-2026-06"), &seance);
    let acte = seance.join("05-subvention");
    let said = run(["evoluer".as_ref(), acte.as_os_str()]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let next = folder.path().join("05-subvention-evolution");
    assert!(next.join("deliberation.toml").is_file(), "{}", said.out);
    // Its authority is read from its own folder: that of the sitting is not above it.
    let judged = run(["verifier".as_ref(), next.as_os_str()]);
    assert!(!judged.out.contains("LECT-") && !judged.err.contains("LECT-"), "{}", judged.out);
    // A second time, nothing is written over.
    let again = run(["evoluer".as_ref(), acte.as_os_str()]);
    assert!(again.code != Some(0) && again.err.contains("existe déjà"), "{}", again.err);
}
