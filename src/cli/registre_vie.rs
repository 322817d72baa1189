//! The ledger on the disk: one writer at a time, the old lines before the new ones, never half a file.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::ecriture::{self, Tenue};
use super::verifier::is_seance;
use super::{CliError, Issue, flux, terminal};
use crate::compute::{self, Comptes};
use crate::export::vie;
use crate::model::{Dossier, Etape, Severite};
use crate::read::{Disk, FilePath, Files, FilesError, Lecture};

/// The file of the ledger.
pub(super) const NOM: &str = "vie.toml";

/// The right to write in a dossier, held until it is dropped.
pub(super) struct Verrou {
    _file: File,
}

impl Verrou {
    /// Waits until no other command writes in that dossier.
    pub(super) fn take(dossier: &Path) -> Result<Self, CliError> {
        let fail = |e| CliError::Write(dossier.display().to_string(), e);
        // The folder itself is locked where a folder can be: no file is left behind, and the ledger is free to be
        // replaced by a rename.
        let file = if cfg!(unix) {
            File::open(dossier).map_err(fail)?
        } else {
            let options = File::options().create(true).truncate(false).write(true).clone();
            options.open(dossier.join(".vie.verrou")).map_err(fail)?
        };
        file.lock().map_err(fail)?;
        Ok(Self { _file: file })
    }
}

/// An act that reads, with what is computed of it.
pub(super) struct Acte {
    pub(super) dossier: Dossier,
    pub(super) comptes: Comptes,
    pub(super) lecture: Lecture,
}

/// Reads an act, or says what forbids it.
pub(super) fn read(chemin: &Path) -> Result<Option<Acte>, CliError> {
    if is_seance(chemin) {
        let first = actes(chemin).into_iter().next();
        return Err(CliError::Usage(format!(
            "« {} » est le dossier d’une séance : nommez celui d’un de ses actes{}",
            chemin.display(),
            first.map_or_else(String::new, |f| format!(", « {} » par exemple", f.display()))
        )));
    }
    let mut lecture = crate::read(&Disk::open(chemin)?)?;
    let Some(dossier) = lecture.dossier.take() else {
        say(&lecture, chemin);
        terminal::tool_error(&format!(
            "{} ne peut pas être lu : rien n’a été fait",
            chemin.display()
        ));
        return Ok(None);
    };
    let comptes = crate::compute(&dossier);
    Ok(Some(Acte { dossier, comptes, lecture }))
}

/// Says the errors of what was read.
fn say(lecture: &Lecture, chemin: &Path) {
    let prefix = chemin.display().to_string();
    for d in lecture.diagnostics.iter().filter(|d| d.severite == Severite::Erreur) {
        flux::err(&terminal::render(d, &lecture.sources, &prefix, terminal::colours()));
        flux::err("\n\n");
    }
}

/// A dossier as it will be once its ledger is written.
struct Suite<'a> {
    disque: &'a Disk,
    registre: &'a [u8],
}

impl Files for Suite<'_> {
    fn read(&self, path: &FilePath, max: u64) -> Result<Vec<u8>, FilesError> {
        if path.to_string() != NOM {
            return self.disque.read(path, max);
        }
        if self.registre.len() as u64 > max {
            return Err(FilesError::TooLarge(NOM.to_owned(), max >> 20));
        }
        Ok(self.registre.to_vec())
    }

    fn list(&self, niveau: usize, folder: &str) -> Result<Vec<String>, FilesError> {
        self.disque.list(niveau, folder)
    }

    fn folders(
        &self,
        niveau: usize,
        folder: &str,
        holding: &str,
    ) -> Result<Vec<String>, FilesError> {
        self.disque.folders(niveau, folder, holding)
    }

    fn nom(&self) -> Option<String> {
        self.disque.nom()
    }

    fn sub(&self, nom: &str) -> Result<Box<dyn Files + '_>, FilesError> {
        self.disque.sub(nom)
    }
}

/// What adding steps gave.
pub(super) enum Ajout {
    /// They are on the disk.
    Note,
    /// One of them cannot be: nothing was written.
    Refuse,
}

/// Adds steps at the end of the ledger, all or none; the lock must be held since the act was read.
pub(super) fn add(
    _verrou: &Verrou,
    chemin: &Path,
    acte: &mut Acte,
    etapes: &[Etape],
) -> Result<Ajout, CliError> {
    let already = acte.dossier.vie.etapes.len();
    acte.dossier.vie.etapes.extend_from_slice(etapes);
    let parcours = compute::parcours(&acte.dossier, acte.comptes.etat);
    if parcours.ecarts.iter().any(|e| e.rang >= already) {
        let ranks: Vec<String> =
            (already..acte.dossier.vie.etapes.len()).map(|r| format!("etapes[{r}].")).collect();
        for constat in crate::check(&acte.dossier, &acte.comptes) {
            if constat.lieu.fichier == NOM
                && ranks.iter().any(|r| constat.lieu.chemin.starts_with(r))
            {
                terminal::tool_error(&constat.message);
                if let Some(aide) = constat.aide {
                    terminal::hint(&aide.replace("DOSSIER", &chemin.display().to_string()));
                }
            }
        }
        acte.dossier.vie.etapes.truncate(already);
        return Ok(Ajout::Refuse);
    }
    let path = chemin.join(NOM);
    let mut octets = match std::fs::read(&path) {
        Ok(octets) => octets,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => vie::ENTETE.as_bytes().to_vec(),
        Err(e) => return Err(CliError::Write(path.display().to_string(), e)),
    };
    if !octets.ends_with(b"\n") {
        octets.push(b'\n');
    }
    for etape in etapes {
        octets.extend(vie::etape(etape).bytes());
    }
    // A word that no font draws, or a ledger that was not written in tables, would shut the dossier for good.
    let disque = Disk::open(chemin)?;
    let mut lecture = crate::read(&Suite { disque: &disque, registre: &octets })?;
    if lecture.dossier.take().is_none_or(|d| d.vie.etapes.len() != already + etapes.len()) {
        say(&lecture, chemin);
        terminal::tool_error(&format!(
            "{} ne se lirait plus avec cette étape : rien n’a été noté",
            path.display()
        ));
        acte.dossier.vie.etapes.truncate(already);
        return Ok(Ajout::Refuse);
    }
    ecriture::write(&path, &octets, Tenue::Durable)?;
    sync(chemin);
    Ok(Ajout::Note)
}

/// Waits until a rename is on the disk, where a folder can be asked that.
pub(super) fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The folders of acts under a folder, itself first, two levels down.
pub(super) fn actes(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut level = vec![folder.to_owned()];
    for _ in 0..3 {
        let mut next = Vec::new();
        for one in level {
            if one.join("deliberation.toml").is_file() {
                out.push(one);
                continue;
            }
            let Ok(entries) = std::fs::read_dir(&one) else { continue };
            next.extend(entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()));
        }
        next.sort();
        level = next;
    }
    out
}

impl Ajout {
    pub(super) fn issue(&self) -> Issue {
        match self {
            Self::Note => Issue::Bien,
            Self::Refuse => Issue::Dossier,
        }
    }
}
