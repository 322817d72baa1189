//! From the files of a dossier to the model, with every fault and its place.

mod anterieur;
mod balise;
mod cadre;
mod choix;
pub mod codes;
pub mod couverture;
mod dossier;
mod extrait;
mod fault;
mod files;
mod forme;
mod image;
mod insertions;
pub mod liasse;
mod lower;
mod markdown;
mod numeros;
mod ouverture;
mod raw;
mod reunion;
pub mod schema;
mod source;
mod syntaxe;
mod valeurs;

pub use files::{Disk, FilePath, Files, FilesError, Memory, NIVEAUX, Releve, Temoin, systeme};
pub use liasse::{Liasse, LiasseError};
pub use numeros::NumerosRegistre;
pub use reunion::{LectureSeance, read_seance};
pub use source::{Diagnostic, Place, Position, Sources};

pub(crate) use forme::nearest;

use crate::model::{Dossier, Severite};
use dossier::Session;

/// What reading a dossier gave.
#[derive(Debug, Clone)]
pub struct Lecture {
    /// The dossier, when no fault forbids it.
    pub dossier: Option<Dossier>,
    /// Every fault of form, in the order of the files and of their text.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that were read, to place findings and show excerpts.
    pub sources: Sources,
    /// Every file that was read or looked for, relative to the dossier.
    pub fichiers: Vec<String>,
}

/// Reads a dossier and says all its faults of form at once.
///
/// # Errors
/// Only when the system refuses a file ([`FilesError::Io`]); what is wrong in the files is in
/// [`Lecture::diagnostics`].
pub fn read(files: &dyn Files) -> Result<Lecture, FilesError> {
    let mut session = Session::new(files);
    let dossier = session.dossier()?;
    let mut diagnostics = session.sources.diagnostics(&session.recueil.faults);
    source::in_order(&mut diagnostics);
    let faulty = diagnostics.iter().any(|d| d.severite == Severite::Erreur);
    Ok(Lecture {
        dossier: dossier.filter(|_| !faulty),
        diagnostics,
        sources: session.sources,
        fichiers: session.fichiers,
    })
}
