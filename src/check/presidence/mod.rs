//! Who presides over a sitting and who keeps its record, against who is in the room.

mod absence;
mod president_absent;
mod secretaire_hors_de_la_salle;
mod voix_du_president_inconnue;

pub(super) use president_absent::PRESIDENT_ABSENT;
pub(super) use secretaire_hors_de_la_salle::SECRETAIRE_HORS_DE_LA_SALLE;
pub(super) use voix_du_president_inconnue::VOIX_DU_PRESIDENT_INCONNUE;
