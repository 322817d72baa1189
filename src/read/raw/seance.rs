//! `seance.toml`.

use chrono::{NaiveDate, NaiveTime};

use super::super::forme::{
    ChoixModeConvocation, ChoixMouvement, ChoixNaturePoint, ChoixSort, Markdown, forme,
};
use super::assemblee::Conseiller;
use super::verifications::Verifications;
use super::vote::Vote;

forme! {
    /// La séance où les actes sont délibérés.
    pub struct Seance {
        /// Jour de la séance : `2012-12-07`. Le droit de ce jour s’applique.
        date: NaiveDate,
        /// Heure d’ouverture : `18:00:00`.
        heure: Option<NaiveTime>,
        /// Heure de clôture.
        heure_fin: Option<NaiveTime>,
        /// Lieu de la séance.
        lieu: Option<String>,
        /// Nom de l’instance qui siège, si ce n’est pas l’assemblée de la collectivité : « bureau communautaire ».
        assemblee: Option<String>,
        /// Rang de la séance dans l’année, pour la numérotation des actes.
        rang: Option<i64>,
        /// Numéro d’ordre du premier acte de la séance (1 par défaut), quand la numérotation suit son cours d’une séance à l’autre.
        premier_ordre: Option<i64>,
        /// `true` pour une séance à huis clos.
        huis_clos: Option<bool>,
        /// Le vote par lequel l’assemblée s’est prononcée sur le huis clos.
        vote_huis_clos: Option<Vote>,
        /// Nombre de sièges, si ce n’est pas celui des membres en exercice.
        effectif: Option<i64>,
        /// Qui préside : l’identifiant ou le nom d’un membre. Par défaut, l’exécutif s’il est membre et présent.
        president: Option<String>,
        /// Secrétaires de séance : identifiants ou noms de membres.
        secretaires: Vec<String>,
        /// Auxiliaires du secrétariat, tels qu’ils sont imprimés : « Mme Unetelle, directrice générale des services ».
        auxiliaires: Vec<String>,
        /// Ce qui se dit à l’ouverture, avant le premier point, pour le procès-verbal, en Markdown.
        preliminaires: Option<Markdown>,
        /// La convocation des membres.
        convocation: Option<Convocation>,
        /// Membres qui siègent, s’ils ne sont pas ceux d’`assemblee.toml`.
        conseillers: Vec<Conseiller>,
        /// Qui est là à l’ouverture.
        presences: Option<Presences>,
        /// Arrivées et départs en cours de séance.
        mouvements: Vec<Mouvement>,
        /// Points de l’ordre du jour, dans l’ordre. Sans aucun, les sous-dossiers qui portent un acte, dans l’ordre de leur nom.
        points: Vec<Point>,
        /// Ce qui est fait après la séance.
        suites: Option<Suites>,
        /// Ce que la vérification de la séance et de ses actes laisse de côté.
        verifications: Option<Verifications>,
    }
}

forme! {
    /// La convocation des membres.
    pub struct Convocation {
        /// Jour d’envoi de la convocation.
        date: NaiveDate,
        /// Jour d’affichage de la convocation.
        affichage: Option<NaiveDate>,
        /// Mode d’envoi.
        mode: Option<ChoixModeConvocation>,
        /// Jour de la séance qui n’a pas atteint le quorum, quand cette convocation est la seconde.
        seance_sans_quorum: Option<NaiveDate>,
        /// L’urgence, quand le délai est abrégé.
        urgence: Option<Urgence>,
        /// Pour un département ou une région, jour d’envoi des rapports, si ce n’est pas celui de la convocation.
        rapports: Option<NaiveDate>,
    }
}

