//! The whole folder of one act.

use std::sync::Arc;

use super::{AnnexeBudgetaire, Collectivite, Deliberation, FicheAction, Programme, Seance, Vie};

/// Everything that one folder says of one act (*dossier*).
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Who decides.
    pub collectivite: Arc<Collectivite>,
    /// When and where.
    pub seance: Arc<Seance>,
    /// The rank of its point among [`Seance::points`], when the sitting has an agenda.
    pub point: Option<usize>,
    /// What is decided.
    pub deliberation: Deliberation,
    /// What becomes of it.
    pub vie: Vie,
    /// The programme of actions, when there is one.
    pub programme: Option<Programme>,
    /// The budget annex, when there is one.
    pub budget: Option<AnnexeBudgetaire>,
    /// The action sheets, in the order of the actions.
    pub fiches: Vec<FicheAction>,
}
