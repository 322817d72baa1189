//! Whether the insertion lines of the texts find what they name.

use super::codes;
use super::dossier::Session;
use super::fault::{Fault, cite, enumerate};
use super::forme::nearest;
use crate::model::texte::Insertion;

impl Session<'_> {
    /// Insertions of the texts: actions that exist, lists that are there.
    pub(super) fn insertions(&mut self, programme: Option<&crate::model::Programme>) {
        for insere in std::mem::take(&mut self.recueil.insertions) {
            for Probleme { message, etiquette, aide } in problems(&insere.insertion, programme) {
                let fault = Fault::new(
                    codes::REFERENCE,
                    &insere.lieu.fichier,
                    &insere.lieu.chemin,
                    message,
                )
                .etiquette(etiquette)
                .decalage(insere.decalage.clone())
                .aide(aide);
                self.recueil.faults.push(fault);
            }
        }
    }
}

/// Why an insertion would not print what it says.
struct Probleme {
    message: String,
    etiquette: &'static str,
    aide: String,
}

fn problems(insertion: &Insertion, programme: Option<&crate::model::Programme>) -> Vec<Probleme> {
    let nothing = |message: String, aide: String| {
        vec![Probleme { message, etiquette: "cette ligne n’imprimerait rien", aide }]
    };
    let Some(p) = programme else {
        return nothing(
            "ce dossier n’a pas de programme.toml".to_owned(),
            "ajoutez programme.toml, ou retirez cette ligne".to_owned(),
        );
    };
    let absent = |there: bool, what: &str, aide: &str| {
        if there {
            return Vec::new();
        }
        nothing(format!("programme.toml n’a pas {what}"), format!("ajoutez-y {aide}"))
    };
    match insertion {
        Insertion::Actions(ids) if ids.is_empty() => {
            absent(p.actions.iter().any(|a| a.declaree), "d’action déclarée", "[[actions]]")
        }
        Insertion::Actions(ids) => {
            let known: Vec<&str> = p.actions.iter().map(|a| a.id.0.as_str()).collect();
            ids.iter()
                .filter(|id| !known.contains(&id.as_str()))
                .map(|id| {
                    let aide = match nearest(id, &known) {
                        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                        None => {
                            format!("actions du programme : {}", enumerate(known.iter().copied()))
                        }
                    };
                    Probleme {
                        message: format!("l’action « {} » n’existe pas", cite(id)),
                        etiquette: "cette ligne nomme une action inconnue",
                        aide,
                    }
                })
                .collect()
        }
        Insertion::Orientations => {
            absent(!p.orientations.is_empty(), "d’orientation", "[[orientations]]")
        }
        Insertion::Comite => absent(
            p.comite.as_ref().is_some_and(|c| !c.membres.is_empty()),
            "de membre du comité",
            "[[comite.membres]]",
        ),
        Insertion::Calendrier(terme) => absent(
            p.calendrier.iter().any(|e| e.terme == *terme && !e.mesures.is_empty()),
            "de mesure à ce terme",
            "[[calendrier]], avec ce terme et ses mesures",
        ),
    }
}
