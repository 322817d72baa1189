//! What makes documents: `produire`, `suivre`, `seance`, `registre`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::FormatConstats;

/// What `produire` and `suivre` share.
#[derive(Debug, Clone, ClapArgs)]
pub(crate) struct Rendu {
    /// Document voulu ; tous par défaut. Peut être répété
    #[arg(long = "document", value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// Format : pdf (par défaut), png ou svg
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatRendu,
    /// Norme du PDF : a-2a (par défaut, avec ua-1), a-3a, a-2b, ua-1, 1.7…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Ne joint pas le dossier au PDF, quand la norme est a-3a
    #[arg(long)]
    pub(crate) sans_source: bool,
    /// Points par pouce des images PNG (144 par défaut)
    #[arg(long, value_name = "N", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u32).range(18..=1200))]
    pub(crate) resolution: u32,
    /// Dossier où écrire ; par défaut, « sortie » dans chaque dossier. « - » pour la sortie standard, avec « produire »
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Secondes accordées aux modèles de la collectivité (20 par défaut)
    #[arg(long, value_name = "SECONDES", hide = true, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(crate) delai: Option<u16>,
}

impl Rendu {
    /// Some documents as PDFs in a folder, all when none is named, as without any option.
    pub(crate) fn pdf(documents: Vec<String>, sortie: &std::path::Path) -> Self {
        Self {
            documents,
            format: FormatRendu::Pdf,
            norme: None,
            sans_source: false,
            resolution: 144,
            sortie: Some(sortie.to_owned()),
            delai: None,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Produire {
    /// Dossiers des délibérations
    #[arg(value_name = "DOSSIER", required = true)]
    pub(crate) dossiers: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
    /// Nombre de processus quand il y a plusieurs dossiers ; par défaut, autant que de cœurs
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Suivre {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Seance {
    /// Dossier de la séance : son seance.toml, et un sous-dossier par acte
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Registre {
    /// Dossier dont chaque sous-dossier est une séance
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Année du registre ; inutile quand toutes les séances sont de la même
    #[arg(long, value_name = "AAAA", value_parser = clap::value_parser!(i32).range(1900..=2199))]
    pub(crate) annee: Option<i32>,
    /// Numéro du premier feuillet (1 par défaut)
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=99_999))]
    pub(crate) feuillet: u32,
    /// Format : pdf (par défaut), png ou svg
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatRendu,
    /// Norme du PDF : a-2a (par défaut, avec ua-1), a-3a, a-2b, ua-1, 1.7…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Points par pouce des images PNG (144 par défaut)
    #[arg(long, value_name = "N", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u32).range(18..=1200))]
    pub(crate) resolution: u32,
    /// Dossier où écrire ; par défaut, « sortie » dans le dossier. « - » pour la sortie standard
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Secondes accordées aux modèles de la collectivité (20 par défaut)
    #[arg(long, value_name = "SECONDES", hide = true, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(crate) delai: Option<u16>,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatRendu {
    Pdf,
    Png,
    Svg,
}
