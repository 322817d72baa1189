//! The comparison of two acts and a consolidated version, as PDF.

use std::path::PathBuf;

use delibere::evolve::{Acte, Graphe, consolider, ecrire};
use delibere::model::Dossier;
use delibere::read::{Disk, Memory};
use delibere::render::{Document, MiseEnPage, Norme};
use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::support::{self, moteur, read_well, root};

fn case(nom: &str) -> PathBuf {
    root().join("fixtures").join(nom)
}

fn compare(avant: &str, apres: &str) -> MiseEnPage {
    let (a, b) = (read_well(&case(avant)), read_well(&case(apres)));
    moteur().compose_comparaison(&a, &b).expect("a layout")
}

/// Every line of its pages, spaces alike.
fn text(laid: &MiseEnPage) -> String {
    let pages: Vec<String> = laid.texte().iter().map(ToString::to_string).collect();
    pages.join("").replace(['\u{a0}', '\u{202f}'], " ")
}

fn judged(laid: &MiseEnPage) {
    let pdf = laid.pdf(&Norme::default()).expect("a PDF");
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options =
            ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(&pdf, &options).expect("a PDF that is read");
        assert!(report.rules.total > 50, "{:?}", report.rules);
        // See `conformite`.
        let faults: Vec<_> =
            report.failures.iter().filter(|f| !f.rule_id.contains("6.1.7.1")).collect();
        assert!(faults.is_empty(), "{profile:?}: {faults:?}");
    }
}

#[test]
fn all_that_changed_is_on_paper() {
    let laid = compare("valid/caen-la-mer-2012-adoptee", "valid/caen-la-mer-2013-evolution");
    support::expect_file(
        &case("valid/caen-la-mer-2013-evolution/comparaison.pdf.txt"),
        &text(&laid),
    );
    judged(&laid);
}

#[test]
fn two_acts_that_have_nothing_to_do_with_each_other_are_compared_in_their_text() {
    let laid = compare("evolutions/erreur-dans-l-acte/avant", "valid/commune-articles");
    let said = text(&laid);
    for words in ["Texte de l’acte", "Visas", "Dispositif", "[supprimé : ", "[ajouté : "] {
        assert!(said.contains(words), "« {words} » in:\n{said}");
    }
    judged(&laid);
}

#[test]
fn the_same_act_twice_says_so() {
    let said = text(&compare("valid/caen-la-mer-2012", "valid/caen-la-mer-2012"));
    assert!(said.contains("Rien ne change"), "{said}");
}

#[test]
fn a_consolidated_version_says_on_each_page_that_it_is_none() {
    let acts: Vec<Dossier> = ["2012-adoptee", "2013-evolution", "2014-remplacement"]
        .map(|n| read_well(&case(&format!("valid/caen-la-mer-{n}"))))
        .into();
    let named: Vec<Acte<'_>> =
        acts.iter().map(|d| Acte { nom: &d.deliberation.numero.affiche, dossier: d }).collect();
    let graphe = Graphe::of(&named).expect("no fault");
    let day = "2013-06-30".parse().expect("a day");
    let found = consolider(&graphe, day);
    let disk = Disk::open(&case("valid/caen-la-mer-2012-adoptee")).expect("a folder");
    let mut files = Memory::new();
    for f in ecrire(&found[0], &graphe, day, &disk).expect("files") {
        files = files.with(&f.chemin, f.octets);
    }
    let (dossier, comptes) = support::dossier(&files);
    let constats = delibere::check(&dossier, &comptes);
    let law =
        |c: &&delibere::model::Constat| !c.code.starts_with("BUDG") && !c.code.starts_with("COHE");
    assert_eq!(constats.iter().filter(law).count(), 0, "{constats:#?}");
    let laid = moteur().compose(&dossier, &comptes, Document::Dossier).expect("a layout");
    let said = text(&laid);
    for words in [
        "Version consolidée de la délibération n° C-12-05-01",
        "Version au 30 juin 2013",
        "il n’a pas la valeur d’un acte",
        "issue de la délibération n° C-13-02-04 du 12 avril 2013",
    ] {
        assert!(said.contains(words), "« {words} » in:\n{said}");
    }
    for words in ["Séance du", "Transmis à la préfecture", "Vote :"] {
        assert!(!said.contains(words), "« {words} » in:\n{said}");
    }
    // The cover and the first page of the act say it in full.
    let pages = laid.texte();
    let recalled = pages
        .iter()
        .filter(|p| p.to_string().replace('\u{a0}', " ").contains("sans valeur juridique propre"));
    assert!(recalled.count() + 2 >= laid.pages(), "{said}");
    judged(&laid);
}
