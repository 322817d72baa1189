//! BUDG-07.

use delibere::model::{Constat, Dossier, NatureTotal, Severite};

use crate::support;

fn caen() -> Dossier {
    support::read_well(&support::root().join("fixtures/valid/caen-la-mer-2012"))
}

fn check(dossier: &Dossier) -> Vec<Constat> {
    let mut constats = delibere::check(dossier, &delibere::compute(dossier));
    constats.retain(|c| c.code == "BUDG-07");
    constats
}

/// Changes a cell of the total that has this label.
fn declare(dossier: &mut Dossier, libelle: &str, exercice: usize, euros: i32) {
    let totaux = &mut dossier.budget.as_mut().expect("a budget").totaux;
    let total = totaux.iter_mut().find(|t| t.libelle.as_deref() == Some(libelle)).expect("a total");
    total.montants.as_mut().expect("declared")[exercice] = Some(euros.into());
}

const AUTRES: &str = "Total budget communication + RH";
const DEVECO: &str = "Total budget Dévéco";
const NET: &str = "Côté total des actions-Budget dévéco, RH, Communication";

#[test]
fn the_seed_has_one_wrong_total_and_what_follows() {
    let constats = check(&caen());
    let [one] = constats.as_slice() else { panic!("{constats:#?}") };
    assert_eq!((one.code, one.severite), ("BUDG-07", Severite::Erreur));
    assert!(one.message.contains(AUTRES), "{}", one.message);
    assert!(one.message.ends_with("(2015)"), "{}", one.message);
    assert_eq!(one.lieu.chemin, "totaux[11].montants[2]");
    assert_eq!(one.etiquette, "2015 : la somme des lignes est 22\u{202f}500, écart de 500");
    let [(lieu, words)] = one.secondaires.as_slice() else { panic!("{:#?}", one.secondaires) };
    assert_eq!(lieu.chemin, "totaux[12].montants[2]");
    assert_eq!(
        words,
        "en découle, 2015 : la somme des lignes est 74\u{202f}500, écart de \u{2212}500"
    );
}

#[test]
fn right_totals_are_not_found() {
    let mut dossier = caen();
    declare(&mut dossier, AUTRES, 2, 22_500);
    declare(&mut dossier, DEVECO, 2, 74_500);
    assert_eq!(check(&dossier), []);
}

/// What does not follow from the other is a fault of its own.
#[test]
fn a_remainder_that_does_not_fit_is_told_apart() {
    let mut dossier = caen();
    declare(&mut dossier, DEVECO, 0, 80_001);
    assert_eq!(check(&dossier).len(), 2);

    let mut dossier = caen();
    declare(&mut dossier, AUTRES, 2, 22_500);
    let constats = check(&dossier);
    let [one] = constats.as_slice() else { panic!("{constats:#?}") };
    assert!(one.message.contains(DEVECO), "{}", one.message);
    assert_eq!(one.secondaires, []);
}

/// The remainder of a wrong net cost follows from that net cost.
#[test]
fn a_remainder_of_a_wrong_net_cost_follows_from_it() {
    let mut dossier = caen();
    declare(&mut dossier, AUTRES, 2, 22_500);
    declare(&mut dossier, NET, 2, 98_000);
    declare(&mut dossier, DEVECO, 2, 75_500);
    let constats = check(&dossier);
    let [one] = constats.as_slice() else { panic!("{constats:#?}") };
    assert!(one.message.contains(NET), "{}", one.message);
    assert_eq!(one.secondaires.len(), 1);
}

/// Without a printed net cost, the computed one is what the document took the others from.
#[test]
fn a_remainder_of_the_computed_net_cost_follows_too() {
    let mut dossier = caen();
    let totaux = &mut dossier.budget.as_mut().expect("a budget").totaux;
    totaux.retain(|t| t.nature != NatureTotal::CoutNet);
    assert_eq!(check(&dossier).len(), 1);
}

#[test]
fn every_wrong_cell_is_shown() {
    let mut dossier = caen();
    declare(&mut dossier, "Sous total action 1", 0, 1);
    declare(&mut dossier, "Sous total action 1", 2, 2);
    let constats = check(&dossier);
    assert_eq!(constats.len(), 2);
    assert_eq!(constats[0].secondaires.len(), 1);
    assert!(
        constats[0].aide.as_ref().is_some_and(|a| a.contains("montants = [22000, 22000, 22000]"))
    );
}

#[test]
fn nothing_to_say_without_budget() {
    for case in ["commune-articles", "departement-cinq-exercices"] {
        let dossier = support::read_well(&support::root().join("fixtures/valid").join(case));
        assert_eq!(check(&dossier), [], "{case}");
    }
}
