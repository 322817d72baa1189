//! What holds of any sitting: who votes, the quorum, the result, the sentence.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use delibere::compute::{ComptesPresence, ComptesVote, presence, vote};
use delibere::model::{
    CauseNonParticipation, Collectivite, Conseiller, IdConseiller, Majorite, Mouvement,
    NonParticipation, Pouvoir, Presences, Resultat, Scrutin, Seance, SensMouvement, SensVote,
    Texte, Voix, Vote,
};
use delibere::read::Memory;
use delibere::redaction::{Depouillement, Issue};
use proptest::prelude::*;

/// Points of a random sitting.
const POINTS: usize = 4;

fn id(i: usize) -> IdConseiller {
    IdConseiller(format!("m{i}"))
}

/// Where a member stands at the opening.
#[derive(Debug, Clone, Copy)]
enum Place {
    Present,
    /// Represented by the present member of that rank among those present.
    Represente(usize),
    Excuse,
    Absent,
}

/// How a member votes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Voie {
    Pour,
    Contre,
    Abstention,
    /// Takes no part, whether or not out of the room.
    Hors(CauseNonParticipation, bool),
}

#[derive(Debug, Clone)]
struct Reunion {
    seance: Seance,
    vote: Vote,
    point: usize,
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let place = prop_oneof![
        8 => Just(Place::Present),
        2 => (0_usize..40).prop_map(Place::Represente),
        1 => Just(Place::Excuse),
        1 => Just(Place::Absent),
    ];
    prop::collection::vec(place, 3..40)
}

fn voies() -> impl Strategy<Value = Vec<Voie>> {
    let cause = prop_oneof![
        Just(CauseNonParticipation::Interet),
        Just(CauseNonParticipation::CompteAdministratif),
        Just(CauseNonParticipation::Refus),
    ];
    let voie = prop_oneof![
        8 => Just(Voie::Pour),
        6 => Just(Voie::Contre),
        3 => Just(Voie::Abstention),
        1 => (cause, any::<bool>()).prop_map(|(c, out)| Voie::Hors(c, out)),
    ];
    prop::collection::vec(voie, 40)
}

fn mouvements() -> impl Strategy<Value = Vec<(usize, usize, Option<usize>)>> {
    prop::collection::vec((0_usize..40, 0..POINTS, prop::option::of(0_usize..40)), 0..6)
}

/// A sitting as a clerk may type it, with one vote: names where `nommes`, else counts.
fn reunion() -> impl Strategy<Value = Reunion> {
    let scrutin =
        prop_oneof![Just(Scrutin::Ordinaire), Just(Scrutin::Public), Just(Scrutin::Secret),];
    let majorite = prop_oneof![
        3 => Just(Majorite::Absolue),
        1 => Just(Majorite::AbsolueMembres),
        1 => Just(Majorite::DeuxTiersSuffrages),
        1 => Just(Majorite::DeuxTiersMembres),
        1 => Just(Majorite::Unanimite),
    ];
    (places(), mouvements(), voies(), scrutin, majorite, any::<bool>(), 0..POINTS).prop_map(
        |(places, moves, voies, scrutin, majorite, nommes, point)| {
            let seance = seance(&places, &moves);
            let named = nommes && scrutin != Scrutin::Secret;
            let vote = voted(&seance, &voies, point, scrutin, majorite, named);
            Reunion { seance, vote, point }
        },
    )
}

fn seance(places: &[Place], moves: &[(usize, usize, Option<usize>)]) -> Seance {
    let conseillers: Vec<Conseiller> = (0..places.len())
        .map(|i| Conseiller {
            id: id(i),
            civilite: Some(if i % 2 == 0 { "Mme" } else { "M." }.to_owned()),
            prenom: None,
            nom: format!("NOM{}", ["A", "B", "C", "D", "E"][i % 5].repeat(1 + i / 5)),
            qualite: None,
            groupe: None,
            commune: None,
            rang: u32::try_from(i + 1).expect("few"),
            suppleant_de: None,
        })
        .collect();
    let here: Vec<usize> =
        (0..places.len()).filter(|i| matches!(places[*i], Place::Present)).collect();
    let mut p = Presences::default();
    for (i, place) in places.iter().enumerate() {
        match place {
            Place::Present => p.presents.push(id(i)),
            Place::Represente(n) if !here.is_empty() => p.pouvoirs.push(Pouvoir {
                mandant: id(i),
                mandataire: id(here[n % here.len()]),
                date: None,
            }),
            Place::Represente(_) | Place::Absent => p.absents.push(id(i)),
            Place::Excuse => p.excuses.push(id(i)),
        }
    }
    let mut inside: BTreeSet<usize> = here.iter().copied().collect();
    let mut moves: Vec<_> = moves.iter().map(|(m, p, w)| (m % places.len(), *p, *w)).collect();
    moves.sort_by_key(|(_, point, _)| *point);
    let mouvements = moves
        .into_iter()
        .map(|(who, point, power)| {
            let leaves = inside.remove(&who);
            if !leaves {
                inside.insert(who);
            }
            Mouvement {
                membre: id(who),
                sens: if leaves { SensMouvement::Depart } else { SensMouvement::Arrivee },
                point,
                heure: None,
                pouvoir: power.filter(|_| leaves).map(|h| id(h % places.len())),
            }
        })
        .collect();
    Seance {
        date: NaiveDate::from_ymd_opt(2026, 6, 18).expect("a day"),
        heure: None,
        heure_fin: None,
        lieu: None,
        assemblee: None,
        rang: None,
        huis_clos: false,
        convocation: None,
        conseillers,
        effectif: None,
        president: here.first().map(|i| id(*i)),
        secretaires: Vec::new(),
        auxiliaires: Vec::new(),
        presences: Some(p),
        mouvements,
        points: Vec::new(),
        verifications: delibere::model::Verifications::default(),
        preliminaires: Texte::default(),
        suites: delibere::model::Suites::default(),
    }
}

