//! A sitting: when and where, who is summoned, who presides, what is on the agenda.

use chrono::{NaiveDate, NaiveTime};

use super::{
    Conseiller, IdConseiller, Mouvement, NumeroActe, Presences, Texte, Verifications, Vote,
};

/// A sitting (*séance*) of an assembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seance {
    /// Its day: the law of that day applies.
    pub date: NaiveDate,
    /// The hour at which it opens.
    pub heure: Option<NaiveTime>,
    /// The hour at which it is closed.
    pub heure_fin: Option<NaiveTime>,
    /// Where it is held.
    pub lieu: Option<String>,
    /// Which body sits, when it is not the assembly of the authority, « bureau communautaire ».
    pub assemblee: Option<String>,
    /// Its rank among the sittings of the year, for the numbers of its acts.
    pub rang: Option<u32>,
    /// Whether the public is kept out (*huis clos*).
    pub huis_clos: bool,
    /// How the members were summoned.
    pub convocation: Option<Convocation>,
    /// The members in office on that day and their substitutes, in the order of the table; empty when nobody is named.
    pub conseillers: Vec<Conseiller>,
    /// The number of seats of the assembly (*effectif légal*), when it is not that of the members in office.
    pub effectif: Option<u32>,
    /// Who presides.
    pub president: Option<IdConseiller>,
    /// Who keeps the record (*secrétaires de séance*).
    pub secretaires: Vec<IdConseiller>,
    /// Who helps them without being a member, as printed.
    pub auxiliaires: Vec<String>,
    /// The attendance at the opening.
    pub presences: Option<Presences>,
    /// Arrivals and departures, in the order of the points for which they count.
    pub mouvements: Vec<Mouvement>,
    /// The agenda (*ordre du jour*), in order; empty when the folder is that of one act alone.
    pub points: Vec<Point>,
    /// What was said at the opening, before the first point, for the minutes.
    pub preliminaires: Texte,
    /// What is left aside of what is found in it and in its acts.
    pub verifications: Verifications,
    /// What is done after the sitting.
    pub suites: Suites,
}

impl Seance {
    /// The member of that identifier.
    #[must_use]
    pub fn conseiller(&self, id: &IdConseiller) -> Option<&Conseiller> {
        self.conseillers.iter().find(|c| c.id == *id)
    }

    /// The members in office (*membres en exercice*): substitutes hold no seat of their own.
    pub fn en_exercice(&self) -> impl Iterator<Item = &Conseiller> {
        self.conseillers.iter().filter(|c| c.suppleant_de.is_none())
    }

    /// The name of a member in a sentence; the identifier itself when nobody has it.
    #[must_use]
    pub fn nom_de(&self, id: &IdConseiller) -> String {
        self.conseiller(id).map_or_else(|| id.0.clone(), Conseiller::nom_court)
    }

    /// Who presides over a point: its own president, else that of the sitting.
    #[must_use]
    pub fn president_of(&self, point: Option<usize>) -> Option<&Conseiller> {
        let own = point.and_then(|p| self.points.get(p)).and_then(|p| p.president.as_ref());
        self.conseiller(own.or(self.president.as_ref())?)
    }

    /// Who keeps the record of a point: its own secretaries, else those of the sitting.
    #[must_use]
    pub fn secretaires_of(&self, point: Option<usize>) -> Vec<&Conseiller> {
        let own = point.and_then(|p| self.points.get(p)).map_or(&[][..], |p| &p.secretaires);
        let ids = if own.is_empty() { &self.secretaires } else { own };
        ids.iter().filter_map(|id| self.conseiller(id)).collect()
    }
}

/// The summons (*convocation*) of the members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convocation {
    /// The day it was sent.
    pub date: NaiveDate,
    /// The day it was posted.
    pub affichage: Option<NaiveDate>,
    /// How it was sent.
    pub mode: Option<ModeConvocation>,
    /// Why the delay was shortened, and what the assembly said of it.
    pub urgence: Option<Urgence>,
    /// The day of the sitting that missed its quorum, when this is the second summons: no quorum is asked any more.
    pub seance_sans_quorum: Option<NaiveDate>,
    /// The day the reports were sent, for a département or a region, when it is not that of the summons.
    pub rapports: Option<NaiveDate>,
}

/// What is done after a sitting (*suites*), each with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Suites {
    /// The list of the deliberations is posted and put online; the report of the sitting is posted, before 1 July 2022.
    pub liste: Option<NaiveDate>,
    /// That list is sent to the municipal councillors of the communes of a grouping.
    pub liste_transmise: Option<NaiveDate>,
    /// The minutes are settled (*arrêtées*), at the next sitting.
    pub pv_arrete: Option<NaiveDate>,
    /// The minutes are published.
    pub pv_publie: Option<NaiveDate>,
    /// The minutes are sent to the municipal councillors of the communes of a grouping.
    pub pv_transmis: Option<NaiveDate>,
}

/// How a summons is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the plain words")]
pub enum ModeConvocation {
    Dematerialisee,
    Papier,
}

/// A summons in a shortened delay (*urgence*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urgence {
    /// Why.
    pub motif: Option<String>,
    /// How the assembly voted on it at the opening.
    pub vote: Option<Vote>,
}

/// One point of the agenda (*point de l’ordre du jour*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Its printed number, « 3 », « 3 bis ».
    pub numero: String,
    /// Whether the assembly decides or is only told.
    pub nature: NaturePoint,
    /// What became of it.
    pub sort: SortPoint,
    /// Why it was added, withdrawn or postponed, or until when.
    pub motif: Option<String>,
    /// The sub-folder of its act.
    pub dossier: Option<String>,
    /// Its words, when they are not those of the object of its act.
    pub titre: Option<String>,
    /// Who reports on it, « Mme Claire LEROY, 2e adjointe ».
    pub rapporteur: Option<String>,
    /// The number that the scheme of the authority gives to its act.
    pub acte: Option<NumeroActe>,
    /// What the members are told, when there is no act.
    pub texte: Texte,
    /// What was said of it, for the minutes (*teneur des discussions*).
    pub debats: Texte,
    /// Who presides over this point alone.
    pub president: Option<IdConseiller>,
    /// Who keeps the record of this point alone.
    pub secretaires: Vec<IdConseiller>,
}

/// Whether a point calls for a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the plain words")]
pub enum NaturePoint {
    Deliberation,
    Information,
}

/// What became of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortPoint {
    /// On the agenda of the summons.
    Inscrit,
    /// Added at the opening of the sitting.
    Ajoute,
    /// Withdrawn: its number is never used again.
    Retire,
    /// Postponed to a later sitting.
    Reporte,
}

impl SortPoint {
    /// Whether the assembly came to it.
    #[must_use]
    pub fn examine(self) -> bool {
        matches!(self, Self::Inscrit | Self::Ajoute)
    }
}
