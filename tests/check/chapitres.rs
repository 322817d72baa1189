//! BUDG-01 to BUDG-04, BUDG-12 to BUDG-14: chapters and charts of accounts.

use delibere::model::{Constat, Severite};
use delibere::read::Memory;

/// The findings of a budget, for a kind of authority.
pub(super) fn findings(genre: &str, acte: &str, budget: &str) -> Vec<Constat> {
    let files = Memory::new()
        .with(
            "collectivite.toml",
            format!("nom = \"V\"\ngenre = \"{genre}\"\nexecutif = {{ qualite = \"Le maire\", nom = \"A\" }}\n"),
        )
        .with("seance.toml", "date = 2026-03-12\n")
        .with(
            "deliberation.toml",
            format!("numero = \"1\"\nobjet = [\"O\"]\n[[articles]]\ntexte = \"{acte}\"\n"),
        )
        .with("budget.toml", budget);
    let lecture = delibere::read(&files).expect("memory does not fail");
    let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
    let mut out = delibere::check(&dossier, &delibere::compute(&dossier));
    out.retain(|c| c.code.starts_with("BUDG") || c.code.starts_with("SUBV"));
    out
}

pub(super) fn codes(constats: &[Constat]) -> Vec<&str> {
    constats.iter().map(|c| c.code).collect()
}

fn line(head: &str, section: &str, sens: &str, chapitre: &str) -> String {
    format!(
        "{head}\n[[lignes]]\nsection = \"{section}\"\nsens = \"{sens}\"\nchapitre = \"{chapitre}\"\nmontants = [10]\n"
    )
}

#[test]
fn chapters_are_those_of_the_year() {
    for (genre, head, section, sens, chapitre, wanted) in [
        ("commune", "exercices = [2026]", "fonctionnement", "depense", "011", ""),
        ("commune", "exercices = [2026]", "fonctionnement", "recette", "731", ""),
        // Only 90 to 95 are those of a vote by function.
        ("commune", "exercices = [2026]", "fonctionnement", "depense", "930", ""),
        ("commune", "exercices = [2026]", "fonctionnement", "depense", "97", "BUDG-01"),
        ("commune", "exercices = [2013]", "fonctionnement", "recette", "731", "BUDG-01"),
        ("commune", "exercices = [2026]", "fonctionnement", "depense", "11", "BUDG-01"),
        ("commune", "exercices = [2026]", "investissement", "depense", "011", "BUDG-02"),
        ("commune", "exercices = [2026]", "fonctionnement", "recette", "011", "BUDG-03"),
        ("commune", "exercices = [2026]", "investissement", "recette", "204", "BUDG-03"),
        ("commune", "exercices = [2026]", "investissement", "recette", "16", ""),
        ("region", "exercices = [2020]", "fonctionnement", "depense", "65", ""),
        // A vote by function and an operation have chapters of their own.
        ("region", "exercices = [2020]", "fonctionnement", "depense", "933", ""),
        ("commune", "exercices = [2026]", "investissement", "depense", "opération 12", ""),
        // Nothing is known of another kind of authority, unless it says its chart.
        ("autre", "exercices = [2026]", "fonctionnement", "depense", "xyz", ""),
        (
            "autre",
            "exercices = [2026]\nnomenclature = \"M61\"",
            "fonctionnement",
            "depense",
            "xyz",
            "BUDG-01",
        ),
        (
            "commune",
            "exercices = [2026]\nnomenclature = \"M4\"",
            "fonctionnement",
            "depense",
            "014",
            "",
        ),
    ] {
        let found = findings(genre, "A.", &line(head, section, sens, chapitre));
        assert_eq!(codes(&found).join(" "), wanted, "{genre} {head} {chapitre}: {found:#?}");
    }
}

#[test]
fn an_annex_is_warned_where_the_chart_allows_both_sides() {
    let found =
        findings("commune", "A.", &line("exercices = [2026]", "investissement", "recette", "21"));
    assert_eq!(found[0].severite, Severite::Avertissement);
    let found =
        findings("commune", "A.", &line("exercices = [2026]", "fonctionnement", "depense", "74"));
    assert_eq!(found[0].severite, Severite::Erreur);
}

#[test]
fn the_hint_names_the_chapter_that_was_meant() {
    for (typed, near) in
        [("11", "011"), ("6574", "65"), ("6232", "011"), ("64111", "012"), ("chap. 65", "65")]
    {
        let found = findings(
            "commune",
            "A.",
            &line("exercices = [2026]", "fonctionnement", "depense", typed),
        );
        let aide = found[0].aide.as_deref().unwrap_or_default();
        assert!(aide.contains(&format!("« {near} »")), "{typed}: {aide}");
    }
}

/// A chapter is judged in the years in which its line has an amount, each by its chart.
#[test]
fn only_the_years_with_an_amount_count() {
    let budget = |amounts: &str| {
        format!(
            "exercices = [2022, 2024]\ninscription_annuelle = true\n[[lignes]]\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"731\"\nmontants = {amounts}\n"
        )
    };
    assert!(findings("commune", "A.", &budget("[\"\", 5]")).is_empty());
    let found = findings("commune", "A.", &budget("[5, 5]"));
    assert_eq!(codes(&found), ["BUDG-01"]);
    assert!(found[0].message.contains("M14 (2022)"), "{}", found[0].message);
}

#[test]
fn lines_without_chapter_are_told_one_by_one_unless_none_has_any() {
    let bare = "\n[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nmontants = [10]\n";
    let full = line("exercices = [2026]", "fonctionnement", "depense", "011");
    assert_eq!(codes(&findings("commune", "A.", &format!("{full}{bare}{bare}"))), ["BUDG-04"; 2]);
    let none = format!("exercices = [2026]\n{bare}{bare}");
    assert_eq!(codes(&findings("commune", "A.", &none)), ["BUDG-04"]);
}

#[test]
fn the_declared_chart_is_the_one_of_the_authority_and_of_the_year() {
    for (genre, head, wanted) in [
        ("commune", "exercices = [2020]\nnomenclature = \"M57\"", ""),
        ("commune", "exercices = [2020]\nnomenclature = \"M71\"", "BUDG-12"),
        ("departement", "exercices = [2020]\nnomenclature = \"M14\"", "BUDG-12"),
        ("departement", "exercices = [2024]\nnomenclature = \"M52\"", "BUDG-13"),
        ("commune", "exercices = [2024]\nnomenclature = \"M57-abregee\"", ""),
        ("commune", "exercices = [2024]\nnomenclature = \"M4\"", ""),
        ("autre", "exercices = [2024]\nnomenclature = \"M61\"", ""),
    ] {
        let found = findings(genre, "A.", &line(head, "fonctionnement", "depense", "011"));
        assert_eq!(codes(&found).join(" "), wanted, "{genre} {head}");
    }
}

#[test]
fn a_service_paid_by_a_public_body_stays_at_70() {
    let budget = |detail: &str, financeur: &str| {
        format!(
            "{}financeur = \"{financeur}\"\ndetail = \"{detail}\"\n",
            line("exercices = [2026]", "fonctionnement", "recette", "70")
        )
    };
    let found = |detail, financeur| findings("commune", "A.", &budget(detail, financeur)).len();
    assert_eq!(found("Appel à projets", "Caisse des Dépôts"), 1);
    assert_eq!(found("Remboursement de frais", "Département"), 0);
    assert_eq!(found("Droits d'entrée", "Usagers"), 0);
}
