//! Rules of an act that changes an earlier one.

mod acte_posterieur;
mod acte_sans_effet;
mod cible_absente;
mod cycle_actes;
mod double_remplacement;
mod reprise_perimee;

pub(super) use acte_posterieur::ACTE_POSTERIEUR;
pub(super) use acte_sans_effet::ACTE_SANS_EFFET;
pub(super) use cible_absente::CIBLE_ABSENTE;
pub(super) use cycle_actes::CYCLE_ACTES;
pub(super) use double_remplacement::DOUBLE_REMPLACEMENT;
pub(super) use reprise_perimee::REPRISE_PERIMEE;
