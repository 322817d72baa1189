//! Grants and aids.

mod aide_sans_la_region;
mod donnees_de_subvention_a_publier;
mod octroi;
mod sans_contrat_d_engagement;
mod subvention_sans_convention;

pub(super) use aide_sans_la_region::AIDE_SANS_LA_REGION;
pub(super) use donnees_de_subvention_a_publier::DONNEES_DE_SUBVENTION_A_PUBLIER;
pub(super) use sans_contrat_d_engagement::SANS_CONTRAT_D_ENGAGEMENT;
pub(super) use subvention_sans_convention::SUBVENTION_SANS_CONVENTION;
