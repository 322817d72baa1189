//! From the files as typed to the model: references, Markdown, bounds.

pub(crate) mod assemblee;
pub(crate) mod budget;
pub(crate) mod collectivite;
mod convocation;
pub(crate) mod deliberation;
pub(crate) mod evolution;
pub(crate) mod fiche;
mod formules;
mod horaires;
pub(crate) mod membres;
mod mouvement;
pub(crate) mod numero_acte;
mod numerotation;
pub(crate) mod ordre_du_jour;
mod presence;
pub(crate) mod programme;
pub(crate) mod seance;
mod subvention;
pub(crate) mod verifications;
pub(crate) mod vie;
mod vote;

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{self, Code};
use super::fault::{Fault, Secondaire, cite, enumerate};
use super::forme::{Markdown, nearest};
use super::markdown::{self, Recueil};
use crate::model::{Exercice, IdAction, IdConseiller, Lieu, Texte};
use membres::Annuaire;

/// Why the texts of a sitting hold no insertion.
pub(crate) const SANS_INSERTION: &str =
    "une insertion n’a pas sa place dans les textes d’une séance";

/// The actions that a file may name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Actions<'a> {
    /// Those of the programme.
    Connues(&'a BTreeSet<String>),
    /// The dossier has no programme.
    Absentes,
    /// The programme has faults: nothing is said of a reference to it.
    Illisibles,
}

/// Another piece of the dossier, for the one that names it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Presence<T> {
    /// It is there.
    La(T),
    /// It is not, and why.
    Absente(&'static str),
    /// It has faults of its own: nothing more is said.
    Illisible,
}

impl Presence<String> {
    pub(crate) fn as_deref(&self) -> Presence<&str> {
        match self {
            Self::La(titre) => Presence::La(titre),
            Self::Absente(why) => Presence::Absente(why),
            Self::Illisible => Presence::Illisible,
        }
    }
}

/// The faults of the lowering of one file.
pub(crate) struct Lower<'a> {
    fichier: &'a str,
    recueil: &'a mut Recueil,
    /// Whether the absence of a programme is told already.
    sans_programme: bool,
    /// Whether the absence of an assembly is told already.
    sans_assemblee: bool,
}

/// The bounds of a number, and what it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nombre {
    min: i64,
    max: u32,
    quoi: &'static str,
    aide: &'static str,
}

impl Nombre {
    /// Votes or ballots: no assembly is near that many.
    pub(crate) const VOIX: Self = Self {
        min: 0,
        max: 9999,
        quoi: "un nombre de voix",
        aide: "comptez les voix, et donnez leur nombre : 3",
    };
    /// A rank, in the year or in the order of the table.
    pub(crate) const RANG: Self =
        Self { min: 1, max: 9999, quoi: "un rang", aide: "comptez à partir de 1" };
    /// The order of an act.
    pub(crate) const ORDRE: Self = Self {
        min: 1,
        max: 9999,
        quoi: "un numéro d’ordre",
        aide: "donnez celui qui suit le dernier acte de la séance précédente, ou retirez cette clé",
    };
    /// Seats of an assembly.
    pub(crate) const EFFECTIF: Self = Self {
        min: 1,
        max: 9999,
        quoi: "un nombre de sièges",
        aide: "donnez le nombre de sièges de l’assemblée, ou retirez cette clé",
    };
}

impl<'a> Lower<'a> {
    pub(crate) fn new(fichier: &'a str, recueil: &'a mut Recueil) -> Self {
        Self { fichier, recueil, sans_programme: false, sans_assemblee: false }
    }
}

