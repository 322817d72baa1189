//! Where files come from: one trait, the disk and the memory.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Component, Path, PathBuf};

/// How far above a dossier the files of its sitting and of its authority may stand, in folders.
pub const NIVEAUX: usize = 3;

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
}

/// The files of a dossier on a disk; symbolic links that lead out of the folder they start from are refused.
#[derive(Debug, Clone)]
pub struct Disk {
    racines: Vec<PathBuf>,
}

impl Disk {
    /// The dossier in that folder.
    ///
    /// # Errors
    /// When the folder does not exist or is not one.
    pub fn open(dossier: &Path) -> Result<Self, FilesError> {
        let shown = || dossier.display().to_string();
        let racine = dossier.canonicalize().map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => FilesError::NotFound(shown()),
            _ => FilesError::Io(shown(), e),
        })?;
        if !racine.is_dir() {
            return Err(FilesError::Io(shown(), io::ErrorKind::NotADirectory.into()));
        }
        let racines = racine.ancestors().take(NIVEAUX).map(Path::to_owned).collect();
        Ok(Self { racines })
    }

    /// The folder of the dossier, resolved.
    #[must_use]
    pub fn racine(&self) -> &Path {
        &self.racines[0]
    }

    /// The folder so many levels above the dossier, if there is one.
    #[must_use]
    pub fn niveau(&self, niveau: usize) -> Option<&Path> {
        self.racines.get(niveau).map(PathBuf::as_path)
    }
}

impl Files for Disk {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        use std::io::Read as _;
        let shown = path.to_string();
        let fail = |e: io::Error| match e.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                FilesError::NotFound(shown.clone())
            }
            _ => FilesError::Io(shown.clone(), e),
        };
        let racine =
            self.racines.get(path.niveau).ok_or_else(|| FilesError::NotFound(shown.clone()))?;
        let real = racine.join(&path.chemin).canonicalize().map_err(fail)?;
        if !real.starts_with(racine) {
            return Err(FilesError::Outside(shown));
        }
        // Asked before the file is opened: opening a pipe would wait for who writes in it.
        let metadata = std::fs::metadata(&real).map_err(fail)?;
        if !metadata.is_file() {
            return Err(FilesError::NotFound(shown));
        }
        let file = std::fs::File::open(&real).map_err(fail)?;
        let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(max)).unwrap_or(0));
        file.take(max + 1).read_to_end(&mut bytes).map_err(fail)?;
        if bytes.len() as u64 > max {
            return Err(FilesError::TooLarge(shown, max >> 20));
        }
        Ok(bytes)
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        let Some(racine) = self.racines.get(niveau) else { return Ok(Vec::new()) };
        let path = if folder.is_empty() { racine.clone() } else { racine.join(folder) };
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(e)
                if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
            {
                return Ok(Vec::new());
            }
            Err(e) => return Err(FilesError::Io(path.display().to_string(), e)),
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|e| e.path().is_file())
            .filter_map(|e| e.file_name().into_string().ok())
            .collect();
        names.sort();
        Ok(names)
    }
}

/// The files of a dossier in memory, by path: `deliberation.toml`, `fiches/1.toml`, `../collectivite.toml`.
///
/// ```
/// use delibere::read::{Files, FilePath, Memory};
/// let files = Memory::new().with("seance.toml", "date = 2012-12-07");
/// let path = FilePath::new(0, "seance.toml").unwrap();
/// assert_eq!(files.read(&path, 1024).unwrap(), b"date = 2012-12-07");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// No file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more file, or that file changed.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        let shown = path.to_string();
        match self.files.get(&shown) {
            Some(bytes) if bytes.len() as u64 > max => Err(FilesError::TooLarge(shown, max >> 20)),
            Some(bytes) => Ok(bytes.clone()),
            None => Err(FilesError::NotFound(shown)),
        }
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        let mut prefix = "../".repeat(niveau);
        if !folder.is_empty() {
            prefix.push_str(folder);
            prefix.push('/');
        }
        Ok(self
            .files
            .keys()
            .filter_map(|path| path.strip_prefix(&prefix))
            .filter(|rest| !rest.contains('/'))
            .map(str::to_owned)
            .collect())
    }
}
