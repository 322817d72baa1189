//! Rules of money.

mod chapitre_absent;
mod chapitre_inconnu;
mod chapitre_section;
mod chapitre_sens;
mod chapitres;
mod credits_autorisation;
mod ecarts;
mod engagement_exclu;
mod nomenclature_inhabituelle;
mod nomenclature_remplacee;
mod participation_chapitre_70;
mod piste;
mod pluriannuel_sans_mention;
mod repartition_fausse;
mod sous_total_faux;
mod total_section_faux;

pub(super) use chapitre_absent::CHAPITRE_ABSENT;
pub(super) use chapitre_inconnu::CHAPITRE_INCONNU;
pub(super) use chapitre_section::CHAPITRE_SECTION;
pub(super) use chapitre_sens::CHAPITRE_SENS;
pub(super) use credits_autorisation::CREDITS_AUTORISATION;
pub(super) use engagement_exclu::ENGAGEMENT_EXCLU;
pub(super) use nomenclature_inhabituelle::NOMENCLATURE_INHABITUELLE;
pub(super) use nomenclature_remplacee::NOMENCLATURE_REMPLACEE;
pub(super) use participation_chapitre_70::PARTICIPATION_CHAPITRE_70;
pub(super) use pluriannuel_sans_mention::PLURIANNUEL_SANS_MENTION;
pub(super) use repartition_fausse::REPARTITION_FAUSSE;
pub(super) use sous_total_faux::SOUS_TOTAL_FAUX;
pub(super) use total_section_faux::TOTAL_SECTION_FAUX;
