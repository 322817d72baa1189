//! The codes of what other commands than `verifier` find: they are no rules, and have a page all the same.

use crate::model::Severite;
use crate::read::codes::Code;

/// Something that a format needs is not in the dossier.
pub const DONNEE_ABSENTE: Code =
    Code { code: "ENVOI-01", nom: "donnee-absente", severite: Severite::Erreur };
/// Something that is in the dossier is not what the norm takes.
pub const DONNEE_REFUSEE: Code =
    Code { code: "ENVOI-02", nom: "donnee-refusee", severite: Severite::Erreur };
/// Something was changed so as to leave.
pub const DONNEE_CHANGEE: Code =
    Code { code: "ENVOI-03", nom: "donnee-changee", severite: Severite::Avertissement };

/// Those of every command (*commandes*).
pub const COMMANDES: &[Code] = &[DONNEE_ABSENTE, DONNEE_REFUSEE, DONNEE_CHANGEE];
