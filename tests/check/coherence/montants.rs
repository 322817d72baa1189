//! Amounts that a sentence gives, against those of the data.

use std::fmt::Write as _;

use crate::support;

const PROGRAMME: &str = "titre = \"Plan vélo\"\nexercices = [2026, 2027]\n[[orientations]]\nid = \"rouler\"\ntexte = \"rouler\"\n\
    [[actions]]\nid = \"pistes\"\nnumero = \"1\"\nlibelle = \"Pistes\"\norientations = [\"rouler\"]\n";

/// Gross 225 000 €, 85 000 € in 2026 and 140 000 € in 2027; net 175 000 €, 65 000 € and 110 000 €.
const LIGNES: &str = "inscription_annuelle = true\n\
    [[lignes]]\naction = \"pistes\"\nsection = \"investissement\"\nsens = \"depense\"\nchapitre = \"23\"\nmontants = [85000, 140000]\n\
    [[lignes]]\naction = \"pistes\"\nsection = \"investissement\"\nsens = \"recette\"\nchapitre = \"13\"\nmontants = [20000, 30000]\n";

const AUTORISATION: &str = "[[autorisations]]\nnature = \"programme\"\nlibelle = \"Pistes cyclables\"\nmontant = 225000\n\
    credits = [85000, 140000]\n";

const SUBVENTIONS: &str = "[[subventions]]\nbeneficiaire = \"Roue libre\"\nmontant = 4500\n\
    [[subventions]]\nbeneficiaire = \"Roue libre\"\nobjet = \"Vélos\"\nmontant = 800\n\
    [[subventions]]\nbeneficiaire = \"Les Foulées de l'Horloge\"\nmontant = 1200\n\
    [[subventions]]\nbeneficiaire = \"Comité des fêtes\"\nmontant = 3000\n\
    [[subventions]]\nbeneficiaire = \"Chorale du lavoir\"\nnature = \"mixte\"\nmontant = 2000\n";

/// The codes of an act with that exposé, and those words after its parts of deliberation.toml.
fn codes(expose: &str, acte: &str, budget: &str) -> Vec<&'static str> {
    let head = "numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n";
    let files = super::act(expose)
        .with("deliberation.toml", format!("{head}{acte}\n{SUBVENTIONS}"))
        .with("programme.toml", PROGRAMME)
        .with("budget.toml", budget.to_owned());
    super::codes(&files)
}

/// The codes of an act that decides that.
fn decided(texte: &str) -> Vec<&'static str> {
    let acte = format!("[[articles]]\ntexte = \"\"\"{texte}\"\"\"\n");
    codes("Exposé.", &acte, &format!("{LIGNES}{AUTORISATION}"))
}

fn judge(right: &[&str], wrong: &[&str]) {
    for texte in right {
        assert_eq!(decided(texte), [""; 0], "{texte}");
    }
    for texte in wrong {
        assert_eq!(decided(texte), ["COHE-20"], "{texte}");
    }
}

