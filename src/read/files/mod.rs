//! Where files come from: one trait, the disk and the memory.

mod disk;
mod memory;
mod temoin;

use std::fmt;
use std::io;
use std::path::{Component, Path};

pub use disk::Disk;
pub use memory::Memory;
pub use temoin::{Releve, Temoin};

/// From how many folders a dossier is read: its own, that of its sitting, and two above for its authority.
pub const NIVEAUX: usize = 4;

/// The place of a file: so many folders above the dossier, then a path that only goes down.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FilePath {
    niveau: usize,
    chemin: String,
}

impl FilePath {
    /// A path under the folder that stands `niveau` folders above the dossier (0: the dossier itself).
    ///
    /// # Errors
    /// When the path is empty, absolute, or has a step that is not a plain name (`..`, `.`, a drive, a NUL).
    pub fn new(niveau: usize, chemin: &str) -> Result<Self, FilesError> {
        let plain = !chemin.is_empty()
            && !chemin.contains(['\\', '\0'])
            && chemin.split('/').all(|step| !matches!(step, "" | "." | ".."))
            && Path::new(chemin).components().all(|c| matches!(c, Component::Normal(_)));
        if plain && niveau < NIVEAUX {
            Ok(Self { niveau, chemin: chemin.to_owned() })
        } else {
            Err(FilesError::Outside(chemin.to_owned()))
        }
    }

    /// How many folders above the dossier it starts from.
    #[must_use]
    pub fn niveau(&self) -> usize {
        self.niveau
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for _ in 0..self.niveau {
            f.write_str("../")?;
        }
        f.write_str(&self.chemin)
    }
}

/// Why a file could not be had.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// There is no such file.
    #[error("le fichier « {0} » n’existe pas")]
    NotFound(String),
    /// The path leaves the dossier or the folder of the authority, by itself or by a symbolic link.
    #[error("le chemin « {0} » sort du dossier")]
    Outside(String),
    /// The file is larger than the limit.
    #[error("le fichier « {0} » dépasse {1} Mio")]
    TooLarge(String, u64),
    /// The system refused.
    #[error("« {0} » ne peut pas être lu : {raison}", raison = systeme(.1))]
    Io(String, #[source] io::Error),
}

/// What the system says of a refusal, in French where its kind is known.
#[must_use]
pub fn systeme(error: &io::Error) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => "il n’existe pas",
        io::ErrorKind::PermissionDenied => "l’accès est refusé",
        io::ErrorKind::AlreadyExists => "un fichier de ce nom existe déjà",
        io::ErrorKind::NotADirectory => "ce n’est pas un dossier",
        io::ErrorKind::IsADirectory => "c’est un dossier",
        io::ErrorKind::DirectoryNotEmpty => "le dossier n’est pas vide",
        io::ErrorKind::StorageFull => "il n’y a plus de place sur le disque",
        io::ErrorKind::QuotaExceeded => "le quota du disque est atteint",
        io::ErrorKind::FileTooLarge => "le fichier dépasse la taille permise",
        io::ErrorKind::ReadOnlyFilesystem => "le disque est en lecture seule",
        io::ErrorKind::InvalidFilename => "ce nom de fichier n’est pas permis",
        io::ErrorKind::BrokenPipe => "le programme qui lisait s’est arrêté",
        io::ErrorKind::TimedOut => "le disque ne répond pas",
        io::ErrorKind::OutOfMemory => "il n’y a plus de mémoire",
        _ => return format!("le système refuse ({error})"),
    };
    known.to_owned()
}

/// Where the files of one dossier come from.
///
/// The library reads nothing by itself: everything that enters passes here.
pub trait Files {
    /// The bytes of a file of at most `max` bytes.
    ///
    /// # Errors
    /// When the file is absent, outside, too large or unreadable.
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError>;

    /// The names of the plain files of a folder at the same level, sorted; empty when there is no such folder.
    ///
    /// An empty `folder` is the folder of that level itself.
    ///
    /// # Errors
    /// When the system refuses to list it.
    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError>;

    /// The names of the folders that stand in a folder of that level and hold a file, sorted; hidden ones are left out.
    ///
    /// An empty `folder` is the folder of that level itself; there is nothing where there is no such folder.
    ///
    /// # Errors
    /// When the system refuses to list it.
    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError>;

    /// The name of the folder of the dossier, when it has one.
    fn nom(&self) -> Option<String>;

    /// The files of a folder of the dossier, as those of a dossier of its own.
    ///
    /// # Errors
    /// When there is no such folder, or when it is a link that leads elsewhere.
    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError>;
}
