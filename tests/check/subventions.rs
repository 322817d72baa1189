//! SUBV-01 to SUBV-04: what the words of a dossier say of its subsidies.

use super::chapitres::{codes, findings};

fn line(detail: &str, chapitre: &str, euros: u32) -> String {
    format!(
        "exercices = [2026]\n[[lignes]]\ndetail = \"{detail}\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"{chapitre}\"\nmontants = [{euros}]\n"
    )
}

#[test]
fn a_convention_is_due_above_the_threshold() {
    for (acte, detail, chapitre, euros, wanted) in [
        ("A.", "Soutien à la Mission locale", "65", 23_000, ""),
        ("A.", "Soutien à la Mission locale", "65", 23_001, "SUBV-01"),
        ("Par la convention jointe.", "Soutien à la Mission locale", "65", 30_000, "SUBV-03"),
        ("A.", "Aide aux communes", "65", 90_000, ""),
        ("A.", "Aide aux familles", "65", 90_000, ""),
        ("A.", "Indemnités des élus", "65", 90_000, ""),
        ("A.", "Soutien technique", "011", 90_000, ""),
    ] {
        let found = findings("commune", acte, &line(detail, chapitre, euros));
        assert_eq!(codes(&found).join(" "), wanted, "{detail} {euros}");
    }
}

#[test]
fn an_association_commits_itself() {
    let budget = line("Subvention à l'association du lavoir", "65", 500);
    assert_eq!(codes(&findings("commune", "A.", &budget)), ["SUBV-02"]);
    let acte = "L’association a souscrit le contrat d’engagement républicain.";
    assert_eq!(codes(&findings("commune", acte, &budget)), [""; 0]);
}

#[test]
fn aids_to_firms_are_those_of_the_region() {
    let budget = line("Aide aux entreprises", "65", 500);
    assert_eq!(codes(&findings("commune", "A.", &budget)), ["SUBV-04"]);
    assert_eq!(codes(&findings("region", "A.", &budget)), [""; 0]);
    assert_eq!(
        codes(&findings("commune", "Selon la convention avec la Région.", &budget)),
        [""; 0]
    );
    let rent = line("Aide à l'immobilier d'entreprise", "65", 500);
    assert_eq!(codes(&findings("commune", "A.", &rent)), [""; 0]);
}

/// The grants of the act are read too: by the name of who receives, unless it is an association.
#[test]
fn a_grant_to_a_firm_is_an_aid() {
    let said = |beneficiaire: &str, more: &str| {
        let acte = format!(
            "A.\"\n\n[[subventions]]\nbeneficiaire = \"{beneficiaire}\"\nmontant = 800\n{more}\n# \""
        );
        let found = findings("commune", &acte, &line("Études", "011", 100));
        codes(&found).contains(&"SUBV-04")
    };
    assert!(said("SARL Boulangerie Pin", ""));
    assert!(!said("SARL Boulangerie Pin", "objet = \"Immobilier d’entreprise\""));
    assert!(!said("Entreprises et quartiers", "rna = \"W142003456\""));
    assert!(!said("Association des commerçants", ""));
    assert!(!said("Harmonie de Mirevent", ""));
}

/// What a decision asks for, refuses, gives to a public body or to several is no subsidy to one private body.
#[test]
fn a_subsidy_is_given_to_one_private_body() {
    let said =
        |acte: &str| codes(&findings("commune", acte, &line("Études", "011", 100))).join(" ");
    let to = "Une subvention de 30 000 € est attribuée";
    assert_eq!(said(&format!("{to} à l’association Cap Sud, agréée.")), "SUBV-01");
    for acte in [
        format!("{to} au CCAS, qui aide les associations."),
        format!("{to} au budget annexe de la régie, dont une entreprise assure le service."),
        format!("{to} à la caisse des écoles, comme les années précédentes les associations."),
        "Une subvention de 30 000 € est sollicitée auprès de la fondation du patrimoine."
            .to_owned(),
        "La demande de subvention de 30 000 € de l’association Cap Sud est rejetée.".to_owned(),
    ] {
        assert_eq!(said(&acte), "", "{acte}");
    }
    let all = "Les subventions aux associations, agréées, font 84 000 € au total.";
    assert_eq!(said(all), "");
}

/// The data of a convention are recalled to who drafts, once, and not of a voted act.
#[test]
fn essential_data_are_recalled_of_a_draft() {
    let said =
        |acte: &str| codes(&findings("commune", acte, &line("Études", "011", 100))).join(" ");
    let draft =
        "Une subvention de 30 000 € est attribuée à l’association Cap Sud, agréée, par convention.";
    assert_eq!(said(draft), "SUBV-03");
    assert_eq!(said(&format!("{draft} Ses données essentielles sont publiées.")), "");
}
