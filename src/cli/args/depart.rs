//! What helps to begin: `nouveau`, `schema`, `completion`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(crate) struct Nouveau {
    /// Dossier à créer
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Modèle : simple (par défaut), une délibération en articles ; programme, avec fiches et budget ; seance, avec ses actes
    #[arg(
        long,
        value_name = "MODELE",
        default_value = "simple",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) modele: ModeleNouveau,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModeleNouveau {
    Simple,
    Programme,
    Seance,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    /// Fichier décrit : collectivite, assemblee, seance, deliberation, programme, fiche, budget ou vie ; tous avec --sortie
    #[arg(value_name = "FICHIER")]
    pub(crate) fichier: Option<String>,
    /// Dossier où écrire un schéma par fichier
    #[arg(long, short = 'o', value_name = "DOSSIER", conflicts_with = "fichier")]
    pub(crate) sortie: Option<PathBuf>,
    /// Écrit la référence du guide
    #[arg(long, hide = true, conflicts_with_all = ["fichier", "sortie"])]
    pub(crate) guide: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Completion {
    /// Interpréteur : bash, zsh, fish, elvish ou powershell
    #[arg(value_name = "INTERPRETEUR", hide_possible_values = true)]
    pub(crate) shell: clap_complete::Shell,
}
