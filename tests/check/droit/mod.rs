//! The rules of law: what they may say, when, and of what.

mod couverture;
mod fixtures;
mod justes;
mod presque;

use std::collections::BTreeSet;

use delibere::check::{Lecture, REGLES};
use delibere::model::Severite;

/// The families of law.
pub const FAMILLES: &[&str] =
    &["CONV", "QUOR", "PROC", "VOTE", "FORM", "PUBL", "EXEC", "RECO", "EPCI", "ACTE"];

pub fn de_droit(code: &str) -> bool {
    FAMILLES.iter().any(|f| code.strip_prefix(f).is_some_and(|rest| rest.starts_with('-')))
}

#[test]
fn no_rule_is_more_serious_than_its_text_was_read() {
    for regle in REGLES {
        assert!(
            regle.severite <= regle.lecture.plafond(),
            "{}: {} of a text read {:?}",
            regle.code,
            regle.severite,
            regle.lecture
        );
    }
}

/// What was not read in force today says so, and a rule of law names its article.
#[test]
fn what_was_not_verified_is_said() {
    for regle in REGLES.iter().filter(|r| de_droit(r.code)) {
        let doubtful = matches!(regle.lecture, Lecture::Memoire | Lecture::Secondaire);
        let old_and_still_in_force =
            matches!(regle.lecture, Lecture::Lu2008(_)) && regle.vigueur.jusqu_au.is_none();
        if doubtful && regle.base.is_some() || old_and_still_in_force {
            assert!(regle.reserve.is_some(), "{} has no reserve", regle.code);
        }
        if matches!(regle.lecture, Lecture::Lu | Lecture::Lu2008(_)) {
            assert!(regle.base.is_some(), "{} names no article", regle.code);
        }
    }
}

#[test]
fn an_error_is_never_from_memory() {
    let codes: BTreeSet<&str> = REGLES
        .iter()
        .filter(|r| r.lecture == Lecture::Memoire && r.severite == Severite::Erreur)
        .map(|r| r.code)
        .collect();
    assert_eq!(codes, BTreeSet::new());
}
