//! Open data, judged by the schemas of those who read it.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use delibere::compute::Comptes;
use delibere::export::scdl::deliberations;
use delibere::export::{akn, json, scdl, tableur};
use delibere::model::{Dossier, Etat};
use delibere::read::Memory;
use proptest::prelude::*;

use super::actes::ready;
use crate::support;

fn acts() -> Vec<(PathBuf, Dossier, Comptes)> {
    let folders = support::acts();
    let one = |case: PathBuf| {
        let dossier = ready(&case);
        let comptes = delibere::compute(&dossier);
        (case, dossier, comptes)
    };
    let out: Vec<_> = folders.into_iter().map(one).collect();
    assert!(out.len() > 8);
    out
}

fn judged(outil: &str, args: &[&std::ffi::OsStr]) -> (bool, String) {
    let run = Command::new(outil).args(args).output().expect("it runs");
    let said = [run.stdout, run.stderr].concat();
    (run.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn every_act_is_valid_akoma_ntoso() {
    let Some(xsd) = support::norme("akn/xsd/akomantoso30.xsd") else { return };
    if !support::judge("xmllint") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("acte.xml");
    for (case, mut dossier, _) in acts() {
        for etat in [Etat::Adoptee, Etat::Projet] {
            if dossier.deliberation.vote.is_none() {
                dossier.deliberation.etat = Some(etat);
            }
            let comptes = delibere::compute(&dossier);
            let text = akn::akn(&dossier, &comptes);
            std::fs::write(&path, &text).expect("written");
            let args = [
                "--nonet".as_ref(),
                "--noout".as_ref(),
                "--schema".as_ref(),
                xsd.as_os_str(),
                path.as_os_str(),
            ];
            let (good, said) = judged("xmllint", &args);
            assert!(good, "{}: {said}\n{text}", case.display());
        }
    }
}

#[test]
fn akoma_ntoso_says_what_the_act_says() {
    let case = support::root().join("fixtures/valid/caen-la-mer-2012-adoptee");
    let dossier = ready(&case);
    let text = akn::akn(&dossier, &delibere::compute(&dossier));
    for wanted in [
        "value=\"/akn/fr/act/deliberation/caen-la-mer/2012-12-07/C_12_05_01\"",
        "value=\"014-241400415-20121207-C_12_05_01-DE\" name=\"IDActe\"",
        "showAs=\"Finances locales/Interventions economiques\"",
        "<count eId=\"vote_1__abstention\" value=\"4\" refersTo=\"#abstention\"/>",
        "<date date=\"2012-11-29\">29 novembre 2012</date>",
        "positionnement</p>",
    ] {
        assert!(text.contains(wanted), "{wanted} in:\n{text}");
    }
}

/// Tables, lists and notes are those of the language, and valid.
#[test]
fn akoma_ntoso_has_tables_lists_and_notes() {
    let case = support::root().join("fixtures/valid/commune-articles");
    let mut files = Memory::new();
    for entry in std::fs::read_dir(&case).expect("a folder").flatten() {
        let nom = entry.file_name().to_string_lossy().into_owned();
        if nom.ends_with(".toml") {
            files = files.with(&nom, std::fs::read(entry.path()).expect("bytes"));
        }
    }
    let acte = std::fs::read_to_string(case.join("deliberation.toml")).expect("text");
    let note = "chargés^[Le **receveur**, s’il est seul : &\u{fffc}.], chacun";
    assert!(acte.contains("chargés, chacun"));
    let visa = "[[visas]]\nnature = \"autre\"\ntexte = \"\"\"\nla liste :\n\n- un^[note du 1.]\n- deux\n\"\"\"\n\n[[visas]]";
    let acte = acte.replace("chargés, chacun", note).replacen("[[visas]]", visa, 1);
    let lecture = delibere::read(&files.with("deliberation.toml", acte)).expect("it reads");
    let mut dossier = lecture.dossier.unwrap_or_else(|| panic!("{:?}", lecture.diagnostics));
    dossier.vie.etapes.push(delibere::model::Etape {
        nature: delibere::model::NatureEtape::Abrogee,
        date: chrono::NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day"),
        acteur: None,
        preuve: None,
    });
    let text = akn::akn(&dossier, &delibere::compute(&dossier));
    for wanted in [
        "<table eId=\"art_1__content__table_1\">\n<tr>\n<th>\n<p>Tranche</p>\n</th>",
        "<td>\n<p>jusqu’à 450",
        "<blockList eId=\"art_3__content__list_1\">\n<item eId=\"art_3__content__list_1__item_1\">\n<num>1°</num>",
        "chargés<authorialNote eId=\"art_6__content__authorialNote_1\" placement=\"bottom\"><p>Le receveur",
        "&amp;.</p>\n</authorialNote>, chacun",
        "<p>VU la liste",
        "date=\"2026-06-30\" type=\"repeal\" source=\"#fin\"",
        "showAs=\"Abrogation, le 30 juin 2026\"",
    ] {
        assert!(text.contains(wanted), "{wanted} in:\n{text}");
    }
    assert!(!text.contains('|') && !text.contains('\u{fffc}'), "{text}");
    let Some(xsd) = support::norme("akn/xsd/akomantoso30.xsd") else { return };
    if !support::judge("xmllint") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("acte.xml");
    std::fs::write(&path, text).expect("written");
    let args = [
        "--nonet".as_ref(),
        "--noout".as_ref(),
        "--schema".as_ref(),
        xsd.as_os_str(),
        path.as_os_str(),
    ];
    let (good, said) = judged("xmllint", &args);
    assert!(good, "{said}");
}

fn rows(octets: &[u8]) -> Vec<csv::StringRecord> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(octets)
        .records()
        .map(|r| r.expect("a row"))
        .collect()
}

fn all() -> (Vec<u8>, Vec<[String; 17]>) {
    let lines: Vec<_> = acts()
        .iter()
        .filter(|(_, _, c)| c.etat == Etat::Adoptee)
        .map(|(case, d, c)| {
            deliberations::ligne(d, c).unwrap_or_else(|e| panic!("{}: {e:#?}", case.display()))
        })
        .collect();
    let (octets, done) = scdl::ajouter(None, &deliberations::SCHEMA, &lines).expect("a new file");
    // Two states of the seed are one act.
    assert_eq!(done.ajoutees + done.remplacees, lines.len());
    (octets, lines)
}

#[test]
fn every_act_is_valid_open_data() {
    let (octets, _) = all();
    // The checks of the schema that the table schema does not say.
    for row in rows(&octets).iter().skip(1) {
        assert_eq!(row.len(), 17);
        assert_eq!(row[7].is_empty(), row[8].is_empty(), "{row:?}");
        assert!(row[10].is_empty() || row[10] >= row[3], "{row:?}");
        let theme = row[5].split_once('/').expect("a stroke");
        assert!(
            !theme.0.is_empty() && !theme.0.ends_with(' ') && !row[5].contains("/ "),
            "{row:?}"
        );
        let votes: Vec<Option<u32>> = (11..16).map(|i| row[i].parse().ok()).collect();
        assert!(
            votes.iter().all(Option::is_some) || (11..16).all(|i| row[i].is_empty()),
            "{row:?}"
        );
        if let [Some(effectif), Some(reel), Some(pour), Some(contre), Some(abstention)] = votes[..]
        {
            assert!(effectif >= reel && reel == pour + contre + abstention, "{row:?}");
        }
    }
    assert!(rows(&octets).iter().skip(1).any(|r| !r[11].is_empty()), "no vote is published");
    let Some(schema) = support::norme("scdl/scdl-deliberations-2.1.5.schema.json") else { return };
    if !support::judge("frictionless") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let (good_file, bad_file) = (folder.path().join("bon.csv"), folder.path().join("mauvais.csv"));
    std::fs::write(&good_file, &octets).expect("written");
    let bad = String::from_utf8_lossy(&octets).replacen("2012-12-07", "7 décembre", 1);
    std::fs::write(&bad_file, bad).expect("written");
    let judge = |path: &Path| {
        Command::new("frictionless")
            // It reads nothing outside its folder.
            .args(["validate", "--schema", "schema.json"])
            .arg(path.file_name().expect("a name"))
            .current_dir(folder.path())
            .output()
            .expect("it runs")
    };
    std::fs::copy(&schema, folder.path().join("schema.json")).expect("copied");
    let said = judge(&good_file);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    assert!(!judge(&bad_file).status.success(), "the judge sees nothing");
}

#[test]
fn an_act_is_added_once_and_changed_in_place() {
    let (octets, mut lines) = all();
    let (again, done) =
        scdl::ajouter(Some(&octets), &deliberations::SCHEMA, &lines[1..]).expect("the same file");
    assert_eq!((again == octets, done.ajoutees), (true, 0));
    lines[1][10] = "2026-07-02".to_owned();
    let (changed, done) =
        scdl::ajouter(Some(&octets), &deliberations::SCHEMA, &lines[1..2]).expect("a file");
    assert_eq!((done.remplacees, rows(&changed).len()), (1, rows(&octets).len()));
    // A file of another hand: its separator, its mark, its rows stay.
    let old = format!(
        "\u{feff}{}\r\nVille;21860194600013;A;2017-10-15;8.4;X/Y;\"a;\"\"b\"\"\";;;;;;;;;;\r\n",
        deliberations::COLONNES.join(";")
    );
    let (mixed, _) =
        scdl::ajouter(Some(old.as_bytes()), &deliberations::SCHEMA, &lines[..1]).expect("a file");
    let mixed = String::from_utf8(mixed).expect("UTF-8");
    assert!(mixed.starts_with(&old), "{mixed}");
    assert_eq!(mixed.lines().count(), 3);
    for wrong in ["COLL_NOM,AUTRE\n", "a;b\n1;2\n"] {
        assert!(scdl::ajouter(Some(wrong.as_bytes()), &deliberations::SCHEMA, &lines).is_err());
    }
    assert!(scdl::ajouter(Some(b"\xff\xfe\x00"), &deliberations::SCHEMA, &lines).is_err());
}

proptest! {
    /// Whatever an act is called, its row comes back, and no cell is a formula.
    #[test]
    fn any_object_makes_a_harmless_row(objet in "\\PC{1,60}", numero in "\\PC{1,20}") {
        let case = support::root().join("fixtures/valid/commune-articles");
        let mut dossier = ready(&case);
        dossier.deliberation.objet = vec![objet];
        dossier.deliberation.numero.affiche = numero;
        let line = deliberations::ligne(&dossier, &delibere::compute(&dossier)).expect("a row");
        let (octets, _) = scdl::ajouter(None, &deliberations::SCHEMA, std::slice::from_ref(&line)).expect("a file");
        let rows = rows(&octets);
        prop_assert_eq!(rows.len(), 2);
        for (cell, wanted) in rows[1].iter().zip(&line) {
            prop_assert_eq!(cell, wanted);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
        }
    }
}

#[test]
fn every_act_is_valid_for_the_schema_of_the_json() {
    let schema = json::schema();
    support::expect_file(
        &support::root().join("docs/schemas/publication.json"),
        &format!("{schema:#}\n"),
    );
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut files = Vec::new();
    for (i, (case, ..)) in acts().into_iter().enumerate() {
        let lecture = support::read(&case);
        let dossier = lecture.dossier.expect("a dossier");
        let value = json::json(&dossier, &delibere::compute(&dossier), &lecture.sources);
        assert_eq!(value["deliberation"]["objet"][0], dossier.deliberation.objet[0].as_str());
        assert_eq!(value["fiches"].as_array().map_or(0, Vec::len), dossier.fiches.len());
        let path = folder.path().join(format!("{i}.json"));
        std::fs::write(&path, value.to_string()).expect("written");
        files.push(path);
    }
    if !support::judge("check-jsonschema") {
        return;
    }
    let path = support::root().join("docs/schemas/publication.json");
    let mut args = vec!["--schemafile".as_ref(), path.as_os_str()];
    args.extend(files.iter().map(|f| f.as_os_str()));
    let (good, said) = judged("check-jsonschema", &args);
    assert!(good, "{said}");
}

/// The files of a workbook, by name.
fn workbook(octets: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, octets).expect("written");
    let run = Command::new("python3")
        .args(["-c", "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.read('xl/worksheets/sheet1.xml').decode())"])
        .arg(&path)
        .output()
        .expect("python3 runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("UTF-8")
}

#[test]
fn the_budget_has_live_formulas_and_the_same_bytes() {
    let case = support::root().join("fixtures/valid/caen-la-mer-2012");
    let dossier = support::read_well(&case);
    let comptes = delibere::compute(&dossier);
    let make =
        || tableur::xlsx(&dossier, comptes.budget.as_ref()).expect("a workbook").expect("a budget");
    let octets = make();
    assert!(octets == make(), "two workbooks differ");
    let sheet = workbook(&octets);
    let totals = &comptes.budget.as_ref().expect("a budget").imprimes;
    let years = dossier.budget.as_ref().expect("a budget").exercices.len();
    let lines = dossier.budget.as_ref().expect("a budget").lignes.len();
    assert_eq!(sheet.matches("<f>").count(), lines + totals.len() * (years + 1));
    assert!(sheet.contains("SUMIFS("), "{sheet}");
    let without = support::read_well(&support::root().join("fixtures/valid/commune-articles"));
    assert_eq!(tableur::xlsx(&without, None).expect("nothing"), None);
}

/// Every formula, worked out again by another program, gives the figure that is computed here.
#[test]
fn another_program_finds_the_same_totals() {
    let script = support::root().join("tests/export/recalcul.py");
    if !support::judge_python("openpyxl") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    for (i, (case, dossier, comptes)) in acts().into_iter().enumerate() {
        let Some(octets) = tableur::xlsx(&dossier, comptes.budget.as_ref()).expect("a workbook")
        else {
            continue;
        };
        let path = folder.path().join(format!("{i}.xlsx"));
        std::fs::write(&path, octets).expect("written");
        let (good, said) = judged("python3", &[script.as_os_str(), path.as_os_str()]);
        assert!(good, "{}: {said}", case.display());
    }
}

/// LibreOffice, given an input that was changed and no figure to copy, finds the totals that are computed here.
#[test]
fn libreoffice_works_the_totals_out_again() {
    if !support::judge("soffice") || !support::judge_python("openpyxl") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut count = 0;
    for (i, (_, mut dossier, comptes)) in acts().into_iter().enumerate() {
        let make = |d: &Dossier, c: &Comptes| tableur::xlsx(d, c.budget.as_ref()).expect("a book");
        let Some(before) = make(&dossier, &comptes) else { continue };
        // Every amount moves, each by another sum.
        let budget = dossier.budget.as_mut().expect("a budget");
        for (k, cell) in budget.lignes.iter_mut().flat_map(|l| &mut l.montants).enumerate() {
            let more: delibere::model::Montant = format!("{},25", k + 1).parse().expect("euros");
            *cell = cell.map(|m| m + more);
        }
        let after = make(&dossier, &delibere::compute(&dossier)).expect("a budget still");
        for (nom, octets) in [("avant", before), ("apres", after)] {
            std::fs::write(folder.path().join(format!("{i}-{nom}.xlsx")), octets).expect("written");
        }
        count += 1;
    }
    assert!(count > 3);
    let script = support::root().join("tests/export/libreoffice.py");
    let (good, said) = judged("python3", &[script.as_os_str(), folder.path().as_os_str()]);
    assert!(good, "{said}");
}

#[test]
fn the_lines_of_a_budget_are_a_csv() {
    let case = support::root().join("fixtures/valid/departement-cinq-exercices");
    let dossier = support::read_well(&case);
    let rows = rows(&tableur::csv(&dossier).expect("a budget"));
    let budget = dossier.budget.as_ref().expect("a budget");
    assert_eq!(rows.len(), budget.lignes.len() + 1);
    for (row, ligne) in rows[1..].iter().zip(&budget.lignes) {
        let amounts: Vec<Option<delibere::model::Montant>> = row
            .iter()
            .skip(8)
            .map(|c| (!c.is_empty()).then(|| c.parse().expect("an amount")))
            .collect();
        assert_eq!(amounts, ligne.montants);
    }
}

#[cfg(feature = "cli")]
#[test]
fn a_folder_of_acts_is_published() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let out = folder.path().join("sortie");
    let sitting = support::root().join("fixtures/valid/saint-aubin-2026-06");
    let args = ["publier".as_ref(), sitting.as_os_str(), "--sortie".as_ref(), out.as_os_str()];
    let said = support::run(args);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let mut csv = Vec::new();
    let path = out.join("deliberations.csv");
    std::fs::File::open(&path).expect("a file").read_to_end(&mut csv).expect("read");
    let count = rows(&csv).len();
    assert!(count > 4, "{}", said.out);
    assert!(out.join("2026-06-18-2026_034.json").exists() || count > 4, "{}", said.out);
    let again = support::run(args);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.out.contains("(0 ajoutée, 0 mise à jour"), "{}", again.out);
    assert_eq!(std::fs::read(&path).expect("a file"), csv);
}

