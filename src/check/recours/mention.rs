//! Where an act says how it may be challenged.

use crate::check::passages::{Passage, dispositif};
use crate::model::{Dossier, Lieu};

/// The wording of the authority for all its acts, and the passages of this one, that speak of a court.
pub(super) fn mentions(dossier: &Dossier) -> Vec<Passage> {
    let wording = dossier.collectivite.theme.formules.recours.as_deref();
    let wording = wording
        .map(|texte| Passage::new(Lieu::new("collectivite.toml", "theme.formules.recours"), texte));
    let own = dispositif(&dossier.deliberation).into_iter().map(|d| d.texte);
    let own = own.filter(|p| p.plat().contains("recours") || p.plat().contains("defere"));
    wording.into_iter().chain(own.filter(|p| p.plat().contains("tribunal administratif"))).collect()
}

/// A delay in months that a passage gives, other than two, when two months stand nowhere in it.
///
/// Other delays may be right beside the two months: those of distance, that of an administrative appeal.
pub(super) fn autre_delai(passage: &Passage) -> Option<crate::check::passages::Trouve> {
    const AUTRES: &[&str] = &[
        "un mois",
        "1 mois",
        "trois mois",
        "3 mois",
        "quatre mois",
        "4 mois",
        "six mois",
        "6 mois",
        "trente jours",
        "30 jours",
        "quinze jours",
        "15 jours",
        "quatre-vingt-dix jours",
        "90 jours",
    ];
    if passage.has(&["deux mois", "2 mois"]) {
        return None;
    }
    passage.find(AUTRES)
}
