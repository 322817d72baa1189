//! The files of a dossier as they are typed: one declaration per file.
//!
//! The French documentation of each field is what an editor shows while one types, what the JSON Schema and the guide
//! say. Reading, schema and guide come from this one declaration (see [`super::forme`]).

pub(crate) mod assemblee;
pub(crate) mod budget;
pub(crate) mod collectivite;
pub(crate) mod deliberation;
pub(crate) mod fiche;
pub(crate) mod programme;
pub(crate) mod seance;
pub(crate) mod verifications;
pub(crate) mod vie;
pub(crate) mod vote;

use super::forme::forme;

forme! {
    /// Une personne, ou la fonction qui la désigne.
    pub struct Personne {
        /// Civilité imprimée : `M.`, `Mme`.
        civilite: Option<String>,
        /// Prénom.
        prenom: Option<String>,
        /// Nom de famille, dans la casse voulue.
        nom: String,
        /// Qualité : « vice-président ».
        qualite: Option<String>,
    }
}
