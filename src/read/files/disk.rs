//! The files of a disk.

use std::io;
use std::path::{Path, PathBuf};

use super::{FilePath, Files, FilesError, NIVEAUX};

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

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        let Some(racine) = self.racines.get(niveau) else { return Ok(Vec::new()) };
        let path = if folder.is_empty() { racine.clone() } else { racine.join(folder) };
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(e) if !folder.is_empty() && e.kind() == io::ErrorKind::NotFound => {
                return Ok(Vec::new());
            }
            Err(e) => return Err(FilesError::Io(path.display().to_string(), e)),
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|e| e.path().join(holding).is_file())
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        Ok(names)
    }

    fn nom(&self) -> Option<String> {
        Some(self.racine().file_name()?.to_string_lossy().into_owned())
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        let path = FilePath::new(0, nom)?;
        let real = self.racine().join(&path.chemin).canonicalize().map_err(|e| match e.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                FilesError::NotFound(nom.to_owned())
            }
            _ => FilesError::Io(nom.to_owned(), e),
        })?;
        // What stands above it must be the folder of the sitting, or its act would not read alone as it reads here.
        if real.parent() != Some(self.racine()) {
            return Err(FilesError::Outside(nom.to_owned()));
        }
        let racines = std::iter::once(real).chain(self.racines.iter().cloned());
        Ok(Box::new(Self { racines: racines.take(NIVEAUX).collect() }))
    }
}
