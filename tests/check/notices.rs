//! Every code says what it is, once.

use std::collections::BTreeSet;

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
    assert_eq!(seen.len(), 2 * (codes::ALL.len() + REGLES.len()), "a code is of no family");
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
