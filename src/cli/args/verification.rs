//! What judges a dossier, and how findings are shown: `verifier`, `expliquer`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::model::Severite;

#[derive(Debug, ClapArgs)]
pub(crate) struct Verifier {
    /// Dossiers des délibérations ou des séances
    #[arg(value_name = "DOSSIER", required = true)]
    pub(crate) dossiers: Vec<PathBuf>,
    /// Constats à l’écran : texte (par défaut), json ou sarif
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatVerification,
    /// Gravité la plus basse qui est montrée et comptée : erreur, avertissement ou information (par défaut)
    #[arg(
        long,
        value_name = "GRAVITE",
        default_value = "information",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) severite: Gravite,
    /// Code à mettre de côté, sauf pour une erreur. Peut être répété
    #[arg(long, value_name = "CODE")]
    pub(crate) ignorer: Vec<String>,
    /// Fichier où écrire le rapport, en .pdf ou en .html. Peut être répété
    #[arg(long = "rapport", value_name = "FICHIER")]
    pub(crate) rapports: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Expliquer {
    /// Codes ou noms de constats, BUDG-07 ou repartition-fausse ; tous par défaut
    #[arg(value_name = "CODE")]
    pub(crate) codes: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatVerification {
    Texte,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Gravite {
    Erreur,
    Avertissement,
    Information,
}

impl From<Gravite> for Severite {
    fn from(gravite: Gravite) -> Self {
        match gravite {
            Gravite::Erreur => Self::Erreur,
            Gravite::Avertissement => Self::Avertissement,
            Gravite::Information => Self::Information,
        }
    }
}

#[cfg(feature = "pdf")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatConstats {
    Texte,
    Json,
}
