//! Sizes beyond the usual.

use delibere::render::{Document, Norme, RenderError};

use super::dossiers::{self, ACTE, DEPENSE, base, expose};
use super::geometrie::outside;
use crate::support::{compose, dossier, moteur};

fn acte(files: &delibere::read::Memory) -> delibere::render::MiseEnPage {
    let laid = compose(files, Document::Deliberation).expect("a layout");
    let out = outside(&laid);
    assert!(out.is_empty(), "{} lines leave the page: {}", out.len(), out[0]);
    laid
}

#[test]
fn one_line_of_a_megabyte() {
    let laid = acte(&expose(&"un mot puis un autre ".repeat(1_000_000 / 21)));
    assert!(laid.pages() > 100);
    laid.pdf(&Norme::default()).expect("a PDF");
}

#[test]
fn one_word_of_a_hundred_kilobytes() {
    for letter in ["x", "é", "m\u{300}"] {
        let laid = acte(&expose(&letter.repeat(100_000 / letter.len())));
        assert!(laid.pages() > 5);
        laid.pdf(&Norme::default()).expect("a PDF");
    }
}

#[test]
fn one_long_word_in_every_narrow_place() {
    let word = "x".repeat(400);
    let table = format!("| a | b | c | d |\n|---|---|---|---|\n| {word} | 1 | {word} | 2 |\n");
    acte(&expose(&format!("- {word}\n  - {word}\n\n{table}\n> {word}\n")));
}

#[test]
fn a_table_of_two_thousand_rows() {
    let mut table = "| Rang | Libellé | Montant |\n|---|---|--:|\n".to_owned();
    (1..=2000).for_each(|i| table.push_str(&format!("| {i} | Ligne {i} | {i},00 € |\n")));
    let laid = acte(&expose(&table));
    let pages = laid.texte();
    assert!(pages.len() > 20);
    let all: String = pages.iter().map(ToString::to_string).collect();
    assert!(all.contains("Ligne 2000"));
    let repeated = pages.iter().filter(|p| p.to_string().contains("Libellé")).count();
    assert!(
        repeated >= pages.len() - 1,
        "the header stands on {repeated} of {} pages",
        pages.len()
    );
    laid.pdf(&Norme::default()).expect("a PDF");
}

#[test]
fn an_object_of_five_hundred_characters() {
    let objet = "Programme d’orientations en matière d’économie sociale et solidaire ".repeat(8);
    let files = base().with(
        "deliberation.toml",
        format!(
            "numero = \"1\"\netat = \"projet\"\nobjet = [{}]\narticles = [{{ texte = \"Fixé.\" }}]\n",
            dossiers::toml(objet.trim())
        ),
    );
    let laid = acte(&files);
    let printed = laid.texte()[0].to_string().replace(['\n', ' ', '\u{a0}', '-'], "");
    assert!(printed.contains(&objet.replace(' ', "")), "{printed}");
}

#[test]
fn ten_years() {
    let years: Vec<u16> = (2026..2036).collect();
    let laid = compose(&dossiers::budget(8, &years), Document::AnnexeBudgetaire).expect("a layout");
    let out = outside(&laid);
    assert!(out.is_empty(), "{out:#?}");
    let text: String = laid.texte().iter().map(ToString::to_string).collect();
    years.iter().for_each(|y| assert!(text.contains(&y.to_string())));
    laid.pdf(&Norme::default()).expect("a PDF");
}

#[test]
fn a_programme_that_says_almost_nothing() {
    let acte = format!(
        "{ACTE}decisions = [{{ verbe = \"ADOPTE\", texte = \"le programme.\" }}]\n\
         annexes = [{{ piece = \"programme\" }}]\n"
    );
    let programme = "titre = \"Programme\"\nexercices = [2026]\ndocument = \"programme.md\"\n";
    let files = base()
        .with("deliberation.toml", acte)
        .with("programme.toml", programme)
        .with("programme.md", "Rien encore.\n");
    let (dossier, comptes) = dossier(&files);
    for document in Document::of(&dossier) {
        moteur().pdf(&dossier, &comptes, document, &Norme::default()).expect("a PDF");
    }
}

#[test]
fn actions_on_three_levels() {
    let mut programme = "titre = \"Programme\"\nexercices = [2026]\n".to_owned();
    for (id, numero, parent) in
        [("a", "1", ""), ("b", "1.1", "a"), ("c", "1.1.1", "b"), ("d", "1.1.2", "b")]
    {
        programme.push_str(&format!(
            "[[actions]]\nid = \"{id}\"\nnumero = \"{numero}\"\nlibelle = \"Libellé {id}\"\n"
        ));
        if !parent.is_empty() {
            programme.push_str(&format!("parent = \"{parent}\"\n"));
        }
    }
    let ligne = |action: &str, montant: u32| {
        format!("{DEPENSE}action = \"{action}\"\nmontants = [{montant}]\n")
    };
    let lignes = [ligne("a", 1), ligne("b", 20), ligne("c", 300), ligne("d", 4000)];
    let files = dossiers::budgetaire(programme, lignes.concat());
    let (dossier, comptes) = dossier(&files);
    let laid = moteur().compose(&dossier, &comptes, Document::AnnexeBudgetaire).expect("a layout");
    let text: String = laid.texte().iter().map(ToString::to_string).collect();
    let text = text.replace('\u{202f}', " ");
    assert!(text.contains("4 321"), "{text}");
    laid.pdf(&Norme::default()).expect("a PDF");
}

#[test]
fn a_character_that_no_font_draws() {
    // The reader says it with its place; a model built by hand meets the same refusal.
    let (mut dossier, comptes) = dossier(&expose("Un sourire."));
    dossier.deliberation.objet.push("😀 et 🐉".to_owned());
    let error = moteur().compose(&dossier, &comptes, Document::Deliberation).err();
    assert_eq!(error, Some(RenderError::Caracteres(vec!['😀', '🐉'])));
}

#[test]
fn a_document_that_the_dossier_does_not_give() {
    let error = compose(&expose("Texte."), Document::Programme).err();
    assert_eq!(error, Some(RenderError::SansDocument("programme".to_owned())));
}

#[test]
fn the_act_and_its_annexes_as_one_file() {
    let (dossier, comptes) = dossier(&dossiers::budget(4, &[2026]));
    let pages =
        |document| moteur().compose(&dossier, &comptes, document).expect("a layout").pages();
    assert!(
        pages(Document::Acte) >= pages(Document::Deliberation) + pages(Document::AnnexeBudgetaire)
    );
    let pdf = moteur().pdf(&dossier, &comptes, Document::Acte, &Norme::default());
    assert!(pdf.expect("a PDF").starts_with(b"%PDF-1.7"));
}
