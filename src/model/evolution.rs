//! What an act does to an earlier one, and how much of its own text it leaves to be drafted.

use std::sync::Arc;

use chrono::NaiveDate;

use super::texte::{Bloc, Inline};
use super::{Deliberation, Dispositif, Dossier, Texte};

/// An earlier act that this one changes (*acte antérieur*), designated by number, date or object.
///
/// The act that changes it carries the whole programme as it stands after it: what changed is computed, never stated.
#[derive(Debug, Clone, PartialEq)]
pub struct ActeAnterieur {
    /// What is done to it.
    pub effet: Effet,
    /// Its printed number, « C-12-05-01 ».
    pub numero: Option<String>,
    /// The day of its sitting.
    pub date: Option<NaiveDate>,
    /// Its object, in a few words; looked for in its own object, whatever the case.
    pub objet: Option<String>,
    /// Its folder, seen from that of this act: « ../2012-12-07-ess ».
    pub dossier: Option<String>,
    /// What that folder says, where one is given.
    pub acte: Option<Arc<Dossier>>,
    /// What is corrected of its own text, in the order of the file.
    pub corrections: Vec<Correction>,
}

/// A text of an earlier act as it must be read (*correction*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Which kind of text.
    pub partie: PartieCorrigee,
    /// Which of them, from 0.
    pub rang: usize,
    /// The whole text, corrected.
    pub texte: Texte,
}

/// What may be corrected of the text of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartieCorrigee {
    /// A segment of its object.
    Objet,
    /// A block of its statement of reasons.
    Expose,
    /// What follows « VU ».
    Visa,
    /// What follows « CONSIDÉRANT ».
    Considerant,
    /// What follows the verb of a decision.
    Decision,
    /// The text of an article.
    Article,
}

impl PartieCorrigee {
    /// Every part with its key in the files and its plural.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Objet, "objet", "segments d’objet"),
        (Self::Expose, "expose", "paragraphes d’exposé"),
        (Self::Visa, "visa", "visas"),
        (Self::Considerant, "considerant", "considérants"),
        (Self::Decision, "decision", "décisions"),
        (Self::Article, "article", "articles"),
    ];

    /// The texts of that kind that an act has.
    #[must_use]
    pub fn textes(self, d: &Deliberation) -> Vec<Texte> {
        let plain =
            |t: &String| Texte { blocs: vec![Bloc::Paragraphe(vec![Inline::Texte(t.clone())])] };
        match (self, &d.dispositif) {
            (Self::Objet, _) => d.objet.iter().map(plain).collect(),
            (Self::Expose, _) => {
                d.expose.blocs.iter().map(|b| Texte { blocs: vec![b.clone()] }).collect()
            }
            (Self::Visa, _) => d.visas.iter().map(|v| v.texte.clone()).collect(),
            (Self::Considerant, _) => d.considerants.iter().map(|c| c.texte.clone()).collect(),
            (Self::Decision, Dispositif::Verbes(v)) => v.iter().map(|x| x.texte.clone()).collect(),
            (Self::Article, Dispositif::Articles(v)) => v.iter().map(|x| x.texte.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

impl ActeAnterieur {
    /// Its number: given, else that of its folder.
    #[must_use]
    pub fn numero(&self) -> Option<&str> {
        let read = || self.acte.as_ref().map(|a| a.deliberation.numero.affiche.as_str());
        self.numero.as_deref().or_else(read)
    }

    /// The day of its sitting: given, else that of its folder.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.date.or_else(|| self.acte.as_ref().map(|a| a.seance.date))
    }

    /// Whether a dossier is the act that is meant: all that is said of it must hold.
    ///
    /// Numbers are compared without regard to case and spaces, the object by its words in the object of the act.
    #[must_use]
    pub fn designe(&self, dossier: &Dossier) -> bool {
        let plain = |s: &str| {
            let kept = s.chars().filter(|c| c.is_alphanumeric());
            kept.flat_map(char::to_lowercase).collect::<String>()
        };
        let (numero, date) = (self.numero(), self.date());
        let d = &dossier.deliberation;
        let whole = d.objet.concat();
        (numero.is_some() || date.is_some() || self.objet.is_some())
            && numero.is_none_or(|n| plain(n) == plain(&d.numero.affiche))
            && date.is_none_or(|day| day == dossier.seance.date)
            && self.objet.as_deref().is_none_or(|o| plain(&whole).contains(&plain(o)))
    }
}

/// What an act does to an earlier one (*effet*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effet {
    /// Changes some of it, the rest stands.
    Modifie,
    /// Annuls and replaces it (*annule et remplace*).
    Remplace,
    /// Ends it for the future.
    Abroge,
    /// Corrects a material error in it.
    Rectifie,
}

impl Effet {
    /// Every effect with its key in the files and its meaning.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Modifie, "modifie", "le modifie, le reste demeure"),
        (Self::Remplace, "remplace", "l’annule et le remplace"),
        (Self::Abroge, "abroge", "l’abroge, sans le remplacer"),
        (Self::Rectifie, "rectifie", "en corrige une erreur matérielle"),
    ];

    /// Its key in the files.
    #[must_use]
    pub fn cle(self) -> &'static str {
        Self::ALL.iter().find(|(e, ..)| *e == self).map_or("", |(_, cle, _)| cle)
    }
}

