//! `seance.toml`.

use chrono::{NaiveDate, NaiveTime};

use super::super::forme::forme;

forme! {
    /// La séance où l’acte est délibéré.
    pub struct Seance {
        /// Jour de la séance : `2012-12-07`. Le droit de ce jour s’applique.
        date: NaiveDate,
        /// Heure d’ouverture : `18:00:00`.
        heure: Option<NaiveTime>,
        /// Lieu de la séance.
        lieu: Option<String>,
        /// Nom de l’instance qui siège, si ce n’est pas l’assemblée de la collectivité : « bureau communautaire ».
        assemblee: Option<String>,
        /// La convocation des membres.
        convocation: Option<Convocation>,
    }
}

forme! {
    /// La convocation des membres.
    pub struct Convocation {
        /// Jour d’envoi de la convocation.
        date: NaiveDate,
        /// Jour d’affichage de la convocation.
        affichage: Option<NaiveDate>,
    }
}
