//! Every code says what it is, once.

use std::collections::BTreeSet;

use delibere::check::commandes::COMMANDES;
use delibere::check::{FAMILLES, Lecture, Notice, REGLES, manuel};
use delibere::read::codes;

#[test]
fn every_code_has_its_page_and_is_used_once() {
    let mut seen = BTreeSet::new();
    for notice in Notice::all() {
        let code = notice.code();
        assert!(seen.insert(code) && seen.insert(notice.nom()), "{code} is used twice");
        assert!(notice.famille().is_some(), "{code} is of no family");
        assert!(!notice.resume().is_empty() && !notice.resume().contains('\n'), "{code}");
        let texte = notice.texte();
        assert!(texte.contains("Faux") && texte.contains("Juste"), "{code} has no example");
        assert!(notice.markdown(2).starts_with(&format!("## {code}\n\n`{}`", notice.nom())));
    }
    let all = codes::ALL.len() + REGLES.len() + COMMANDES.len();
    assert_eq!(seen.len(), 2 * all, "a code is of no family");
}

/// Whatever stands between quotes in the sources and has the form of a code is printed by some command.
#[test]
fn every_code_that_a_command_prints_has_its_page() {
    fn walk(folder: &std::path::Path, out: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let texte = std::fs::read_to_string(&path).expect("a source");
                out.extend(texte.split('"').filter(|w| is_code(w)).map(str::to_owned));
            }
        }
    }
    fn is_code(word: &str) -> bool {
        let Some((family, number)) = word.split_once('-') else { return false };
        (3..=5).contains(&family.len())
            && family.bytes().all(|b| b.is_ascii_uppercase())
            && number.len() == 2
            && number.bytes().all(|b| b.is_ascii_digit())
    }
    let mut printed = BTreeSet::new();
    walk(&crate::support::root().join("src"), &mut printed);
    assert!(printed.contains("ENVOI-01") && printed.contains("EVOL-05"), "{printed:?}");
    for code in printed {
        assert!(Notice::of(&code).is_some(), "{code} has no page");
    }
}

#[test]
fn every_rule_is_documented_and_no_more_serious_than_its_reading_allows() {
    for regle in REGLES {
        let code = regle.code;
        assert!(!regle.doc.trim().is_empty(), "{code}");
        for exemple in [regle.exemple.faux, regle.exemple.juste] {
            assert!(!exemple.trim().is_empty(), "{code}");
        }
        assert_ne!(regle.exemple.faux, regle.exemple.juste, "{code}");
        assert!(regle.severite <= regle.lecture.plafond(), "{code}: {}", regle.lecture.nom());
        let of_law = !matches!(regle.lecture, Lecture::Coherence | Lecture::Schema);
        assert!(!of_law || regle.base.is_some(), "{code} applies a text that it does not name");
        assert!(regle.reserve.is_none_or(|r| !r.trim().is_empty()), "{code}");
    }
}

#[test]
fn codes_are_found_by_code_or_name_and_slips_are_told() {
    for mot in ["BUDG-07", "budg-07", "repartition-fausse", " BUDG-07 "] {
        assert_eq!(Notice::of(mot).map(Notice::code), Some("BUDG-07"), "{mot}");
    }
    assert!(Notice::of("BUGD-07").is_none());
    assert_eq!(Notice::nearest("BUGD-07"), Some("BUDG-07"));
    assert_eq!(Notice::nearest("repartition-faussé"), Some("BUDG-07"));
    assert_eq!(Notice::nearest("n’importe quoi"), None);
}

#[test]
fn the_manual_lists_every_rule_and_none_of_the_reader() {
    let page = manuel();
    for regle in REGLES {
        let row = format!("| [{}](#{}) |", regle.code, regle.code.to_lowercase());
        assert!(page.contains(&row) && page.contains(&format!("\n## {}\n", regle.code)));
    }
    assert!(!page.contains("\n## LECT-"));
    for famille in FAMILLES {
        let has = REGLES.iter().any(|r| r.code.starts_with(famille.prefixe));
        assert_eq!(page.contains(&format!("**{}** (`", famille.nom)), has, "{}", famille.nom);
    }
}
