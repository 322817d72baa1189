//! `verifier`.

use std::fs;

use serde_json::Value;

use super::dossiers::small;
use crate::support::{self, copy, root, run};

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

/// A copy of the act whose printed total is wrong, with more written at the end of its act.
fn caen(folder: &std::path::Path, more: &str) -> std::path::PathBuf {
    let dossier = folder.join("caen");
    copy(&root().join("fixtures/valid/caen-la-mer-2012"), &dossier);
    let path = dossier.join("deliberation.toml");
    let texte = fs::read_to_string(&path).expect("text");
    fs::write(&path, format!("{texte}\n{more}")).expect("written");
    dossier
}

fn verify(dossier: &std::path::Path, args: &[&str]) -> crate::support::Run {
    let args = args.iter().map(std::ffi::OsStr::new);
    run(["verifier".as_ref(), dossier.as_os_str()].into_iter().chain(args))
}

const MOTIF: &str =
    "[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Voté tel quel.\" }]\n";

#[test]
fn what_the_act_sets_aside_is_listed_with_its_reason_and_is_no_error_any_more() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let said = verify(&caen(folder.path(), MOTIF), &["--severite", "erreur"]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.err.contains("ignoré[BUDG-07]: "), "{}", said.err);
    assert!(said.err.contains("raison : Voté tel quel."), "{}", said.err);
    assert!(said.out.ends_with(" : aucun constat ; 1 constat ignoré\n"), "{}", said.out);
}

/// Neither option hides an error from the exit code.
#[test]
fn options_hide_no_error() {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    for args in [
        &["--severite", "erreur"][..],
        &["--ignorer", "BUDG-07"],
        &["--ignorer", "repartition-fausse", "--severite", "erreur"],
    ] {
        let said = verify(&case, args);
        assert_eq!(said.code, Some(1), "{args:?}");
        assert!(said.err.contains("erreur[BUDG-07]"), "{args:?}: {}", said.err);
    }
    let said = verify(&case, &["--ignorer", "BUDG-07"]);
    assert!(said.err.contains("« --ignorer BUDG-07 » n’écarte pas une erreur"), "{}", said.err);
}

#[test]
fn codes_to_set_aside_must_exist_and_be_of_a_rule() {
    for (code, words) in [
        ("BUDG7", "vouliez-vous écrire « BUDG-07 » ?"),
        ("LECT-04", "« LECT-04 » ne s’ignore pas"),
        ("rien-de-tel", "n’existe pas"),
    ] {
        let said = run(["verifier", "nulle-part", "--ignorer", code]);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{code}");
        assert!(said.err.contains(words), "{code}: {}", said.err);
    }
}

#[test]
fn both_sides_of_a_contradiction_are_shown_and_summed_up() {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let said = verify(&case, &["--severite", "erreur"]);
    assert!(said.err.contains("la somme des lignes est") && said.err.contains("en découle"));
    assert!(said.out.ends_with(" : 1 erreur\n"), "{}", said.out);
}

#[test]
fn several_dossiers_are_summed_up_together() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let (one, two) = (folder.path().join("un"), folder.path().join("deux"));
    small(&one, "Texte.");
    small(&two, "Texte.");
    fs::write(two.join("seance.toml"), "date = 2026-02-30\n").expect("written");
    let said = run(["verifier".as_ref(), one.as_os_str(), two.as_os_str()]);
    assert!(said.out.lines().last().is_some_and(|l| l.starts_with("2 dossiers : 1 erreur")));
}

#[test]
fn findings_have_their_name_and_why_they_are_set_aside_in_json() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let said = verify(&caen(folder.path(), MOTIF), &["--format", "json"]);
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    let constats = report["dossiers"][0]["constats"].as_array().expect("findings");
    let one = constats.iter().find(|c| c["code"] == "BUDG-07").expect("the wrong total");
    assert_eq!(one["nom"], "repartition-fausse");
    assert_eq!(
        one["ignore"],
        serde_json::json!({ "fichier": "deliberation.toml", "motif": "Voté tel quel." })
    );
}

