//! What came of a task, as one process says it to another or to the screen.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::tache::Tache;
use crate::cli::{Issue, terminal};
use crate::read::{Diagnostic, Sources};

/// What came of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::cli) struct Bilan {
    pub(in crate::cli) dossier: String,
    pub(in crate::cli) produits: Vec<Produit>,
    /// What to show on the error stream.
    pub(in crate::cli) messages: String,
    constats: Vec<Value>,
    /// Exit code: 0, 1 or 2.
    pub(super) code: u8,
    /// Microseconds of reading, computing and checking, composing, exporting, writing.
    pub(super) etapes: [u64; 5],
    /// Files that were read or looked for.
    pub(in crate::cli) fichiers: Vec<String>,
    /// Whether the process that made it should not be used again.
    pub(in crate::cli) use_up: bool,
}

/// One file that was written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::cli) struct Produit {
    pub(in crate::cli) chemin: String,
    pub(in crate::cli) pages: usize,
}

impl Bilan {
    pub(super) fn new(tache: &Tache) -> Self {
        Self { dossier: tache.dossier.display().to_string(), ..Self::default() }
    }

    /// The tool could not work on this dossier.
    pub(in crate::cli) fn outil(tache: &Tache, message: &str, aides: &[String]) -> Self {
        let mut bilan = Self::new(tache);
        bilan.say(message, aides);
        bilan.code = 2;
        bilan
    }

    pub(in crate::cli) fn issue(&self) -> Issue {
        match self.code {
            0 => Issue::Bien,
            1 => Issue::Dossier,
            _ => Issue::Outil,
        }
    }

    pub(in crate::cli) fn fail(&mut self, message: &str) {
        self.say(message, &[]);
        self.code = 2;
    }

    /// Adds an error that has no place in the dossier, with its advice.
    pub(super) fn say(&mut self, message: &str, aides: &[String]) {
        // Amid many dossiers, a message that has no place in a file still says which one it is about.
        self.messages.push_str(&format!("erreur : {} : {message}\n", self.dossier));
        for aide in aides {
            self.messages.push_str(&format!("  aide : {aide}\n"));
        }
        let aide = (!aides.is_empty()).then(|| aides.join("\n"));
        self.constats
            .push(json!({ "code": null, "severite": "erreur", "message": message, "aide": aide }));
    }

    /// The files that were written.
    pub(in crate::cli) fn paths(&self) -> impl Iterator<Item = &str> {
        self.produits.iter().map(|p| &*p.chemin)
    }

    pub(in crate::cli) fn json(&self) -> Value {
        let produits: Vec<Value> =
            self.produits.iter().map(|p| json!({ "chemin": p.chemin, "pages": p.pages })).collect();
        json!({
            "dossier": self.dossier,
            "produits": produits,
            "constats": self.constats,
            "code": self.code,
        })
    }

    pub(super) fn add(&mut self, diagnostics: &[Diagnostic], sources: &Sources, tache: &Tache) {
        for d in diagnostics {
            if tache.json {
                self.constats.push(crate::check::json(d));
            } else {
                self.messages.push_str(&terminal::render(
                    d,
                    sources,
                    &self.dossier,
                    tache.couleurs,
                ));
                self.messages.push_str("\n\n");
            }
        }
    }

    pub(in crate::cli) fn etapes_text(&self, total: Duration) -> String {
        let ms = |us: u64| format!("{}.{:02}", us / 1000, us % 1000 / 10).replace('.', ",");
        let names = ["lecture", "calcul et contrôle", "composition", "export", "écriture"];
        let mut out = String::new();
        for (name, us) in names.iter().zip(self.etapes) {
            let pad = " ".repeat(20 - name.chars().count());
            out.push_str(&format!("{name}{pad}{:>9} ms\n", ms(us)));
        }
        let total = u64::try_from(total.as_micros()).unwrap_or(u64::MAX);
        out.push_str(&format!("total{}{:>9} ms\n", " ".repeat(15), ms(total)));
        out
    }

    /// Adds the times of another dossier to those of this one.
    pub(in crate::cli) fn add_etapes(&mut self, other: &Self) {
        for (mine, theirs) in self.etapes.iter_mut().zip(other.etapes) {
            *mine += theirs;
        }
    }
}
