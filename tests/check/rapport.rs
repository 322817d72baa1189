//! The report, whatever it is printed on.

use delibere::check::rapport::{PieceLue, html};
use delibere::check::{Filtre, Rapport};
use delibere::model::Severite;

use super::verifies::{caen, verify, with};
use crate::support;

const MOTIF: &str = "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"<b>Voté</b> & « tel quel ».\" }]\n";

#[test]
fn it_says_whose_act_on_what_day_and_what_was_found_where() {
    let rapport = Rapport::new(&[verify("caen", &with(&caen(), &[]))]);
    assert_eq!(
        rapport.titre(),
        "Rapport de vérification – Projet de délibération n°\u{a0}C-12-05-01"
    );
    let [one] = rapport.dossiers.as_slice() else { panic!("{rapport:#?}") };
    assert!(one.bloque && one.verdict().starts_with("À corriger : "), "{}", one.verdict());
    let partie = one.parties.iter().find(|p| p.piece == PieceLue::Budget).expect("the budget");
    let constat = partie.constats.iter().find(|c| c.code == "BUDG-07").expect("the total");
    let [first, second] = constat.extraits.as_slice() else { panic!("{constat:#?}") };
    assert_eq!(first.marque, "23000");
    assert!(first.lieu().starts_with("budget.toml, ligne "), "{}", first.lieu());
    assert!(second.etiquette.starts_with("en découle"), "{}", second.etiquette);
    let portee = one.portee.as_ref().expect("rules");
    let droit = portee.droit().replace('\u{a0}', " ");
    assert!(droit.contains("7 décembre 2012"), "{droit}");
    assert!(portee.recherche().contains("Budget ("), "{}", portee.recherche());
    assert!(!portee.recherche().contains("Vérification"), "{}", portee.recherche());
    assert!(portee.appliquees.iter().any(|r| r.code == "BUDG-07"));
}

#[test]
fn what_is_set_aside_stands_apart_with_its_reason() {
    let files = with(&caen(), &[("deliberation.toml", MOTIF)]);
    let rapport = Rapport::new(&[verify("caen", &files)]);
    let one = &rapport.dossiers[0];
    assert!(!one.bloque);
    assert!(one.parties.iter().flat_map(|p| &p.constats).all(|c| c.code != "BUDG-07"));
    let set_aside = one.ignores.iter().find(|c| c.code == "BUDG-07").expect("listed");
    let (par, motif) = set_aside.ignore.as_ref().expect("why");
    assert_eq!((&**par, &**motif), ("caen/deliberation.toml", "<b>Voté</b> & « tel quel »."));
}

#[test]
fn the_page_stands_alone_and_escapes_what_it_quotes() {
    let files = with(&caen(), &[("deliberation.toml", MOTIF)]);
    let page = html(&Rapport::new(&[verify("<script>alert(1)</script>", &files)]));
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    for foreign in ["<script", "http://", "https://", "<img", "url(", "@import", "<b>Voté"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("&lt;b&gt;Voté&lt;/b&gt; &amp; « tel quel »."));
    // Severity is a word, not a colour.
    assert!(page.contains(">ignoré : erreur<"));
    assert_eq!(page.matches("<h1>").count(), 1);
}

/// No level of heading is skipped, every tag that opens is closed.
#[test]
fn the_page_is_well_formed() {
    let all = [
        verify("caen", &with(&caen(), &[])),
        verify("autre", &with(&caen(), &[("deliberation.toml", MOTIF)])),
    ];
    for rapport in [Rapport::new(&all[..1]), Rapport::new(&all)] {
        let page = html(&rapport);
        let mut last = 0;
        for (at, _) in page.match_indices("<h") {
            let Some(level) = page[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else {
                continue;
            };
            assert!(level <= last + 1, "from h{last} to h{level}");
            last = level;
        }
        for tag in
            ["section", "article", "figure", "table", "ul", "dl", "p", "pre", "h2", "h3", "h4"]
        {
            let open = page.matches(&format!("<{tag}>")).count()
                + page.matches(&format!("<{tag} ")).count();
            assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

/// A dossier that does not read, and whose fault is a character without drawing, still has its report.
#[test]
fn every_fault_of_every_case_is_reported() {
    for case in support::invalid() {
        let disk = delibere::read::Disk::open(&case).expect("a folder");
        let v = verify(&support::name(&case), &disk);
        let count = v.diagnostics.len();
        let rapport = Rapport::new(&[v]);
        let one = &rapport.dossiers[0];
        let said: usize = one.parties.iter().map(|p| p.constats.len()).sum();
        assert_eq!(said + one.ignores.len(), count, "{}", case.display());
        if one.identite.is_none() {
            assert!(one.verdict().starts_with("Le dossier ne se lit pas : "));
            assert!(html(&rapport).contains("aucune règle n’a été appliquée"));
        }
        assert!(html(&rapport).chars().all(|c| c == '\n' || !c.is_control()));
    }
}

#[test]
fn what_the_command_left_out_is_said() {
    let filtre = Filtre { severite: Severite::Avertissement, ignorer: vec!["BUDG-07".to_owned()] };
    let v = verify("caen", &with(&caen(), &[])).filtrer(filtre);
    let said = Rapport::new(&[v]).dossiers[0].filtre.join(" ");
    assert!(
        said.contains("--severite avertissement") && said.contains("--ignorer BUDG-07"),
        "{said}"
    );
    assert!(said.contains("l’erreur reste"), "{said}");
}

/// What is found in an act of a sitting is reported with that act.
#[test]
fn a_sitting_is_one_report_of_all_its_acts() {
    let case = support::root().join("fixtures/valid/saint-aubin-2026-06");
    let budget = "exercices = [2026]\n\n[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\n\
                  montants = [100]\n\n[[totaux]]\nnature = \"cout-brut\"\nmontants = [200]\n";
    let files = with(&case, &[]);
    let act = support::texts(&case)
        .into_iter()
        .find_map(|(nom, _)| nom.strip_suffix("/deliberation.toml").map(str::to_owned))
        .expect("an act");
    let files = files.with(&format!("{act}/budget.toml"), budget);
    let v = super::verifies::verify_seance("seance", &files);
    assert!(v.bloque(), "{:#?}", v.diagnostics);
    let rapport = Rapport::new(&[v]);
    let one = &rapport.dossiers[0];
    let identite = one.identite.as_ref().expect("a sitting");
    assert!(identite.est_seance && identite.actes.len() > 1);
    let partie = one.parties.iter().find(|p| p.piece == PieceLue::Budget).expect("the budget");
    let acte = &identite.actes[partie.acte.expect("of an act")];
    assert_eq!(acte.dossier.as_ref(), Some(&act));
    let page = html(&rapport);
    assert!(
        page.contains("Les actes de la séance") && page.contains(&format!("{act}/budget.toml"))
    );
}

/// What the sitting sets aside counts for its acts, and is told when it finds nothing in any of them.
#[test]
fn a_sitting_sets_codes_aside_for_its_acts() {
    let case = support::root().join("fixtures/valid/saint-aubin-2026-06");
    let more =
        "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Voté tel quel.\" }]\n";
    let v = super::verifies::verify_seance("seance", &with(&case, &[("seance.toml", more)]));
    let told: Vec<&str> = v.diagnostics.iter().map(|d| d.code).collect();
    assert!(told.contains(&"VERI-02"), "{told:?}");
}
