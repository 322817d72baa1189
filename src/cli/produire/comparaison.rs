//! The comparison of two acts, as a PDF.

use std::path::Path;

use super::bilan::Bilan;
use super::tache::{Portee, Tache};
use crate::cli::args::{FormatConstats, Rendu};

/// Writes the comparison of the acts of two folders in a file.
pub(in crate::cli) fn write(path: &Path, avant: &Path, apres: &Path) -> Bilan {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let rendu = Rendu::pdf(Vec::new(), folder.unwrap_or(Path::new("")));
    let nom = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let portee = Portee::Comparaison { nom, avant: avant.to_owned() };
    super::one(&Tache::new(apres, &rendu, FormatConstats::Texte, false).about(portee))
}
