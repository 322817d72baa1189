//! What holds of the sentences of any vote.

use delibere::compute::ComptesVote;
use delibere::model::{
    CauseNonParticipation as Cause, Majorite, Presences, Resultat, Scrutin, Seance, SensVote, Voix,
    Vote,
};
use proptest::prelude::*;

use super::{collectivite, compter, hors, id, membre, pouvoir, rediger, seance};

/// Which way each member goes: for, against, abstains, takes no part for one of three reasons.
type Sens = Vec<u8>;

const MEMBRES: usize = 24;

fn conseil() -> Seance {
    let title = |i: usize| if i.is_multiple_of(3) { "Mme" } else { "M." };
    let conseillers: Vec<_> = (0..MEMBRES)
        .map(|i| membre(i, &format!("{} Camille NOM{}", title(i), letters(i))))
        .collect();
    let presents = conseillers[..MEMBRES - 4].iter().map(|c| c.id.clone()).collect();
    let pouvoirs =
        (0..3).map(|i| pouvoir(&name(MEMBRES - 4 + i), &name(2 * i))).collect::<Vec<_>>();
    let absents = vec![id(&name(MEMBRES - 1))];
    seance(
        (2026, 6, 18),
        conseillers,
        Presences { presents, pouvoirs, absents, ..Presences::default() },
    )
}

/// A name without a digit, so that every digit of a sentence is that of a count.
fn letters(i: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).expect("a letter"));
    [letter(i / 5), letter(i % 5)].iter().collect()
}

fn name(i: usize) -> String {
    format!("NOM{}", letters(i))
}

fn vote(
    sens: &Sens,
    scrutin: Scrutin,
    majorite: Majorite,
    named: bool,
    ballots: (u32, u32),
) -> Vote {
    let members = conseil();
    let of = |way: u8| -> Vec<_> {
        let voters = members.conseillers[..MEMBRES - 1].iter().zip(sens);
        voters.filter(|(_, s)| **s == way).map(|(c, _)| c.id.clone()).collect()
    };
    let voix = |way: u8| {
        let ids = of(way);
        Some(if named {
            Voix::Noms(ids)
        } else {
            Voix::Nombre(u32::try_from(ids.len()).expect("few"))
        })
    };
    let causes = [(3, Cause::Interet), (4, Cause::CompteAdministratif), (5, Cause::Refus)];
    let secret = scrutin == Scrutin::Secret;
    Vote {
        scrutin,
        majorite,
        contre: voix(1),
        abstentions: voix(2),
        blancs: if secret { ballots.0 } else { 0 },
        nuls: if secret { ballots.1 } else { 0 },
        president: Some(SensVote::Pour),
        non_participations: causes
            .into_iter()
            .flat_map(|(way, cause)| of(way).into_iter().map(move |m| (m, cause)))
            .map(|(m, cause)| hors(&m.0, cause, None, cause == Cause::CompteAdministratif))
            .collect(),
        ..Vote::default()
    }
}

fn votes() -> impl Strategy<Value = Vote> {
    let way = prop_oneof![6 => Just(0_u8), 3 => Just(1), 2 => Just(2), 1 => 3_u8..6];
    (
        prop::collection::vec(way, MEMBRES - 1),
        prop::sample::select(vec![Scrutin::Ordinaire, Scrutin::Public, Scrutin::Secret]),
        prop::sample::select(vec![
            Majorite::Absolue,
            Majorite::AbsolueMembres,
            Majorite::DeuxTiersMembres,
            Majorite::DeuxTiersSuffrages,
            Majorite::TroisCinquiemesSuffrages,
            Majorite::InteretCommunautaire,
            Majorite::Unanimite,
        ]),
        any::<bool>(),
        (0_u32..3, 0_u32..3),
    )
        .prop_map(|(s, scrutin, majorite, named, b)| vote(&s, scrutin, majorite, named, b))
}

/// The numbers of a sentence, each with the words that follow it.
fn numbers(texte: &str) -> Vec<(u32, &str)> {
    let mut out = Vec::new();
    let mut rest = texte;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = &rest[at..];
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        rest = &tail[end..];
        out.push((tail[..end].parse().expect("a number"), rest));
    }
    out
}

fn without_articles(texte: &str) -> String {
    texte.replace("L. 2121-20", "").replace("L. 5211-1", "")
}

/// What the sentence of the result says of one way; nothing said is nobody.
fn said(resultat: &str, nouns: &[&str]) -> u32 {
    let counts = resultat.rsplit_once(" : ").map_or("", |(_, counts)| counts);
    let found = numbers(counts).into_iter().find(|(_, after)| {
        nouns.iter().any(|n| after.strip_prefix(n).is_some_and(|r| r.starts_with([',', '.', ' '])))
    });
    found.map_or(0, |(n, _)| n)
}

