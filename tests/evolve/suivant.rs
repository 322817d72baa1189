//! The next dossier, opened from the former one.

use chrono::NaiveDate;
use delibere::diff::diff;
use delibere::evolve::{Fichier, Ouverture, suivant};
use delibere::model::{Dossier, NatureVisa};
use delibere::read::{Disk, Memory};
use delibere::redaction::completer;

use super::actes::{case, day};
use crate::support::{read_well, texts, valid};

fn open(nom: &str, date: Option<NaiveDate>) -> (Dossier, Vec<Fichier>) {
    let path = case(nom);
    let dossier = read_well(&path);
    let ouverture = Ouverture { date, lien: format!("../{nom}"), collectivite_visible: true };
    let files =
        suivant(&Disk::open(&path).expect("a folder"), &dossier, &ouverture).expect("files");
    (dossier, files)
}

fn text<'a>(files: &'a [Fichier], chemin: &str) -> &'a str {
    let file = files.iter().find(|f| f.chemin == chemin).unwrap_or_else(|| panic!("{chemin}"));
    std::str::from_utf8(&file.octets).expect("text")
}

/// The next dossier read beside the former one.
fn read(nom: &str, files: &[Fichier]) -> Dossier {
    let mut all = Memory::new();
    for (chemin, texte) in texts(&case(nom)) {
        all = all.with(&format!("../{nom}/{chemin}"), texte.into_bytes());
    }
    for f in files {
        all = all.with(&f.chemin, f.octets.clone());
    }
    let lecture = delibere::read(&all).expect("files");
    let Some(dossier) = lecture.dossier else { panic!("{nom}: {:#?}", lecture.diagnostics) };
    dossier
}

#[test]
fn every_act_opens_the_next_one_which_reads_at_once() {
    for path in valid() {
        let nom = crate::support::name(&path);
        let (former, files) = open(&nom, Some(day("2030-01-15")));
        let next = read(&nom, &files);
        assert!(diff(&former, &next).is_empty(), "{nom}");
        assert_eq!(next.seance.date, day("2030-01-15"));
        assert!(
            next.deliberation.vote.is_none() && next.deliberation.mentions == Default::default()
        );
        let visa = next.deliberation.visas.last().expect("a visa");
        assert_eq!((visa.nature, visa.date), (NatureVisa::Deliberation, Some(former.seance.date)));
        assert_eq!(visa.numero.as_deref(), Some(&*former.deliberation.numero.affiche));
        let found = delibere::check(&next, &delibere::compute(&next));
        let codes: Vec<&str> =
            found.iter().map(|c| c.code).filter(|c| c.starts_with("EVOL")).collect();
        assert_eq!(codes, ["EVOL-06"], "{nom}: {found:#?}");
        // Nothing changed yet: the act only recalls, and keeps what authorises and charges.
        let drafted = completer(&next);
        assert!(!drafted.deliberation.expose.is_empty(), "{nom}");
    }
}

#[test]
fn comments_and_layout_stay() {
    let (_, files) = open("caen-la-mer-2012-adoptee", None);
    let former = texts(&case("caen-la-mer-2012-adoptee"));
    for (chemin, texte) in former
        .iter()
        .filter(|(c, _)| c.starts_with("fiches/") || c == "budget.toml" || c == "programme.toml")
    {
        assert_eq!(text(&files, chemin), texte, "{chemin}");
    }
    let act = text(&files, "deliberation.toml");
    let (_, before) = former.iter().find(|(c, _)| c == "deliberation.toml").expect("an act");
    let objet =
        &before[before.find("objet = [").expect("objet")..before.find("]\n").expect("its end")];
    assert!(act.contains(objet), "{act}");
    assert!(act.starts_with("#:schema "), "{act}");
    assert!(text(&files, "seance.toml").contains("À CHANGER"));
}

#[test]
fn the_number_follows_the_scheme_of_the_authority() {
    let numero = |nom: &str, date| {
        let (_, files) = open(nom, date);
        read(nom, &files).deliberation.numero.affiche
    };
    assert_eq!(numero("caen-la-mer-2012-adoptee", Some(day("2013-04-12"))), "C-13-XX-XX");
    assert_eq!(numero("caen-la-mer-2012-adoptee", None), "C-XX-XX-XX");
    assert_eq!(numero("caen-la-mer-2012", Some(day("2013-04-12"))), "À ATTRIBUER");
}

#[test]
fn the_identifier_is_that_of_the_acknowledgement() {
    let nom = "caen-la-mer-2013-evolution";
    let mut files = Memory::new();
    for (chemin, texte) in texts(&case(nom)) {
        files = files.with(&format!("../{nom}/{chemin}"), texte.clone().into_bytes());
        files = files.with(&chemin, texte.into_bytes());
    }
    for (chemin, texte) in texts(&case("caen-la-mer-2012-adoptee")) {
        let path = format!("../caen-la-mer-2012-adoptee/{chemin}");
        files = files.with(&path, texte.into_bytes());
    }
    let life = "etapes = [\n  { nature = \"adoptee\", date = 2013-04-12 },\n  { nature = \"transmise\", date = 2013-04-16 },\n  { nature = \"recue\", date = 2013-04-16, preuve = \"014-241400415-20130412-C_13_02_04-DE-1-2_0.xml\" },\n]\n";
    let files = files.with("vie.toml", life);
    let dossier = delibere::read(&files).expect("files").dossier.expect("an act");
    let ouverture = Ouverture { date: None, lien: format!("../{nom}"), collectivite_visible: true };
    let next = suivant(&files, &dossier, &ouverture).expect("the next one");
    let act = text(&next, "deliberation.toml");
    assert!(
        act.contains("le 16 avril 2013 sous l’identifiant 014-241400415-20130412-C_13_02_04-DE,"),
        "{act}"
    );
}

#[test]
fn the_visa_says_what_became_of_the_former_act() {
    let (_, files) = open("caen-la-mer-2013-evolution", None);
    let act = text(&files, "deliberation.toml");
    assert!(
        act.contains("transmise au représentant de l’État le 16 avril 2013 sous l’identifiant C_13_02_04, affichée le 17 avril 2013, exécutoire depuis le 17 avril 2013"),
        "{act}"
    );
}

#[test]
fn the_authority_is_copied_where_it_is_not_seen() {
    let path = case("saint-aubin-2026-06").join("05-subvention");
    let dossier = read_well(&path);
    let disk = Disk::open(&path).expect("a folder");
    let names = |collectivite_visible| {
        let lien = "../05-subvention".to_owned();
        let ouverture = Ouverture { date: None, lien, collectivite_visible };
        let files = suivant(&disk, &dossier, &ouverture).expect("files");
        files.into_iter().map(|f| f.chemin).collect::<Vec<_>>()
    };
    let copied = names(false);
    for nom in ["collectivite.toml", "logo.svg"] {
        assert!(copied.iter().any(|n| n == nom), "{copied:?}");
        assert!(!names(true).iter().any(|n| n == nom));
    }
}