/// What the program drafts of an act that changes an earlier one (*rédaction*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redaction {
    /// In verbs or in articles; that of the written part of the act, else that of the earlier one, when absent.
    pub forme: Option<FormeDispositif>,
    /// The paragraphs that the drafter wrote instead, each once; an empty text leaves the paragraph out.
    pub reprises: Vec<(Paragraphe, Texte)>,
}

/// How a dispositif is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormeDispositif {
    /// « MODIFIE …, DIT QUE … ».
    Verbes,
    /// « Article 1er : … ».
    Articles,
}

/// A paragraph that the program drafts, in the order of the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paragraphe {
    /// What was adopted.
    Rappel,
    /// What is proposed.
    Proposition,
    /// What it costs, before and after.
    Moyens,
    /// « ANNULE ET REMPLACE la délibération … ».
    Annule,
    /// « ABROGE la délibération … ».
    Abroge,
    /// « RECTIFIE l’erreur matérielle … ».
    Rectifie,
    /// « MODIFIE la délibération … ».
    Modifie,
    /// « PROLONGE le programme … ».
    Prolonge,
    /// « AJOUTE l’action … ».
    Ajoute,
    /// « SUPPRIME l’action … ».
    Supprime,
    /// What actions are now called and numbered, under what they stand.
    Renumerote,
    /// « REMPLACE la fiche action … ».
    Remplace,
    /// What of the calendar changes.
    Calendrier,
    /// What of the rest of the programme changes: orientations, steering committee, document.
    Document,
    /// « FIXE les nouveaux montants … ».
    Fixe,
    /// « DIT QUE le reste est inchangé ».
    Inchange,
}

impl Paragraphe {
    /// Every paragraph with its key in `[redaction]`, in the order of the act.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Rappel, "rappel"),
        (Self::Proposition, "proposition"),
        (Self::Moyens, "moyens"),
        (Self::Annule, "annule"),
        (Self::Abroge, "abroge"),
        (Self::Rectifie, "rectifie"),
        (Self::Modifie, "modifie"),
        (Self::Prolonge, "prolonge"),
        (Self::Ajoute, "ajoute"),
        (Self::Supprime, "supprime"),
        (Self::Renumerote, "renumerote"),
        (Self::Remplace, "remplace"),
        (Self::Calendrier, "calendrier"),
        (Self::Document, "document"),
        (Self::Fixe, "fixe"),
        (Self::Inchange, "inchange"),
    ];

    /// Its key in the files.
    #[must_use]
    pub fn cle(self) -> &'static str {
        Self::ALL.iter().find(|(p, _)| *p == self).map_or("", |(_, cle)| cle)
    }

    /// Whether it belongs to the statement of reasons; the others are decisions.
    #[must_use]
    pub fn de_l_expose(self) -> bool {
        matches!(self, Self::Rappel | Self::Proposition | Self::Moyens)
    }
}
