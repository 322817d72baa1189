//! Who took no part in a vote, why, and which powers fell with them.

use super::{Depouillement, enumeration, noms};
use crate::compute::presence;
use crate::model::{CauseNonParticipation as Cause, IdConseiller, NonParticipation};

pub(super) fn phrases(d: Depouillement<'_>) -> Vec<String> {
    let mut all: Vec<&NonParticipation> = d.vote.non_participations.iter().collect();
    all.sort_by_key(|n| (noms::rang(d.seance, &n.membre), n.membre.0.clone()));
    all.dedup_by_key(|n| &n.membre);
    let mut out = Vec::new();
    for cause in [Cause::CompteAdministratif, Cause::Interet, Cause::Refus] {
        let those: Vec<&NonParticipation> =
            all.iter().copied().filter(|n| n.cause == cause).collect();
        if !those.is_empty() {
            out.push(phrase(d, cause, &those));
        }
    }
    out.extend(pouvoirs(d));
    out
}

fn phrase(d: Depouillement<'_>, cause: Cause, those: &[&NonParticipation]) -> String {
    let ids: Vec<IdConseiller> = those.iter().map(|n| n.membre.clone()).collect();
    let several = those.len() > 1;
    let accord = noms::accord(d.seance, &ids);
    let (who, comma) = apposes(d, those);
    let none =
        if several { "n’ont pas pris part au vote" } else { "n’a pas pris part au vote" };
    match cause {
        Cause::Interet => format!("{who}, intéressé{accord} à l’affaire, {none}."),
        // CGCT, L. 2121-14: « il doit se retirer au moment du vote ».
        Cause::CompteAdministratif if those.iter().all(|n| n.quitte_la_salle) => {
            let verb = if several { "se sont retiré" } else { "s’est retiré" };
            let part = if several { "n’y ont pas pris part" } else { "n’y a pas pris part" };
            format!("{who}{comma} {verb}{accord} au moment du vote et {part}.")
        }
        Cause::CompteAdministratif | Cause::Refus => format!("{who}{comma} {none}."),
    }
}

/// Members and what is put beside them, « M. A, trésorier, et Mme B », then the comma that closes what is beside the last.
fn apposes(d: Depouillement<'_>, those: &[&NonParticipation]) -> (String, &'static str) {
    let last = those.len().saturating_sub(1);
    let (mut out, mut open) = (String::new(), false);
    for (i, n) in those.iter().enumerate() {
        let beside = apposition(d, n);
        if i > 0 {
            out.push_str(if i < last || open { "," } else { "" });
            out.push_str(if i < last { " " } else { " et " });
        }
        out.push_str(&noms::nom(d.seance, &n.membre));
        out.push_str(&beside);
        open = !beside.is_empty();
    }
    (out, if open { "," } else { "" })
}

/// What is said of a member after the name: the quality of who renders accounts, and the reason of the record.
fn apposition(d: Depouillement<'_>, n: &NonParticipation) -> String {
    let qualite = d
        .seance
        .conseiller(&n.membre)
        .and_then(|c| c.qualite.as_deref())
        .filter(|_| n.cause == Cause::CompteAdministratif);
    let motif = n.motif.as_deref().map(|m| m.trim().trim_end_matches('.'));
    [qualite, motif]
        .into_iter()
        .flatten()
        .filter(|m| !m.is_empty())
        .map(|m| format!(", {m}"))
        .collect()
}

/// The powers in force for the point that were not used, because who gave or held one took no part.
fn pouvoirs(d: Depouillement<'_>) -> Option<String> {
    // As it stood before anybody left the room for the vote.
    let before = presence::compute(d.seance, d.point, None)?;
    let out = |id: &IdConseiller| d.vote.non_participations.iter().any(|n| n.membre == *id);
    let fallen: Vec<String> = before
        .pouvoirs
        .iter()
        .filter(|(giver, holder)| {
            (out(giver) || out(holder)) && !d.comptes.electeurs.contains(giver)
        })
        .map(|(giver, holder)| {
            format!("par {} à {}", noms::nom(d.seance, giver), noms::nom(d.seance, holder))
        })
        .collect();
    match fallen.as_slice() {
        [] => None,
        [one] => Some(format!("Le pouvoir donné {one} n’a pas été exercé.")),
        many => Some(format!("Les pouvoirs donnés {} n’ont pas été exercés.", enumeration(many))),
    }
}