/// The record of a vote in which those who may vote do it as `voies` says.
fn voted(
    seance: &Seance,
    voies: &[Voie],
    point: usize,
    scrutin: Scrutin,
    majorite: Majorite,
    named: bool,
) -> Vote {
    let mut record = Vote { scrutin, majorite, ..Vote::default() };
    record.non_participations = (0..seance.conseillers.len())
        .filter_map(|i| match voies[i] {
            Voie::Hors(cause, quitte_la_salle) => {
                Some(NonParticipation { membre: id(i), cause, motif: None, quitte_la_salle })
            }
            _ => None,
        })
        .collect();
    let voters = by_hand(seance, &record, point);
    let of = |voie: Voie| {
        let who: Vec<IdConseiller> =
            voters.iter().filter(|i| voies[**i] == voie).map(|i| id(*i)).collect();
        Some(if named {
            Voix::Noms(who)
        } else {
            Voix::Nombre(u32::try_from(who.len()).expect("few"))
        })
    };
    record.contre = of(Voie::Contre);
    record.abstentions = of(Voie::Abstention);
    if scrutin == Scrutin::Public && named {
        record.pour = of(Voie::Pour);
    }
    record.president = Some(SensVote::Pour);
    record
}

/// Who votes on a point, found another way: by walking through the sitting.
fn by_hand(seance: &Seance, record: &Vote, point: usize) -> Vec<usize> {
    let n = seance.conseillers.len();
    let p = seance.presences.as_ref().expect("an attendance");
    (0..n)
        .filter(|i| {
            let me = id(*i);
            let out =
                |who: &IdConseiller| record.non_participations.iter().find(|n| n.membre == *who);
            if out(&me).is_some() {
                return false;
            }
            if inside(seance, p, &me, point) {
                return true;
            }
            let Some(holder) = holder(seance, p, &me, point) else { return false };
            inside(seance, p, &holder, point)
                && out(&holder).is_none_or(|n| !n.quitte_la_salle && !n.cause.pouvoirs_exclus())
        })
        .collect()
}

/// Whether a member is in the room: the last movement that counts says it, else the opening.
fn inside(seance: &Seance, p: &Presences, who: &IdConseiller, point: usize) -> bool {
    let last = seance.mouvements.iter().rfind(|m| m.membre == *who && m.point <= point);
    last.map_or(p.presents.contains(who), |m| m.sens == SensMouvement::Arrivee)
}

/// Who votes in the name of a member who is not in the room.
fn holder(
    seance: &Seance,
    p: &Presences,
    who: &IdConseiller,
    point: usize,
) -> Option<IdConseiller> {
    let last = seance.mouvements.iter().rfind(|m| m.membre == *who && m.point <= point);
    match last {
        Some(m) => m.pouvoir.clone(),
        None => p.pouvoirs.iter().find(|p| p.mandant == *who).map(|p| p.mandataire.clone()),
    }
}

fn collectivite() -> Arc<Collectivite> {
    let files = Memory::new()
        .with(
            "collectivite.toml",
            "nom = \"V\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"X\" }",
        )
        .with("seance.toml", "date = 2026-06-18")
        .with(
            "deliberation.toml",
            "numero = \"1\"\nobjet = [\"O\"]\narticles = [{ texte = \"T.\" }]",
        );
    delibere::read(&files).expect("files").dossier.expect("no fault").collectivite
}

