//! What the files of a dossier set aside.

use delibere::check::{Filtre, PorteeIgnores, Verification};
use delibere::model::Severite;
use delibere::read::Diagnostic;

use super::verifies::{caen, verify, with};

const MOTIF: &str =
    "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Voté tel quel.\" }]\n";

fn found<'a>(v: &'a Verification, code: &str) -> Vec<&'a Diagnostic> {
    v.diagnostics.iter().filter(|d| d.code == code).collect()
}

#[test]
fn the_act_sets_an_error_aside_and_says_where_and_why() {
    let v = verify("caen", &with(&caen(), &[("deliberation.toml", MOTIF)]));
    let [one] = found(&v, "BUDG-07")[..] else { panic!("{:#?}", v.diagnostics) };
    let ignore = one.ignore.as_ref().expect("set aside");
    assert_eq!(ignore.motif, "Voté tel quel.");
    let place = v.sources.place(ignore.lieu.as_ref().expect("a place"), "");
    assert_eq!(place.fichier, "deliberation.toml");
    assert_eq!(&v.sources.texte(&place.fichier).expect("text")[place.plage], "\"BUDG-07\"");
    assert!(!v.bloque());
    assert!(v.compte().to_string().ends_with("1 constat ignoré"), "{}", v.compte());
    assert!(found(&v, "VERI-02").is_empty());
}

#[test]
fn the_sitting_does_too() {
    let v = verify("caen", &with(&caen(), &[("seance.toml", MOTIF)]));
    assert!(found(&v, "BUDG-07")[0].ignore.is_some() && !v.bloque());
}

#[test]
fn the_reason_of_the_act_comes_before_that_of_the_sitting() {
    let other = MOTIF.replace("Voté tel quel", "Autre");
    let v =
        verify("caen", &with(&caen(), &[("deliberation.toml", MOTIF), ("seance.toml", &other)]));
    let ignore = found(&v, "BUDG-07")[0].ignore.clone().expect("set aside");
    assert_eq!(ignore.motif, "Voté tel quel.");
}

/// A habit sets warnings aside for all acts; an error, it does not, and says so.
#[test]
fn a_habit_sets_no_error_aside() {
    let v = verify("caen", &with(&caen(), &[("collectivite.toml", MOTIF)]));
    assert!(found(&v, "BUDG-07")[0].ignore.is_none() && v.bloque());
    let [told] = found(&v, "VERI-02")[..] else { panic!("{:#?}", v.diagnostics) };
    assert_eq!((told.severite, &*told.place.fichier), (Severite::Information, "collectivite.toml"));
    assert!(told.message.contains("habitude"), "{}", told.message);
    assert_ne!(PorteeIgnores::Habitude, PorteeIgnores::Propre);
}

#[test]
fn a_code_that_finds_nothing_is_told_in_the_act_and_not_of_a_habit() {
    let case = crate::support::root().join("fixtures/valid/commune-articles");
    let v = verify("commune", &with(&case, &[("deliberation.toml", MOTIF)]));
    assert_eq!(found(&v, "VERI-02").len(), 1);
    for shared in ["collectivite.toml", "seance.toml"] {
        let v = verify("commune", &with(&case, &[(shared, MOTIF)]));
        assert!(found(&v, "VERI-02").is_empty(), "{shared}: the next act may need it");
    }
}

#[test]
fn what_cannot_be_set_aside_is_refused_where_it_is_written() {
    for (code, words) in
        [("BUGD-07", "« BUDG-07 »"), ("LECT-14", "faute de lecture"), ("VERI-02", "surveille")]
    {
        let more = MOTIF.replace("BUDG-07", code);
        let v = verify("caen", &with(&caen(), &[("deliberation.toml", &more)]));
        let [one] = found(&v, "VERI-01")[..] else { panic!("{code}: {:#?}", v.diagnostics) };
        assert!(one.aide.as_ref().is_some_and(|a| a.contains(words)), "{one:#?}");
        assert!(one.bloque() && one.place.fichier == "deliberation.toml");
    }
}

#[test]
fn a_command_sets_no_error_aside_and_hides_none() {
    let filtre = Filtre { severite: Severite::Erreur, ignorer: vec!["BUDG-07".to_owned()] };
    let v = verify("caen", &with(&caen(), &[])).filtrer(filtre);
    assert!(v.bloque());
    assert!(found(&v, "BUDG-07")[0].ignore.is_none());
    assert_eq!(v.tenaces(), ["BUDG-07"]);
    assert!(v.diagnostics.iter().all(|d| d.severite == Severite::Erreur));
}

#[test]
fn a_command_sets_what_is_no_error_aside() {
    let mut v = verify("caen", &with(&caen(), &[]));
    let mut warning = found(&v, "BUDG-07")[0].clone();
    warning.severite = Severite::Avertissement;
    v.diagnostics = vec![warning];
    let v = v.filtrer(Filtre { ignorer: vec!["BUDG-07".to_owned()], ..Filtre::default() });
    let ignore = v.diagnostics[0].ignore.as_ref().expect("set aside");
    assert!(ignore.lieu.is_none() && ignore.motif.contains("--ignorer"));
    assert_eq!(v.compte().to_string(), "aucun constat ; 1 constat ignoré");
}
