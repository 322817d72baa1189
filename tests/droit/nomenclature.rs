//! The table of the chapters is drawn from the charts of accounts, and is not stale.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use delibere::droit::nomenclature::{Usage, chapitre, usage, usuelle};
use delibere::model::{Exercice, GenreCollectivite, Nomenclature, Section, Sens};

use crate::support;

/// What heads the table: where it comes from.
const TETE: &str = "\
# The chapters of the charts of accounts of local authorities (vote by nature), by budget year: read by
# src/droit/nomenclature.rs, drawn by tests/droit/nomenclature.rs (DELIBERE_REECRIRE=1) from
# chapitres_nature_toutes_nomenclatures_2013_2024.csv of DELIBERE_NORMES.
#
# Source: the files planDeCompte.xml of the DGCL/DGFiP for actes budgétaires, as published in
# https://github.com/megalis-bretagne/opendata-extraction at commit 477ed58cf1e3d44ce59ab424a69ec2bd86a6b0e2,
# retrieved on 2026-11-23; the files are under LGPL (axYus, ODM). Only the facts are carried here: chapter, label,
# section, side of the accounts.
#
# sens: D real spending, R real receipt, d spending of order, r receipt of order; nothing when the chart does not say.
# plans: the variants of the chart that have the chapter, and the first and last budget year in which they do.
norme;chapitre;section;sens;libelle;plans
";

/// A chapter: chart, section, code, side, label.
type Cle = (String, String, String, String, String);

fn table(source: &Path) -> String {
    let text = std::fs::read_to_string(source).expect("the chapters");
    let mut rows = text.lines();
    let head: Vec<&str> = rows.next().expect("a header").split(';').collect();
    let column = |nom: &str| head.iter().position(|h| *h == nom).expect("a column");
    let [exercice, norme, plan, code, libelle, section] =
        ["exercice", "norme", "declinaison", "chapitre", "libelle", "section"].map(column);
    let sides = [
        ("depense_reelle", 'D'),
        ("recette_reelle", 'R'),
        ("depense_ordre", 'd'),
        ("recette_ordre", 'r'),
    ]
    .map(|(nom, letter)| (column(nom), letter));
    let mut known: BTreeMap<Cle, BTreeMap<String, Vec<u16>>> = BTreeMap::new();
    let mut count = 0;
    for row in rows.filter(|r| !r.trim().is_empty()) {
        let cells: Vec<&str> = row.split(';').collect();
        assert_eq!(cells.len(), head.len(), "{row}");
        let sens: String =
            sides.iter().filter(|(at, _)| cells[*at] == "1").map(|(_, l)| *l).collect();
        let section = match cells[section] {
            "fonctionnement" => "F",
            "investissement" => "I",
            other => panic!("{other}"),
        };
        let libelle = cells[libelle].replace('\'', "’");
        let key = [cells[norme], section, cells[code], &sens, &libelle].map(str::to_owned);
        let years = known.entry(key.into()).or_default().entry(cells[plan].to_owned()).or_default();
        years.push(cells[exercice].parse().expect("a year"));
        count += 1;
    }
    assert_eq!(count, 9086, "the source has changed");
    let mut out = TETE.to_owned();
    for ((norme, section, code, sens, libelle), plans) in known {
        let mut spans: BTreeMap<(u16, u16), Vec<String>> = BTreeMap::new();
        for (plan, mut years) in plans {
            years.sort_unstable();
            let short = plan.strip_prefix(&format!("{norme}_")).unwrap_or(&plan).to_owned();
            for run in years.chunk_by(|a, b| a + 1 == *b) {
                let span = (run[0], run[run.len() - 1]);
                spans.entry(span).or_default().push(short.clone());
            }
        }
        let plans: Vec<String> = spans
            .iter()
            .map(|((from, to), plans)| format!("{} {from}-{to}", plans.join("+")))
            .collect();
        writeln!(out, "{norme};{code};{section};{sens};{libelle};{}", plans.join(","))
            .expect("a string takes it");
    }
    out
}

