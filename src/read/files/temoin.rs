//! Files that are watched while they are read, so that the same reading can be done again elsewhere.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{FilePath, Files, FilesError};
use crate::read::liasse::{Liasse, LiasseError};

/// Files that note what is read of them (*témoin*: a witness).
///
/// ```
/// use delibere::read::{Memory, Temoin};
/// let files = Memory::new().with("seance.toml", "date = 2012-12-07").with("notes.txt", "private");
/// let temoin = Temoin::new(&files);
/// let _ = delibere::read(&temoin);
/// let liasse = temoin.releve().acte().unwrap();
/// assert_eq!(liasse.fichiers().next(), Some(("seance.toml", b"date = 2012-12-07".as_slice())));
/// assert_eq!(liasse.fichiers().count(), 1);
/// ```
pub struct Temoin<'a> {
    files: &'a dyn Files,
    releve: RefCell<Releve>,
}

/// What was read (*relevé*), with who read it: the dossier itself, or a folder of it.
#[derive(Debug, Clone, Default)]
pub struct Releve {
    lus: BTreeMap<(Option<String>, FilePath), Arc<[u8]>>,
    /// The files by which folders were recognised, whether they were read or not.
    reconnus: BTreeSet<(Option<String>, FilePath)>,
    /// The name of the dossier, when it was asked for: by it, an act finds its point.
    nom: Option<String>,
}

impl<'a> Temoin<'a> {
    /// The same files, watched.
    #[must_use]
    pub fn new(files: &'a dyn Files) -> Self {
        Self { files, releve: RefCell::default() }
    }

    /// What was read up to now.
    #[must_use]
    pub fn releve(&self) -> Releve {
        self.releve.borrow().clone()
    }
}

impl Files for Temoin<'_> {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        let octets = self.files.read(path, max)?;
        let key = (None, path.clone());
        self.releve.borrow_mut().lus.insert(key, Arc::from(octets.as_slice()));
        Ok(octets)
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        self.files.list(niveau, folder)
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        let names = self.files.folders(niveau, folder, holding)?;
        self.releve.borrow_mut().note(None, niveau, folder, &names, holding);
        Ok(names)
    }

    fn nom(&self) -> Option<String> {
        let nom = self.files.nom();
        self.releve.borrow_mut().nom.clone_from(&nom);
        nom
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        let files = self.files.sub(nom)?;
        Ok(Box::new(Sous { files, releve: &self.releve, nom: nom.to_owned() }))
    }
}

/// A folder of a sitting, watched.
struct Sous<'a> {
    files: Box<dyn Files + 'a>,
    releve: &'a RefCell<Releve>,
    nom: String,
}

impl Sous<'_> {
    /// Where a path of this folder stands in the sitting.
    fn seen(&self, niveau: usize, chemin: &str) -> FilePath {
        match niveau.checked_sub(1) {
            Some(niveau) => FilePath { niveau, chemin: chemin.to_owned() },
            None => FilePath { niveau: 0, chemin: join(&self.nom, chemin) },
        }
    }
}

impl Files for Sous<'_> {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        let octets = self.files.read(path, max)?;
        let key = (Some(self.nom.clone()), self.seen(path.niveau, &path.chemin));
        self.releve.borrow_mut().lus.insert(key, Arc::from(octets.as_slice()));
        Ok(octets)
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        self.files.list(niveau, folder)
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        let names = self.files.folders(niveau, folder, holding)?;
        let base = self.seen(niveau, folder);
        let mut releve = self.releve.borrow_mut();
        releve.note(Some(&self.nom), base.niveau, &base.chemin, &names, holding);
        Ok(names)
    }

    fn nom(&self) -> Option<String> {
        self.files.nom()
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        // An act has no act below it: there is nothing to watch.
        self.files.sub(nom)
    }
}

impl Releve {
    fn note(
        &mut self,
        par: Option<&str>,
        niveau: usize,
        folder: &str,
        names: &[String],
        holding: &str,
    ) {
        for name in names {
            let chemin = join(folder, &join(name, holding));
            self.reconnus.insert((par.map(str::to_owned), FilePath { niveau, chemin }));
        }
    }

    /// The bundle of an act that was read.
    ///
    /// # Errors
    /// When a file has a name that cannot be written everywhere, or there is too much of them.
    pub fn acte(&self) -> Result<Liasse, LiasseError> {
        let nom = self.nom.as_deref().unwrap_or("acte");
        self.tie(&|_| true, &[nom, "seance", "collectivite"], "")
    }

    /// The bundle of a sitting that was read, with its acts.
    ///
    /// # Errors
    /// As [`Releve::acte`].
    pub fn seance(&self) -> Result<Liasse, LiasseError> {
        self.tie(&|_| true, &["seance", "collectivite", "collectivite"], "")
    }

    /// The bundle of one act of a sitting that was read: that of the act read by itself, without the other acts.
    ///
    /// # Errors
    /// As [`Releve::acte`].
    pub fn acte_de_seance(&self, nom: &str) -> Result<Liasse, LiasseError> {
        let own = |par: Option<&str>| par.is_none_or(|p| p == nom);
        self.tie(&own, &["seance", "collectivite", "collectivite"], nom)
    }

    /// The files that some of the readers read, under one folder: the highest that was read from. The folders between it
    /// and the dossier get the `noms` of their levels, which do not depend on where the dossier stands.
    fn tie(
        &self,
        by: &dyn Fn(Option<&str>) -> bool,
        noms: &[&str],
        sous: &str,
    ) -> Result<Liasse, LiasseError> {
        let lus = || self.lus.iter().filter(|((par, _), _)| by(par.as_deref()));
        let reconnus = || self.reconnus.iter().filter(|(par, _)| by(par.as_deref()));
        let all = || lus().map(|((_, p), _)| p).chain(reconnus().map(|(_, p)| p));
        let top = all().map(|p| p.niveau).max().unwrap_or(0);
        // From the top down: the folder of each level.
        let mut bases = vec![String::new(); top + 1];
        for niveau in (0..top).rev() {
            let mut nom = noms.get(niveau).copied().unwrap_or("collectivite").to_owned();
            let known = niveau == 0 && self.nom.as_deref() == Some(&*nom);
            let taken = |nom: &str| {
                all().filter(|p| p.niveau == niveau + 1).any(|p| {
                    p.chemin
                        .split('/')
                        .next()
                        .is_some_and(|n| n.to_lowercase() == nom.to_lowercase())
                })
            };
            while !known && taken(&nom) {
                nom.push('-');
            }
            bases[niveau] = join(&bases[niveau + 1], &nom);
        }
        let place = |p: &FilePath| join(&bases[p.niveau], &p.chemin);
        let fichiers: BTreeMap<String, Arc<[u8]>> =
            lus().map(|((_, p), octets)| (place(p), Arc::clone(octets))).collect();
        let voisins: BTreeSet<String> =
            reconnus().map(|(_, p)| place(p)).filter(|v| !fichiers.contains_key(v)).collect();
        Liasse::new(fichiers, &join(&bases[0], sous), voisins.into_iter().collect())
    }
}

fn join(base: &str, chemin: &str) -> String {
    if base.is_empty() || chemin.is_empty() {
        format!("{base}{chemin}")
    } else {
        format!("{base}/{chemin}")
    }
}
