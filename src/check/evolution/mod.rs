//! Rules of an act that changes an earlier one.

mod acte_posterieur;
mod reprise_perimee;

pub(super) use acte_posterieur::ACTE_POSTERIEUR;
pub(super) use reprise_perimee::REPRISE_PERIMEE;
