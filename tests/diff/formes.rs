//! `fixtures/evolutions`: each observed form of an act that changes another one, and its drafted text.

use std::path::{Path, PathBuf};

use delibere::model::texte::{Bloc, inlines_plain};
use delibere::model::{Dispositif, Dossier, Texte};
use delibere::redaction::completer;
use delibere::typographie::composer_texte;

use crate::support;

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(support::root().join("fixtures/evolutions")).expect("cases");
    let mut out: Vec<PathBuf> =
        entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()).collect();
    out.sort();
    assert!(out.len() >= 14);
    out
}

fn blocs(list: &[Bloc], indent: &str, out: &mut String) {
    for b in list {
        match b {
            Bloc::Paragraphe(v) => out.push_str(&format!("{indent}{}\n", inlines_plain(v))),
            Bloc::Liste(l) => {
                for e in &l.elements {
                    blocs(e, &format!("{indent}- "), out);
                }
            }
            _ => out.push_str("?\n"),
        }
    }
}

fn texte(t: &Texte) -> String {
    let mut out = String::new();
    blocs(&composer_texte(t).blocs, "", &mut out);
    out.replace(['\u{a0}', '\u{202f}'], " ")
}

/// The act as it would be printed, its head apart.
fn told(dossier: &Dossier) -> String {
    let d = &completer(dossier).deliberation.clone();
    let mut out = format!("n° {}\n\n{}\n{}\n\n", d.numero.affiche, texte(&d.expose), d.formule);
    match &d.dispositif {
        Dispositif::Verbes(v) => {
            for x in v {
                out.push_str(&format!("{} {}", x.verbe, texte(&x.texte)));
            }
        }
        Dispositif::Articles(v) => {
            for x in v {
                let titre = x.titre.as_ref().map_or_else(String::new, |t| format!(" – {t}"));
                out.push_str(&format!("{}{titre}\n{}", x.numero, texte(&x.texte)));
            }
        }
    }
    out
}

#[test]
fn each_form_is_drafted_as_expected() {
    for case in cases() {
        let mut out = String::new();
        for act in ["apres", "ensuite"].map(|a| case.join(a)).iter().filter(|p| p.is_dir()) {
            if !out.is_empty() {
                out.push_str("\n———\n\n");
            }
            out.push_str(&told(&support::read_well(act)));
        }
        support::expect_file(&case.join("attendu.txt"), &out);
    }
}

#[test]
fn the_acts_of_caen_la_mer_are_drafted_as_expected() {
    for nom in ["caen-la-mer-2013-evolution", "caen-la-mer-2014-remplacement"] {
        let case = support::root().join("fixtures/valid").join(nom);
        support::expect_file(&case.join("redige.txt"), &told(&support::read_well(&case)));
    }
}

#[test]
fn what_is_annexed_says_what_changed() {
    use delibere::redaction::evolution::{fiches_modifiees, tableau_comparatif};
    let case = support::root().join("fixtures/valid/caen-la-mer-2013-evolution");
    let dossier = support::read_well(&case);
    let sheets = fiches_modifiees(&dossier);
    let heads: Vec<_> = sheets.iter().map(|f| f.intitule.clone().unwrap_or_default()).collect();
    assert_eq!(heads, ["Fiche action n° 6 (modifiée)", "Fiche action n° 7 (ajoutée)"]);
    let objectif = sheets[0].champs[1].texte.plain();
    assert_eq!(
        objectif,
        "permettre l'émergence [ajouté : et l'accompagnement dans la durée] de nouveaux projets ESS"
    );
    let table = tableau_comparatif(&dossier).plain().replace(['\u{202f}', '\u{a0}'], " ");
    assert!(table.contains("Coût net du programme\n331 000\n447 000\n+116 000"), "{table}");
    // An act that changes none has neither.
    let alone = support::read_well(&support::root().join("fixtures/valid/caen-la-mer-2012"));
    assert!(fiches_modifiees(&alone).is_empty() && tableau_comparatif(&alone).is_empty());
}

#[test]
fn a_drafted_act_has_no_finding() {
    for case in cases() {
        for act in ["avant", "apres", "ensuite"].map(|a| case.join(a)).iter().filter(|p| p.is_dir())
        {
            let dossier = support::read_well(act);
            let found = delibere::check(&dossier, &delibere::compute(&dossier));
            let evolution: Vec<_> = found.iter().filter(|c| c.code.starts_with("EVOL")).collect();
            assert!(evolution.is_empty(), "{}: {evolution:#?}", act.display());
        }
    }
}

#[test]
fn drafting_is_done_once() {
    for case in cases() {
        let dossier = support::read_well(Path::new(&case.join("apres")));
        let once = completer(&dossier).into_owned();
        assert_eq!(completer(&once).into_owned(), once);
        assert_ne!(once, dossier);
    }
}
