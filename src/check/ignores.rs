//! What the files of a dossier set aside of what is found in it.

use super::{Examen, REGLES};
use crate::model::{CodeIgnore, Constat, Ignore, Lieu, Severite};

/// The codes that one file sets aside, and what there was to set aside.
#[derive(Debug, Clone, Copy)]
pub struct Ignores<'a> {
    /// The file that names them.
    pub fichier: &'static str,
    /// The codes, each with its reason.
    pub codes: &'a [CodeIgnore],
    /// Whose decision it is.
    pub portee: PorteeIgnores,
    /// Everything that was found, marked.
    pub constats: &'a [Constat],
}

/// Whose decision it is to set a code aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PorteeIgnores {
    /// That of the act or of the sitting that is verified: a code of it that finds nothing is of no use any more.
    Propre,
    /// That of a sitting of which one act alone is verified: the others may need it.
    Partagee,
    /// A habit of the authority, for all its acts: no reason is good enough for an error that nobody has seen yet.
    Habitude,
}

impl<'a> Ignores<'a> {
    pub(super) fn new(
        fichier: &'static str,
        codes: &'a [CodeIgnore],
        portee: PorteeIgnores,
    ) -> Self {
        Self { fichier, codes, portee, constats: &[] }
    }

    /// The place of a code in its file.
    #[must_use]
    pub fn lieu(&self, rang: usize) -> Lieu {
        Lieu::new(self.fichier, format!("verifications.ignorer[{rang}].code"))
    }

    /// The reason to set a finding aside, when this file has one.
    fn reason(&self, constat: &Constat) -> Option<Ignore> {
        if self.portee == PorteeIgnores::Habitude && constat.severite == Severite::Erreur {
            return None;
        }
        let rang = self.codes.iter().position(|c| c.code == constat.code)?;
        let motif = self.codes.get(rang)?.motif.clone();
        Some(Ignore { lieu: Some(self.lieu(rang)), motif })
    }

    /// What is wrong in the list itself.
    pub(super) fn check(&self, constats: &[Constat]) -> Vec<Constat> {
        let mut out = Vec::new();
        for regle in REGLES {
            if let Examen::Ignores(run) = regle.run {
                run(regle, &Ignores { constats, ..*self }, &mut out);
            }
        }
        out
    }
}

/// Marks what the files set aside: the reason is that of the first file that has one.
pub(super) fn mark(constats: &mut [Constat], files: &[Ignores<'_>]) {
    for constat in constats {
        if constat.ignore.is_none() && ignorable(constat.code) {
            constat.ignore = files.iter().find_map(|f| f.reason(constat));
        }
    }
}

/// Whether the findings of a code may be set aside: those of the reader make the dossier unreadable, and those that
/// keep watch on what is set aside would be the first to go.
#[must_use]
pub fn ignorable(code: &str) -> bool {
    REGLES.iter().any(|r| r.code == code && !matches!(r.run, Examen::Ignores(_)))
}
