//! The act itself: its form, its number, what it says of its pieces and of its powers.

mod articles_mal_numerotes;
mod decision_sans_motif;
mod developpement_economique_communautaire;
mod matiere_non_delegable;
mod numero_converti;
mod numero_d_ordre_saute;
mod objet_trop_long;
mod registre_sans_signataires;
mod sans_signature_du_secretaire;
mod sans_visa_de_competence;
mod secretaire;
mod secretaire_absent;
mod signataire_incomplet;

pub(super) use articles_mal_numerotes::ARTICLES_MAL_NUMEROTES;
pub(super) use decision_sans_motif::DECISION_SANS_MOTIF;
pub(super) use developpement_economique_communautaire::DEVELOPPEMENT_ECONOMIQUE_COMMUNAUTAIRE;
pub(super) use matiere_non_delegable::MATIERE_NON_DELEGABLE;
pub(super) use numero_converti::NUMERO_CONVERTI;
pub(super) use numero_d_ordre_saute::NUMERO_D_ORDRE_SAUTE;
pub(super) use objet_trop_long::OBJET_TROP_LONG;
pub(super) use registre_sans_signataires::REGISTRE_SANS_SIGNATAIRES;
pub(super) use sans_signature_du_secretaire::SANS_SIGNATURE_DU_SECRETAIRE;
pub(super) use sans_visa_de_competence::SANS_VISA_DE_COMPETENCE;
pub(super) use secretaire_absent::SECRETAIRE_ABSENT;
pub(super) use signataire_incomplet::SIGNATAIRE_INCOMPLET;
