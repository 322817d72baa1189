//! Which documents a sitting gives, beside those of its acts.

use std::fmt;

use crate::droit::{self, Suite};
use crate::model::{Dossier, DossierSeance};

/// One of the documents that are made from a whole sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentSeance {
    /// The letter that summons the members, with its agenda and a form of power.
    Convocation,
    /// The agenda alone.
    OrdreDuJour,
    /// The statements of reasons, in the order of the agenda (CGCT, L. 2121-12).
    NoteSynthese,
    /// The list of the deliberations examined, since 1 July 2022 (CGCT, L. 2121-25).
    ListeDeliberations,
    /// The report that was posted before that day.
    CompteRendu,
    /// The minutes.
    ProcesVerbal,
    /// All the acts and their annexes, with cover and contents.
    Cahier,
}

impl DocumentSeance {
    /// Every document with its name.
    const NOMS: [(Self, &'static str); 7] = [
        (Self::Convocation, "convocation"),
        (Self::OrdreDuJour, "ordre-du-jour"),
        (Self::NoteSynthese, "note-synthese"),
        (Self::ListeDeliberations, "liste-deliberations"),
        (Self::CompteRendu, "compte-rendu"),
        (Self::ProcesVerbal, "proces-verbal"),
        (Self::Cahier, "cahier"),
    ];

    /// The documents that are made of this sitting when none is named: what comes before it, and what comes after it
    /// once its attendance is known.
    #[must_use]
    pub fn of(dossier: &DossierSeance) -> Vec<Self> {
        let suite = match droit::seance(dossier.seance.date, dossier.collectivite.genre).suite {
            // The list says what was examined, whatever the law asks.
            Some(Suite::Liste) | None => Self::ListeDeliberations,
            Some(Suite::CompteRendu) => Self::CompteRendu,
        };
        let mut out = Vec::new();
        if dossier.seance.convocation.is_some() {
            out.push(Self::Convocation);
        }
        out.push(Self::OrdreDuJour);
        let reasons = |a: &Dossier| {
            !a.deliberation.expose.is_empty() || !a.deliberation.considerants.is_empty()
        };
        if dossier.actes.iter().any(reasons) {
            out.push(Self::NoteSynthese);
        }
        if dossier.seance.presences.is_some() {
            out.extend([suite, Self::ProcesVerbal]);
        }
        if !dossier.actes.is_empty() {
            out.push(Self::Cahier);
        }
        out
    }

    /// Whether this sitting gives that document.
    #[must_use]
    pub fn is_of(self, dossier: &DossierSeance) -> bool {
        Self::of(dossier).contains(&self)
    }

    /// The document of that name, as [`DocumentSeance`] prints it.
    #[must_use]
    pub fn parse(nom: &str) -> Option<Self> {
        Self::NOMS.iter().find(|(_, n)| *n == nom).map(|(d, _)| *d)
    }
}

impl fmt::Display for DocumentSeance {
    /// Its name on the command line and in files: `ordre-du-jour`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::NOMS.iter().find(|(d, _)| d == self).map_or("", |(_, nom)| nom))
    }
}
