//! Why a member is not in the room for an act.

use crate::compute::Comptes;
use crate::model::{CauseNonParticipation, Dossier, IdConseiller, Lieu, SensMouvement};

/// Why a member is not there (*absence*), with the place that says so.
pub(super) enum Absence {
    /// Left before the point of the act.
    Parti(Lieu),
    /// Leaves the room for the vote of the act alone.
    Sorti(Lieu),
    /// Not there at the opening, and not arrived since.
    Pas(Option<Lieu>),
}

/// Nothing when the member is there, or when nobody says who is.
pub(super) fn absence(dossier: &Dossier, comptes: &Comptes, id: &IdConseiller) -> Option<Absence> {
    let presence = comptes.presence.as_ref()?;
    if presence.presents.contains(id) {
        return None;
    }
    let seance = &dossier.seance;
    let lieu = |chemin: String| Lieu::new("seance.toml", chemin);
    let out =
        dossier.deliberation.vote.iter().flat_map(|v| v.non_participations.iter().enumerate());
    if let Some((i, n)) = out.into_iter().find(|(_, n)| n.membre == *id && n.quitte_la_salle)
        && presence.sortis.contains(id)
    {
        // That the executive leaves at the vote of its accounts has a rule of its own.
        let accounts = n.cause == CauseNonParticipation::CompteAdministratif;
        let chemin = format!("vote.non_participations[{i}].membre");
        return (!accounts).then(|| Absence::Sorti(Lieu::new("deliberation.toml", chemin)));
    }
    let left = seance
        .mouvements
        .iter()
        .enumerate()
        .rfind(|(_, m)| m.membre == *id && dossier.point.is_some_and(|point| m.point <= point));
    if let Some((i, m)) = left
        && m.sens == SensMouvement::Depart
    {
        return Some(Absence::Parti(lieu(format!("mouvements[{i}].membre"))));
    }
    let p = seance.presences.as_ref()?;
    let rank = |list: &[IdConseiller]| list.iter().position(|other| other == id);
    let place = rank(&p.excuses)
        .map(|i| format!("presences.excuses[{i}]"))
        .or_else(|| rank(&p.absents).map(|i| format!("presences.absents[{i}]")))
        .or_else(|| {
            let given = p.pouvoirs.iter().position(|p| p.mandant == *id)?;
            Some(format!("presences.pouvoirs[{given}].mandant"))
        });
    Some(Absence::Pas(place.map(lieu)))
}
