//! What an act was and still is: `sceller`, `authentifier`, `extraire`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[cfg(feature = "pdf")]
use super::FormatConstats;

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Sceller {
    /// Dossier de l’acte, ou de la séance
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Norme des PDF : a-2a (par défaut, avec ua-1), a-3a…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Dossier où écrire les PDF ; par défaut, « scelle » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Remplace un sceau qui dit autre chose
    #[arg(long)]
    pub(crate) remplacer: bool,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Authentifier {
    /// Dossier scellé, ou PDF
    #[arg(value_name = "DOSSIER OU PDF")]
    pub(crate) objet: PathBuf,
    /// Sceau ; par défaut, celui du dossier, ou celui qui est à côté du PDF
    #[arg(long, value_name = "FICHIER")]
    pub(crate) sceau: Option<PathBuf>,
    /// Format : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatConstats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Extraire {
    /// PDF produit par Délibéré
    #[arg(value_name = "FICHIER")]
    pub(crate) fichier: PathBuf,
    /// Dossier à créer ; par défaut, à côté du PDF et de même nom
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
}
