//! The life of an act: its steps in order, in time, and in agreement with what the act declares.

mod etape;
mod mentions_contraires;

pub(super) use etape::{ETAPE_HORS_ORDRE, ETAPE_HORS_TEMPS};
pub(super) use mentions_contraires::MENTIONS_CONTRAIRES;
