//! What an act lacks to leave, as findings with their place.

use crate::check::commandes;
use crate::model::{Constat, Lieu};
use crate::read::codes::Code;

/// Something that a format needs is not in the dossier.
pub(super) fn absent(fichier: &str, chemin: &str, message: &str, aide: &str) -> Constat {
    constat(commandes::DONNEE_ABSENTE, Lieu::new(fichier, chemin), message, aide)
}

/// Something that is in the dossier is not what the norm takes.
pub(super) fn refused(lieu: Lieu, message: impl Into<String>, aide: &str) -> Constat {
    constat(commandes::DONNEE_REFUSEE, lieu, message, aide)
}

/// Something was changed so as to leave.
pub(super) fn changed(lieu: Lieu, message: impl Into<String>, aide: &str) -> Constat {
    constat(commandes::DONNEE_CHANGEE, lieu, message, aide)
}

fn constat(code: Code, lieu: Lieu, message: impl Into<String>, aide: &str) -> Constat {
    let Code { code, nom, severite } = code;
    Constat {
        code,
        nom,
        severite,
        message: message.into(),
        lieu,
        etiquette: String::new(),
        secondaires: Vec::new(),
        base: None,
        ignore: None,
        aide: (!aide.is_empty()).then(|| aide.to_owned()),
    }
}
