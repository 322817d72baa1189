//! What an act lacks to leave, as findings with their place.

use crate::model::{Constat, Lieu, Severite};

/// Something that a format needs is not in the dossier.
pub(super) fn absent(fichier: &str, chemin: &str, message: &str, aide: &str) -> Constat {
    constat(
        ("ENVOI-01", "donnee-absente"),
        Severite::Erreur,
        Lieu::new(fichier, chemin),
        message,
        aide,
    )
}

/// Something that is in the dossier is not what the norm takes.
pub(super) fn refused(lieu: Lieu, message: impl Into<String>, aide: &str) -> Constat {
    constat(("ENVOI-02", "donnee-refusee"), Severite::Erreur, lieu, message, aide)
}

/// Something was changed so as to leave.
pub(super) fn changed(lieu: Lieu, message: impl Into<String>, aide: &str) -> Constat {
    constat(("ENVOI-03", "donnee-changee"), Severite::Avertissement, lieu, message, aide)
}

fn constat(
    (code, nom): (&'static str, &'static str),
    severite: Severite,
    lieu: Lieu,
    message: impl Into<String>,
    aide: &str,
) -> Constat {
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
