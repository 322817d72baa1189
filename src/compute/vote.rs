//! What follows from a vote: counts, majority, result.

use super::election::{self, ComptesElection};
use super::presence::ComptesPresence;
use crate::droit;
use crate::model::{
    self, Collectivite, IdConseiller, Majorite, NonParticipation, Resultat, Scrutin, Seance,
    SensVote, Vote,
};

/// What follows from a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComptesVote {
    /// How it is taken.
    pub scrutin: Scrutin,
    /// Who may vote, by name, in the order of the table: present members and valid powers, less those who take no part;
    /// empty when the attendance is not known.
    pub electeurs: Vec<IdConseiller>,
    /// How many take part: as many as [`ComptesVote::electeurs`] when they are known, else the sum of what is counted.
    pub votants: u32,
    /// For.
    pub pour: Voix,
    /// Against.
    pub contre: Voix,
    /// Abstentions.
    pub abstentions: Voix,
    /// Blank ballots.
    pub blancs: u32,
    /// Void ballots.
    pub nuls: u32,
    /// Who takes no part.
    pub non_participations: Vec<NonParticipation>,
    /// Votes cast (*suffrages exprimés*): for and against.
    pub exprimes: u32,
    /// What had to be reached.
    pub seuil: Seuil,
    /// Whether as many voted for as against.
    pub partage: bool,
    /// Whether the vote of the president decided a tie.
    pub preponderante: bool,
    /// Whether the vote of who presides would decide a tie, and nothing says how that was: the result is not known.
    pub a_departager: bool,
    /// Whether nobody voted against, and somebody for.
    pub unanimite: bool,
    /// What comes of it.
    pub resultat: Resultat,
    /// The rounds and who is elected, for an election.
    pub election: Option<ComptesElection>,
}

/// Votes that go one way, counted and, unless the vote is secret, named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voix {
    /// How many.
    pub nombre: u32,
    /// Who, in the order of the table; empty in a secret vote, or when only the count is known.
    pub noms: Vec<IdConseiller>,
}

/// A majority to be reached (*seuil*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seuil {
    /// The majority, [`Majorite::InteretCommunautaire`] turned into what the law of the day asks for.
    pub majorite: Majorite,
    /// Whether it was asked for as that of the *intérêt communautaire*.
    pub interet_communautaire: bool,
    /// How many the base counts: votes cast, members there or represented, members in office or seats.
    pub base: u32,
    /// Votes wanted.
    pub requis: u32,
}

/// Computes what follows from a vote; `presence` is the attendance for `point`.
#[must_use]
pub fn compute(
    vote: &Vote,
    seance: &Seance,
    collectivite: &Collectivite,
    point: Option<usize>,
    presence: Option<&ComptesPresence>,
) -> ComptesVote {
    let electeurs = presence.map_or_else(Vec::new, |p| electeurs(vote, seance, p));
    let election = (!vote.tours.is_empty()).then(|| election::compute(&vote.tours));
    let secret = vote.scrutin == Scrutin::Secret || election.is_some();
    let said = |voix: Option<&model::Voix>| {
        voix.map_or_else(Voix::default, |v| Voix {
            nombre: v.nombre(),
            noms: if secret { Vec::new() } else { in_order(seance, v.noms()) },
        })
    };
    let contre = said(vote.contre.as_ref());
    let abstentions = said(vote.abstentions.as_ref());
    let others = contre.nombre + abstentions.nombre + vote.blancs + vote.nuls;
    let known = presence.map(|_| u32::try_from(electeurs.len()).unwrap_or(u32::MAX));
    let mut pour = said(vote.pour.as_ref());
    if vote.pour.is_none() && election.is_none() {
        // All those who may vote and are counted nowhere else.
        pour.nombre = known.unwrap_or(0).saturating_sub(others);
        if vote.scrutin == Scrutin::Public && !electeurs.is_empty() {
            let elsewhere =
                |id: &&IdConseiller| !contre.noms.contains(id) && !abstentions.noms.contains(id);
            pour.noms = electeurs.iter().filter(elsewhere).cloned().collect();
        }
    }
    let last = election.as_ref().and_then(|e| e.tours.last());
    let exprimes = last.map_or(pour.nombre + contre.nombre, |t| t.exprimes);
    let votants = known.unwrap_or_else(|| match vote.tours.last() {
        Some(tour) => tour.bulletins,
        None => pour.nombre + others,
    });
    let there = presence.map(|p| p.presents.len() + p.pouvoirs.len());
    let there = there.map_or(votants, |n| u32::try_from(n).unwrap_or(u32::MAX));
    let seuil = seuil(vote, seance, collectivite, exprimes, there);
    let partage = election.is_none() && pour.nombre == contre.nombre && exprimes > 0;
    let casting = match partage && !secret && vote.majorite == Majorite::Absolue {
        true => president(vote, seance, point, presence, &electeurs),
        false => President::SansVoix,
    };
    let a_departager = casting == President::Inconnu && vote.resultat != Some(Resultat::Partage);
    let casting = match casting {
        President::Vote(sens) => Some(sens),
        President::Inconnu | President::SansVoix => None,
    };
    let resultat = match (&election, casting) {
        (Some(e), _) if e.elu.is_some() => Resultat::Adoptee,
        (Some(_), _) => Resultat::Rejetee,
        (None, Some(SensVote::Pour)) => Resultat::Adoptee,
        (None, Some(SensVote::Contre)) => Resultat::Rejetee,
        (None, _) if partage && seuil.majorite == Majorite::Absolue => Resultat::Partage,
        // Without a count of those for, nothing can be computed: a rule asks for it, and the document prints what it declares.
        (None, _) if vote.pour.is_none() && known.is_none() => {
            vote.resultat.unwrap_or(Resultat::Rejetee)
        }
        (None, _) if exprimes > 0 && pour.nombre >= seuil.requis => Resultat::Adoptee,
        _ => Resultat::Rejetee,
    };
    ComptesVote {
        scrutin: if election.is_some() { Scrutin::Secret } else { vote.scrutin },
        electeurs,
        votants,
        unanimite: election.is_none() && contre.nombre == 0 && pour.nombre > 0,
        pour,
        contre,
        abstentions,
        blancs: vote.blancs,
        nuls: vote.nuls,
        non_participations: vote.non_participations.clone(),
        exprimes,
        seuil,
        partage,
        preponderante: casting.is_some_and(|c| c != SensVote::Abstention),
        a_departager,
        resultat,
        election,
    }
}

