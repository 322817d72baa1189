//! Votes that do not add up to the number of voters.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{Comptes, ComptesVote};
use crate::model::{CauseNonParticipation, Constat, Dossier, IdConseiller, Severite, Tour, Vote};

pub(in crate::check) static DECOMPTE_FAUX: Regle = Regle {
    code: "VOTE-01",
    nom: "decompte-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les voix pour, contre, les abstentions, les bulletins blancs et nuls font ensemble le \
          nombre des votants : les membres présents et ceux qu’un pouvoir représente, moins ceux \
          qui ne prennent pas part au vote. Un membre ne vote que s’il est là ou valablement \
          représenté. Pour une élection, les voix, les blancs et les nuls de chaque tour font le \
          nombre de ses bulletins.\n\
          \n\
          Quand « pour » n’est pas donné, il est compté par différence : seul un excès est alors \
          une faute.",
    exemple: Exemple {
        faux: "# vingt-quatre votants\n[vote]\npour = 8\ncontre = 15\nabstentions = 2",
        juste: "# vingt-quatre votants\n[vote]\npour = 7\ncontre = 15\nabstentions = 2",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    let known = comptes.presence.is_some();
    if !vote.tours.is_empty() {
        let voters = known.then_some(counted.votants);
        for (i, tour) in vote.tours.iter().enumerate() {
            out.extend(round(regle, i, tour, voters));
        }
        return;
    }
    let before = out.len();
    names(regle, dossier, vote, counted, known, out);
    if out.len() == before && known {
        out.extend(counts(regle, vote, counted));
    }
}

/// Members whose vote is counted and who are not there to vote; that nobody is named twice is the reader's.
fn names(
    regle: &Regle,
    dossier: &Dossier,
    vote: &Vote,
    counted: &ComptesVote,
    known: bool,
    out: &mut Vec<Constat>,
) {
    // Members kept out of the vote by an interest have a rule of their own.
    let interested = |id: &IdConseiller| {
        let mut own = vote.non_participations.iter().filter(|n| n.membre == *id);
        own.any(|n| n.cause == CauseNonParticipation::Interet)
    };
    for (id, lieu) in voix::noms(vote) {
        let nom = dossier.seance.nom_de(id);
        if known && !counted.electeurs.contains(id) && !interested(id) {
            out.push(
                regle
                    .constat(lieu, format!("la voix de {nom} est comptée, et ce membre n’est ni présent ni valablement représenté"))
                    .etiquette("ne vote pas")
                    .aide("retirez ce nom, ou corrigez les présences, les pouvoirs et les mouvements"),
            );
        }
    }
}

/// Counts that are not that of the voters.
fn counts(regle: &Regle, vote: &Vote, counted: &ComptesVote) -> Option<Constat> {
    let others = counted.contre.nombre + counted.abstentions.nombre + vote.blancs + vote.nuls;
    let (cle, total) = match &vote.pour {
        Some(pour) if pour.nombre() + others != counted.votants => ("pour", pour.nombre() + others),
        None if others > counted.votants => {
            (if vote.contre.is_some() { "contre" } else { "abstentions" }, others)
        }
        _ => return None,
    };
    let constat = regle
        .constat(
            voix::acte(cle),
            format!("le décompte donne {total} voix pour {}", voix::votants(counted.votants)),
        )
        .etiquette(format!("{total} avec les autres voix"))
        .aide(
            "votent les membres présents et ceux qu’un pouvoir représente, moins ceux qui ne prennent pas part au vote ; \
             sans « pour », le programme le compte par différence",
        );
    Some(constat)
}

/// A round whose votes are not its ballots, or that has more ballots than voters.
fn round(regle: &Regle, rank: usize, tour: &Tour, voters: Option<u32>) -> Option<Constat> {
    let lieu = voix::acte(&format!("tours[{rank}].bulletins"));
    let candidates: u32 = tour.candidats.iter().map(|c| c.voix).fold(0, u32::saturating_add);
    let total = candidates.saturating_add(tour.blancs).saturating_add(tour.nuls);
    let message = if let Some(voters) = voters.filter(|v| tour.bulletins > *v) {
        format!("l’urne contient {} bulletins pour {}", tour.bulletins, voix::votants(voters))
    } else if total != tour.bulletins {
        format!(
            "les voix, les blancs et les nuls font {total}, et l’urne contient {} bulletins",
            tour.bulletins
        )
    } else {
        return None;
    };
    Some(
        regle
            .constat(lieu, message)
            .etiquette(format!("tour {}", rank + 1))
            .aide("recomptez ce tour : bulletins, blancs, nuls et voix de chaque candidat"),
    )
}
