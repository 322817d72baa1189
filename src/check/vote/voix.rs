//! The votes of an act as its file declares them: each way, its key, what it holds.

use crate::model::{IdConseiller, Lieu, Voix, Vote};

/// The three ways with their keys.
pub(super) fn sens(vote: &Vote) -> [(&'static str, Option<&Voix>); 3] {
    [
        ("pour", vote.pour.as_ref()),
        ("contre", vote.contre.as_ref()),
        ("abstentions", vote.abstentions.as_ref()),
    ]
}

/// Every member who is named, with the place of the name.
pub(super) fn noms(vote: &Vote) -> Vec<(&IdConseiller, Lieu)> {
    let mut out = Vec::new();
    for (cle, voix) in sens(vote) {
        let noms = voix.map_or(&[][..], Voix::noms);
        out.extend(noms.iter().enumerate().map(|(i, id)| (id, acte(&format!("{cle}[{i}]")))));
    }
    out
}

/// A place in the vote of an act.
pub(super) fn acte(cle: &str) -> Lieu {
    let chemin = if cle.is_empty() { "vote".to_owned() } else { format!("vote.{cle}") };
    Lieu::new("deliberation.toml", chemin)
}

/// « 1 votant », « 12 votants ».
pub(super) fn votants(n: u32) -> String {
    if n <= 1 { format!("{n} votant") } else { format!("{n} votants") }
}
