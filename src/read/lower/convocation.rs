//! The summons.

use chrono::NaiveDate;

use super::super::raw;
use super::membres::Annuaire;
use super::{Lower, Presence, vote};
use crate::model::{Convocation, Urgence};
use crate::read::codes;

pub(crate) fn lower(
    raw: raw::seance::Convocation,
    jour: NaiveDate,
    annuaire: &Annuaire,
    presences: Presence<()>,
    l: &mut Lower<'_>,
) -> Convocation {
    for (date, cle, message) in [
        (Some(raw.date), "date", "la convocation est postérieure à la séance"),
        (raw.affichage, "affichage", "l’affichage de la convocation est postérieur à la séance"),
    ] {
        let chemin = format!("convocation.{cle}");
        if date.is_some_and(|d| d > jour) {
            after(&chemin, message, jour, l);
        } else if date.is_some_and(|d| (jour - d).num_days() > AVANT) {
            let message = match cle {
                "date" => "la convocation précède la séance de plus d’un an",
                _ => "l’affichage de la convocation précède la séance de plus d’un an",
            };
            let etiquette = format!("séance du {}", jour.format("%d/%m/%Y"));
            l.invraisemblable(&chemin, message, etiquette, DATES);
        }
    }
    // The second summons may leave on the very day when the quorum was missed.
    if raw.seance_sans_quorum.is_some_and(|d| d > raw.date) {
        after(
            "convocation.seance_sans_quorum",
            "la séance sans quorum est postérieure à la seconde convocation",
            raw.date,
            l,
        );
    }
    Convocation {
        date: raw.date,
        affichage: raw.affichage,
        mode: raw.mode.map(|m| m.0),
        urgence: raw.urgence.map(|u| Urgence {
            motif: u.motif,
            vote: u
                .vote
                .map(|v| vote::lower(v, "convocation.urgence.vote", annuaire, presences, l)),
        }),
        seance_sans_quorum: raw.seance_sans_quorum,
        rapports: raw.rapports,
    }
}

/// Days between a summons and its sitting beyond which one of the two dates is most likely wrong.
const AVANT: i64 = 366;

/// What to do about two dates that do not go together.
const DATES: &str = "vérifiez les deux dates, et leur année";

fn after(chemin: &str, message: &str, limite: NaiveDate, l: &mut Lower<'_>) {
    let fault = l.fault(codes::BORNES, chemin, message);
    fault.etiquette = format!("après le {}", limite.format("%d/%m/%Y"));
    fault.aide = Some(DATES.to_owned());
}