/// Who may vote: those in the room and those they validly represent, less those who take no part, and less the powers
/// that fall with them.
fn electeurs(vote: &Vote, seance: &Seance, presence: &ComptesPresence) -> Vec<IdConseiller> {
    let out = |id: &IdConseiller| vote.non_participations.iter().any(|n| n.membre == *id);
    let void = |id: &IdConseiller| {
        vote.non_participations.iter().any(|n| n.membre == *id && n.cause.pouvoirs_exclus())
    };
    let represented = presence.pouvoirs.iter().filter(|(_, holder)| !void(holder));
    let ids: Vec<IdConseiller> = presence
        .presents
        .iter()
        .chain(represented.map(|(giver, _)| giver))
        .filter(|id| !out(id))
        .cloned()
        .collect();
    in_order(seance, &ids)
}

/// Members in the order of the table, each once.
fn in_order(seance: &Seance, ids: &[IdConseiller]) -> Vec<IdConseiller> {
    seance.conseillers.iter().map(|c| &c.id).filter(|id| ids.contains(id)).cloned().collect()
}

/// How who presides votes on a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum President {
    /// That way.
    Vote(SensVote),
    /// Nothing says it.
    Inconnu,
    /// Not at all: away, or taking no part.
    SansVoix,
}

/// How the president votes: as the names say, else as it is declared, else with all those that nothing names.
///
/// Who is not in the room does not preside, whoever holds the power that was given.
fn president(
    vote: &Vote,
    seance: &Seance,
    point: Option<usize>,
    presence: Option<&ComptesPresence>,
    electeurs: &[IdConseiller],
) -> President {
    let declared = vote.president.map_or(President::Inconnu, President::Vote);
    let Some(id) = seance.president_of(point).map(|p| &p.id) else { return declared };
    let away = presence.is_some_and(|p| !p.presents.contains(id) || !electeurs.contains(id));
    if away || vote.non_participations.iter().any(|n| n.membre == *id) {
        return President::SansVoix;
    }
    let ways = [
        (SensVote::Pour, &vote.pour),
        (SensVote::Contre, &vote.contre),
        (SensVote::Abstention, &vote.abstentions),
    ];
    let named = ways
        .iter()
        .find(|(_, voix)| voix.as_ref().is_some_and(|v| v.noms().contains(id)))
        .map(|(sens, _)| President::Vote(*sens));
    let by_name =
        |v: &Option<model::Voix>| v.as_ref().is_none_or(|v| matches!(v, model::Voix::Noms(_)));
    let rest = vote.pour.is_none()
        && by_name(&vote.contre)
        && by_name(&vote.abstentions)
        && electeurs.contains(id);
    match (named, declared) {
        (Some(named), _) => named,
        (None, President::Inconnu) if rest => President::Vote(SensVote::Pour),
        (None, declared) => declared,
    }
}

/// What had to be reached; `there` counts the members present or represented.
fn seuil(
    vote: &Vote,
    seance: &Seance,
    collectivite: &Collectivite,
    exprimes: u32,
    there: u32,
) -> Seuil {
    let interet_communautaire = vote.majorite == Majorite::InteretCommunautaire;
    let majorite = if interet_communautaire {
        droit::interet_communautaire(seance.date, collectivite.genre)
            .map_or(Majorite::Absolue, |i| i.majorite)
    } else {
        vote.majorite
    };
    let members = || u32::try_from(seance.en_exercice().count()).unwrap_or(u32::MAX);
    let base = match majorite {
        Majorite::AbsoluePresents => there,
        Majorite::AbsolueMembres => members(),
        Majorite::DeuxTiersMembres => seance.effectif.unwrap_or_else(members),
        _ => exprimes,
    };
    let requis = match majorite {
        Majorite::Absolue
        | Majorite::AbsoluePresents
        | Majorite::AbsolueMembres
        | Majorite::InteretCommunautaire => base / 2 + 1,
        Majorite::DeuxTiersSuffrages | Majorite::DeuxTiersMembres => {
            base.saturating_mul(2).div_ceil(3)
        }
        Majorite::TroisCinquiemesSuffrages => base.saturating_mul(3).div_ceil(5),
        Majorite::Unanimite => base,
    };
    Seuil { majorite, interet_communautaire, base, requis }
}
