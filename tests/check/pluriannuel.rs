//! BUDG-08 to BUDG-10: what commits an authority over several years.

use delibere::model::Severite;

use super::chapitres::{codes, findings};

const LIGNES: &str = "
[[lignes]]
detail = \"Études\"
section = \"fonctionnement\"
sens = \"depense\"
chapitre = \"011\"
montants = [10, 10]

[[lignes]]
detail = \"Un poste\"
section = \"fonctionnement\"
sens = \"depense\"
chapitre = \"012\"
montants = [20, 20]
";

fn found(acte: &str, head: &str, autorisation: &str) -> Vec<(&'static str, Severite)> {
    let budget = format!("exercices = [2026, 2027]\n{head}\n{LIGNES}\n{autorisation}");
    findings("commune", acte, &budget).iter().map(|c| (c.code, c.severite)).collect()
}

#[test]
fn a_plan_says_what_opens_its_credits() {
    let warned = Severite::Avertissement;
    assert_eq!(found("A.", "", ""), [("BUDG-08", warned), ("BUDG-09", warned)]);
    for acte in [
        "Le plan est adopté, sous réserve de l’inscription annuelle des crédits.",
        "Les crédits seront inscrits au budget de chaque exercice.",
        "Le plan n’ouvre par lui-même aucun crédit.",
        "Une autorisation de programme sera proposée.",
    ] {
        assert_eq!(found(acte, "", ""), [], "{acte}");
    }
    assert_eq!(found("A.", "inscription_annuelle = true", ""), []);
    assert_eq!(found("A.", "note = \"Sous réserve du vote des budgets.\"", ""), []);
}

#[test]
fn a_budget_of_one_year_commits_nothing_more() {
    let budget = LIGNES.replace("[10, 10]", "[10, \"\"]").replace("[20, 20]", "[20, 0]");
    let budget = format!("exercices = [2026, 2027]\n{budget}");
    assert_eq!(codes(&findings("commune", "A.", &budget)), [""; 0]);
}

#[test]
fn an_authorisation_of_commitment_excludes_staff() {
    let ae = "[[autorisations]]\nnature = \"engagement\"\nmontant = 60\ncredits = [30, 30]\n";
    assert_eq!(found("A.", "", ae), [("BUDG-09", Severite::Erreur)]);
    // An authorisation of programme says nothing of running costs.
    let warned = Severite::Avertissement;
    let ap = ae.replace("engagement", "programme");
    assert_eq!(found("A.", "", &ap), [("BUDG-08", warned), ("BUDG-09", warned)]);
}

#[test]
fn payment_credits_add_up() {
    let ap = |credits: &str| {
        let one = format!(
            "[[autorisations]]\nnature = \"programme\"\nmontant = \"60,50\"\ncredits = {credits}\n"
        );
        found("A.", "inscription_annuelle = true", &one)
    };
    assert_eq!(ap("[30, \"30,50\"]"), []);
    assert_eq!(ap("[30, \"\"]"), [("BUDG-10", Severite::Erreur)]);
}