/// Acts side by side whose files would be the same are not written one over the other; a draft is not published; what the
/// common schema lacks does not hold the other formats back.
#[cfg(feature = "cli")]
#[test]
fn no_act_is_published_over_another() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let valid = support::root().join("fixtures/valid");
    for nom in ["a", "b"] {
        support::copy(&valid.join("commune-articles"), &folder.path().join("actes").join(nom));
    }
    let publish = |acte: &Path, out: &str| {
        let sortie = folder.path().join(out);
        let args = ["publier".as_ref(), acte.as_os_str(), "--sortie".as_ref(), sortie.as_os_str()];
        support::run(args)
    };
    let said = publish(&folder.path().join("actes"), "deux");
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.err.contains("auraient les mêmes fichiers"), "{}", said.err);
    assert_eq!(said.out.matches(".json\n").count(), 1, "{}", said.out);
    let said = publish(&valid.join("caen-la-mer-2012"), "projet");
    assert!(said.code == Some(1) && said.err.contains("n’est pas adoptée"), "{}", said.err);
    assert_eq!(said.out, "");
    let said = publish(&valid.join("ardenelle-2026"), "sans-siret");
    assert!(said.code == Some(1) && said.err.contains("SIRET"), "{}", said.err);
    assert!(said.out.contains(".akn.xml") && said.out.contains(".xlsx"), "{}", said.out);
    assert!(!folder.path().join("sans-siret/deliberations.csv").exists());
}