fn counted(r: &Reunion) -> (ComptesPresence, ComptesVote) {
    let there = presence::compute(&r.seance, Some(r.point), Some(&r.vote)).expect("an attendance");
    let c = collectivite();
    let counts = vote::compute(&r.vote, &r.seance, &c, Some(r.point), Some(&there));
    (there, counts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Voters = present + valid powers − those who take no part.
    #[test]
    fn voters_are_those_found_by_hand(r in reunion()) {
        let (_, counts) = counted(&r);
        let hand: Vec<IdConseiller> =
            by_hand(&r.seance, &r.vote, r.point).into_iter().map(id).collect();
        prop_assert_eq!(&counts.electeurs, &hand);
        prop_assert_eq!(counts.votants as usize, hand.len());
        let all = counts.pour.nombre + counts.contre.nombre + counts.abstentions.nombre;
        prop_assert_eq!(all, counts.votants);
    }

    /// Each member is counted once, whatever comes and goes.
    #[test]
    fn each_member_stands_in_one_place(r in reunion()) {
        let (there, _) = counted(&r);
        let givers = there.pouvoirs.iter().map(|(giver, _)| giver);
        let all: Vec<&IdConseiller> = there
            .presents
            .iter()
            .chain(givers)
            .chain(&there.excuses)
            .chain(&there.absents)
            .chain(&there.sortis)
            .collect();
        let once: BTreeSet<&IdConseiller> = all.iter().copied().collect();
        prop_assert_eq!(all.len(), once.len());
        prop_assert_eq!(once.len(), r.seance.conseillers.len());
    }

    /// The quorum counts bodies in the room: a power changes nothing in it.
    #[test]
    fn the_quorum_counts_bodies_only(r in reunion()) {
        let (there, _) = counted(&r);
        let p = r.seance.presences.as_ref().expect("an attendance");
        let gone = |who: &IdConseiller| {
            r.vote.non_participations.iter().any(|n| n.membre == *who && n.quitte_la_salle)
        };
        let bodies = r
            .seance
            .conseillers
            .iter()
            .filter(|c| inside(&r.seance, p, &c.id, r.point) && !gone(&c.id))
            .count();
        prop_assert_eq!(there.quorum.presents as usize, bodies);
        prop_assert_eq!(there.quorum.atteint(), 2 * bodies > r.seance.conseillers.len());
        let mut without = r.clone();
        without.seance.presences.as_mut().expect("an attendance").pouvoirs.clear();
        prop_assert_eq!(counted(&without).0.quorum, there.quorum);
    }

    /// The result never contradicts the counts.
    #[test]
    fn the_result_is_that_of_the_counts(r in reunion()) {
        let (_, c) = counted(&r);
        let (pour, contre) = (c.pour.nombre, c.contre.nombre);
        let members = u32::try_from(r.seance.conseillers.len()).expect("few");
        let reached = match r.vote.majorite {
            Majorite::Absolue => pour > contre,
            Majorite::AbsolueMembres => 2 * pour > members,
            Majorite::DeuxTiersSuffrages => pour > 0 && 3 * pour >= 2 * (pour + contre),
            Majorite::DeuxTiersMembres => 3 * pour >= 2 * members && pour > 0,
            Majorite::Unanimite => pour > 0 && contre == 0,
            _ => unreachable!("not drawn"),
        };
        match c.resultat {
            Resultat::Adoptee if c.preponderante => {
                prop_assert!(pour == contre && pour > 0 && r.vote.scrutin != Scrutin::Secret);
            }
            Resultat::Adoptee => prop_assert!(reached),
            Resultat::Rejetee => prop_assert!(!reached),
            Resultat::Partage => prop_assert!(pour == contre && !reached),
        }
        prop_assert_eq!(c.unanimite, contre == 0 && pour > 0);
    }

    /// The sentence is the same in whatever order the members are typed in their lists.
    #[test]
    fn the_sentence_does_not_depend_on_the_order_of_the_lists(r in reunion(), seed in any::<u64>()) {
        let say = |r: &Reunion| {
            let c = collectivite();
            let (_, comptes) = counted(r);
            Depouillement {
                collectivite: &c, seance: &r.seance, point: Some(r.point), vote: &r.vote, comptes: &comptes,
            }
            .phrases(&Issue::default())
        };
        let mut hasard = crate::support::Hasard(seed | 1);
        let mut other = r.clone();
        for voix in [&mut other.vote.pour, &mut other.vote.contre, &mut other.vote.abstentions] {
            if let Some(Voix::Noms(noms)) = voix {
                shuffle(noms, &mut hasard);
            }
        }
        shuffle(&mut other.vote.non_participations, &mut hasard);
        let p = other.seance.presences.as_mut().expect("an attendance");
        shuffle(&mut p.presents, &mut hasard);
        shuffle(&mut p.pouvoirs, &mut hasard);
        shuffle(&mut p.absents, &mut hasard);
        prop_assert_eq!(say(&r), say(&other));
    }
}

fn shuffle<T>(list: &mut [T], hasard: &mut crate::support::Hasard) {
    for i in (1..list.len()).rev() {
        let j = usize::try_from(hasard.below(i as u64 + 1)).expect("small");
        list.swap(i, j);
    }
}
