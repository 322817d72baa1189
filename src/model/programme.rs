//! The programme of actions.

use super::Texte;

/// A programme of actions over several years (*programme*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its title.
    pub titre: String,
    /// Its budget years, in order.
    pub exercices: Vec<Exercice>,
    /// Its orientations, in printed order.
    pub orientations: Vec<Orientation>,
    /// Its actions, in printed order, a parent before its children.
    pub actions: Vec<Action>,
    /// When things are done.
    pub calendrier: Vec<Echeance>,
    /// Who steers it.
    pub comite: Option<Comite>,
    /// The orientation document (*document d’orientation*).
    pub document: Texte,
}

/// A budget year (*exercice*), 1900 to 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exercice(pub u16);

impl std::fmt::Display for Exercice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A general orientation of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orientation {
    /// Stable identifier.
    pub id: String,
    /// Its wording, without final punctuation.
    pub texte: Texte,
}

/// The stable identifier of an action, apart from its printed number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdAction(pub String);

impl std::fmt::Display for IdAction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One action of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Stable identifier: what the pieces refer to.
    pub id: IdAction,
    /// Printed number, « 3.1 »; plans have gaps and duplicates.
    pub numero: String,
    /// Its label, where a piece has none of its own.
    pub libelle: String,
    /// Its label in each piece where it differs.
    pub libelles: Libelles,
    /// The action it belongs to.
    pub parent: Option<IdAction>,
    /// The orientations it serves.
    pub orientations: Vec<String>,
    /// Whether the dispositif declares it.
    pub declaree: bool,
    /// The terms at which it is carried out; it may stand in several.
    pub echeances: Vec<Terme>,
}

/// Labels of one action, piece by piece; absent means the common label, empty means none printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Libelles {
    /// In the deliberation.
    pub deliberation: Option<String>,
    /// In the budget annex.
    pub budget: Option<String>,
    /// On its sheet.
    pub fiche: Option<String>,
    /// In the orientation document.
    pub programme: Option<String>,
}

/// A term of the calendar (*terme*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Terme {
    /// Short term (*court terme*).
    Court,
    /// Middle term (*moyen terme*).
    Moyen,
    /// Long term (*long terme*).
    Long,
}

impl Terme {
    /// Every term with its key in the files.
    pub const ALL: &'static [(Self, &'static str)] =
        &[(Self::Court, "court"), (Self::Moyen, "moyen"), (Self::Long, "long")];
}

/// What is planned for one term (*échéance*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echeance {
    /// Which term.
    pub terme: Terme,
    /// Its printed label, « court terme courant 2013 ».
    pub libelle: String,
    /// First year.
    pub debut: Option<Exercice>,
    /// Last year.
    pub fin: Option<Exercice>,
    /// What is to be done then, in printed order.
    pub mesures: Vec<Mesure>,
}

/// One measure of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mesure {
    /// Its wording.
    pub texte: Texte,
    /// The action it carries out.
    pub action: Option<IdAction>,
}

/// The steering committee (*comité de pilotage*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comite {
    /// Its printed title.
    pub titre: String,
    /// Its members, in printed order.
    pub membres: Vec<Membre>,
}

/// A member of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membre {
    /// « M. » or « Mme ».
    pub civilite: Option<String>,
    /// First name.
    pub prenom: Option<String>,
    /// Family name.
    pub nom: String,
    /// In what quality.
    pub qualite: Option<String>,
}

impl Programme {
    /// The action of that identifier.
    #[must_use]
    pub fn action(&self, id: &IdAction) -> Option<&Action> {
        self.actions.iter().find(|a| a.id == *id)
    }

    /// The action at the top of the branch on which an action stands: itself when it has no parent.
    #[must_use]
    pub fn racine<'a>(&'a self, id: &'a IdAction) -> &'a IdAction {
        let mut current = id;
        // The reader refuses cycles; the bound keeps a model built by hand from looping.
        for _ in 0..self.actions.len() {
            match self.action(current).and_then(|a| a.parent.as_ref()) {
                Some(parent) => current = parent,
                None => break,
            }
        }
        current
    }

    /// Whether an action is another one or stands under it in the tree.
    #[must_use]
    pub fn descend(&self, id: &IdAction, ancestor: &IdAction) -> bool {
        let mut current = Some(id);
        for _ in 0..=self.actions.len() {
            match current {
                Some(c) if c == ancestor => return true,
                Some(c) => current = self.action(c).and_then(|a| a.parent.as_ref()),
                None => return false,
            }
        }
        false
    }
}
