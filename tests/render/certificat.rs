//! The certificate that an act is in force: it follows from the life of the act, in the words of the law of the day.

use std::path::Path;

use chrono::NaiveDate;
use delibere::model::{Dossier, Etape, ModePublicite, ModeTransmission, NatureEtape};
use delibere::render::Document;

use crate::support::{self, moteur};

fn fixture(nom: &str) -> Dossier {
    support::read_well(&support::root().join("fixtures/valid").join(nom))
}

fn day(texte: &str) -> NaiveDate {
    texte.parse().expect("a day")
}

fn etape(nature: NatureEtape, date: &str) -> Etape {
    Etape { nature, date: day(date), acteur: None, preuve: None }
}

/// The words of a document, with ordinary spaces.
fn words(dossier: &Dossier, document: Document) -> String {
    let comptes = delibere::compute(dossier);
    let laid = moteur().compose(dossier, &comptes, document).expect("a layout");
    let pages: Vec<String> = laid.texte().iter().map(ToString::to_string).collect();
    pages.join("\n").replace(['\u{a0}', '\u{202f}', '\n'], " ").replace("  ", " ")
}

#[test]
fn it_is_there_once_the_act_is_in_force() {
    let dossier = fixture("mirevent-2025");
    for document in [Document::Deliberation, Document::Extrait] {
        let words = words(&dossier, document);
        for wanted in [
            "Acte certifié exécutoire à compter du 11 avril 2025",
            "Transmis à la préfecture le 10 avril 2025 · Reçu en préfecture le 10 avril 2025 · Publié le 11 avril 2025",
            "Identifiant de l’acte : 099-219900511-20250408-2025_017-DE",
            "article L. 2131-1",
        ] {
            assert!(words.contains(wanted), "{document}: {wanted} in {words}");
        }
    }
    let annexe = words(&dossier, Document::Annexe(1));
    assert!(annexe.contains("Acte exécutoire à compter du 11 avril 2025"), "{annexe}");
    assert!(annexe.contains("099-219900511-20250408-2025_017-DE"), "{annexe}");
    // Bound with the act, an annex says it no second time.
    let bound = words(&dossier, Document::Dossier);
    assert_eq!(bound.matches("à compter du 11 avril 2025").count(), 1, "{bound}");
}

#[test]
fn nothing_is_certified_before() {
    let mut dossier = fixture("mirevent-2025");
    dossier.vie.etapes.retain(|e| e.nature != NatureEtape::Publiee);
    let words = words(&dossier, Document::Deliberation);
    assert!(!words.contains("certifié"), "{words}");
    assert!(words.contains("Transmis à la préfecture le 10 avril 2025"), "{words}");
    assert!(words.contains("Exécutoire le"), "a blank is left: {words}");
    dossier.vie.etapes.clear();
    let annexe = self::words(&dossier, Document::Annexe(1));
    assert!(!annexe.contains("exécutoire"), "{annexe}");
}

#[test]
fn the_words_are_those_of_the_law_of_the_day() {
    let mut dossier = fixture("mirevent-2025");
    let seance = std::sync::Arc::make_mut(&mut dossier.seance);
    seance.date = day("2012-12-07");
    dossier.vie.etapes = vec![
        etape(NatureEtape::Transmise, "2012-12-10"),
        etape(NatureEtape::Recue, "2012-12-11"),
        etape(NatureEtape::Affichee, "2012-12-14"),
    ];
    let old = words(&dossier, Document::Deliberation);
    let said = "Le maire certifie, sous sa responsabilité, le caractère exécutoire du présent acte, à compter du 14 décembre 2012";
    assert!(old.contains(said), "{old}");
    assert!(old.contains("Affiché le 14 décembre 2012"), "{old}");
    // After August 2015 it is no longer a duty, and acts are still posted.
    std::sync::Arc::make_mut(&mut dossier.seance).date = day("2018-12-07");
    dossier.vie.etapes = vec![etape(NatureEtape::Transmise, "2018-12-10")];
    dossier.deliberation.mentions.publication = Some(day("2018-12-14"));
    let words = self::words(&dossier, Document::Deliberation);
    assert!(words.contains("Acte certifié exécutoire à compter du 14 décembre 2018"), "{words}");
    assert!(words.contains("Affiché le 14 décembre 2018"), "{words}");
}

