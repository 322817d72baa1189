//! The report of a verification, as a PDF.

use delibere::check::{Rapport, Sujet, Verification, check};
use delibere::model::Modele;
use delibere::read::Disk;
use delibere::render::{MiseEnPage, Norme};
use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::check::verifies::{caen, verify, with};
use crate::support::{self, moteur};

const MOTIF: &str = "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"#panic() *voté* tel quel.\" }]\n";

fn compose(all: &[Verification]) -> MiseEnPage {
    moteur().compose_rapport(&Rapport::new(all)).expect("a layout")
}

/// Every line of its pages, spaces alike.
fn text(laid: &MiseEnPage) -> String {
    let pages: Vec<String> = laid.texte().iter().map(ToString::to_string).collect();
    pages.join("").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn it_says_whose_act_what_was_found_where_and_what_was_verified() {
    let said = text(&compose(&[verify("caen", &with(&caen(), &[]))]));
    for words in [
        "Rapport de vérification",
        "Projet de délibération n° C-12-05-01",
        "Caen la mer",
        "À corriger : ",
        "L’annexe budgétaire",
        "BUDG-07",
        "budget.toml, ligne ",
        "Le droit appliqué est celui du 7 décembre 2012",
        concat!("Délibéré ", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(said.contains(words), "« {words} » in:\n{said}");
    }
    // Severity is a word.
    assert!(said.contains("ERREUR"), "{said}");
}

#[test]
fn what_is_set_aside_is_printed_with_its_reason_as_it_is_typed() {
    let files = with(&caen(), &[("deliberation.toml", MOTIF)]);
    let said = text(&compose(&[verify("caen", &files)]));
    assert!(said.contains("IGNORÉ : ERREUR"), "{said}");
    assert!(said.contains("#panic() *voté* tel quel."), "{said}");
}

#[test]
fn it_conforms_and_is_the_same_twice() {
    let all = [
        verify("caen", &with(&caen(), &[])),
        verify("autre", &with(&caen(), &[("deliberation.toml", MOTIF)])),
    ];
    for some in [&all[..1], &all[..]] {
        let pdf = compose(some).pdf(&Norme::default()).expect("a PDF");
        assert!(pdf == compose(some).pdf(&Norme::default()).expect("a PDF"));
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let options =
                ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
            let report = validate_pdf_bytes(&pdf, &options).expect("a PDF that is read");
            assert!(report.rules.total > 50, "{:?}", report.rules);
            // See `conformite`: this judge takes that clause for broken when it is not.
            let mut faults = report.failures.iter().filter(|f| !f.rule_id.contains("6.1.7.1"));
            assert!(faults.next().is_none(), "{profile:?}: {:?}", report.failures);
        }
    }
}

/// Whatever is wrong in a dossier, its report is made: without an authority, with characters that no font draws.
#[test]
fn every_fault_of_every_case_is_printed() {
    for case in support::invalid() {
        let disk = Disk::open(&case).expect("a folder");
        let v = verify(&support::name(&case), &disk);
        let codes: Vec<&str> = v.diagnostics.iter().map(|d| d.code).collect();
        let laid = compose(&[v]);
        let said = text(&laid);
        for code in codes {
            assert!(said.contains(code), "{}: {code} in:\n{said}", case.display());
        }
        laid.pdf(&Norme::default()).expect("a PDF");
    }
}

#[test]
fn an_own_template_takes_its_place() {
    let lecture = support::read(&caen());
    let mut dossier = lecture.dossier.expect("a dossier");
    let texte = "#let rapport(tete, logo, theme, style, gauche, piece) = [Rapport de la commune]";
    std::sync::Arc::make_mut(&mut dossier.collectivite).theme.modeles =
        vec![Modele { nom: "rapport.typ".to_owned(), texte: texte.to_owned() }];
    let comptes = delibere::compute(&dossier);
    let found = check(&dossier, &comptes);
    let diagnostics = found.iter().map(|c| lecture.sources.locate(c)).collect();
    let sujet = Some(Sujet::Acte(Box::new((dossier, comptes))));
    let v = Verification::new("caen", sujet, diagnostics, lecture.sources);
    assert!(text(&compose(&[v])).contains("Rapport de la commune"));
}