#[test]
fn the_table_is_that_of_the_charts() {
    let Some(normes) = support::variable("DELIBERE_NORMES") else {
        support::loud(
            "!!! SKIPPED: DELIBERE_NORMES is not set, data/chapitres.csv was not compared",
        );
        return;
    };
    let source =
        Path::new(&normes).join("budget/chapitres_nature_toutes_nomenclatures_2013_2024.csv");
    support::expect_file(&support::root().join("data/chapitres.csv"), &table(&source));
}

/// Every row of the source is found again through the table, with its section and its sides.
#[test]
fn every_row_of_the_charts_is_found_again() {
    let Some(normes) = support::variable("DELIBERE_NORMES") else {
        support::loud(
            "!!! SKIPPED: DELIBERE_NORMES is not set, the charts of accounts were not read",
        );
        return;
    };
    let source =
        Path::new(&normes).join("budget/chapitres_nature_toutes_nomenclatures_2013_2024.csv");
    let text = std::fs::read_to_string(source).expect("the chapters");
    for row in text.lines().skip(1) {
        let c: Vec<&str> = row.split(';').collect();
        let nomenclature = match c[1] {
            "M14" => Nomenclature::M14,
            "M4" => Nomenclature::M4,
            "M52" => Nomenclature::M52,
            "M57" => Nomenclature::M57,
            "M61" => Nomenclature::M61,
            "M71" => Nomenclature::M71,
            other => panic!("{other}"),
        };
        let year = Exercice(c[0].parse().expect("a year"));
        let found = chapitre(nomenclature, year, c[3]).unwrap_or_else(|| panic!("{row}"));
        let section = if c[7] == "fonctionnement" {
            Section::Fonctionnement
        } else {
            Section::Investissement
        };
        assert_eq!(found.section, section, "{row}");
        assert!(found.admet(Sens::Depense) || (c[9] == "0" && c[11] == "0"), "{row}");
        assert!(found.admet(Sens::Recette) || (c[10] == "0" && c[12] == "0"), "{row}");
    }
}

#[test]
fn the_chart_of_a_year_is_the_usual_one() {
    let usual = |genre, year| usuelle(genre, Exercice(year));
    assert_eq!(usual(GenreCollectivite::Commune, 2013), Some(Nomenclature::M14));
    assert_eq!(usual(GenreCollectivite::Commune, 2024), Some(Nomenclature::M57));
    assert_eq!(usual(GenreCollectivite::Departement, 2023), Some(Nomenclature::M52));
    assert_eq!(usual(GenreCollectivite::Region, 2013), Some(Nomenclature::M71));
    assert_eq!(usual(GenreCollectivite::Metropole, 2016), Some(Nomenclature::M57));
    assert_eq!(usual(GenreCollectivite::Autre, 2024), None);
}

/// Before the first year known and after the last one, the nearest applies.
#[test]
fn the_last_year_known_stands_for_the_next_ones() {
    let known = |n, year, code| chapitre(n, Exercice(year), code).is_some();
    assert!(known(Nomenclature::M57, 2040, "731") && known(Nomenclature::M14, 2002, "011"));
    assert!(!known(Nomenclature::M14, 2013, "731"));
    assert!(!known(Nomenclature::M14, 2013, "11"));
}

/// The charts have the M57 from 2015, and no year before: nobody kept it in 2014.
#[test]
fn the_m57_is_kept_by_nobody_before_the_budget_of_2015() {
    let kept =
        |year| usage(GenreCollectivite::CommunauteAgglomeration, Exercice(year), Nomenclature::M57);
    assert_eq!(kept(2014), Usage::Autre(Nomenclature::M14));
    assert_eq!([kept(2015), kept(2016), kept(2023), kept(2024)], [Usage::Admise; 4]);
}
