//! `assemblee.toml`: who sits, for every sitting of the authority.

use chrono::NaiveDate;

use super::super::forme::forme;

forme! {
    /// Les membres de l’assemblée ; `seance.toml` peut en donner d’autres pour une séance.
    pub struct Assemblee {
        /// Nombre de sièges, si ce n’est pas celui des membres en exercice.
        effectif: Option<i64>,
        /// Membres, dans l’ordre du tableau.
        conseillers: Vec<Conseiller>,
    }
}

forme! {
    /// Un membre de l’assemblée.
    pub struct Conseiller {
        /// Identifiant, s’il ne suffit pas du nom : `leroy-claire`.
        id: Option<String>,
        /// Civilité imprimée : `M.` ou `Mme` ; elle donne l’accord des phrases.
        civilite: Option<String>,
        /// Prénom.
        prenom: Option<String>,
        /// Nom de famille, dans la casse voulue.
        nom: String,
        /// Qualité : « maire », « 2e adjointe ».
        qualite: Option<String>,
        /// Groupe politique.
        groupe: Option<String>,
        /// Commune représentée, dans un groupement.
        commune: Option<String>,
        /// Place dans l’ordre du tableau ; par défaut, celle de cette liste.
        rang: Option<i64>,
        /// Pour un suppléant, le membre dont il prend le siège quand ce membre n’est pas là.
        suppleant_de: Option<String>,
        /// Premier jour du mandat, quand il commence après celui de l’assemblée.
        depuis: Option<NaiveDate>,
        /// Dernier jour du mandat, quand il s’achève avant celui de l’assemblée.
        jusqu_au: Option<NaiveDate>,
    }
}
