//! The files of a memory.

use std::collections::{BTreeMap, BTreeSet};

use super::{FilePath, Files, FilesError};

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
    nom: Option<String>,
}

impl Memory {
    /// No file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No file, in a folder of that name: by it, an act finds its point in the agenda of its sitting.
    #[must_use]
    pub fn named(nom: &str) -> Self {
        Self { nom: Some(nom.to_owned()), ..Self::default() }
    }

    /// The same with one more file, or that file changed.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    /// The paths below a folder so many levels up, its own folder included.
    fn below(&self, niveau: usize, folder: &str) -> impl Iterator<Item = String> {
        let mut prefix = "../".repeat(niveau);
        let mut own = None;
        if !folder.is_empty() {
            prefix.push_str(folder);
            prefix.push('/');
        }
        // Seen from the folder above, the dossier is one of its folders.
        if niveau == 1 {
            own = self.nom.as_deref().filter(|n| folder.is_empty() || *n == folder);
        }
        self.files.keys().filter_map(move |path| {
            if path.starts_with("../") || niveau == 0 {
                let rest = path.strip_prefix(&prefix)?;
                return (!rest.starts_with("../")).then(|| rest.to_owned());
            }
            let own = own?;
            Some(if folder.is_empty() { format!("{own}/{path}") } else { path.clone() })
        })
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
        Ok(self.below(niveau, folder).filter(|rest| !rest.contains('/')).collect())
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        let names: BTreeSet<String> = self
            .below(niveau, folder)
            .filter_map(|rest| {
                let (name, file) = rest.split_once('/')?;
                (file == holding && !name.starts_with('.')).then(|| name.to_owned())
            })
            .collect();
        Ok(names.into_iter().collect())
    }

    fn nom(&self) -> Option<String> {
        self.nom.clone()
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        let path = FilePath::new(0, nom)?;
        if self.below(0, &path.chemin).next().is_none() {
            return Err(FilesError::NotFound(nom.to_owned()));
        }
        Ok(Box::new(Sous { sitting: self, nom: path.chemin }))
    }
}

/// A folder of a sitting in memory, as a dossier.
struct Sous<'a> {
    sitting: &'a Memory,
    nom: String,
}

impl Sous<'_> {
    /// A folder of this dossier, as one of the sitting.
    fn folder(&self, folder: &str) -> String {
        if folder.is_empty() { self.nom.clone() } else { format!("{}/{folder}", self.nom) }
    }
}

impl Files for Sous<'_> {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        let above = match path.niveau.checked_sub(1) {
            Some(niveau) => FilePath { niveau, chemin: path.chemin.clone() },
            None => FilePath { niveau: 0, chemin: self.folder(&path.chemin) },
        };
        self.sitting.read(&above, max)
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        match niveau.checked_sub(1) {
            Some(niveau) => self.sitting.list(niveau, folder),
            None => self.sitting.list(0, &self.folder(folder)),
        }
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        match niveau.checked_sub(1) {
            Some(niveau) => self.sitting.folders(niveau, folder, holding),
            // An act has no act below it.
            None => Ok(Vec::new()),
        }
    }

    fn nom(&self) -> Option<String> {
        Some(self.nom.clone())
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        Err(FilesError::NotFound(nom.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_one_of_the_folders_of_its_sitting() {
        let sitting = Memory::new()
            .with("seance.toml", "s")
            .with("01-a/deliberation.toml", "a")
            .with("02-b/deliberation.toml", "b")
            .with("../collectivite.toml", "c");
        let sub = sitting.sub("02-b").expect("a folder");
        assert_eq!(sub.list(0, "").expect("a list"), ["deliberation.toml"]);
        assert_eq!(sub.list(1, "").expect("a list"), ["seance.toml"]);
        let path = FilePath::new(2, "collectivite.toml").expect("a path");
        assert_eq!(sub.read(&path, 9).expect("a file"), b"c");
        assert!(sitting.sub("03-c").is_err());

        let alone = Memory::named("02-b")
            .with("deliberation.toml", "b")
            .with("../01-a/deliberation.toml", "a")
            .with("../seance.toml", "s");
        for files in [&alone as &dyn Files, &*sub] {
            let folders = files.folders(1, "", "deliberation.toml").expect("a list");
            assert_eq!(folders, ["01-a", "02-b"]);
            assert_eq!(files.nom().as_deref(), Some("02-b"));
        }
    }
}
