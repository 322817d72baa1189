//! Who is in the room, by name: at the opening, then by arrivals and departures.

use chrono::{NaiveDate, NaiveTime};

use super::IdConseiller;

/// The attendance at the opening of a sitting (*présences*): every member in office is in one of the four lists, a
/// substitute only in [`Presences::presents`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Presences {
    /// In the room, substitutes included.
    pub presents: Vec<IdConseiller>,
    /// Not there, and represented by a colleague.
    pub pouvoirs: Vec<Pouvoir>,
    /// Not there, excused, represented by nobody.
    pub excuses: Vec<IdConseiller>,
    /// Not there.
    pub absents: Vec<IdConseiller>,
}

/// The written power (*pouvoir*) to vote in the name of a member who is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pouvoir {
    /// Who gives it.
    pub mandant: IdConseiller,
    /// Who holds it.
    pub mandataire: IdConseiller,
    /// When it was given.
    pub date: Option<NaiveDate>,
}

/// An arrival or a departure in the course of the sitting (*mouvement*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mouvement {
    /// Who arrives or leaves.
    pub membre: IdConseiller,
    /// Which way.
    pub sens: SensMouvement,
    /// The rank, among [`super::Seance::points`], of the first point for which it counts.
    pub point: usize,
    /// At what hour.
    pub heure: Option<NaiveTime>,
    /// Who votes from then on in the name of the member who leaves.
    pub pouvoir: Option<IdConseiller>,
}

/// Which way a member goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the plain words")]
pub enum SensMouvement {
    Arrivee,
    Depart,
}
