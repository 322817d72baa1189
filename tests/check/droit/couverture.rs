//! `src/check/COUVERTURE.md` against the candidates and the rules.

use std::collections::{BTreeMap, BTreeSet};

use delibere::check::REGLES;
use serde_json::Value;

use crate::support;

const ETATS: &[&str] =
    &["enforced", "enforced elsewhere", "by construction", "left to the user", "not covered"];

/// Families of our own, which enforce no candidate.
const OWN: &[&str] = &["COHE-", "VERI-", "EVOL-", "PRES-", "ELEC-", "VIE-"];

/// The rows of the table: the state and the words of each candidate.
fn rows() -> BTreeMap<String, (String, String)> {
    let path = support::root().join("src/check/COUVERTURE.md");
    let text = std::fs::read_to_string(path).expect("COUVERTURE.md");
    let mut out = BTreeMap::new();
    for line in text.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| candidate")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [id, state, words] = cells[..] else { panic!("{line}") };
        assert!(ETATS.contains(&state), "{line}");
        let before = out.insert(id.to_owned(), (state.to_owned(), words.to_owned()));
        assert!(before.is_none(), "{id} has two rows");
    }
    out
}

#[test]
fn every_enforced_candidate_is_a_rule_and_every_rule_of_law_a_candidate() {
    let rows = rows();
    let rules: BTreeSet<&str> = REGLES.iter().map(|r| r.code).collect();
    for (id, (state, words)) in &rows {
        if state == "enforced" {
            assert!(rules.contains(id.as_str()), "{id} is enforced by nothing");
            let file = words.split('`').nth(1).unwrap_or_else(|| panic!("{id} names no file"));
            let path = support::root().join("src/check").join(file);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{id}: {file}"));
            assert!(text.contains(&format!("code: \"{id}\"")), "{file} is not the rule {id}");
        } else {
            assert!(!rules.contains(id.as_str()), "{id} is a rule, and the table says {state}");
            assert!(!words.is_empty(), "{id} does not say why");
            // A code that is named has its page.
            let codes = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let families = ["LECT-", "ENVOI-"];
            let codes = codes.filter(|w| families.iter().any(|f| w.starts_with(f)));
            let known = codes.filter(|c| delibere::check::Notice::of(c).is_some()).count();
            assert!(state != "enforced elsewhere" || known > 0, "{id} names no code");
        }
    }
    for code in rules.into_iter().filter(|c| !OWN.iter().any(|own| c.starts_with(own))) {
        assert!(rows.contains_key(code), "{code} has no row");
    }
}

#[test]
fn every_candidate_has_a_row() {
    let Some(normes) = support::variable("DELIBERE_NORMES") else {
        support::loud(
            "!!! SKIPPED: DELIBERE_NORMES is not set, the coverage of the law was not compared",
        );
        return;
    };
    let path = std::path::Path::new(&normes).join("legal/rules.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let rules: Value = serde_json::from_str(&text).expect("JSON");
    let ids: BTreeSet<String> = rules["regles"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|r| r["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(ids.len(), 135);
    let rows: BTreeSet<String> = rows().into_keys().collect();
    assert_eq!(rows, ids);
}

/// A rule is no more serious than its candidate, and than the way its text was read: from memory or in a commentary, never
/// an error; in the code of 2008, an error only where its certainty is high.
#[test]
fn no_rule_is_more_serious_than_its_candidate() {
    use delibere::check::Lecture;
    use delibere::model::Severite;
    let Some(path) = support::norme("legal/rules.json") else { return };
    let text = std::fs::read_to_string(path).expect("rules.json");
    let rules: Value = serde_json::from_str(&text).expect("JSON");
    let mut compared = 0;
    for candidate in rules["regles"].as_array().expect("rules") {
        let of = |key: &str| candidate[key].as_str().expect("a text");
        let Some(regle) = REGLES.iter().find(|r| r.code == of("id")) else { continue };
        let wanted = match of("severite") {
            "erreur" => Severite::Erreur,
            "avertissement" => Severite::Avertissement,
            "info" => Severite::Information,
            other => panic!("{other}"),
        };
        assert!(regle.severite <= wanted, "{}: its candidate is {wanted}", regle.code);
        let sure = of("certitude") == "haute";
        // What the pieces of a dossier say of each other needs no text, whatever made one think of it.
        let own = regle.lecture == Lecture::Coherence && regle.base.is_none();
        let read = match of("source") {
            "lu-vigueur" => regle.lecture == Lecture::Lu,
            "lu-2008" => regle.lecture == Lecture::Lu2008(sure),
            "code" => matches!(regle.lecture, Lecture::Schema | Lecture::Coherence),
            "secondaire" => regle.lecture == Lecture::Secondaire,
            "memoire" => regle.lecture == Lecture::Memoire,
            other => panic!("{}: {other}", regle.code),
        };
        assert!(read || own, "{} was read {:?}", regle.code, regle.lecture);
        let doubtful = match of("source") {
            "memoire" | "secondaire" => !own,
            "lu-2008" => !sure,
            _ => false,
        };
        assert!(!doubtful || regle.severite < Severite::Erreur, "{} is an error", regle.code);
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}

/// The table of courts is the one of the code.
#[test]
fn the_courts_are_those_of_the_code() {
    let Some(normes) = support::variable("DELIBERE_NORMES") else {
        support::loud("!!! SKIPPED: DELIBERE_NORMES is not set, the courts were not compared");
        return;
    };
    let path = std::path::Path::new(&normes).join("legal/tribunaux_administratifs.csv");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 18).expect("a day");
    let mut compared = 0;
    for line in text.lines().skip(1) {
        let [code, nom, tribunal] = line.split(';').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let nom = if nom == "ville de Paris" { "Paris" } else { nom };
        let found = delibere::droit::tribunal(day, nom).unwrap_or_else(|| panic!("{nom}"));
        assert_eq!(
            (found.code.as_deref().unwrap_or(""), &*found.tribunal),
            (code, tribunal),
            "{nom}"
        );
        compared += 1;
    }
    assert_eq!(compared, 109);
}