forme! {
    /// Ce qui est fait après la séance, avec son jour.
    pub struct Suites {
        /// Affichage et mise en ligne de la liste des délibérations ; du compte rendu, avant le 1er juillet 2022.
        liste: Option<NaiveDate>,
        /// Envoi de cette liste aux conseillers municipaux des communes d’un groupement.
        liste_transmise: Option<NaiveDate>,
        /// Séance où le procès-verbal est arrêté.
        pv_arrete: Option<NaiveDate>,
        /// Publication du procès-verbal.
        pv_publie: Option<NaiveDate>,
        /// Envoi du procès-verbal aux conseillers municipaux des communes d’un groupement.
        pv_transmis: Option<NaiveDate>,
    }
}

forme! {
    /// L’urgence d’une convocation, dont l’assemblée juge à l’ouverture.
    pub struct Urgence {
        /// Pourquoi le délai est abrégé.
        motif: Option<String>,
        /// Le vote de l’assemblée sur l’urgence.
        vote: Option<Vote>,
    }
}

forme! {
    /// Les présences à l’ouverture : chaque membre en exercice est présent, représenté, excusé ou absent.
    pub struct Presences {
        /// Membres présents, et suppléants qui siègent. Sans cette clé, ceux qui ne sont nommés nulle part ailleurs.
        presents: Option<Vec<String>>,
        /// Membres excusés, que personne ne représente.
        excuses: Vec<String>,
        /// Membres absents.
        absents: Vec<String>,
        /// Pouvoirs des membres représentés.
        pouvoirs: Vec<Pouvoir>,
    }
}

forme! {
    /// Le pouvoir d’un membre empêché.
    pub struct Pouvoir {
        /// Qui le donne.
        mandant: String,
        /// Qui le porte.
        mandataire: String,
        /// Jour où il est donné.
        date: Option<NaiveDate>,
    }
}

forme! {
    /// Une arrivée ou un départ.
    pub struct Mouvement {
        /// Qui arrive ou part.
        membre: String,
        /// `arrivee` ou `depart`.
        sens: ChoixMouvement,
        /// Premier point pour lequel il compte : son numéro à l’ordre du jour, ou le nom de son sous-dossier.
        point: String,
        /// Heure.
        heure: Option<NaiveTime>,
        /// Pour un départ, qui porte dès lors le pouvoir de ce membre.
        pouvoir: Option<String>,
    }
}

forme! {
    /// Un point de l’ordre du jour.
    pub struct Point {
        /// Sous-dossier de son acte : `03-budget`.
        dossier: Option<String>,
        /// Intitulé, si ce n’est pas l’objet de l’acte.
        titre: Option<String>,
        /// `deliberation` (par défaut) ou `information`, qui ne donne pas lieu à un vote.
        nature: Option<ChoixNaturePoint>,
        /// Ce qu’il devient : `inscrit` (par défaut), `ajoute`, `retire` ou `reporte`.
        sort: Option<ChoixSort>,
        /// Pourquoi il est ajouté, retiré ou reporté.
        motif: Option<String>,
        /// Numéro imprimé à l’ordre du jour ; par défaut, son rang, ou, pour un point ajouté, un rang après ceux de la convocation.
        numero: Option<String>,
        /// `true` pour un point *bis*, qui reprend le numéro du précédent.
        bis: Option<bool>,
        /// Numéro de l’acte, s’il n’est pas celui de la numérotation.
        numero_acte: Option<String>,
        /// Numéro transmis à la préfecture, s’il ne se déduit pas du numéro imprimé.
        numero_transmis: Option<String>,
        /// Rapporteur : un membre, ou son nom tel qu’il est imprimé.
        rapporteur: Option<String>,
        /// Ce qui est dit aux membres, quand il n’y a pas d’acte, en Markdown.
        texte: Option<Markdown>,
        /// Teneur des discussions, pour le procès-verbal, en Markdown.
        debats: Option<Markdown>,
        /// Fichier Markdown qui la porte, à la place de `debats`.
        debats_fichier: Option<String>,
        /// Qui préside pour ce point, si ce n’est pas le président de la séance.
        president: Option<String>,
        /// Secrétaires pour ce point, si ce ne sont pas ceux de la séance.
        secretaires: Vec<String>,
    }
}
