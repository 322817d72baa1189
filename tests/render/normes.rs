//! Every standard is made or refused in French.

use delibere::render::{Document, Norme};

use super::balises::catalog_text;
use super::dossiers::expose;
use crate::support::{compose, pdf, root};

#[test]
fn every_standard_is_made() {
    let laid = compose(&expose("Texte avec une note^[une note]."), Document::Deliberation)
        .expect("a layout");
    for nom in Norme::names() {
        let norme: Norme = nom.parse().expect("a standard");
        let pdf = laid.pdf(&norme).unwrap_or_else(|e| panic!("{nom}: {e}"));
        let version = match nom {
            "1.4" | "a-1a" | "a-1b" => "1.4",
            "1.5" | "1.6" => nom,
            "2.0" | "a-4" | "a-4e" | "a-4f" => "2.0",
            _ => "1.7",
        };
        assert!(pdf.starts_with(format!("%PDF-{version}").as_bytes()), "{nom}: {:?}", &pdf[..8]);
    }
}

#[test]
fn what_is_no_standard_is_refused_in_french() {
    for (texte, message) in [
        ("a-9", "la norme « a-9 » n’existe pas"),
        ("", "aucune norme n’est nommée"),
        (" , ", "aucune norme n’est nommée"),
        ("a-1a,ua-1", "ces normes ne vont pas ensemble : a-1a,ua-1"),
        ("a-4,ua-1", "ces normes ne vont pas ensemble : a-4,ua-1"),
        ("1.4,a-2a", "ces normes ne vont pas ensemble : 1.4,a-2a,ua-1"),
    ] {
        match texte.parse::<Norme>() {
            Err(error) => assert!(error.to_string().starts_with(message), "{error}"),
            Ok(norme) => {
                let laid = compose(&expose("Texte."), Document::Deliberation).expect("a layout");
                let error = laid.pdf(&norme).expect_err(texte);
                panic!("{texte:?} is refused too late: {error}");
            }
        }
    }
}

#[test]
fn the_usual_document_says_what_it_is() {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let pdf = pdf(&case, Document::Deliberation);
    let text = String::from_utf8_lossy(&pdf);
    for said in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(text.contains(said), "{said}");
    }
    let title = text
        .split("<dc:title>")
        .nth(1)
        .and_then(|t| t.split("</dc:title>").next())
        .expect("a title");
    assert!(title.contains("C-12-05-01") && title.contains("DÉCLARATION"), "{title}");
    assert!(catalog_text(&pdf, "Lang").expect("a language").starts_with("fr"));
    assert!(!text.contains("2026-") && !text.contains("D:2026"), "no date of today");
    assert!(text.contains("D:20121207"), "the date of the sitting");
}
