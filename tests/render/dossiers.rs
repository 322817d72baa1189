//! Dossiers written by the tests.

use delibere::read::Memory;

/// A string as TOML writes it.
pub fn toml(texte: &str) -> String {
    toml::Value::String(texte.to_owned()).to_string()
}

/// Plain words as Markdown writes them: every mark is protected.
pub fn markdown(texte: &str) -> String {
    texte.chars().fold(String::new(), |mut out, c| {
        if "*_~^[]`#|{}<>+-.!()".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

pub const COLLECTIVITE: &str = r#"
    nom = "Valmont-sur-Orne"
    genre = "commune"
    executif = { qualite = "Le maire", nom = "Ada MARTIN" }
"#;
pub const SEANCE: &str = "date = 2026-03-12";

/// An authority and a sitting, without an act.
pub fn base() -> Memory {
    Memory::new().with("collectivite.toml", COLLECTIVITE).with("seance.toml", SEANCE)
}

/// A small act whose report is given, in Markdown.
pub fn expose(texte: &str) -> Memory {
    let acte = format!(
        "numero = \"2026-014\"\netat = \"projet\"\nobjet = [\"Finances\", \"Tarifs\"]\nexpose = {}\n[[articles]]\ntexte = \"Le tarif est fixé.\"\n",
        toml(texte)
    );
    base().with("deliberation.toml", acte)
}

/// A budget of so many spending lines, one action each, over those years.
pub fn budget(lignes: usize, exercices: &[u16]) -> Memory {
    let years = exercices.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut programme = format!("titre = \"Programme\"\nexercices = [{years}]\n");
    let mut budget = "porteur = \"Finances\"\n".to_owned();
    for i in 1..=lignes {
        programme.push_str(&format!("[[actions]]\nid = \"a{i}\"\nnumero = \"{i}\"\nlibelle = \"Action de rang {i}\"\n"));
        let amounts: Vec<String> = (0..exercices.len()).map(|k| (i * 100 + k).to_string()).collect();
        budget.push_str(&format!(
            "[[lignes]]\naction = \"a{i}\"\ndetail = \"Ligne {i} : achat de fournitures et prestations\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"011\"\nmontants = [{}]\n",
            amounts.join(", ")
        ));
    }
    let acte = "numero = \"2026-015\"\netat = \"projet\"\nobjet = [\"Finances\"]\n[[articles]]\ntexte = \"Le programme est adopté.\"\n[[annexes]]\npiece = \"budget\"\n";
    base()
        .with("deliberation.toml", acte)
        .with("programme.toml", programme)
        .with("budget.toml", budget)
}
