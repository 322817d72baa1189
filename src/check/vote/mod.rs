//! The vote: its counts, its majority, who may take part in it.

mod decompte_faux;
mod deux_tiers;
mod deux_tiers_de_l_effectif;
mod deux_tiers_debattus;
mod deux_tiers_des_suffrages;
mod executif_au_compte_administratif;
mod interesse_au_vote;
mod interesse_au_vote_departement;
mod interet_communautaire_des_communes;
mod interets;
mod nomination_sans_secret;
mod nomination_sans_secret_departement;
mod partage_au_scrutin_secret;
mod projet_vote;
mod resultat_dementi;
mod scrutin_public_sans_noms;
mod unanimite_dementie;
mod voix;
mod vote_absent;

pub(super) use decompte_faux::DECOMPTE_FAUX;
pub(super) use deux_tiers_de_l_effectif::DEUX_TIERS_DE_L_EFFECTIF;
pub(super) use deux_tiers_debattus::DEUX_TIERS_DEBATTUS;
pub(super) use deux_tiers_des_suffrages::DEUX_TIERS_DES_SUFFRAGES;
pub(super) use executif_au_compte_administratif::EXECUTIF_AU_COMPTE_ADMINISTRATIF;
pub(super) use interesse_au_vote::INTERESSE_AU_VOTE;
pub(super) use interesse_au_vote_departement::INTERESSE_AU_VOTE_DEPARTEMENT;
pub(super) use interet_communautaire_des_communes::INTERET_COMMUNAUTAIRE_DES_COMMUNES;
pub(super) use nomination_sans_secret::NOMINATION_SANS_SECRET;
pub(super) use nomination_sans_secret_departement::NOMINATION_SANS_SECRET_DEPARTEMENT;
pub(super) use partage_au_scrutin_secret::PARTAGE_AU_SCRUTIN_SECRET;
pub(super) use projet_vote::PROJET_VOTE;
pub(super) use resultat_dementi::RESULTAT_DEMENTI;
pub(super) use scrutin_public_sans_noms::SCRUTIN_PUBLIC_SANS_NOMS;
pub(super) use unanimite_dementie::UNANIMITE_DEMENTIE;
pub(super) use vote_absent::VOTE_ABSENT;
