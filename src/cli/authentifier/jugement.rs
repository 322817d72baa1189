//! What is said of a folder or of a PDF.

use std::path::Path;

use serde_json::{Value, json};

/// What is said (*jugement*).
pub(super) struct Jugement {
    pub(super) authentique: bool,
    /// What the seal is of, and who made it.
    pub(super) tete: Option<String>,
    /// Each file of the dossier, with what became of it.
    pub(super) fichiers: Vec<(String, &'static str)>,
    /// Each document, with what became of it.
    pub(super) documents: Vec<(String, &'static str)>,
    /// What explains it, or what to do.
    pub(super) remarques: Vec<String>,
    /// In one sentence.
    pub(super) conclusion: String,
}

impl Jugement {
    pub(super) fn texte(&self) -> String {
        let mut out = String::new();
        if let Some(tete) = &self.tete {
            out.push_str(&format!("{tete}\n"));
        }
        for (titre, all) in [("Fichiers", &self.fichiers), ("PDF", &self.documents)] {
            if all.is_empty() {
                continue;
            }
            out.push_str(&format!("{titre} :\n"));
            for (nom, sort) in all {
                let pad = " ".repeat(10usize.saturating_sub(sort.chars().count()));
                out.push_str(&format!("  {sort}{pad} {nom}\n"));
            }
        }
        for remarque in &self.remarques {
            out.push_str(&format!("{remarque}\n"));
        }
        out + &self.conclusion + "\n"
    }

    pub(super) fn json(&self, objet: &Path) -> Value {
        let list = |all: &[(String, &'static str)]| -> Vec<Value> {
            all.iter().map(|(nom, sort)| json!({ "nom": nom, "sort": sort })).collect()
        };
        json!({
            "objet": objet.display().to_string(),
            "authentique": self.authentique,
            "fichiers": list(&self.fichiers),
            "documents": list(&self.documents),
            "remarques": self.remarques,
            "conclusion": self.conclusion,
        })
    }
}
