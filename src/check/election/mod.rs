//! Elections: the rounds that follow each other, who is elected, to what.

mod poste_au_feminin;
mod scrutin_sans_elu;
mod tour_de_trop;

pub(super) use poste_au_feminin::POSTE_AU_FEMININ;
pub(super) use scrutin_sans_elu::SCRUTIN_SANS_ELU;
pub(super) use tour_de_trop::TOUR_DE_TROP;
