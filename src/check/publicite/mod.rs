//! What follows the vote: publicity, transmission, executory force, minutes.

mod acte_non_transmissible;
mod budget_transmis_tard;
mod caractere_executoire_faux;
mod chronologie_impossible;
mod compte_rendu_tardif;
mod dates;
mod donnee_personnelle;
mod envoi_aux_communes_tardif;
mod liste_des_deliberations_tardive;
mod mode_de_publicite_non_choisi;
mod proces_verbal_mal_publie;
mod publicite_avant_2022;
mod publicite_non_electronique;
mod publicite_trop_breve;
mod reglementaire;
mod sans_envoi_aux_communes;
mod sans_insertion_locale;
mod sans_recueil_des_actes;
mod transmission_sur_papier;

pub(super) use acte_non_transmissible::ACTE_NON_TRANSMISSIBLE;
pub(super) use budget_transmis_tard::BUDGET_TRANSMIS_TARD;
pub(super) use caractere_executoire_faux::CARACTERE_EXECUTOIRE_FAUX;
pub(super) use chronologie_impossible::CHRONOLOGIE_IMPOSSIBLE;
pub(super) use compte_rendu_tardif::COMPTE_RENDU_TARDIF;
pub(super) use donnee_personnelle::DONNEE_PERSONNELLE;
pub(super) use envoi_aux_communes_tardif::ENVOI_AUX_COMMUNES_TARDIF;
pub(super) use liste_des_deliberations_tardive::LISTE_DES_DELIBERATIONS_TARDIVE;
pub(super) use mode_de_publicite_non_choisi::MODE_DE_PUBLICITE_NON_CHOISI;
pub(super) use proces_verbal_mal_publie::PROCES_VERBAL_MAL_PUBLIE;
pub(super) use publicite_avant_2022::PUBLICITE_AVANT_2022;
pub(super) use publicite_non_electronique::PUBLICITE_NON_ELECTRONIQUE;
pub(super) use publicite_trop_breve::PUBLICITE_TROP_BREVE;
pub(super) use sans_envoi_aux_communes::SANS_ENVOI_AUX_COMMUNES;
pub(super) use sans_insertion_locale::SANS_INSERTION_LOCALE;
pub(super) use sans_recueil_des_actes::SANS_RECUEIL_DES_ACTES;
pub(super) use transmission_sur_papier::TRANSMISSION_SUR_PAPIER;
