//! What a rule is: a static value that says what it looks for, when and to whom it applies, and where it is written.

use chrono::NaiveDate;

use super::ignores::Ignores;
use crate::compute::{Comptes, ComptesSeance};
use crate::model::{Constat, Dossier, DossierSeance, GenreCollectivite, Lieu, Seance, Severite};
use crate::reperage::Releve;

/// A rule (*règle*): what it looks for, and what its findings are called.
#[derive(Debug)]
pub struct Regle {
    /// Stable code, never reused: that of the candidate it enforces where there is one, `VOTE-09`.
    pub code: &'static str,
    /// A name that states the fault, `repartition-fausse`.
    pub nom: &'static str,
    /// How serious its findings are at most.
    pub severite: Severite,
    /// When it is in force: the day of the sitting decides.
    pub vigueur: Vigueur,
    /// The kinds of authority it applies to; all when empty.
    pub genres: &'static [GenreCollectivite],
    /// The article of law it applies, where it is one of law.
    pub base: Option<&'static str>,
    /// How its text was read.
    pub lecture: Lecture,
    /// What was not verified in it, in French, for its page of documentation.
    pub reserve: Option<&'static str>,
    /// What it means for a clerk, in French.
    pub doc: &'static str,
    /// A faulty excerpt of a file, and its correction.
    pub exemple: Exemple,
    /// Adds its findings.
    pub run: Examen,
}

/// A faulty excerpt and its correction, as a clerk types them.
#[derive(Debug)]
pub struct Exemple {
    /// What is wrong.
    pub faux: &'static str,
    /// What is right.
    pub juste: &'static str,
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Examen {
    /// One act, with its sitting.
    Acte(fn(&Regle, &Dossier, &Comptes, &mut Vec<Constat>)),
    /// One act by its texts, read once for all the rules that look at them.
    Ecrits(fn(&Regle, &Dossier, &Releve, &mut Vec<Constat>)),
    /// Texts alone, those of an act or those of a sitting, which has no dossier.
    Textes(fn(&Regle, &Textes<'_>, &mut Vec<Constat>)),
    /// A whole sitting, with all its acts; the places of an act are in its sub-folder ([`Lieu::within`]).
    Seance(fn(&Regle, &DossierSeance, &ComptesSeance, &mut Vec<Constat>)),
    /// The codes that a file sets aside, once everything else is found.
    Ignores(fn(&Regle, &Ignores<'_>, &mut Vec<Constat>)),
}

/// The texts of an act, or those of a sitting.
#[derive(Debug, Clone, Copy)]
pub struct Textes<'a> {
    /// The sitting that they are of.
    pub seance: &'a Seance,
    /// The act that they are of; none when they are those of the sitting itself.
    pub dossier: Option<&'a Dossier>,
    /// The texts.
    pub releve: &'a Releve,
}

/// The days on which a rule is in force (*vigueur*), both included; no bound where absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vigueur {
    /// First day.
    pub depuis: Option<NaiveDate>,
    /// Last day.
    pub jusqu_au: Option<NaiveDate>,
}

impl Vigueur {
    /// On every day.
    pub const TOUJOURS: Self = Self { depuis: None, jusqu_au: None };

    /// From that day on.
    #[must_use]
    pub const fn depuis(annee: i32, mois: u32, jour: u32) -> Self {
        Self { depuis: NaiveDate::from_ymd_opt(annee, mois, jour), jusqu_au: None }
    }

    /// The same, up to that day.
    #[must_use]
    pub const fn jusqu_au(mut self, annee: i32, mois: u32, jour: u32) -> Self {
        self.jusqu_au = NaiveDate::from_ymd_opt(annee, mois, jour);
        self
    }

    /// Whether that day is one of them.
    #[must_use]
    pub fn couvre(&self, jour: NaiveDate) -> bool {
        self.depuis.is_none_or(|d| d <= jour) && self.jusqu_au.is_none_or(|d| jour <= d)
    }
}

/// How the text of a rule was read (*lecture*), which bounds how serious its findings may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lecture {
    /// The text was read, in a version after 2008.
    Lu,
    /// The text was read in the code as of 22 February 2008; an error only where its certainty is high (`true`).
    Lu2008(bool),
    /// A schema, a chart of accounts, the code of an operator.
    Schema,
    /// A commentary: never an error.
    Secondaire,
    /// From memory: never an error.
    Memoire,
    /// No text: what the pieces of one dossier say of each other, or arithmetic.
    Coherence,
}

impl Lecture {
    /// How serious a finding may be at most.
    #[must_use]
    pub fn plafond(self) -> Severite {
        match self {
            Self::Memoire | Self::Secondaire | Self::Lu2008(false) => Severite::Avertissement,
            _ => Severite::Erreur,
        }
    }

    /// How it is said in the documentation.
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Lu => "texte lu",
            Self::Lu2008(_) => "texte lu dans le code au 22 février 2008",
            Self::Schema => "schéma, plan de comptes ou pratique des opérateurs",
            Self::Secondaire => "lu dans un commentaire",
            Self::Memoire => "de mémoire, à vérifier",
            Self::Coherence => "cohérence ou calcul, sans texte",
        }
    }
}

impl Regle {
    /// Whether it applies on that day to that kind of authority.
    #[must_use]
    pub fn s_applique(&self, jour: NaiveDate, genre: GenreCollectivite) -> bool {
        self.vigueur.couvre(jour) && (self.genres.is_empty() || self.genres.contains(&genre))
    }

    /// A finding of it; its message is one French sentence without a capital or a final stop.
    #[must_use]
    pub fn constat(&self, lieu: Lieu, message: impl Into<String>) -> Constat {
        Constat {
            code: self.code,
            nom: self.nom,
            severite: self.severite,
            message: message.into(),
            lieu,
            etiquette: String::new(),
            secondaires: Vec::new(),
            base: self.base,
            aide: None,
            ignore: None,
        }
    }
}
