//! When and where the assembly sits.

use chrono::{NaiveDate, NaiveTime};

/// A sitting (*séance*) of an assembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seance {
    /// Its day: the law of that day applies.
    pub date: NaiveDate,
    /// The hour at which it opens.
    pub heure: Option<NaiveTime>,
    /// Where it is held.
    pub lieu: Option<String>,
    /// Which body sits, when it is not the assembly of the authority, « bureau communautaire ».
    pub assemblee: Option<String>,
    /// How the members were summoned.
    pub convocation: Option<Convocation>,
}

/// The summons (*convocation*) of the members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convocation {
    /// The day it was sent.
    pub date: NaiveDate,
    /// The day it was posted.
    pub affichage: Option<NaiveDate>,
}
