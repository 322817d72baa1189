//! `vie.toml`.

use chrono::NaiveDate;

use super::super::forme::{ChoixEtape, forme};

forme! {
    /// La vie de l’acte : un registre que « delibere vie » complète, et dont rien n’est jamais retiré.
    pub struct Vie {
        /// Étapes, dans l’ordre où elles sont notées.
        etapes: Vec<Etape>,
    }
}

forme! {
    /// Une étape de la vie de l’acte.
    pub struct Etape {
        /// Ce qui arrive à l’acte.
        nature: ChoixEtape,
        /// Jour où cela arrive.
        date: NaiveDate,
        /// Qui le fait, ou qui le dit : « préfecture du Calvados ».
        acteur: Option<String>,
        /// Ce qui le prouve : un fichier, une référence, une adresse.
        preuve: Option<String>,
    }
}
