//! Who is elected, and in which round (CGCT, L. 2121-21 and L. 2122-7).

use crate::model::Tour;

/// What follows from the rounds of an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComptesElection {
    /// The rounds, in order.
    pub tours: Vec<ComptesTour>,
    /// Who is elected: the rank of the round and that of the candidate in it.
    pub elu: Option<(usize, usize)>,
}

/// What follows from one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComptesTour {
    /// Ballots less blank and void ones.
    pub exprimes: u32,
    /// The absolute majority in the first two rounds; nothing in the third, where most votes are enough.
    pub requis: Option<u32>,
    /// The rank of the candidate elected in this round.
    pub elu: Option<usize>,
    /// Whether age decided.
    pub age: bool,
}

/// Computes an election: the absolute majority of the votes cast in the first two rounds, most votes in the third, and the
/// oldest of those who have as many.
#[must_use]
pub fn compute(tours: &[Tour]) -> ComptesElection {
    let tours: Vec<ComptesTour> = tours.iter().enumerate().map(|(i, t)| round(i, t)).collect();
    let elu = tours.iter().enumerate().find_map(|(i, t)| Some((i, t.elu?)));
    ComptesElection { tours, elu }
}

fn round(rank: usize, tour: &Tour) -> ComptesTour {
    let exprimes = tour.bulletins.saturating_sub(tour.blancs.saturating_add(tour.nuls));
    let most = tour.candidats.iter().map(|c| c.voix).max().unwrap_or(0);
    let first: Vec<usize> =
        (0..tour.candidats.len()).filter(|i| most > 0 && tour.candidats[*i].voix == most).collect();
    if rank < 2 {
        let requis = exprimes / 2 + 1;
        let elu = first.first().copied().filter(|_| most >= requis);
        return ComptesTour { exprimes, requis: Some(requis), elu, age: false };
    }
    let elu = match first.as_slice() {
        [alone] => Some(*alone),
        several => {
            let born = |i: &usize| tour.candidats[*i].naissance;
            let oldest = several.iter().filter_map(born).min();
            let all_known = several.iter().all(|i| born(i).is_some());
            let mut oldest_ones = several.iter().filter(|i| born(i) == oldest);
            let one = oldest_ones.next().copied().filter(|_| all_known && oldest.is_some());
            one.filter(|_| oldest_ones.next().is_none())
        }
    };
    ComptesTour { exprimes, requis: None, elu, age: first.len() > 1 && elu.is_some() }
}
