//! `fixtures/invalid`: a folder for each fault, with what the command says of it.

use std::collections::BTreeSet;
use std::path::Path;

use delibere::check::REGLES;
use delibere::model::Severite;
use delibere::read::{Diagnostic, Sources, codes};

use crate::support;

/// The code that the name of a case starts with.
fn code(case: &Path) -> String {
    support::name(case).splitn(3, '-').take(2).collect::<Vec<_>>().join("-")
}

/// What is said of a case, an act or a sitting, and the texts it is said of.
fn told(case: &Path) -> (Vec<Diagnostic>, Sources) {
    if support::is_sitting(case) {
        let lecture = support::read_sitting(case);
        let mut out = lecture.diagnostics;
        if let Some(seance) = &lecture.seance {
            let constats = delibere::check_seance(seance, &delibere::compute_seance(seance));
            out.extend(constats.iter().map(|c| lecture.sources.locate(c)));
        }
        return (out, lecture.sources);
    }
    let lecture = support::read(case);
    let mut out = lecture.diagnostics.clone();
    if let Some(dossier) = &lecture.dossier {
        let constats = delibere::check(dossier, &delibere::compute(dossier));
        out.extend(constats.iter().map(|c| lecture.sources.locate(c)));
    }
    (out, lecture.sources)
}

fn diagnostics(case: &Path) -> Vec<Diagnostic> {
    told(case).0
}

#[test]
fn each_case_has_its_code_and_no_other() {
    for case in support::invalid() {
        let (code, found) = (code(&case), diagnostics(&case));
        assert!(found.iter().any(|d| d.code == code), "{}: {found:#?}", case.display());
        let others: Vec<_> =
            found.iter().filter(|d| d.code != code && d.severite == Severite::Erreur).collect();
        assert!(others.is_empty(), "{}: a fault drags others: {others:#?}", case.display());
    }
}

#[test]
fn each_code_has_a_case_and_is_used_once() {
    let cases: BTreeSet<String> = support::invalid().iter().map(|c| code(c)).collect();
    let mut seen = BTreeSet::new();
    let all =
        codes::ALL.iter().map(|c| (c.code, c.nom)).chain(REGLES.iter().map(|r| (r.code, r.nom)));
    for (code, nom) in all {
        assert!(seen.insert(code), "{code} is used twice");
        assert!(seen.insert(nom), "{nom} is used twice");
        assert!(cases.contains(code), "{code} {nom} has no case in fixtures/invalid");
    }
    for case in &cases {
        assert!(seen.contains(case.as_str()), "{case} is the code of nothing");
    }
}

#[test]
fn each_rule_has_a_good_case() {
    let good: Vec<BTreeSet<&str>> = support::valid()
        .iter()
        .map(|case| diagnostics(case).iter().map(|d| d.code).collect())
        .collect();
    for regle in REGLES {
        assert!(good.iter().any(|codes| !codes.contains(regle.code)), "{}", regle.code);
    }
}

#[test]
fn a_fault_stands_on_one_line_of_a_file() {
    for case in support::invalid() {
        let (diagnostics, sources) = told(&case);
        for diagnostic in diagnostics {
            for place in std::iter::once(&diagnostic.place).chain(&diagnostic.secondaires) {
                let texte = sources.texte(&place.fichier).unwrap_or("");
                let under = &texte[place.plage.clone()];
                assert!(!under.contains('\n'), "{}: {diagnostic:#?}", case.display());
                assert_eq!(place.debut.ligne, place.fin.ligne);
            }
        }
    }
}

#[test]
fn messages_are_in_french_and_in_parts() {
    for case in support::invalid() {
        for d in diagnostics(&case) {
            let words = [Some(&d.message), Some(&d.place.etiquette), d.aide.as_ref()];
            for text in words.into_iter().flatten() {
                assert!(!text.ends_with('.'), "a final stop: {text}");
                for english in ["expected", "invalid", "missing", "unknown", "error", "string"] {
                    assert!(
                        !text.split(|c: char| !c.is_alphabetic()).any(|w| w == english),
                        "{text}"
                    );
                }
            }
            assert!(!d.message.is_empty());
            // Only a name keeps its capital.
            let first = d.message.chars().next().unwrap_or('x');
            let named = ["M. ", "Mme "].iter().any(|title| d.message.starts_with(title));
            assert!(named || !first.is_uppercase(), "{}", d.message);
        }
    }
}

#[test]
#[cfg(feature = "cli")]
fn each_case_is_told_as_expected() {
    for case in support::invalid() {
        let name = support::name(&case);
        let run: support::Run = support::delibere()
            .args(["verifier", &name])
            .current_dir(case.parent().expect("a folder"))
            .output()
            .expect("the command runs")
            .into();
        let faulty = diagnostics(&case).iter().any(Diagnostic::bloque);
        assert_eq!(run.code, Some(i32::from(faulty)), "{name}");
        support::expect_file(&case.join("attendu.txt"), &run.err);
    }
}
