//! Where an act says how it may be challenged.

use crate::check::passages::{Passage, dispositif};
use crate::model::{Dossier, Lieu};

/// The wording of the authority for all its acts, and the passages of this one, that speak of a court.
pub(super) fn mentions(dossier: &Dossier) -> Vec<Passage> {
    let wording = dossier.collectivite.theme.formules.recours.as_deref();
    let wording = wording
        .map(|texte| Passage::new(Lieu::new("collectivite.toml", "theme.formules.recours"), texte));
    let own = dispositif(&dossier.deliberation).into_iter().map(|d| d.texte);
    wording.into_iter().chain(own.filter(challenges)).collect()
}

/// Whether what is decided says how the act may be challenged, and does not speak of a suit that is there already:
/// « défendre la commune dans le recours introduit devant le tribunal administratif ».
fn challenges(passage: &Passage) -> bool {
    const SUITS: &[&str] = &[
        "defendre",
        "ester",
        "interjeter",
        "se desister",
        "desistement",
        "en defense",
        "contentieux engage",
        "instance engagee",
        "intenter",
        "transiger",
        "transaction",
        "protocole",
    ];
    const OFFERS: &[&str] =
        &["peut faire l'objet", "peuvent faire l'objet", "peut etre", "peuvent etre"];
    const DELAYS: &[&str] = &[
        "delai de",
        "delai d'un",
        "dans les deux mois",
        "dans les trois mois",
        "a compter de",
        "a compter du",
    ];
    const DONE: &[&str] = &[
        "introduit",
        "introduite",
        "introduits",
        "forme par",
        "formee par",
        "depose par",
        "deposee par",
        "engage par",
        "engagee par",
        "exerce par",
    ];
    let plat = passage.plat();
    let spoken = ["recours", "defere", "conteste"].iter().any(|w| plat.contains(w));
    let offered = passage.has(OFFERS) || passage.has(DELAYS) && !passage.has(DONE);
    plat.contains("tribunal administratif") && spoken && offered && !passage.has(SUITS)
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
    let plat = passage.plat();
    let mut places = AUTRES.iter().filter_map(|mot| {
        let mut from = 0;
        while let Some(at) = passage.position(mot, from) {
            // « augmenté d’un mois » is no delay by itself.
            let before = plat[..at].trim_end().trim_end_matches("d'");
            let mut near = before.rsplitn(7, ' ').take(6);
            let delay = near.any(|w| w.starts_with("delai")) && !before.ends_with("augmente ");
            if delay || before.ends_with("dans les") {
                return Some((at, mot.len()));
            }
            from = at + mot.len();
        }
        None
    });
    let first = places.next()?;
    let (at, len) = places.fold(first, |a, b| a.min(b));
    Some(passage.trouve(at, len))
}
