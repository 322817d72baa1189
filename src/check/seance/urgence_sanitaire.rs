//! The state of public health emergency, which loosened the quorum and allowed two powers.

use chrono::NaiveDate;

use crate::check::Vigueur;

/// From 24 March 2020 to 31 July 2022, as a whole; its sub-periods differ, and were not verified.
pub(super) const VIGUEUR: Vigueur = Vigueur::depuis(2020, 3, 24).jusqu_au(2022, 7, 31);

/// Whether a day stands in it.
pub(in crate::check) fn couvre(jour: NaiveDate) -> bool {
    VIGUEUR.couvre(jour)
}
