//! What leaves the house, and the life of an act: `vie`, `transmettre`, `accuse`, `publier`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(crate) struct Vie {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Jour où le projet est inscrit
    #[arg(long, value_name = "DATE")]
    pub(crate) projet: Option<NaiveDate>,
    /// Jour où l’assemblée l’adopte : celui de la séance
    #[arg(long, value_name = "DATE", conflicts_with = "rejetee")]
    pub(crate) adoptee: Option<NaiveDate>,
    /// Jour où l’assemblée le rejette
    #[arg(long, value_name = "DATE")]
    pub(crate) rejetee: Option<NaiveDate>,
    /// Jour où il est transmis à la préfecture
    #[arg(long, value_name = "DATE")]
    pub(crate) transmise: Option<NaiveDate>,
    /// Jour où la préfecture le reçoit ; « delibere accuse » le note de lui-même
    #[arg(long, value_name = "DATE")]
    pub(crate) recue: Option<NaiveDate>,
    /// Jour où la préfecture refuse la transmission
    #[arg(long, value_name = "DATE")]
    pub(crate) anomalie: Option<NaiveDate>,
    /// Jour où la transmission est annulée
    #[arg(long, value_name = "DATE")]
    pub(crate) transmission_annulee: Option<NaiveDate>,
    /// Jour où il est affiché
    #[arg(long, value_name = "DATE")]
    pub(crate) affichee: Option<NaiveDate>,
    /// Jour où il est publié
    #[arg(long, value_name = "DATE")]
    pub(crate) publiee: Option<NaiveDate>,
    /// Jour où il est retiré
    #[arg(long, value_name = "DATE")]
    pub(crate) retiree: Option<NaiveDate>,
    /// Jour où il est abrogé
    #[arg(long, value_name = "DATE")]
    pub(crate) abrogee: Option<NaiveDate>,
    /// Jour où un juge l’annule
    #[arg(long, value_name = "DATE")]
    pub(crate) annulee: Option<NaiveDate>,
    /// Qui le fait, ou qui le dit
    #[arg(long, value_name = "NOM")]
    pub(crate) acteur: Option<String>,
    /// Ce qui le prouve : un fichier, une référence, une adresse
    #[arg(long, value_name = "PREUVE")]
    pub(crate) preuve: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Transmettre {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: Option<PathBuf>,
    /// Jour de l’envoi ; par défaut, celui que la vie de l’acte ou ses mentions donnent
    #[arg(long, value_name = "DATE")]
    pub(crate) envoi: Option<NaiveDate>,
    /// Rang de l’enveloppe parmi celles du jour (1 par défaut)
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=9999))]
    pub(crate) compteur: u32,
    /// Génération du schéma : v1 (2004 à 2017) ou v2 ; par défaut, celle du jour de l’envoi
    #[arg(long, value_name = "VERSION", hide_possible_values = true)]
    pub(crate) schema: Option<SchemaActes>,
    /// Classification de la préfecture (message 7-2)
    #[arg(long, value_name = "FICHIER")]
    pub(crate) classification: Option<PathBuf>,
    /// PDF de l’acte, signé par exemple ; par défaut, celui que le dossier produit
    #[arg(long, value_name = "FICHIER")]
    pub(crate) acte: Option<PathBuf>,
    /// Annexe, avec son type de pièce s’il faut : 21_RP=rapport.pdf. Peut être répété ; par défaut, celles du dossier
    #[arg(long = "annexe", value_name = "FICHIER", conflicts_with = "sans_annexe")]
    pub(crate) annexes: Vec<PathBuf>,
    /// N’envoie que l’acte
    #[arg(long)]
    pub(crate) sans_annexe: bool,
    /// Dépôt à plat : les PDF et leurs métadonnées, pour un opérateur qui fait l’enveloppe
    #[arg(long, conflicts_with = "annulation")]
    pub(crate) depot: bool,
    /// Annule la transmission d’un acte déjà envoyé (message 6-1)
    #[arg(long)]
    pub(crate) annulation: bool,
    /// Pour la plate-forme d’essai de la préfecture
    #[arg(long)]
    pub(crate) essai: bool,
    /// Dossier où écrire ; par défaut, « transmission » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Liste les matières de la classification
    #[arg(long, conflicts_with = "dossier")]
    pub(crate) matieres: bool,
    /// Liste les types de pièces de la classification
    #[arg(long, conflicts_with_all = ["dossier", "matieres"])]
    pub(crate) types_piece: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaActes {
    V1,
    V2,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Accuse {
    /// Messages reçus : accusés de réception (1-2, 6-2), anomalies (1-3, ANO_EACT)
    #[arg(value_name = "FICHIER", required = true)]
    pub(crate) fichiers: Vec<PathBuf>,
    /// Dossier de l’acte, ou dossier qui contient les actes ; par défaut, le dossier courant
    #[arg(long, value_name = "DOSSIER", default_value = ".", hide_default_value = true)]
    pub(crate) acte: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Publier {
    /// Dossier de l’acte, ou dossier qui contient les actes
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: Option<PathBuf>,
    /// Format voulu : scdl, subventions, akn, json, xlsx ou csv ; tous par défaut. Peut être répété
    #[arg(long = "format", value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) formats: Vec<FormatPublication>,
    /// Fichier SCDL auquel ajouter les délibérations ; par défaut, deliberations.csv dans le dossier de sortie
    #[arg(long, value_name = "FICHIER")]
    pub(crate) fichier: Option<PathBuf>,
    /// Fichier SCDL auquel ajouter les subventions ; par défaut, subventions.csv dans le dossier de sortie
    #[arg(long, value_name = "FICHIER")]
    pub(crate) fichier_subventions: Option<PathBuf>,
    /// Dossier où écrire ; par défaut, « publication » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Écrit le schéma du format json
    #[arg(long, conflicts_with = "dossier")]
    pub(crate) schema: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatPublication {
    Scdl,
    Subventions,
    Akn,
    Json,
    Xlsx,
    Csv,
}
