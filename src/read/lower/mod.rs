//! From the files as typed to the model: references, Markdown, bounds.

pub(crate) mod budget;
pub(crate) mod collectivite;
pub(crate) mod deliberation;
pub(crate) mod fiche;
pub(crate) mod programme;
pub(crate) mod seance;

use std::collections::BTreeSet;

use super::codes::{self, Code};
use super::fault::Fault;
use super::forme::{Markdown, nearest};
use super::markdown;
use crate::model::{Exercice, IdAction, Lieu, Texte};

/// The faults of the lowering of one file, and what its texts may refer to.
pub(crate) struct Lower<'a> {
    pub(crate) fichier: &'a str,
    pub(crate) faults: &'a mut Vec<Fault>,
}

impl Lower<'_> {
    pub(crate) fn fault(&mut self, code: Code, chemin: &str, message: impl Into<String>) -> &mut Fault {
        self.faults.push(Fault::new(code, self.fichier, chemin, message));
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }

    pub(crate) fn markdown(&mut self, texte: &Markdown, chemin: &str) -> Texte {
        markdown::parse(&texte.0, false, self.fichier, chemin, self.faults)
    }

    /// A required text: an empty one is a fault.
    pub(crate) fn filled(&mut self, texte: &str, chemin: &str) {
        if texte.trim().is_empty() {
            let fault = self.fault(codes::VIDE, chemin, "ce texte est obligatoire, et il est vide");
            fault.etiquette = "texte vide".to_owned();
        }
    }

    /// A reference to an action.
    pub(crate) fn action(
        &mut self,
        id: &str,
        chemin: &str,
        actions: Option<&BTreeSet<String>>,
    ) -> IdAction {
        match actions {
            Some(known) if !known.contains(id) => {
                let words: Vec<&str> = known.iter().map(String::as_str).collect();
                let aide = match nearest(id, &words) {
                    Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                    None if words.is_empty() => {
                        "ce dossier n’a pas d’action : ajoutez-la dans programme.toml".to_owned()
                    }
                    None => format!("actions du programme : {}", words.join(", ")),
                };
                let fault =
                    self.fault(codes::REFERENCE, chemin, format!("l’action « {id} » n’existe pas"));
                fault.etiquette = "aucune action de programme.toml n’a cet identifiant".to_owned();
                fault.aide = Some(aide);
            }
            _ => {}
        }
        IdAction(id.to_owned())
    }

    /// A list of budget years: in order, each once, within reason.
    pub(crate) fn exercices(&mut self, years: &[i64], chemin: &str) -> Vec<Exercice> {
        let mut out: Vec<Exercice> = Vec::with_capacity(years.len());
        for (i, year) in years.iter().enumerate() {
            let place = format!("{chemin}[{i}]");
            let Some(exercice) = self.exercice(*year, &place) else { continue };
            if out.last().is_some_and(|last| *last >= exercice) {
                let fault = self.fault(
                    codes::BORNES,
                    &place,
                    "les exercices doivent se suivre dans l’ordre, chacun une fois",
                );
                fault.etiquette = "cet exercice n’est pas après le précédent".to_owned();
                continue;
            }
            out.push(exercice);
        }
        out
    }

    pub(crate) fn exercice(&mut self, year: i64, chemin: &str) -> Option<Exercice> {
        let exercice = u16::try_from(year).ok().filter(|y| (1900..2200).contains(y)).map(Exercice);
        if exercice.is_none() {
            let fault = self.fault(codes::BORNES, chemin, format!("« {year} » n’est pas un exercice"));
            fault.etiquette = "une année de quatre chiffres est attendue".to_owned();
        }
        exercice
    }

    /// An identifier: letters without accents, digits and hyphens.
    pub(crate) fn identifier(&mut self, id: &str, chemin: &str) {
        let plain = !id.is_empty()
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b));
        if !plain {
            let fault = self.fault(
                codes::IDENTIFIANT,
                chemin,
                format!("« {id} » n’est pas un identifiant"),
            );
            fault.etiquette = "identifiant refusé".to_owned();
            fault.aide = Some(
                "un identifiant s’écrit en minuscules sans accent, chiffres et tirets : mise-en-reseau"
                    .to_owned(),
            );
        }
    }

    /// Identifiers or numbers that must be unique: the second one is the fault, the first one is shown.
    pub(crate) fn unique<'b>(
        &mut self,
        code: Code,
        quoi: &str,
        values: impl Iterator<Item = (String, &'b str)>,
    ) {
        let mut seen: Vec<(String, &str)> = Vec::new();
        for (chemin, value) in values {
            if let Some((first, _)) = seen.iter().find(|(_, v)| *v == value) {
                let first = Lieu::new(self.fichier, first.clone());
                let fault = self.fault(code, &chemin, format!("{quoi} « {value} » est utilisé deux fois"));
                fault.etiquette = "deuxième emploi".to_owned();
                fault.secondaires.push((first, "premier emploi".to_owned()));
            } else {
                seen.push((chemin, value));
            }
        }
    }
}
