//! What the pieces of one dossier say of each other.

mod action_sans_piece;
mod annexe_absente;
mod branches;
mod budget_de_fiche_faux;
mod calendrier_contradictoire;
mod compte_faux;
mod deliberation_non_visee;
mod duree_contradictoire;
mod duree_de_plan_fausse;
mod financeur_contradictoire;
mod libelles_divergents;
mod numero_sans_action;
mod objet_sans_decision;
mod reference;
mod reference_contradictoire;
mod terme_contradictoire;
mod terme_oublie;

pub(super) use action_sans_piece::ACTION_SANS_PIECE;
pub(super) use annexe_absente::ANNEXE_ABSENTE;
pub(super) use budget_de_fiche_faux::BUDGET_DE_FICHE_FAUX;
pub(super) use calendrier_contradictoire::CALENDRIER_CONTRADICTOIRE;
pub(super) use compte_faux::COMPTE_FAUX;
pub(super) use deliberation_non_visee::DELIBERATION_NON_VISEE;
pub(super) use duree_contradictoire::DUREE_CONTRADICTOIRE;
pub(super) use duree_de_plan_fausse::DUREE_DE_PLAN_FAUSSE;
pub(super) use financeur_contradictoire::FINANCEUR_CONTRADICTOIRE;
pub(super) use libelles_divergents::LIBELLES_DIVERGENTS;
pub(super) use numero_sans_action::NUMERO_SANS_ACTION;
pub(super) use objet_sans_decision::OBJET_SANS_DECISION;
pub(super) use reference_contradictoire::REFERENCE_CONTRADICTOIRE;
pub(super) use terme_contradictoire::TERME_CONTRADICTOIRE;
pub(super) use terme_oublie::TERME_OUBLIE;
