//! `expliquer`.

use delibere::check::Notice;

use crate::support::run;

#[test]
fn every_code_has_its_page() {
    for notice in Notice::all() {
        let said = run(["expliquer", notice.code()]);
        assert_eq!((said.code, &*said.err), (Some(0), ""), "{}", notice.code());
        for words in [notice.code(), notice.nom(), "Gravité : ", "Faux", "Juste"] {
            assert!(said.out.contains(words), "{words} in:\n{}", said.out);
        }
        assert!(!said.out.contains("```") && !said.out.contains("\n#"), "{}", said.out);
    }
}

#[test]
fn a_rule_says_its_force_its_basis_and_how_it_was_read() {
    let page = run(["expliquer", "budg-07"]).out;
    for words in ["En vigueur : ", "S’applique à : ", "Base légale : ", "Lecture : "] {
        assert!(page.contains(words), "{words} in:\n{page}");
    }
    assert_eq!(page, run(["explain", "repartition-fausse"]).out);
}

#[test]
fn without_a_code_all_are_listed_by_family() {
    let said = run(["expliquer"]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    for notice in Notice::all() {
        assert!(said.out.contains(notice.code()) && said.out.contains(notice.nom()));
    }
    let at = |words: &str| said.out.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("Lecture des fichiers") < at("LECT-01") && at("LECT-01") < at("Budget"));
}

#[test]
fn a_code_that_does_not_exist_is_told_with_the_nearest() {
    let said = run(["expliquer", "BUDG-77"]);
    assert_eq!((said.code, &*said.out), (Some(2), ""));
    assert!(said.err.contains("« BUDG-77 » n’existe pas"), "{}", said.err);
    assert!(said.err.contains("vouliez-vous écrire « BUDG-07 » ?"), "{}", said.err);
}
