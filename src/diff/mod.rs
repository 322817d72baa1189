//! What changed between two states of a programme: its actions, its sheets, its budget, its calendar, its text.
//!
//! ```text
//! Contenu            the state that an act carries: programme, sheets, budget
//! Ecarts             what changed between two of them
//! ├─ programme       EcartProgramme
//! │   ├─ orientations, actions (EcartAction), echeances, mesures, membres, document (by heading)
//! ├─ fiches          EcartFiche ─ EcartChamp
//! └─ budget          EcartBudget ─ EcartLigne, EcartTotal
//! Sommes             the sums before, after and their gap: by exercice, section, chapter, porteur, action
//! mots, corrige      what changed inside a text, word by word
//! ```
//!
//! An action is matched by its stable identifier, never by its printed number or label. What has no identifier (lines,
//! totals, measures, fields, members, headings) is matched by what it says, from the surest mark to the least; a reworded
//! one is looked for among what stands at the same place.
//!
//! The differences are whole: applied to the first state they give the second one, and applied to another state they
//! give the same changes there, with the places where that state was not what they expect.

mod budget;
mod calendrier;
mod changement;
mod corrige;
mod document;
mod fiche;
mod liste;
mod mots;
mod programme;
mod sommes;

use std::borrow::Cow;

use crate::model::{AnnexeBudgetaire, Dossier, FicheAction, IdAction, Lieu, Programme};

pub use budget::{
    AutorisationSuivie, EcartBudget, EcartLigne, EcartMentions, EcartTotal, EcartTotalMentions,
    LigneSuivie, Montants, TotalSuivi, autorisations_changees, cles_lignes, lignes_apres,
    lignes_avant, repere_total,
};
pub use calendrier::{EcartEcheance, EcartMesure, EcheanceSuivie, MesureSuivie};
pub use changement::Changement;
pub use corrige::corrige;
pub use document::Passage;
pub use fiche::{EcartChamp, EcartFiche, EcartTete, EcartTeteChamp};
pub use liste::{Cle, EcartListe};
pub use mots::{Fragment, Sort, mots};
pub use programme::{EcartAction, EcartEtat, EcartLibelles, EcartMembre, EcartProgramme};
pub use sommes::{SerieSomme, Somme, Sommes, sommes};

/// The state of a programme that an act carries (*contenu*).
#[derive(Debug, Clone, PartialEq)]
pub struct Contenu<'a> {
    /// The programme, when there is one.
    pub programme: Option<Cow<'a, Programme>>,
    /// The budget annex, when there is one.
    pub budget: Option<Cow<'a, AnnexeBudgetaire>>,
    /// The sheets, in the order of the actions.
    pub fiches: Cow<'a, [FicheAction]>,
}

impl<'a> Contenu<'a> {
    /// The state that an act carries.
    #[must_use]
    pub fn of(dossier: &'a Dossier) -> Self {
        Self {
            programme: dossier.programme.as_ref().map(Cow::Borrowed),
            budget: dossier.budget.as_ref().map(Cow::Borrowed),
            fiches: Cow::Borrowed(&dossier.fiches),
        }
    }

    /// No programme at all.
    #[must_use]
    pub fn vide() -> Self {
        Self { programme: None, budget: None, fiches: Cow::Borrowed(&[]) }
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Contenu<'static> {
        Contenu {
            programme: self.programme.map(|p| Cow::Owned(p.into_owned())),
            budget: self.budget.map(|b| Cow::Owned(b.into_owned())),
            fiches: Cow::Owned(self.fiches.into_owned()),
        }
    }
}

/// What changed between two states of a programme (*écarts*).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ecarts<'a> {
    /// In the programme.
    pub programme: EcartProgramme,
    /// In the sheets, by action.
    pub fiches: EcartListe<IdAction, FicheAction, EcartFiche<'a>>,
    /// In the budget annex.
    pub budget: EcartBudget,
}

impl Ecarts<'_> {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.programme.is_empty() && self.fiches.is_empty() && self.budget.is_empty()
    }

    /// The second state, from the first one; from another one, that one with the same changes, and the places where it
    /// was not what they expect.
    #[must_use]
    pub fn appliquer(&self, base: &Contenu<'_>) -> (Contenu<'static>, Vec<Lieu>) {
        let mut conflits = Vec::new();
        let programme = self.programme.appliquer(base.programme.as_deref(), &mut conflits);
        let budget = self.budget.appliquer(base.budget.as_deref(), &mut conflits);
        let sheets: Vec<(IdAction, FicheAction)> =
            base.fiches.iter().map(|f| (f.action.clone(), f.clone())).collect();
        let fiches = self.fiches.appliquer(
            sheets,
            |id| Lieu::new(format!("fiches/{id}"), ""),
            &mut conflits,
            |e, fiche, conflits| e.appliquer(fiche, conflits),
        );
        let contenu = Contenu {
            programme: programme.map(Cow::Owned),
            budget: budget.map(Cow::Owned),
            fiches: Cow::Owned(fiches.into_iter().map(|(_, f)| f).collect()),
        };
        (contenu, conflits)
    }
}

/// Compares the programmes that two acts carry.
///
/// Its time grows with their length: texts are only looked into, word by word, where [`mots`] or [`corrige`] is asked for.
#[must_use]
pub fn diff<'a>(a: &'a Dossier, b: &'a Dossier) -> Ecarts<'a> {
    entre(
        (a.programme.as_ref(), a.budget.as_ref(), &a.fiches),
        (b.programme.as_ref(), b.budget.as_ref(), &b.fiches),
    )
}

/// Compares two states of a programme.
#[must_use]
pub fn diff_contenus<'a>(a: &'a Contenu<'_>, b: &'a Contenu<'_>) -> Ecarts<'a> {
    entre(
        (a.programme.as_deref(), a.budget.as_deref(), &a.fiches),
        (b.programme.as_deref(), b.budget.as_deref(), &b.fiches),
    )
}

/// The parts of a state, borrowed.
type Parts<'a> = (Option<&'a Programme>, Option<&'a AnnexeBudgetaire>, &'a [FicheAction]);

fn entre<'a>(a: Parts<'a>, b: Parts<'a>) -> Ecarts<'a> {
    let keyed = |fiches: &'a [FicheAction]| -> Vec<(IdAction, &'a FicheAction)> {
        fiches.iter().map(|f| (f.action.clone(), f)).collect()
    };
    Ecarts {
        programme: EcartProgramme::entre(a.0, b.0),
        fiches: EcartListe::entre(
            &keyed(a.2),
            &keyed(b.2),
            |x: &&'a FicheAction, y: &&'a FicheAction| {
                Some(EcartFiche::entre(x, y)).filter(|e| !e.is_empty())
            },
        ),
        budget: EcartBudget::entre(a.1, b.1),
    }
}
