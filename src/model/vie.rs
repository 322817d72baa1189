//! What becomes of an act after it is written.

use chrono::NaiveDate;

/// The life of an act (*vie*): a ledger, to which lines are added and from which none is ever taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vie {
    /// Its steps, in the order in which they were recorded.
    pub etapes: Vec<Etape>,
}

/// One step of the life of an act (*étape*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Etape {
    /// What happens to the act.
    pub nature: NatureEtape,
    /// The day on which it happens.
    pub date: NaiveDate,
    /// Who does it, or who says so.
    pub acteur: Option<String>,
    /// What proves it: the name of a file, a reference, an address.
    pub preuve: Option<String>,
}

/// What may happen to an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NatureEtape {
    /// It is proposed to the assembly.
    Projet,
    /// The assembly adopts it.
    Adoptee,
    /// The assembly rejects it.
    Rejetee,
    /// It is sent to the representative of the State.
    Transmise,
    /// The prefecture says that it has it.
    Recue,
    /// The prefecture says that what it got cannot be taken.
    Anomalie,
    /// It is published.
    Publiee,
    /// It is posted at the seat.
    Affichee,
    /// The authority takes it back.
    Retiree,
    /// The authority puts an end to it.
    Abrogee,
    /// A judge annuls it.
    Annulee,
    /// Its transmission is called off; the act itself stands, and keeps its number.
    TransmissionAnnulee,
}

impl NatureEtape {
    /// Every step with its key in the files and its name in a sentence.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Projet, "projet", "inscription du projet"),
        (Self::Adoptee, "adoptee", "adoption"),
        (Self::Rejetee, "rejetee", "rejet"),
        (Self::Transmise, "transmise", "transmission à la préfecture"),
        (Self::Recue, "recue", "réception par la préfecture"),
        (Self::Anomalie, "anomalie", "refus de la transmission par la préfecture"),
        (Self::Publiee, "publiee", "publication"),
        (Self::Affichee, "affichee", "affichage"),
        (Self::Retiree, "retiree", "retrait"),
        (Self::Abrogee, "abrogee", "abrogation"),
        (Self::Annulee, "annulee", "annulation par le juge"),
        (Self::TransmissionAnnulee, "transmission-annulee", "annulation de la transmission"),
    ];

    /// Its key in the files.
    #[must_use]
    pub fn mot(self) -> &'static str {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or("", |(_, mot, _)| mot)
    }

    /// Its name in a sentence.
    #[must_use]
    pub fn nom(self) -> &'static str {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or("", |(.., nom)| nom)
    }
}

impl Vie {
    /// The last step of that nature.
    #[must_use]
    pub fn derniere(&self, nature: NatureEtape) -> Option<&Etape> {
        self.etapes.iter().rfind(|e| e.nature == nature)
    }
}