#[test]
fn a_grant_has_the_amount_of_its_data() {
    judge(
        &[
            "Une subvention de 4 500 € est attribuée à l'association Roue libre.",
            "Une subvention de 800 € est attribuée à Roue libre pour ses vélos.",
            "Une subvention de 5 300 € est attribuée à Roue libre.",
            "Une subvention de 4 500 € (quatre mille cinq cents euros) est attribuée à Roue libre.",
            "Il est attribué aux Foulées de l'Horloge une subvention de 1 200 €.",
            // Another body, or several.
            "Une subvention de 5 000 € est attribuée à Roue libre Sud.",
            "Une subvention de 5 000 € est attribuée à Roue libre et à la Ligue.",
            "Une subvention de 5 000 € est attribuée à Roue libre, à la Ligue et au club.",
            "Une subvention de 5 000 € est attribuée à Roue libre, au titre de l'année 2025.",
            "Une subvention de 5 000 € est attribuée au Comité des fêtes de Mirevent.",
            "Une subvention de 5 000 € est attribuée au club voisin de Roue libre.",
            "Une subvention de 5 000 € est attribuée à Roue libre (section de Lourdain).",
            "Une subvention de 5 000 € est attribuée à la Ligue.",
            "Une subvention de 1 500 € est versée à la Chorale du lavoir.",
            "Une subvention de 3 000 € du Département est attribuée à Roue libre.",
            "La Région attribue une subvention de 3 000 € à Roue libre.",
            // A part, a bound, another amount.
            "Une subvention de 2 500 € est attribuée à Roue libre en 2026.",
            "Une subvention de 5 000 € est attribuée à Roue libre, au lieu de 4 500 €.",
            "Une subvention de 5 000 € au maximum est attribuée à Roue libre.",
            "Une subvention de 5 000 € est attribuée à Roue libre, dans la limite des crédits.",
            "Une subvention de 2 000 €, premier acompte, est attribuée à Roue libre.",
            "Une subvention de 5 000 € par an est attribuée à Roue libre.",
            "Une subvention de 6 000 € demandée par Roue libre est refusée.",
            "La subvention de 6 000 € à Roue libre est rappelée.",
            "Une subvention de 6 000 € avait été attribuée à Roue libre.",
            "Une subvention de 50 % est attribuée à Roue libre, soit 6 000 €.",
            "Les montants sont modifiés comme suit :\n\n- une subvention de 6 000 € à Roue libre ;\n- le reste.",
            "Une subvention de 6 k€ est attribuée à la Ligue.",
        ],
        &[
            "Une subvention de 5 000 € est attribuée à l'association « Roue libre ».",
            "Une subvention de fonctionnement de 5 000 € est attribuée à ROUE LIBRE pour ses vélos.",
            "Il est attribué aux Foulées de l'Horloge une subvention d'équipement d'un montant total de 2 100 €.",
            "Il est décidé :\n\n- une subvention de 300 € au comité des fêtes ;\n- le reste.",
            "Une subvention de 50 000 € est attribuée à Roue libre au titre de l'année 2026.",
        ],
    );
}

#[test]
fn an_authorisation_has_the_amount_of_the_budget() {
    judge(
        &[
            "Une autorisation de programme de 225 000 € est ouverte.",
            "Une autorisation de programme de 225 000 € est ouverte, dont crédits de paiement : 85 000 € en 2026.",
            "L'autorisation de programme a, en 2026, des crédits de paiement de 85 000 €.",
            "L'autorisation de programme « Pistes cyclables » est fixée à 225 000 €.",
            // Another one, or another thing.
            "L'autorisation de programme « Voirie » est fixée à 300 000 €.",
            "Une autorisation de programme de 300 000 € est ouverte pour le groupe scolaire.",
            "L'autorisation de programme n° 2021-03 est fixée à 300 000 €.",
            "Une autorisation d'engagement de 300 000 € est ouverte.",
            "Les autorisations de programme de 300 000 € sont ouvertes.",
            "Il est conclu, dans le cadre de l'autorisation de programme, un marché de 300 000 €.",
            "Le marché est imputé sur l'autorisation de programme de 300 000 €.",
            "Le marché relève d'une autorisation de programme de 300 000 €.",
            // Another day.
            "L'autorisation de programme est portée à 300 000 €.",
            "L'autorisation de programme est fixée à 300 000 €, au lieu de 225 000 €.",
            "L'autorisation de programme de 300 000 €, votée par la région, est rappelée.",
            "L'autorisation de programme est fixée à 300 000 € au maximum.",
        ],
        &[
            "Une autorisation de programme de 300 000 € est ouverte.",
            "L'autorisation de programme « Pistes cyclables » est ouverte pour un montant total de 252 000 €.",
            "Une autorisation de programme de 252 000 € est ouverte pour les pistes cyclables.",
            "Il est procédé à l'ouverture d'une autorisation de programme d'un montant de 252 000 €.",
            "Une autorisation de programme pour les pistes cyclables, d'un montant de 252 000 €, est ouverte, avec \
             les crédits de paiement suivants : 85 000 € en 2026.",
        ],
    );
    // Either may be meant.
    let acte =
        "[[articles]]\ntexte = \"Une autorisation de programme de 300 000 € est ouverte.\"\n";
    let two = format!("{LIGNES}{AUTORISATION}{AUTORISATION}");
    assert!(!codes("Exposé.", acte, &two).contains(&"COHE-20"));
}

