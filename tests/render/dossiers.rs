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
        // A character may be written by its name, « &lt; », in Markdown.
        if c == '&' {
            out.push_str("amp;");
        }
        out
    })
}

pub const COLLECTIVITE: &str = r#"
    nom = "Valmont-sur-Orne"
    genre = "commune"
    executif = { qualite = "Le maire", nom = "Ada MARTIN" }
"#;
pub const SEANCE: &str = "date = 2026-03-12";
/// What heads every act.
pub const ACTE: &str =
    "numero = \"2026-014\"\netat = \"projet\"\nobjet = [\"Finances\", \"Tarifs\"]\n";

/// An authority and a sitting, without an act.
pub fn base() -> Memory {
    Memory::new().with("collectivite.toml", COLLECTIVITE).with("seance.toml", SEANCE)
}

/// A small act whose report is given, in Markdown.
pub fn expose(texte: &str) -> Memory {
    let acte =
        format!("expose = {}\n{ACTE}[[articles]]\ntexte = \"Le tarif est fixé.\"\n", toml(texte));
    base().with("deliberation.toml", acte)
}

/// An act to which a budget is annexed.
pub fn budgetaire(programme: impl Into<Vec<u8>>, budget: impl Into<Vec<u8>>) -> Memory {
    let acte = format!(
        "{ACTE}articles = [{{ texte = \"Adopté.\" }}]\nannexes = [{{ piece = \"budget\" }}]\n"
    );
    base()
        .with("deliberation.toml", acte)
        .with("programme.toml", programme)
        .with("budget.toml", budget)
}

/// A spending line, without its amounts.
pub const DEPENSE: &str =
    "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"011\"\n";

/// A budget of so many spending lines, two by action, over those years.
pub fn budget(lignes: usize, exercices: &[u16]) -> Memory {
    let years = exercices.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut programme = format!("titre = \"Programme\"\nexercices = [{years}]\n");
    let mut budget = "porteur = \"Finances\"\n".to_owned();
    for i in 1..=lignes {
        let action = i.div_ceil(2);
        if i % 2 == 1 {
            programme.push_str(&format!(
                "[[actions]]\nid = \"a{action}\"\nnumero = \"{action}\"\n\
                 libelle = \"Action de rang {action}\"\n"
            ));
        }
        let amounts: Vec<String> =
            (0..exercices.len()).map(|k| (i * 100 + k).to_string()).collect();
        budget.push_str(&format!(
            "{DEPENSE}action = \"a{action}\"\nmontants = [{}]\n\
             detail = \"Ligne {i} : achat de fournitures et prestations\"\n",
            amounts.join(", ")
        ));
    }
    budgetaire(programme, budget)
}
