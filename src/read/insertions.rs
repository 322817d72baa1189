//! Whether the insertion lines of the texts find what they name.

use super::codes;
use super::dossier::Session;
use super::fault::{Fault, cite, enumerate};
use super::forme::nearest;
use crate::model::Deliberation;
use crate::model::texte::Insertion;

impl Session<'_> {
    /// The programme and the sheets may be those of several acts: the grants of one have no place there.
    pub(super) fn grants_elsewhere(&mut self) {
        let (found, kept) = std::mem::take(&mut self.recueil.insertions)
            .into_iter()
            .partition(|i| i.insertion == Insertion::Subventions);
        self.recueil.insertions = found;
        self.recueil.refuse_insertions(
            0,
            "les subventions s’impriment dans un texte de l’acte ou de ses annexes",
            "hors de l’acte",
        );
        self.recueil.insertions = kept;
    }

    /// Insertions of the texts: actions that exist, lists that are there.
    pub(super) fn insertions(
        &mut self,
        programme: Option<&crate::model::Programme>,
        acte: Option<&Deliberation>,
    ) {
        for insere in std::mem::take(&mut self.recueil.insertions) {
            let problems = match insere.insertion {
                Insertion::Subventions => grants(acte),
                ref other => problems(other, programme),
            };
            for Probleme { message, etiquette, aide } in problems {
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

/// Why the table of the grants would be empty; nothing is said for an act that does not read.
fn grants(acte: Option<&Deliberation>) -> Vec<Probleme> {
    if acte.is_none_or(|a| !a.subventions.is_empty()) {
        return Vec::new();
    }
    vec![Probleme {
        message: "l’acte n’attribue aucune subvention".to_owned(),
        etiquette: "cette ligne n’imprimerait rien",
        aide: "ajoutez [[subventions]] à deliberation.toml, ou retirez cette ligne".to_owned(),
    }]
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
        Insertion::Subventions => Vec::new(),
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