#[test]
fn publicity_is_named_as_the_authority_does_it() {
    let mut dossier = fixture("mirevent-2025");
    dossier.vie.etapes.retain(|e| e.nature != NatureEtape::Publiee);
    dossier.deliberation.mentions.publication = Some(day("2025-04-11"));
    for (mode, wanted) in [
        (Some(ModePublicite::Affichage), "Affiché le 11 avril"),
        (Some(ModePublicite::Papier), "Publié sur papier le 11 avril"),
        (None, "Publié le 11 avril"),
    ] {
        dossier.deliberation.mentions.mode_publication = mode;
        let words = words(&dossier, Document::Deliberation);
        assert!(words.contains(wanted), "{wanted} in {words}");
    }
    // What went on paper has no identifier.
    dossier.deliberation.mentions.mode_transmission = Some(ModeTransmission::Papier);
    assert!(!words(&dossier, Document::Deliberation).contains("Identifiant de l’acte"));
}

#[test]
fn an_act_that_is_no_more_is_stamped() {
    for (nature, stamp, certified) in [
        (NatureEtape::Retiree, "RETIRÉE", false),
        (NatureEtape::Annulee, "ANNULÉE", false),
        (NatureEtape::Abrogee, "ABROGÉE", true),
    ] {
        let mut dossier = fixture("mirevent-2025");
        dossier.vie.etapes.push(etape(nature, "2026-01-15"));
        let words = words(&dossier, Document::Deliberation);
        assert!(words.contains(stamp), "{stamp} in {words}");
        assert_eq!(words.contains("Acte certifié exécutoire"), certified, "{stamp}: {words}");
        assert!(words.contains("le 15 janvier 2026"), "{stamp}: {words}");
        assert!(certified || !words.to_lowercase().contains("exécutoire"), "{stamp}: {words}");
    }
}

/// What goes to the prefecture: the act and each annex apart, each with the number of the act and its own count of pages.
#[test]
fn each_piece_of_a_package_stands_alone() {
    if !support::judge("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    for case in support::acts() {
        let dossier = crate::export::actes::ready(&case);
        let comptes = delibere::compute(&dossier);
        let numero = dossier.deliberation.numero.affiche.clone();
        let documents = std::iter::once(Document::Deliberation).chain(
            dossier
                .deliberation
                .annexes
                .iter()
                .enumerate()
                .map(|(i, a)| Document::of_annexe(i, &a.piece)),
        );
        for (rang, document) in documents.enumerate() {
            let laid = moteur().compose(&dossier, &comptes, document).expect("a layout");
            let path = folder.path().join("piece.pdf");
            std::fs::write(&path, laid.pdf(&Default::default()).expect("a PDF")).expect("written");
            let pages = pages(&path);
            assert_eq!(pages.len(), laid.pages(), "{} {document}", case.display());
            for (i, page) in pages.iter().enumerate() {
                let count = format!("page {} / {}", i + 1, pages.len());
                assert!(page.contains(&count), "{} {document}: {count} in {page}", case.display());
                assert!(
                    page.contains(&numero),
                    "{} {document}: no {numero} in {page}",
                    case.display()
                );
                let annexe = format!("Annexe {rang} à la délibération n° {numero}");
                assert!(
                    rang == 0 || page.contains(&annexe),
                    "{} {document}: {annexe} in {page}",
                    case.display()
                );
            }
        }
    }
}

/// The words of each page, with ordinary spaces.
fn pages(pdf: &Path) -> Vec<String> {
    let run = std::process::Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let texte = String::from_utf8(run.expect("it runs").stdout).expect("UTF-8");
    let mut pages: Vec<String> = texte
        .split('\u{c}')
        .map(|p| {
            p.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    pages.pop();
    pages
}
