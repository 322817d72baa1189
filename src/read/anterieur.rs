//! The folder of an earlier act, read from that of the act that names it.

use std::sync::Arc;

use super::codes;
use super::dossier::Session;
use super::fault::{Fault, cite};
use super::files::{FilePath, Files, FilesError, NIVEAUX};
use crate::model::{Dossier, Lieu, Severite};

/// A folder that another one names, so many levels above it and then down.
struct Voisin<'a> {
    files: &'a dyn Files,
    niveau: usize,
    dossiers: Vec<&'a str>,
}

impl Voisin<'_> {
    /// Where a level of that folder stands, seen from the first one, and the folders that lead to it.
    fn base(&self, niveau: usize) -> (usize, String) {
        let down = self.dossiers.len().saturating_sub(niveau);
        let up = niveau.saturating_sub(self.dossiers.len());
        (self.niveau + up, self.dossiers[..down].join("/"))
    }

    fn path(&self, niveau: usize, chemin: &str) -> Option<FilePath> {
        let (niveau, base) = self.base(niveau);
        FilePath::new(niveau, &join(&base, chemin)).ok()
    }
}

fn join(base: &str, chemin: &str) -> String {
    if base.is_empty() || chemin.is_empty() {
        format!("{base}{chemin}")
    } else {
        format!("{base}/{chemin}")
    }
}

/// The levels above that a shown path climbs, and the rest of it.
fn climb(mut chemin: &str) -> (usize, &str) {
    let mut niveau = 0;
    while let Some(rest) = chemin.strip_prefix("../") {
        niveau += 1;
        chemin = rest;
    }
    (niveau, chemin)
}

impl Files for Voisin<'_> {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        let shown = path.to_string();
        let (_, chemin) = climb(&shown);
        // What stands beyond the levels that may be read is not there.
        match self.path(path.niveau(), chemin) {
            Some(path) => self.files.read(&path, max),
            None => Err(FilesError::NotFound(shown)),
        }
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        let (niveau, base) = self.base(niveau);
        self.files.list(niveau, &join(&base, folder))
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        let (niveau, base) = self.base(niveau);
        if niveau >= NIVEAUX {
            return Ok(Vec::new());
        }
        self.files.folders(niveau, &join(&base, folder), holding)
    }

    fn nom(&self) -> Option<String> {
        self.dossiers.last().map(|n| (*n).to_owned())
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        // An earlier act is read by itself: nothing of what stands below it is.
        Err(FilesError::NotFound(nom.to_owned()))
    }
}

impl Session<'_> {
    /// The earlier act whose folder is named at `lieu`; nothing, and a fault, when it cannot be read.
    ///
    /// The earlier acts that it names itself are not followed: its own state is whole.
    pub(super) fn anterieur(
        &mut self,
        typed: &str,
        lieu: &Lieu,
    ) -> Result<Option<Arc<Dossier>>, FilesError> {
        let fault = |code, message: String, etiquette: &str, aide: String| {
            Fault::new(code, &lieu.fichier, &lieu.chemin, message).etiquette(etiquette).aide(aide)
        };
        let (niveau, rest) = climb(typed.strip_prefix("./").unwrap_or(typed));
        let rest = rest.trim_end_matches('/');
        let Ok(act) = FilePath::new(niveau, &join(rest, "deliberation.toml")) else {
            self.recueil.faults.push(fault(
                codes::CHEMIN,
                format!("le chemin « {} » ne désigne pas le dossier d’un acte voisin", cite(typed)),
                "chemin refusé",
                "écrivez-le depuis le dossier de cet acte : ../2012-12-07-ess".to_owned(),
            ));
            return Ok(None);
        };
        let voisin = Voisin {
            files: self.files,
            niveau,
            dossiers: rest.split('/').filter(|s| !s.is_empty()).collect(),
        };
        match self.files.read(&act, 8 << 20) {
            Ok(_) | Err(FilesError::TooLarge(..)) => {}
            Err(error @ FilesError::Io(..)) => return Err(error),
            Err(FilesError::Outside(_)) => {
                self.recueil.faults.push(fault(
                    codes::CHEMIN,
                    format!(
                        "le dossier « {} » mène hors des dossiers de la collectivité",
                        cite(typed)
                    ),
                    "lien vers l’extérieur",
                    "copiez-y le dossier de l’acte antérieur".to_owned(),
                ));
                return Ok(None);
            }
            Err(FilesError::NotFound(_)) => {
                self.recueil.faults.push(fault(
                    codes::FICHIER_ABSENT,
                    format!("il n’y a pas d’acte dans « {} »", cite(typed)),
                    "dossier introuvable, ou sans deliberation.toml",
                    "écrivez son chemin depuis le dossier de cet acte : ../2012-12-07-ess"
                        .to_owned(),
                ));
                return Ok(None);
            }
        }
        let mut session = Session { suit: false, ..Session::new(&voisin) };
        let read = session.dossier()?;
        let (faults, fichiers) = (session.recueil.faults, session.fichiers);
        for fichier in fichiers {
            let (niveau, chemin) = climb(&fichier);
            if let Some(path) = voisin.path(niveau, chemin).map(|p| p.to_string())
                && !self.fichiers.contains(&path)
            {
                self.fichiers.push(path);
            }
        }
        let errors = faults.iter().filter(|f| f.code.severite == Severite::Erreur).count();
        if errors > 0 {
            let s = if errors > 1 { "s" } else { "" };
            self.recueil.faults.push(fault(
                codes::REFERENCE,
                format!("l’acte antérieur « {} » a {errors} erreur{s} de lecture", cite(typed)),
                "ce dossier ne se lit pas",
                format!("corrigez-le d’abord : delibere verifier {}", cite(typed)),
            ));
            return Ok(None);
        }
        Ok(read.map(Arc::new))
    }
}