fn counted(c: &ComptesVote) -> [u32; 5] {
    // Without a vote cast nobody is for, and the sentence says so in its own words.
    [c.pour.nombre, c.contre.nombre, c.abstentions.nombre, c.blancs, c.nuls]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_counts_of_the_sentence_are_those_that_were_computed(vote in votes()) {
        let (seance, c) = (conseil(), collectivite("communaute-agglomeration"));
        let comptes = compter(&seance, &c, None, &vote);
        let resultat = &rediger(&seance, &c, None, &vote)[0];
        prop_assert_eq!(
            [
                said(resultat, &[" voix pour"]),
                said(resultat, &[" contre", " voix contre"]),
                said(resultat, &[" abstention", " abstentions"]),
                said(resultat, &[" bulletin blanc", " bulletins blancs"]),
                said(resultat, &[" bulletin nul", " bulletins nuls"]),
            ],
            counted(&comptes),
            "{}", resultat
        );
        let adopted = resultat.starts_with("Adoptée");
        prop_assert_eq!(adopted, comptes.resultat == Resultat::Adoptee, "{}", resultat);
    }

    #[test]
    fn no_digit_goes_without_its_noun(vote in votes()) {
        let nouns = [
            " voix pour", " contre", " voix contre", " abstention", " bulletin", " voix requise",
            " siège", " membre",
        ];
        let c = collectivite("communaute-agglomeration");
        for phrase in rediger(&conseil(), &c, None, &vote) {
            let phrase = without_articles(&phrase);
            for (n, after) in numbers(&phrase) {
                prop_assert!(nouns.iter().any(|noun| after.starts_with(noun)), "{} in {}", n, phrase);
            }
        }
    }

    #[test]
    fn a_sentence_is_whole(vote in votes()) {
        let c = collectivite("communaute-agglomeration");
        let phrases = rediger(&conseil(), &c, None, &vote);
        let (court, phrases) = phrases.split_last().expect("a short form");
        prop_assert!(!court.ends_with('.'));
        for phrase in phrases {
            prop_assert!(phrase.ends_with('.') && !phrase.ends_with(".."), "{}", phrase);
            prop_assert!(phrase.chars().next().is_some_and(char::is_uppercase), "{}", phrase);
            for wrong in ["  ", " ,", ",,", "( ", "'", "()", " .", "le le "] {
                prop_assert!(!phrase.contains(wrong), "{:?} in {}", wrong, phrase);
            }
            prop_assert_eq!(phrase.matches('(').count(), phrase.matches(')').count());
        }
    }

    #[test]
    fn the_order_of_the_lists_changes_nothing(vote in votes(), seed in any::<u64>()) {
        let c = collectivite("communaute-agglomeration");
        let (mut seance, mut other) = (conseil(), vote.clone());
        let once = rediger(&seance, &c, None, &vote);
        let mix = |i: usize| (seed ^ 0x9e37_79b9_7f4a_7c15).rotate_left((i as u32 * 7) % 64);
        for voix in [&mut other.contre, &mut other.abstentions] {
            if let Some(Voix::Noms(noms)) = voix {
                let mut keyed: Vec<_> = noms.drain(..).enumerate().collect();
                keyed.sort_by_key(|(i, _)| mix(*i));
                noms.extend(keyed.into_iter().map(|(_, id)| id));
            }
        }
        other.non_participations.reverse();
        if let Some(p) = &mut seance.presences {
            p.presents.reverse();
            p.pouvoirs.rotate_left((seed % 3) as usize);
        }
        prop_assert_eq!(rediger(&seance, &c, None, &other), once);
    }

    #[test]
    fn a_ballot_never_names_a_voter(mut vote in votes()) {
        vote.scrutin = Scrutin::Secret;
        let (seance, c) = (conseil(), collectivite("commune"));
        let comptes = compter(&seance, &c, None, &vote);
        let phrases = rediger(&seance, &c, None, &vote);
        // A power that fell says who held it, and nothing of a vote.
        let of_votes: Vec<&String> = phrases.iter().filter(|p| !p.contains(" pouvoir")).collect();
        for voter in &comptes.electeurs {
            let named = of_votes.iter().any(|p| p.contains(&voter.0));
            prop_assert!(!named, "{} in {:?}", voter.0, phrases);
        }
    }

    #[test]
    fn a_roll_call_names_every_voter_once(mut vote in votes()) {
        (vote.scrutin, vote.blancs, vote.nuls) = (Scrutin::Public, 0, 0);
        let (seance, c) = (conseil(), collectivite("commune"));
        let comptes = compter(&seance, &c, None, &vote);
        let Some(Voix::Noms(_)) = &vote.contre else { return Ok(()) };
        // A member whose power fell with another cannot vote: the record that names one is at fault.
        let all = |v: &delibere::compute::Voix| v.noms.iter().all(|n| comptes.electeurs.contains(n));
        prop_assume!(all(&comptes.contre) && all(&comptes.abstentions));
        let lists = rediger(&seance, &c, None, &vote)
            .into_iter()
            .filter(|p| p.contains(" voté ") || p.contains(" abstenu"))
            .collect::<String>();
        for voter in &comptes.electeurs {
            prop_assert_eq!(lists.matches(&voter.0).count(), 1, "{} in {}", voter.0, lists);
        }
    }
}
