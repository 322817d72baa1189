//! What compares acts and follows a programme: `evoluer`, `comparer`, `consolider`, `historique`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(crate) struct Evoluer {
    /// Dossier de l’acte à modifier ; il n’est pas touché
    #[arg(value_name = "ACTE")]
    pub(crate) acte: PathBuf,
    /// Dossier à créer ; par défaut, à côté, avec « -evolution » à la fin de son nom
    #[arg(long, value_name = "DOSSIER")]
    pub(crate) vers: Option<PathBuf>,
    /// Jour de la séance où il sera délibéré : 2013-04-12
    #[arg(long, value_name = "JOUR")]
    pub(crate) date: Option<NaiveDate>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Comparer {
    /// Dossier de l’acte d’avant
    #[arg(value_name = "AVANT")]
    pub(crate) avant: PathBuf,
    /// Dossier de l’acte d’après
    #[arg(value_name = "APRES")]
    pub(crate) apres: PathBuf,
    /// Rapport : texte (par défaut), json ou pdf
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatComparaison,
    /// Fichier du PDF ; son nom suffit à le demander : « --sortie comparaison.pdf »
    #[arg(long, short = 'o', value_name = "FICHIER")]
    pub(crate) sortie: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatComparaison {
    Texte,
    Json,
    Pdf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Consolider {
    /// Dossier qui contient ceux des actes, ou ceux de leurs séances
    #[arg(value_name = "ACTES")]
    pub(crate) dossier: PathBuf,
    /// Jour où le programme est en vigueur : 2014-06-30
    #[arg(long, value_name = "JOUR")]
    pub(crate) au: NaiveDate,
    /// Numéro d’un acte, quand plusieurs programmes sont en vigueur
    #[arg(long, value_name = "NUMERO")]
    pub(crate) acte: Option<String>,
    /// Forme : dossier (par défaut), que « produire » imprime, ou pdf, le tout relié
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "dossier",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatConsolidation,
    /// Dossier ou fichier PDF à créer ; par défaut, à côté du dossier des actes
    #[arg(long, short = 'o', value_name = "SORTIE")]
    pub(crate) sortie: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatConsolidation {
    Dossier,
    Pdf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Historique {
    /// Dossier qui contient ceux des actes, ou ceux de leurs séances
    #[arg(value_name = "ACTES")]
    pub(crate) dossier: PathBuf,
    /// Identifiant d’une action, pour sa seule vie
    #[arg(long, value_name = "ACTION")]
    pub(crate) action: Option<String>,
}
