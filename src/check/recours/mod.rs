//! How the act may be challenged: what its mention says.

mod delai_de_recours_faux;
mod delai_du_defere_faux;
mod mention;
mod recours_gracieux_mal_dit;
mod telerecours_avant_2018;
mod tribunal_d_un_autre_ressort;
mod voies_de_recours_absentes;

pub(super) use delai_de_recours_faux::DELAI_DE_RECOURS_FAUX;
pub(super) use delai_du_defere_faux::DELAI_DU_DEFERE_FAUX;
pub(super) use recours_gracieux_mal_dit::RECOURS_GRACIEUX_MAL_DIT;
pub(super) use telerecours_avant_2018::TELERECOURS_AVANT_2018;
pub(super) use tribunal_d_un_autre_ressort::TRIBUNAL_D_UN_AUTRE_RESSORT;
pub(super) use voies_de_recours_absentes::VOIES_DE_RECOURS_ABSENTES;
