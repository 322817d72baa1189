//! What may leave: only what was checked. That nobody makes one by hand is a test of the documentation of `Controle`.

use delibere::check::controler;
use delibere::model::{CodeIgnore, Dossier, Severite};

use super::verifies::caen;
use crate::support;

fn controle(dossier: Dossier) -> Result<usize, usize> {
    let comptes = delibere::compute(&dossier);
    controler(dossier, comptes).map(|c| c.constats().len()).map_err(|c| c.len())
}

fn ignore(code: &str) -> CodeIgnore {
    CodeIgnore { code: code.to_owned(), motif: "Voté tel quel.".to_owned() }
}

#[test]
fn an_error_stands_in_the_way() {
    assert!(controle(support::read_well(&caen())).is_err());
}

/// It leaves, and what was found goes with it.
#[test]
fn an_error_that_the_act_sets_aside_does_not() {
    let mut dossier = support::read_well(&caen());
    dossier.deliberation.verifications.ignorer.push(ignore("BUDG-07"));
    let comptes = delibere::compute(&dossier);
    let controle = controler(dossier, comptes).expect("it may leave");
    let set_aside: Vec<_> = controle.constats().iter().filter(|c| c.ignore.is_some()).collect();
    assert!(set_aside.iter().any(|c| c.code == "BUDG-07" && c.severite == Severite::Erreur));
}

#[test]
fn a_habit_of_the_authority_does_not_let_an_error_leave() {
    let mut dossier = support::read_well(&caen());
    let collectivite = std::sync::Arc::make_mut(&mut dossier.collectivite);
    collectivite.verifications.ignorer.push(ignore("BUDG-07"));
    assert!(controle(dossier).is_err());
}

#[test]
fn a_code_that_does_not_exist_lets_nothing_leave() {
    let mut dossier =
        support::read_well(&support::root().join("fixtures/valid/departement-cinq-exercices"));
    assert!(controle(dossier.clone()).is_ok());
    dossier.deliberation.verifications.ignorer.push(ignore("BUGD-07"));
    assert!(controle(dossier).is_err());
}
