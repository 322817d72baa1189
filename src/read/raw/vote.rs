//! `[vote]`, in `deliberation.toml` and in the urgency of a summons.

use chrono::NaiveDate;

use super::super::forme::{
    ChoixCause, ChoixMajorite, ChoixResultat, ChoixScrutin, ChoixSensVote, Voix, forme,
};

forme! {
    /// Le vote de l’assemblée ; le résultat et sa phrase en sont calculés.
    pub struct Vote {
        /// `ordinaire` (par défaut), `public` (les noms sont inscrits) ou `secret` (bulletins).
        scrutin: Option<ChoixScrutin>,
        /// Qui a demandé ce scrutin, ou quel texte l’impose : « à la demande du quart des membres présents ».
        motif: Option<String>,
        /// Voix pour : un nombre, ou une liste de membres. Par défaut, tous ceux qui ne sont comptés nulle part ailleurs.
        pour: Option<Voix>,
        /// Voix contre : un nombre, ou une liste de membres.
        contre: Option<Voix>,
        /// Abstentions : un nombre, ou une liste de membres.
        abstentions: Option<Voix>,
        /// Bulletins blancs, au scrutin secret.
        blancs: Option<i64>,
        /// Bulletins nuls, au scrutin secret.
        nuls: Option<i64>,
        /// Sens du vote du président, quand aucun nom ne le dit : il départage, sauf au scrutin secret.
        president: Option<ChoixSensVote>,
        /// Majorité requise (`absolue` des suffrages exprimés par défaut).
        majorite: Option<ChoixMajorite>,
        /// Base imprimée : « des membres présents et représentés ». Par défaut, celle de la collectivité, ou « des suffrages exprimés ».
        base: Option<String>,
        /// Résultat déclaré ; il est vérifié, et rien ne l’exige.
        resultat: Option<ChoixResultat>,
        /// Poste à pourvoir, pour une élection : « deuxième adjoint au maire ».
        poste: Option<String>,
        /// Membres qui ne prennent pas part au vote.
        non_participations: Vec<NonParticipation>,
        /// Tours de scrutin d’une élection.
        tours: Vec<Tour>,
    }
}

forme! {
    /// Un membre qui ne prend pas part au vote.
    pub struct NonParticipation {
        /// Qui.
        membre: String,
        /// Pourquoi : `interet`, `compte-administratif` ou `refus` (par défaut).
        cause: Option<ChoixCause>,
        /// Pourquoi, en toutes lettres : « président de l’association ».
        motif: Option<String>,
        /// `true` s’il quitte la salle pour ce point.
        quitte_la_salle: Option<bool>,
    }
}

forme! {
    /// Un tour de scrutin.
    pub struct Tour {
        /// Bulletins trouvés dans l’urne.
        bulletins: i64,
        /// Bulletins blancs.
        blancs: Option<i64>,
        /// Bulletins nuls.
        nuls: Option<i64>,
        /// Candidats.
        candidats: Vec<Candidat>,
    }
}

forme! {
    /// Un candidat.
    pub struct Candidat {
        /// Un membre, ou un nom ou une liste tels qu’ils sont imprimés.
        nom: String,
        /// Voix obtenues.
        voix: i64,
        /// Jour de naissance, qui départage au dernier tour ; il n’est jamais imprimé.
        naissance: Option<NaiveDate>,
    }
}