#[test]
fn findings_in_sarif() {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let said = verify(&case, &["--format", "sarif"]);
    assert_eq!((said.code, &*said.err), (Some(1), ""));
    let log: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["tool"]["driver"]["name"], "Délibéré");
    assert!(!log["runs"][0]["results"].as_array().expect("results").is_empty());
}

#[test]
fn a_report_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let page = folder.path().join("rapports/un rapport.html");
    let dossier = caen(folder.path(), MOTIF);
    let path = page.to_string_lossy();
    let said = verify(&dossier, &["--rapport", &path]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("un rapport.html"), "{}", said.out);
    assert!(said.err.contains("rapports » n’existait pas : il est créé"), "{}", said.err);
    let first = fs::read(&page).expect("a page");
    assert!(first.starts_with(b"<!DOCTYPE html>") && first.ends_with(b"</html>\n"));
    let again = verify(&dossier, &["--rapport", &path]);
    assert_eq!(again.code, Some(0));
    assert!(!again.err.contains("n’existait pas"), "{}", again.err);
    assert!(first == fs::read(&page).expect("a page"), "the same dossier, the same bytes");

    // A dossier that is not there would be missing from it: the previous one stays.
    let absent = folder.path().join("absent");
    let said = run([
        "verifier".as_ref(),
        dossier.as_os_str(),
        absent.as_os_str(),
        "--rapport".as_ref(),
        page.as_os_str(),
    ]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("le rapport n’est pas écrit"), "{}", said.err);
    assert!(first == fs::read(&page).expect("a page"));
    let names = super::dossiers::names(page.parent().expect("a folder"));
    assert_eq!(names, ["un rapport.html"]);
}

#[test]
fn a_report_has_a_file_and_a_kind() {
    for (path, words) in [
        ("-", "ne s’écrit pas sur la sortie standard"),
        ("rapport.docx", ".pdf ou .html"),
        ("rapport", ".pdf ou .html"),
    ] {
        let said = run(["verifier", "nulle-part", "--rapport", path]);
        assert_eq!((said.code, &*said.out), (Some(2), ""), "{path}");
        assert!(said.err.contains(words), "{path}: {}", said.err);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_report_as_a_pdf_here_or_by_a_worker() {
    use super::dossiers::{endless, whole};

    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("rapport.pdf");
    let shown = path.to_string_lossy();
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let said = verify(&case, &["--rapport", &shown]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.out.contains("rapport.pdf (1 page)") || said.out.contains("pages)"),
        "{}",
        said.out
    );
    let first = fs::read(&path).expect("a PDF");
    assert!(whole(&first));

    // An authority with its own templates is laid out in a process with limits, and may replace the report.
    let dossier = folder.path().join("commune");
    small(&dossier, "Texte.");
    endless(&dossier, "");
    let own = "#let rapport(tete, logo, theme, style, gauche, piece) = [Rapport]";
    fs::write(dossier.join("modeles/rapport.typ"), own).expect("written");
    let said = verify(&dossier, &["--rapport", &shown]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(whole(&fs::read(&path).expect("a PDF")));

    // A template in the wrong leaves the previous report as it was.
    let before = fs::read(&path).expect("a PDF");
    fs::write(dossier.join("modeles/rapport.typ"), "#let x = y").expect("written");
    let said = verify(&dossier, &["--rapport", &shown]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("« rapport.typ »"), "{}", said.err);
    assert!(before == fs::read(&path).expect("a PDF"));
}

/// The whole report on the seed, as a draft and once adopted; each line is justified in the README of the case.
#[test]
fn the_report_on_the_seed_is_the_expected_one() {
    for case in ["caen-la-mer-2012", "caen-la-mer-2012-adoptee"] {
        let run: support::Run = support::delibere()
            .args(["verifier", case])
            .current_dir(support::root().join("fixtures/valid"))
            .output()
            .expect("the command runs")
            .into();
        assert_eq!(run.code, Some(1), "{case}");
        let path = support::root().join("fixtures/valid").join(case).join("constats.txt");
        support::expect_file(&path, &run.err);
    }
}
