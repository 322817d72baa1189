//! What a process is to make, or asks another one to make.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::cli::args::{FormatConstats, FormatRendu, Rendu};
use crate::cli::terminal;
use crate::render::{Norme, NormeError};

/// What a folder is the folder of (*portée*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) enum Portee {
    /// One act.
    Acte,
    /// A sitting, with its acts.
    Seance,
    /// The sittings of a year; the first sheet bears this number.
    Registre { annee: Option<i32>, feuillet: u32 },
    /// An act compared with the one of another folder, for a document of that name.
    Comparaison { nom: String, avant: PathBuf },
    /// Folders that are verified, for a report of that name.
    Rapport { nom: String, dossiers: Vec<PathBuf>, severite: String, ignorer: Vec<String> },
}

/// What is to be made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::cli) struct Tache {
    pub(in crate::cli) dossier: PathBuf,
    pub(super) portee: Portee,
    pub(super) documents: Vec<String>,
    pub(super) format: String,
    pub(super) norme: Option<String>,
    pub(super) resolution: u32,
    sortie: Option<PathBuf>,
    /// Whether a PDF that may carry its dossier does without it.
    sans_source: bool,
    pub(super) json: bool,
    pub(super) couleurs: bool,
    /// Whether the whole documents stay in memory after they are written, for the next small edit.
    pub(in crate::cli) direct: bool,
    /// Whether the documents of this dossier may be made at the same time: not where dossiers are.
    #[serde(skip)]
    pub(in crate::cli) cote_a_cote: bool,
    /// Seconds that the authority’s own templates may take.
    delai: Option<u16>,
}

impl Tache {
    pub(in crate::cli) fn new(
        dossier: &Path,
        rendu: &Rendu,
        messages: FormatConstats,
        direct: bool,
    ) -> Self {
        let format = match rendu.format {
            FormatRendu::Pdf => "pdf",
            FormatRendu::Png => "png",
            FormatRendu::Svg => "svg",
        };
        Self {
            dossier: dossier.to_owned(),
            portee: Portee::Acte,
            documents: rendu.documents.clone(),
            format: format.to_owned(),
            norme: rendu.norme.clone(),
            resolution: rendu.resolution,
            sortie: rendu.sortie.clone(),
            sans_source: rendu.sans_source,
            json: messages == FormatConstats::Json,
            couleurs: terminal::colours(),
            direct,
            cote_a_cote: true,
            delai: rendu.delai,
        }
    }

    /// The same, for another subject than one act.
    pub(in crate::cli) fn about(mut self, portee: Portee) -> Self {
        self.portee = portee;
        self
    }

    /// The standard of the PDF.
    pub(super) fn norme(&self) -> Result<Norme, NormeError> {
        self.norme.as_deref().map_or_else(|| Ok(Norme::default()), str::parse)
    }

    /// Whether its documents carry the files they are made of.
    pub(super) fn joint(&self) -> bool {
        let takes = self.norme().is_ok_and(|n| n.takes_files());
        takes && self.format == "pdf" && !self.sans_source
    }

    /// How long the authority's own templates may run, when the command says it.
    pub(in crate::cli) fn delai(&self) -> Option<Duration> {
        self.delai.map(|s| Duration::from_secs(s.into()))
    }

    /// The same, written in that folder.
    pub(in crate::cli) fn into_folder(mut self, folder: &Path) -> Self {
        self.sortie = Some(folder.to_owned());
        self
    }

    /// The same, written in a folder of its own under the one that was asked for.
    pub(in crate::cli) fn under(mut self, nom: &str) -> Self {
        self.sortie = self.sortie.map(|s| s.join(nom));
        self
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.sortie.clone().unwrap_or_else(|| self.dossier.join("sortie"))
    }

    pub(in crate::cli) fn to_stdout(&self) -> bool {
        self.sortie.as_deref() == Some(Path::new("-"))
    }
}
