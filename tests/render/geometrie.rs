//! Where things stand on the page.

use delibere::render::{Document, Ligne, MiseEnPage};

use super::{dossiers, ouvrages};
use crate::support::compose;

/// The lines that leave the page, or come too near to its edge to be printed.
pub fn outside(laid: &MiseEnPage) -> Vec<String> {
    /// What an office printer cannot print, in points.
    const BORD: f64 = 14.0;
    let mut out = Vec::new();
    for (i, page) in laid.texte().iter().enumerate() {
        for l in &page.lignes {
            let inside = l.gauche >= BORD
                && l.droite <= page.largeur - BORD
                && l.base >= BORD
                && l.base <= page.hauteur - BORD;
            if !inside {
                out.push(format!(
                    "page {}, {:.0} to {:.0}: {:.80}",
                    i + 1,
                    l.gauche,
                    l.droite,
                    l.texte
                ));
            }
        }
    }
    out
}

#[test]
fn words_stay_on_the_page() {
    for ouvrage in ouvrages::all() {
        let out = outside(&ouvrage.laid());
        assert!(out.is_empty(), "{ouvrage}: {out:#?}");
    }
}

#[test]
fn a_long_budget_repeats_its_header() {
    let files = dossiers::budget(60, &[2026, 2027, 2028]);
    let pages = compose(&files, Document::AnnexeBudgetaire).expect("a layout").texte();
    assert!(pages.len() >= 2, "{} pages", pages.len());
    for (i, page) in pages.iter().enumerate() {
        let header = |l: &Ligne| l.texte.contains("Chap.") && l.texte.contains("2028");
        assert!(page.lignes.iter().any(header), "page {}: {page}", i + 1);
    }
    let all: String = pages.iter().map(ToString::to_string).collect();
    let all = all.replace('\u{a0}', " ");
    (1..=60).for_each(|i| assert!(all.contains(&format!("Ligne {i} :")), "line {i}"));
}

#[test]
fn a_subtotal_stands_with_its_last_line() {
    // Whatever the number of lines before it, hence wherever the page breaks.
    for count in [3, 11, 17, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 41] {
        let files = dossiers::budget(count, &[2026, 2027]);
        let pages = compose(&files, Document::AnnexeBudgetaire).expect("a layout").texte();
        let with = |words: &str| {
            pages.iter().rposition(|p| {
                p.lignes.iter().any(|l| l.texte.replace('\u{a0}', " ").contains(words))
            })
        };
        for i in (2..=count).step_by(2) {
            let line = with(&format!("Ligne {i} :"));
            assert!(line.is_some(), "line {i} of {count}");
            assert_eq!(
                line,
                with(&format!("Sous-total action {}\t", i / 2)),
                "line {i} of {count}: {}",
                pages[0]
            );
        }
        let total = with("Total des dépenses de fonctionnement");
        assert_eq!(
            with(&format!("Ligne {count} :")),
            total,
            "total after {count} lines: {}",
            pages[0]
        );
    }
}

#[test]
fn negative_amounts_take_a_minus_sign() {
    let files = dossiers::budget(2, &[2026, 2027]);
    let pages = compose(&files, Document::AnnexeBudgetaire).expect("a layout").texte();
    let text: String = pages.iter().map(ToString::to_string).collect();
    assert!(text.contains("\u{2212}300"), "{text}");
    assert!(!text.contains("-300"), "{text}");
}
