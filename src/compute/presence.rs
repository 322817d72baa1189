//! Who is there for each act, and whether the assembly may deliberate.

use std::collections::BTreeMap;

use crate::model::{Conseiller, IdConseiller, Seance, SensMouvement, Vote};

/// The attendance as it stands for one point of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComptesPresence {
    /// Members in office.
    pub en_exercice: u32,
    /// Who is in the room, substitutes included, in the order of the table.
    pub presents: Vec<IdConseiller>,
    /// Powers in force: who gives, who holds; the giver is not in the room and the holder is, in the order of the table.
    pub pouvoirs: Vec<(IdConseiller, IdConseiller)>,
    /// Members whose seat a substitute takes: the member, the substitute.
    pub remplaces: Vec<(IdConseiller, IdConseiller)>,
    /// Members excused that nobody represents, in the order of the table.
    pub excuses: Vec<IdConseiller>,
    /// Members absent that nobody represents: those who left and those not yet arrived included.
    pub absents: Vec<IdConseiller>,
    /// Members who leave the room for this point alone.
    pub sortis: Vec<IdConseiller>,
    /// Whether the assembly may deliberate.
    pub quorum: Quorum,
}

/// The quorum (*quorum*): bodies in the room only, powers do not count (CGCT, L. 2121-17).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    /// Members in the room.
    pub presents: u32,
    /// How many are wanted: more than half of the members in office.
    pub requis: u32,
    /// Whether a second summons frees the assembly from it.
    pub dispense: bool,
}

impl Quorum {
    /// Whether the assembly may deliberate.
    #[must_use]
    pub fn atteint(&self) -> bool {
        self.dispense || self.presents >= self.requis
    }
}

/// The attendance for a point (at the opening when there is none), less those who leave the room for its vote.
///
/// Nothing when the sitting does not say who is there.
#[must_use]
pub fn compute(
    seance: &Seance,
    point: Option<usize>,
    vote: Option<&Vote>,
) -> Option<ComptesPresence> {
    let etats = etats(seance, point)?;
    let sortis: Vec<&IdConseiller> = vote
        .iter()
        .flat_map(|v| &v.non_participations)
        .filter(|n| n.quitte_la_salle)
        .map(|n| &n.membre)
        .collect();
    let here = |id: &IdConseiller| etats.get(id) == Some(&Etat::Present);
    let in_the_room = |c: &&Conseiller| {
        here(&c.id) && !sortis.contains(&&c.id) && c.suppleant_de.as_ref().is_none_or(|t| !here(t))
    };
    let presents: Vec<IdConseiller> =
        seance.conseillers.iter().filter(in_the_room).map(|c| c.id.clone()).collect();
    let mut out = ComptesPresence {
        en_exercice: count(seance.en_exercice().count()),
        pouvoirs: Vec::new(),
        remplaces: Vec::new(),
        excuses: Vec::new(),
        absents: Vec::new(),
        sortis: Vec::new(),
        quorum: Quorum {
            presents: count(presents.len()),
            requis: count(seance.en_exercice().count() / 2 + 1),
            dispense: seance.convocation.as_ref().is_some_and(|c| c.seance_sans_quorum.is_some()),
        },
        presents,
    };
    for membre in &seance.conseillers {
        let id = &membre.id;
        let etat = etats.get(id).copied().unwrap_or(Etat::Absent);
        if etat == Etat::Present {
            if sortis.contains(&id) {
                out.sortis.push(id.clone());
            }
            continue;
        }
        if membre.suppleant_de.is_some() {
            continue;
        }
        let suppleant = seance
            .conseillers
            .iter()
            .find(|c| c.suppleant_de.as_ref() == Some(id) && out.presents.contains(&c.id));
        match (suppleant, etat) {
            (Some(suppleant), _) => out.remplaces.push((id.clone(), suppleant.id.clone())),
            (None, Etat::Represente(holder)) if out.presents.contains(holder) => {
                out.pouvoirs.push((id.clone(), holder.clone()));
            }
            (None, Etat::Represente(_) | Etat::Excuse) => out.excuses.push(id.clone()),
            (None, _) => out.absents.push(id.clone()),
        }
    }
    Some(out)
}

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Etat<'a> {
    Present,
    /// A power is given, whether or not its holder is there.
    Represente(&'a IdConseiller),
    Excuse,
    Absent,
}

/// Where each member stands for a point: as at the opening, then by the arrivals and departures that count for it.
fn etats(seance: &Seance, point: Option<usize>) -> Option<BTreeMap<&IdConseiller, Etat<'_>>> {
    let p = seance.presences.as_ref()?;
    let mut etats = BTreeMap::new();
    etats.extend(p.absents.iter().map(|id| (id, Etat::Absent)));
    etats.extend(p.excuses.iter().map(|id| (id, Etat::Excuse)));
    etats.extend(p.pouvoirs.iter().map(|p| (&p.mandant, Etat::Represente(&p.mandataire))));
    etats.extend(p.presents.iter().map(|id| (id, Etat::Present)));
    for m in seance.mouvements.iter().filter(|m| point.is_some_and(|p| m.point <= p)) {
        let etat = match (m.sens, &m.pouvoir) {
            (SensMouvement::Arrivee, _) => Etat::Present,
            (SensMouvement::Depart, Some(holder)) => Etat::Represente(holder),
            (SensMouvement::Depart, None) => Etat::Absent,
        };
        etats.insert(&m.membre, etat);
    }
    Some(etats)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
