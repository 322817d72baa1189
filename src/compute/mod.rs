//! What follows from a dossier by arithmetic alone: pure functions, exact decimals, nothing believed.

mod arrondi;
pub mod budget;
pub mod election;
mod parcours;
pub mod presence;
mod reunion;
pub mod vote;

use crate::model::{Dossier, Etat, Resultat};
pub use arrondi::arrondi;
pub use budget::{ComptesBudget, Serie, porteur};
pub use election::{ComptesElection, ComptesTour};
pub use parcours::{CauseEcart, Ecart, Parcours, etat, mentions, parcours};
pub use presence::{ComptesPresence, Quorum};
pub use reunion::{ComptesSeance, compute_seance};
pub use vote::{ComptesVote, Seuil, Voix};

/// Everything that is computed from a dossier (*comptes*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comptes {
    /// The state of the act: what its vote says, else what it declares, else what its ledger says, else a draft.
    pub etat: Etat,
    /// Who is there for this act, when the sitting says it.
    pub presence: Option<ComptesPresence>,
    /// What follows from its vote, when there is one.
    pub vote: Option<ComptesVote>,
    /// The sums of the budget annex, when there is one.
    pub budget: Option<ComptesBudget>,
}

/// Computes everything that can be from a dossier.
#[must_use]
pub fn compute(dossier: &Dossier) -> Comptes {
    let budget = dossier.budget.as_ref().map(|b| budget::compute(b, dossier.programme.as_ref()));
    let vote = dossier.deliberation.vote.as_ref();
    let presence = presence::compute(&dossier.seance, dossier.point, vote);
    let vote = vote.map(|v| {
        vote::compute(v, &dossier.seance, &dossier.collectivite, dossier.point, presence.as_ref())
    });
    // What the counts say comes before what is declared, which a rule compares with them.
    let etat = match (&vote, dossier.deliberation.etat) {
        (Some(v), _) if v.resultat == Resultat::Adoptee => Etat::Adoptee,
        (Some(_), _) => Etat::Rejetee,
        (None, declared) => parcours::etat(dossier, declared.unwrap_or(Etat::Projet)),
    };
    Comptes { etat, presence, vote, budget }
}
