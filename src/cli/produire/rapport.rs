//! The report of `delibere verifier`, as a PDF.

use std::path::{Path, PathBuf};

use super::atelier::Atelier;
use super::bilan::Bilan;
use super::matiere::{Matiere, Prepare};
use super::tache::{Portee, Tache};
use super::{engine, execution};
use crate::check::{Filtre, Rapport};
use crate::cli::args::{FormatConstats, Rendu};
use crate::cli::{CliError, ecriture};

/// Writes the report in a file, here or in a process of its own when the authority brings its own templates.
pub(in crate::cli) fn write(
    path: &Path,
    rapport: Rapport,
    dossiers: &[PathBuf],
    filtre: &Filtre,
) -> Result<Bilan, CliError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let rendu = Rendu::pdf(Vec::new(), folder.unwrap_or(Path::new("")));
    let nom = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let portee = Portee::Rapport {
        nom: nom.clone(),
        dossiers: dossiers.to_owned(),
        severite: filtre.severite.to_string(),
        ignorer: filtre.ignorer.clone(),
    };
    let tache = Tache::new(path, &rendu, FormatConstats::Texte, false).about(portee);
    let bilan = Bilan::new(&tache);
    let prepared = Prepare { matiere: Matiere::Rapport { nom, rapport }, releve: None, bilan };
    if !prepared.own_templates() {
        return Ok(execution::execute(&tache, prepared, &engine(&tache)));
    }
    let bilan = Atelier::new(1).run(&tache)?;
    ecriture::settle(bilan.paths());
    Ok(bilan)
}