#[test]
fn a_programme_costs_what_its_budget_says() {
    judge(
        &[
            "Le coût net du programme est de 175 000 €.",
            "Le coût total du programme s'élève à 225 000 €, dont 85 000 € en 2026.",
            "Le coût net du programme « Plan vélo » est de 110 000 € en 2027.",
            "Le coût total du programme de travaux est de 300 000 €.",
            "Le coût total du programme national est de 300 000 €.",
            "Le coût total du programme est de 300 000 € pour l'État.",
            "Le coût net du programme est de 3 000 € en fonctionnement.",
            "Le coût net du programme est fixé à 200 000 €, au lieu de 175 000 €.",
            "Le coût net du programme passe de 151 500 € à 175 000 €.",
            "Le coût net du programme était de 151 500 €.",
            "Le coût net du programme est d'environ 180 000 €.",
            "Le coût net du programme est de 180 000 € hors taxes.",
            "Le coût net du programme est de 180 000 € TTC.",
            "Le coût net du programme est de 2 M€.",
        ],
        &[
            "Le coût net du programme est de 157 000 €.",
            "Le coût brut du programme « Plan vélo » s'élève à 252 000 €, dont 85 000 € en 2026.",
            "Le coût net du programme est fixé, sur l'ensemble de la période, à 157 000 €.",
        ],
    );
    let none = "[[articles]]\ntexte = \"Le plan est lancé.\"\n";
    let told = |expose: &str| codes(expose, none, LIGNES);
    assert_eq!(told("Le coût net du programme est de 157 000 €."), ["COHE-20"]);
    assert_eq!(told("Le coût net du programme est de 175 000 €."), [""; 0]);
    assert_eq!(told("La délibération fixe le coût net du programme à 157 000 €."), [""; 0]);
    let decided =
        "[[decisions]]\nverbe = \"PORTE\"\ntexte = \"le coût net du programme à 157 000 €.\"\n";
    assert_eq!(codes("Exposé.", decided, LIGNES), [""; 0]);
}

/// What the findings of the rule are in a drafted text, once somebody has taken it over as his own words.
fn taken_over(case: &std::path::Path, drafted: &str) -> Option<usize> {
    let after = case.join("apres");
    let mut files = super::act(drafted);
    for file in ["programme.toml", "budget.toml"] {
        if let Ok(texte) = std::fs::read_to_string(after.join(file)) {
            files = files.with(file, texte);
        }
    }
    let mut acte =
        "numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n".to_owned();
    for line in drafted.lines().filter(|l| !l.trim().is_empty()) {
        writeln!(acte, "[[articles]]\ntexte = {line:?}").expect("a string");
    }
    let lecture = delibere::read(&files.with("deliberation.toml", acte)).expect("files");
    lecture.dossier.as_ref()?;
    Some(super::findings(&lecture).iter().filter(|d| d.code == "COHE-20").count())
}

#[test]
fn drafted_acts_have_no_such_finding() {
    let mut read = 0;
    for case in std::fs::read_dir(support::root().join("fixtures/evolutions")).expect("cases") {
        let case = case.expect("case").path();
        let Ok(drafted) = std::fs::read_to_string(case.join("attendu.txt")) else { continue };
        let Some(found) = taken_over(&case, &drafted) else { continue };
        assert_eq!(found, 0, "{}", case.display());
        read += 1;
    }
    assert!(read > 20, "{read} drafted acts");
    // They are read: one slip in them is found.
    let case = support::root().join("fixtures/evolutions/annexe-ajoutee");
    let drafted = std::fs::read_to_string(case.join("attendu.txt")).expect("text");
    let slip = drafted.replace("programme à 151 500 €", "programme à 155 100 €");
    assert!(slip != drafted && taken_over(&case, &slip).is_some_and(|found| found > 0));
}