impl Lower<'_> {
    pub(crate) fn fault(
        &mut self,
        code: Code,
        chemin: &str,
        message: impl Into<String>,
    ) -> &mut Fault {
        let faults = &mut self.recueil.faults;
        faults.push(Fault::new(code, self.fichier, chemin, message));
        let last = faults.len() - 1;
        &mut faults[last]
    }

    /// Notes a fault of another file.
    pub(crate) fn push(&mut self, fault: Fault) {
        self.recueil.faults.push(fault);
    }

    /// How many faults there are so far.
    pub(crate) fn faults(&self) -> usize {
        self.recueil.faults.len()
    }

    /// A number within its bounds.
    pub(crate) fn nombre(&mut self, n: i64, chemin: &str, bornes: Nombre) -> Option<u32> {
        let Nombre { min, max, quoi, aide } = bornes;
        let read = u32::try_from(n).ok().filter(|read| n >= min && *read <= max);
        if read.is_none() {
            let cle = chemin.rsplit('.').next().unwrap_or(chemin);
            let message = format!("« {cle} » vaut {n}, qui n’est pas {quoi}");
            let fault = self.fault(codes::BORNES, chemin, message);
            fault.etiquette = format!("un nombre de {min} à {max} est attendu");
            fault.aide = Some(aide.to_owned());
        }
        read
    }

    /// Members, each once.
    pub(crate) fn membres(
        &mut self,
        noms: &[String],
        chemin: &str,
        annuaire: &Annuaire,
    ) -> Vec<IdConseiller> {
        let mut out: Vec<IdConseiller> = Vec::with_capacity(noms.len());
        for (i, nom) in noms.iter().enumerate() {
            let place = format!("{chemin}[{i}]");
            let Some(id) = self.membre(nom, &place, annuaire) else { continue };
            if let Some(first) = out.iter().position(|o| *o == id) {
                let message = format!("cette liste nomme deux fois « {} »", cite(nom));
                let first = format!("{chemin}[{first}]");
                let double = self.double(
                    codes::MEMBRE_DOUBLE,
                    &place,
                    message,
                    "deuxième fois",
                    &first,
                    "première fois",
                );
                double.aide = Some("gardez ce nom une fois".to_owned());
            }
            out.push(id);
        }
        out
    }

    pub(crate) fn markdown(&mut self, texte: &Markdown, chemin: &str) -> Texte {
        markdown::parse(&texte.0, false, self.fichier, chemin, self.recueil)
    }

    /// A text that an insertion prints, and that so cannot hold one.
    pub(crate) fn markdown_insere(&mut self, texte: &Markdown, chemin: &str) -> Texte {
        let before = self.recueil.insertions.len();
        let texte = self.markdown(texte, chemin);
        self.recueil.refuse_insertions(
            before,
            "une insertion n’a pas sa place dans un texte qui est lui-même inséré",
            "insertion dans une insertion",
        );
        texte
    }

    /// A text of the sitting, which has no programme to list.
    pub(crate) fn markdown_seance(&mut self, texte: &Markdown, chemin: &str) -> Texte {
        let before = self.recueil.insertions.len();
        let texte = self.markdown(texte, chemin);
        self.recueil.refuse_insertions(before, SANS_INSERTION, "insertion dans un texte de séance");
        texte
    }

    /// A number, a day or an hour that can be, and most likely is a slip.
    pub(crate) fn invraisemblable(
        &mut self,
        chemin: &str,
        message: impl Into<String>,
        etiquette: impl Into<String>,
        aide: &str,
    ) -> &mut Fault {
        let fault = self.fault(codes::INVRAISEMBLABLE, chemin, message);
        fault.etiquette = etiquette.into();
        fault.aide = Some(aide.to_owned());
        fault
    }

    /// A required text: an empty one is a fault.
    pub(crate) fn filled(&mut self, texte: &str, chemin: &str) {
        if texte.trim().is_empty() {
            let fault = self.fault(codes::VIDE, chemin, "ce texte est obligatoire, et il est vide");
            fault.etiquette = "texte vide".to_owned();
            fault.aide = Some("écrivez-le entre les guillemets".to_owned());
        }
    }

    /// A reference to an action.
    pub(crate) fn action(&mut self, id: &str, chemin: &str, actions: Actions<'_>) -> IdAction {
        match actions {
            Actions::Connues(known) if !known.contains(id) => {
                let words: Vec<&str> = known.iter().map(String::as_str).collect();
                let aide = match nearest(id, &words) {
                    Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                    None if words.is_empty() => {
                        "programme.toml n’a pas d’action : ajoutez-y [[actions]]".to_owned()
                    }
                    None => format!("actions du programme : {}", enumerate(words)),
                };
                let message = format!("l’action « {} » n’existe pas", cite(id));
                let fault = self.fault(codes::REFERENCE, chemin, message);
                fault.etiquette = "aucune action de programme.toml n’a cet identifiant".to_owned();
                fault.aide = Some(aide);
            }
            // One absence, told once: every other reference would say the same.
            Actions::Absentes if !self.sans_programme => {
                self.sans_programme = true;
                let message = format!(
                    "l’action « {} » n’existe pas : ce dossier n’a pas de programme.toml",
                    cite(id)
                );
                let fault = self.fault(codes::REFERENCE, chemin, message);
                fault.etiquette = "action d’un programme absent".to_owned();
                fault.aide = Some(
                    "décrivez les actions dans programme.toml, ou ne nommez pas d’action"
                        .to_owned(),
                );
            }
            _ => {}
        }
        IdAction(id.to_owned())
    }

    /// A list of budget years: in order, each once, within reason; a faulty one keeps its place, which counts the
    /// amounts.
    pub(crate) fn exercices(&mut self, years: &[i64], chemin: &str) -> Vec<Exercice> {
        let mut out: Vec<Exercice> = Vec::with_capacity(years.len());
        let mut last: Option<Exercice> = None;
        for (i, year) in years.iter().enumerate() {
            let place = format!("{chemin}[{i}]");
            let exercice = self.exercice(*year, &place);
            if let Some(previous) = last
                && exercice.is_some_and(|e| e <= previous)
            {
                let fault = self.fault(
                    codes::BORNES,
                    &place,
                    "les exercices doivent se suivre dans l’ordre, chacun une fois",
                );
                fault.etiquette = format!("{year} ne vient pas après {previous}");
            }
            last = exercice.or(last);
            out.push(exercice.unwrap_or(Exercice(0)));
        }
        out
    }

    pub(crate) fn exercice(&mut self, year: i64, chemin: &str) -> Option<Exercice> {
        let exercice = u16::try_from(year).ok().filter(|y| (1900..2200).contains(y)).map(Exercice);
        if exercice.is_none() {
            let fault =
                self.fault(codes::BORNES, chemin, format!("« {year} » n’est pas un exercice"));
            fault.etiquette = "une année de quatre chiffres est attendue".to_owned();
        }
        exercice
    }

    /// A code that the prefecture or INSEE defines; a faulty one is said, and given up.
    pub(crate) fn code<T>(&mut self, texte: Option<&str>, chemin: &str) -> Option<T>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        match texte?.parse() {
            Ok(code) => Some(code),
            Err(error) => {
                self.refused(texte?, chemin, &error.to_string());
                None
            }
        }
    }

    /// Says that a code is not one, and what one is.
    pub(crate) fn refused(&mut self, texte: &str, chemin: &str, aide: &str) {
        let message = format!("« {} » n’est pas un code que la préfecture accepte", cite(texte));
        let fault = self.fault(codes::CODE_OFFICIEL, chemin, message);
        fault.etiquette = "code refusé".to_owned();
        fault.aide = Some(aide.to_owned());
    }

    /// An identifier: letters without accents, digits and hyphens.
    pub(crate) fn identifier(&mut self, id: &str, chemin: &str) {
        let plain = !id.is_empty()
            && id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b));
        if !plain {
            let fault = self.fault(
                codes::IDENTIFIANT,
                chemin,
                format!("« {} » n’est pas un identifiant", cite(id)),
            );
            fault.etiquette = "identifiant refusé".to_owned();
            fault.aide = Some(
                "un identifiant s’écrit en minuscules sans accent, chiffres et tirets : mise-en-reseau"
                    .to_owned(),
            );
        }
    }

    /// Identifiers or numbers that must be unique: the next one is the fault, the first one is shown.
    pub(crate) fn unique<'b>(
        &mut self,
        code: Code,
        quoi: &str,
        aide: &str,
        values: impl Iterator<Item = (String, &'b str)>,
    ) {
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        // What is empty has a fault of its own.
        for (chemin, value) in values.filter(|(_, v)| !v.trim().is_empty()) {
            if let Some(first) = seen.get(value) {
                let lieu = Lieu::new(self.fichier, first.clone());
                let message = format!("{quoi} « {} » est déjà pris", cite(value));
                let fault = self.fault(code, &chemin, message);
                fault.etiquette = "déjà pris".to_owned();
                fault.aide = Some(aide.to_owned());
                fault.secondaires.push(Secondaire {
                    lieu,
                    plage: None,
                    etiquette: "premier emploi".to_owned(),
                });
            } else {
                seen.insert(value, chemin);
            }
        }
    }
}
