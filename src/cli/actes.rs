//! The acts of a folder, for the commands that follow a programme from one to the next.

use std::path::{Path, PathBuf};

use super::{CliError, flux, terminal};
use crate::evolve::{Acte, Faute, Graphe};
use crate::model::{Dossier, Severite};
use crate::read::{Disk, Lecture, Sources};

/// An act that was read, with its folder.
pub(super) struct Lu {
    pub(super) dossier: PathBuf,
    nom: String,
    pub(super) acte: Dossier,
    sources: Sources,
}

/// The acts that stand in a folder, or in the folders of sittings that stand in it; nothing when one of them does not
/// read, which is said.
pub(super) fn lire(dossier: &Path) -> Result<Option<Vec<Lu>>, CliError> {
    let mut folders = Vec::new();
    collect(dossier, 0, &mut folders)?;
    if folders.is_empty() {
        return Err(CliError::Usage(format!(
            "il n’y a pas d’acte dans « {} » : un acte est un dossier qui contient deliberation.toml",
            dossier.display()
        )));
    }
    folders.sort();
    let mut out = Vec::new();
    let mut whole = true;
    for folder in folders {
        let Lecture { dossier: acte, diagnostics, sources, .. } =
            crate::read(&Disk::open(&folder)?)?;
        let prefix = folder.display().to_string();
        if acte.is_none() {
            for d in diagnostics.iter().filter(|d| d.severite == Severite::Erreur) {
                flux::err(&terminal::render(d, &sources, &prefix, terminal::colours()));
                flux::err("\n\n");
            }
            whole = false;
        }
        if let Some(acte) = acte {
            out.push(Lu { nom: prefix, dossier: folder, acte, sources });
        }
    }
    Ok(whole.then_some(out))
}

/// Whether a folder is neither an act nor a sitting, and holds some.
pub(super) fn is_recueil(dossier: &Path) -> bool {
    let mut found = Vec::new();
    !dossier.join("deliberation.toml").exists()
        && !dossier.join("seance.toml").exists()
        && collect(dossier, 0, &mut found).is_ok()
        && !found.is_empty()
}

/// The acts and the sittings that stand in a folder.
pub(super) fn dossiers(dossier: &Path) -> Result<Vec<PathBuf>, CliError> {
    let fail = |e| crate::read::FilesError::Io(dossier.display().to_string(), e);
    let mut out = Vec::new();
    for entry in std::fs::read_dir(dossier).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        let has = |nom: &str| path.join(nom).is_file();
        if !hidden && path.is_dir() && (has("deliberation.toml") || has("seance.toml")) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// Two levels: acts side by side, or sittings side by side.
fn collect(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let fail = |e| crate::read::FilesError::Io(folder.display().to_string(), e);
    let entries = std::fs::read_dir(folder).map_err(fail)?;
    for entry in entries {
        let path = entry.map_err(fail)?.path();
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        if hidden || !path.is_dir() {
            continue;
        }
        if path.join("deliberation.toml").is_file() {
            out.push(path);
        } else if depth == 0 {
            collect(&path, 1, out)?;
        }
    }
    Ok(())
}

/// The graph of acts that were read; nothing when it has faults, which are said.
pub(super) fn graphe(lus: &[Lu]) -> Option<Graphe<'_>> {
    let actes: Vec<Acte<'_>> = lus.iter().map(|l| Acte { nom: &l.nom, dossier: &l.acte }).collect();
    match Graphe::of(&actes) {
        Ok(graphe) => Some(graphe),
        Err(fautes) => {
            for Faute { acte, constat } in fautes {
                if let Some(lu) = lus.iter().find(|l| l.nom == acte) {
                    let diagnostic = lu.sources.locate(&constat);
                    let shown =
                        terminal::render(&diagnostic, &lu.sources, &lu.nom, terminal::colours());
                    flux::err(&shown);
                    flux::err("\n\n");
                }
            }
            None
        }
    }
}
