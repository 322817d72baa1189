//! BUDG-05, BUDG-06, BUDG-07: the printed totals.

use delibere::check::REGLES;
use delibere::model::{Constat, Dossier, NatureTotal, Severite};

use crate::support;

fn caen() -> Dossier {
    support::read_well(&support::root().join("fixtures/valid/caen-la-mer-2012"))
}

/// What the rules of totals say.
fn check(dossier: &Dossier) -> Vec<Constat> {
    let mut out = delibere::check(dossier, &delibere::compute(dossier));
    out.retain(|c| ["BUDG-05", "BUDG-06", "BUDG-07"].contains(&c.code));
    out
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
    let aide = one.aide.as_deref().unwrap_or_default();
    assert!(aide.contains("aucun ensemble de lignes ne donne ces trois montants"), "{aide}");
    assert!(aide.contains("arrondi au millier"), "{aide}");
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
    assert_eq!(one.code, "BUDG-06");
    assert!(one.message.contains(NET), "{}", one.message);
    assert!(one.secondaires.iter().any(|(lieu, _)| lieu.chemin == "totaux[12].montants[2]"));
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
    assert_eq!((constats[0].code, constats[0].secondaires.len()), ("BUDG-05", 1));
    assert!(
        constats[0].aide.as_ref().is_some_and(|a| a.contains("montants = [22000, 22000, 22000]"))
    );
}

/// Each nature of total has its rule.
#[test]
fn each_nature_has_its_code() {
    for (libelle, code) in [
        ("Sous total action 4", "BUDG-05"),
        ("Sous total action 6 (dépenses-recettes)", "BUDG-05"),
        ("Total section de fonctionnement-Recettes", "BUDG-06"),
        ("Bilan de la section d'investissement", "BUDG-06"),
        (NET, "BUDG-06"),
    ] {
        let mut dossier = caen();
        declare(&mut dossier, libelle, 1, 7);
        let constats = check(&dossier);
        let found = constats.iter().find(|c| c.message.contains(libelle));
        assert_eq!(found.map(|c| c.code), Some(code), "{libelle}: {constats:#?}");
    }
}

fn aide(constats: &[Constat], libelle: &str) -> String {
    let one = constats.iter().find(|c| c.message.contains(libelle)).expect("found");
    one.aide.clone().unwrap_or_default()
}

/// The hints that a short search finds, each said as one.
#[test]
fn hints_say_what_would_explain() {
    let mut dossier = caen();
    declare(&mut dossier, "Sous total action 1", 0, 2000);
    declare(&mut dossier, "Sous total action 1", 1, 2000);
    declare(&mut dossier, "Sous total action 1", 2, 2000);
    let constats = check(&dossier);
    let said = aide(&constats, "Sous total action 1");
    assert!(said.contains("piste, à vérifier : la ligne montrée manque peut-être"), "{said}");
    let one = &constats[0];
    assert!(one.secondaires.iter().any(|(l, w)| l.chemin == "lignes[1].action" && w == "omise ?"));

    let mut dossier = caen();
    declare(&mut dossier, "Sous total action 4", 0, 51_000);
    let said = aide(&check(&dossier), "Sous total action 4");
    assert!(said.contains("51\u{202f}000 est 15\u{202f}000 avec deux chiffres échangés"), "{said}");

    let mut dossier = caen();
    declare(&mut dossier, "Sous total action 4", 0, 10_000);
    let said = aide(&check(&dossier), "Sous total action 4");
    assert!(said.contains("10\u{202f}000 est la somme de 2014"), "{said}");

    let mut dossier = caen();
    declare(&mut dossier, "Total section de fonctionnement-Recettes", 1, 2000);
    let said = aide(&check(&dossier), "Recettes");
    assert!(said.contains("à un zéro près"), "{said}");
}

/// One cell of a line that makes several totals wrong is shown from each of them.
#[test]
fn the_cell_that_several_totals_accuse_is_shown() {
    let mut dossier = caen();
    let lignes = &mut dossier.budget.as_mut().expect("a budget").lignes;
    lignes[8].montants[0] = Some(51_000.into());
    let constats = check(&dossier);
    let about: Vec<&Constat> = constats
        .iter()
        .filter(|c| c.secondaires.iter().any(|(l, _)| l.chemin == "lignes[8].montants[0]"))
        .collect();
    assert!(about.len() >= 4, "{constats:#?}");
    assert!(about[0].secondaires.iter().any(|(_, w)| w.starts_with("avec 15\u{202f}000 ici, ")));
}

#[test]
fn rounding_is_admitted_when_it_is_declared() {
    let mut dossier = caen();
    dossier.budget.as_mut().expect("a budget").tolerance = 500.into();
    assert_eq!(check(&dossier), []);

    let mut dossier = caen();
    for total in &mut dossier.budget.as_mut().expect("a budget").totaux {
        total.tolerance = total.libelle.as_deref().filter(|l| *l == AUTRES).map(|_| 499.into());
    }
    assert_eq!(check(&dossier).len(), 1);
}

#[test]
fn nothing_to_say_without_budget_or_without_fault() {
    for case in
        ["ardenelle-2026", "commune-articles", "departement-cinq-exercices", "lourdain-2012"]
    {
        let dossier = support::read_well(&support::root().join("fixtures/valid").join(case));
        let constats = delibere::check(&dossier, &delibere::compute(&dossier));
        let money =
            constats.iter().filter(|c| c.code.starts_with("BUDG") || c.code.starts_with("SUBV"));
        assert_eq!(money.count(), 0, "{case}: {constats:#?}");
    }
}

/// What the research of the project says of the seed, rule by rule: these findings of money and no other.
#[test]
fn the_seed_has_the_findings_of_money_that_are_expected() {
    let dossier = caen();
    let constats = delibere::check(&dossier, &delibere::compute(&dossier));
    let found: Vec<(&str, Severite, &str)> = constats
        .iter()
        .filter(|c| c.code.starts_with("BUDG") || c.code.starts_with("SUBV"))
        .map(|c| (c.code, c.severite, c.lieu.chemin.as_str()))
        .collect();
    let warned = Severite::Avertissement;
    assert_eq!(
        found,
        [
            ("BUDG-04", warned, "lignes[12]"),
            ("BUDG-07", Severite::Erreur, "totaux[11].montants[2]"),
            ("BUDG-08", warned, "exercices"),
            ("BUDG-09", warned, "lignes[1].chapitre"),
            ("BUDG-14", warned, "lignes[11].chapitre"),
            ("SUBV-01", warned, "lignes[9].montants[0]"),
            ("SUBV-01", warned, "lignes[10].montants[1]"),
            ("SUBV-01", warned, "lignes[12].montants[0]"),
        ]
    );
}

/// A rule is never more serious than the way its text was read allows.
#[test]
fn severity_follows_how_the_text_was_read() {
    for regle in REGLES {
        assert!(regle.severite <= regle.lecture.plafond(), "{}", regle.code);
    }
}
