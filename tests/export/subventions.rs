//! The open data of grants, judged by their table schema.

use std::path::Path;
use std::process::Command;

use delibere::export::scdl::{self, subventions};
use delibere::model::{Dossier, Etat, Montant, NatureSubvention, Severite};
use proptest::prelude::*;

use crate::support;

fn mirevent() -> Dossier {
    support::read_well(&support::root().join("fixtures/valid/mirevent-2025"))
}

fn lignes(dossier: &Dossier) -> (Vec<[String; 16]>, Vec<delibere::model::Constat>) {
    subventions::lignes(dossier, &delibere::compute(dossier))
}

fn file(lignes: &[[String; 16]]) -> Vec<u8> {
    scdl::ajouter(None, &subventions::SCHEMA, lignes).expect("a new file").0
}

fn rows(octets: &[u8]) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(octets)
        .records()
        .map(|r| r.expect("a row"))
        .collect()
}

#[test]
fn each_grant_is_a_row() {
    let (lignes, constats) = lignes(&mirevent());
    assert!(constats.is_empty(), "{constats:#?}");
    let column = |nom: &str| {
        let at = subventions::COLONNES.iter().position(|c| *c == nom).expect("a column");
        lignes.iter().map(|l| l[at].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(column("idAttribuant"), ["21990051100011"; 4]);
    assert_eq!(column("montant"), ["26500", "3200", "1850.5", "960"]);
    assert_eq!(column("dateConvention"), ["2025-04-14", "2025-04-08", "2025-04-08", "2025-04-08"]);
    assert_eq!(column("rnaBeneficiaire"), ["W999000176", "", "", "W999000424"]);
    assert_eq!(column("nature")[3], "aide en nature");
    assert_eq!(column("conditionsVersement")[..2], ["échelonné", "unique"]);
    assert_eq!(column("datesPeriodeVersement")[0], "2025-04-30/2025-10-31");
    assert_eq!(column("pourcentageSubvention"), ["1.00"; 4]);
}

#[test]
fn grants_are_valid_open_data() {
    let Some(schema) = support::norme("scdl/scdl-subventions-2.1.1.schema.json") else { return };
    if !support::judge("frictionless") {
        return;
    }
    let mut dossier = mirevent();
    let d = &mut dossier.deliberation;
    d.subventions[1].nature = NatureSubvention::Mixte;
    d.subventions[1].part = 45;
    d.subventions[2].part = 1;
    d.subventions[2].minimis = true;
    d.subventions[2].objet = Some("é".repeat(400));
    d.subventions[3].conditions = Some("mot ".repeat(100));
    let (lignes, constats) = lignes(&dossier);
    assert_eq!(constats.len(), 2, "{constats:#?}");
    assert!(constats.iter().all(|c| c.code == "ENVOI-03"), "{constats:#?}");
    let octets = file(&lignes);
    let folder = tempfile::tempdir().expect("temporary folder");
    std::fs::copy(&schema, folder.path().join("schema.json")).expect("copied");
    let judge = |texte: &[u8]| {
        std::fs::write(folder.path().join("subventions.csv"), texte).expect("written");
        let mut judge = Command::new("frictionless");
        judge.args(["validate", "--schema", "schema.json", "subventions.csv"]);
        let run = judge.current_dir(folder.path()).output().expect("it runs");
        (run.status.success(), String::from_utf8_lossy(&run.stdout).into_owned())
    };
    let (good, said) = judge(&octets);
    assert!(good, "{said}");
    let texte = String::from_utf8(octets).expect("UTF-8");
    for (from, to) in
        [("aide en nature", "prêt"), ("W999000176", "999000176"), (",non,", ",false,")]
    {
        assert!(texte.contains(from), "{from}");
        assert!(!judge(texte.replacen(from, to, 1).as_bytes()).0, "the judge lets {to} pass");
    }
}

#[test]
fn what_the_schema_asks_for_is_asked_for() {
    let mut dossier = mirevent();
    dossier.deliberation.subventions[1].siret = None;
    dossier.deliberation.subventions[2].versement = None;
    let (rows, constats) = lignes(&dossier);
    assert!(rows.is_empty());
    let found: Vec<(&str, &str)> =
        constats.iter().map(|c| (c.code, c.lieu.chemin.as_str())).collect();
    let at = |i: usize| ["", "subventions[1].beneficiaire", "subventions[2].beneficiaire"][i];
    assert_eq!(found, [("ENVOI-01", at(1)), ("ENVOI-01", at(2))]);
    assert!(constats.iter().all(|c| c.severite == Severite::Erreur && c.aide.is_some()));
    let mut draft = mirevent();
    draft.deliberation.vote = None;
    draft.deliberation.etat = Some(Etat::Projet);
    // What the ledger says of a vote is believed.
    assert!(!lignes(&draft).0.is_empty());
    draft.vie.etapes.clear();
    assert!(lignes(&draft).0.is_empty());
    draft.deliberation.subventions.clear();
    let none = lignes(&draft);
    assert!(none.0.is_empty() && none.1.is_empty(), "an act without grant has nothing to say");
}

#[test]
fn a_grant_is_added_once_and_changed_in_place() {
    let (lignes, _) = lignes(&mirevent());
    let octets = file(&lignes);
    let add = |octets: &[u8], lignes: &[[String; 16]]| {
        scdl::ajouter(Some(octets), &subventions::SCHEMA, lignes).expect("a file")
    };
    let (again, done) = add(&octets, &lignes);
    assert_eq!((again == octets, done.presentes), (true, 4));
    let mut changed = lignes[1].clone();
    changed[8] = "3500".to_owned();
    let (texte, done) = add(&octets, &[changed]);
    assert_eq!((done.remplacees, rows(&texte).len()), (1, 5));
    // The same body again, for something else.
    let mut other = lignes[1].clone();
    other[7] = "Achat d’instruments".to_owned();
    assert_eq!(add(&octets, &[other]).1.ajoutees, 1);
    let wrong = scdl::ajouter(Some(b"COLL_NOM\n"), &subventions::SCHEMA, &lignes);
    assert!(wrong.is_err(), "a file of deliberations is none of grants");
}

/// The table that the act prints says the same as what is published.
/// A corrected beneficiary takes the place of the wrong one; what other acts grant stays, be it by the same number.
#[test]
fn a_corrected_grant_leaves_no_row_behind() {
    use delibere::export::scdl::remplacer;
    use delibere::export::scdl::subventions::{Portee, SCHEMA};
    let mut dossier = mirevent();
    let (first, _) = lignes(&dossier);
    let mut other = first[0].clone();
    other[2] = "2024-11-05".to_owned();
    let (before, _) =
        remplacer(None, &SCHEMA, &[first.clone(), vec![other.clone()]].concat(), |_| false)
            .expect("a new file");
    let d = &mut dossier.deliberation.subventions;
    d[1].beneficiaire = "Harmonie municipale de Mirevent".to_owned();
    d[2].convention = dossier.seance.date.succ_opt();
    d.pop();
    let (now, _) = lignes(&dossier);
    let mut portee = Portee::default();
    portee.add(&dossier);
    let (after, done) =
        remplacer(Some(&before), &SCHEMA, &now, |row| portee.contains(row)).expect("it is one");
    assert_eq!((done.ajoutees, done.retirees, done.presentes), (2, 3, 1));
    let left = rows(&after);
    assert_eq!(left.len(), now.len() + 2);
    assert!(left.iter().any(|r| r.iter().eq(other.iter())), "the row of another act");
    let (again, done) =
        remplacer(Some(&after), &SCHEMA, &now, |row| portee.contains(row)).expect("it is one");
    assert!(again == after && done.presentes == 3);
}

#[test]
fn the_table_of_the_act_is_that_of_its_grants() {
    let dossier = mirevent();
    let delibere::model::Dispositif::Articles(articles) = &dossier.deliberation.dispositif else {
        panic!()
    };
    let plain = articles[0].texte.plain();
    for s in &dossier.deliberation.subventions {
        assert!(plain.contains(&s.beneficiaire), "{} in {plain}", s.beneficiaire);
    }
    assert!(plain.contains("32\u{202f}510,50 €"), "{plain}");
}

#[cfg(feature = "cli")]
#[test]
fn the_command_writes_them_beside_the_deliberations() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let valid = support::root().join("fixtures/valid");
    let out = folder.path().join("sortie");
    let publish = |more: &[&Path]| {
        let acte = valid.join("mirevent-2025");
        let args = ["publier".as_ref(), acte.as_os_str(), "--sortie".as_ref(), out.as_os_str()];
        support::run(args.into_iter().chain(more.iter().map(|p| p.as_os_str())))
    };
    let said = publish(&[]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert_eq!(rows(&std::fs::read(out.join("subventions.csv")).expect("a file")).len(), 5);
    let own = folder.path().join("toutes.csv");
    let said = publish(&[
        Path::new("--format"),
        Path::new("subventions"),
        Path::new("--fichier-subventions"),
        &own,
    ]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        said.out.contains("toutes.csv (4 ajoutées") && !said.out.contains("json"),
        "{}",
        said.out
    );
}

proptest! {
    /// Whatever a grant is called, its row comes back, no cell is a formula, and no bound is passed.
    #[test]
    fn any_grant_makes_a_harmless_row(
        nom in "\\PC{1,60}", objet in "\\PC{1,300}", conditions in "\\PC{1,300}", euros in 1u32..9_000_000,
    ) {
        let mut dossier = mirevent();
        let s = &mut dossier.deliberation.subventions[0];
        s.beneficiaire = nom;
        s.objet = Some(objet);
        s.conditions = Some(conditions);
        s.montant = euros.to_string().parse::<Montant>().expect("euros");
        let (lignes, _) = lignes(&dossier);
        let octets = file(&lignes);
        let rows = rows(&octets);
        prop_assert_eq!(rows.len(), 5);
        for (cell, wanted) in rows[1].iter().zip(&lignes[0]) {
            prop_assert_eq!(cell, wanted);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
        }
        prop_assert!([7, 10].iter().all(|i| rows[1][*i].chars().count() <= 256));
    }
}
