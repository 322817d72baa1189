//! What changed of a programme.

use super::calendrier::{self, EcartEcheance, EcartMesure, EcheanceSuivie, MesureSuivie};
use super::changement::{self, Changement, ecart, under};
use super::document::{self, Passage};
use super::liste::{self, Cle, EcartListe, Repere};
use crate::model::{
    Action, Comite, Exercice, IdAction, Libelles, Lieu, Membre, Orientation, Programme, Terme,
    Texte,
};

/// What changed of a programme.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartProgramme {
    /// Whether there is one.
    pub presence: Option<Changement<bool>>,
    /// Its title.
    pub titre: Option<Changement<String>>,
    /// Its budget years.
    pub exercices: Option<Changement<Vec<Exercice>>>,
    /// Its orientations, by identifier.
    pub orientations: EcartListe<String, Orientation, Changement<Texte>>,
    /// Its actions, by identifier.
    pub actions: EcartListe<IdAction, Action, EcartAction>,
    /// The stages of its calendar, by term.
    pub echeances: EcartListe<Cle, EcheanceSuivie, EcartEcheance>,
    /// The measures of its calendar, all stages together.
    pub mesures: EcartListe<Cle, MesureSuivie, EcartMesure>,
    /// The title of its steering committee; nothing for none.
    pub comite: Option<Changement<Option<String>>>,
    /// The members of that committee.
    pub membres: EcartListe<Cle, Membre, EcartMembre>,
    /// Its orientation document, heading by heading.
    pub document: EcartListe<Cle, Passage, Changement<Texte>>,
}

ecart! {
    /// What changed of an action, its labels apart.
    pub struct EcartEtat of Action {
        /// Its printed number: it is renumbered, and remains the same action.
        numero: String,
        /// Its label.
        libelle: String,
        /// The action it belongs to: it is moved.
        parent: Option<IdAction>,
        /// The orientations it serves.
        orientations: Vec<String>,
        /// Whether the dispositif declares it.
        declaree: bool,
        /// The terms at which it is carried out: it is moved in the calendar.
        echeances: Vec<Terme>,
    }
}

ecart! {
    /// What changed of the labels of an action, piece by piece.
    pub struct EcartLibelles of Libelles {
        /// In the deliberation.
        deliberation: Option<String>,
        /// In the budget annex.
        budget: Option<String>,
        /// On its sheet.
        fiche: Option<String>,
        /// In the orientation document.
        programme: Option<String>,
    }
}

ecart! {
    /// What changed of a member of the steering committee.
    pub struct EcartMembre of Membre {
        /// « M. » or « Mme ».
        civilite: Option<String>,
        /// First name.
        prenom: Option<String>,
        /// Family name.
        nom: String,
        /// In what quality.
        qualite: Option<String>,
    }
}

/// What changed of an action.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartAction {
    /// Its number, its label, its place.
    pub etat: EcartEtat,
    /// Its labels in each piece.
    pub libelles: EcartLibelles,
}

impl EcartAction {
    /// What changed between two states of one action.
    #[must_use]
    pub fn entre(a: &Action, b: &Action) -> Self {
        Self {
            etat: EcartEtat::entre(a, b),
            libelles: EcartLibelles::entre(&a.libelles, &b.libelles),
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.etat.is_empty() && self.libelles.is_empty()
    }

    fn appliquer(&self, action: &mut Action, conflits: &mut Vec<Lieu>) {
        let lieu = action_at(&action.id);
        self.etat.appliquer(action, &lieu, conflits);
        self.libelles.appliquer(&mut action.libelles, &under(&lieu, "libelles"), conflits);
    }
}

impl Repere for Membre {
    const REPERES: usize = 2;

    fn repere(&self, rang: usize) -> Option<String> {
        let prenom = self.prenom.as_deref().unwrap_or_default();
        match rang {
            0 => Some(format!("{prenom}|{}", self.nom)),
            1 => Some(self.nom.clone()),
            _ => None,
        }
    }
}

fn action_at(id: &IdAction) -> Lieu {
    Lieu::new("programme.toml", format!("actions[{id}]"))
}

/// What an act without programme has.
fn empty() -> Programme {
    Programme {
        titre: String::new(),
        exercices: Vec::new(),
        orientations: Vec::new(),
        actions: Vec::new(),
        calendrier: Vec::new(),
        comite: None,
        document: Texte::default(),
    }
}

fn members(p: &Programme) -> &[Membre] {
    p.comite.as_ref().map_or(&[], |c| &c.membres)
}

impl EcartProgramme {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn entre(a: Option<&Programme>, b: Option<&Programme>) -> Self {
        let none = empty();
        let presence = Changement::entre(&a.is_some(), &b.is_some());
        let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
        if presence.is_none() && a == b {
            return Self::default();
        }
        let (echeances, mesures) = calendrier::entre(&a.calendrier, &b.calendrier);
        let (ma, mb) = liste::apparier(members(a), members(b));
        let (da, db) = (document::couper(&a.document), document::couper(&b.document));
        let (ka, kb) = liste::apparier(&da, &db);
        let title = |p: &Programme| p.comite.as_ref().map(|c| c.titre.clone());
        Self {
            presence,
            titre: Changement::entre(&a.titre, &b.titre),
            exercices: Changement::entre(&a.exercices, &b.exercices),
            orientations: EcartListe::entre(
                &orientations(a),
                &orientations(b),
                |x: &&Orientation, y| Changement::entre(&x.texte, &y.texte),
            ),
            actions: EcartListe::entre(&actions(a), &actions(b), |x: &&Action, y| {
                Some(EcartAction::entre(x, y)).filter(|e| !e.is_empty())
            }),
            echeances,
            mesures,
            comite: Changement::entre(&title(a), &title(b)),
            membres: EcartListe::entre(
                &liste::avec(ma, members(a).to_vec()),
                &liste::avec(mb, members(b).to_vec()),
                |x: &Membre, y| Some(EcartMembre::entre(x, y)).filter(|e| !e.is_empty()),
            ),
            document: EcartListe::entre(
                &liste::avec(ka, da),
                &liste::avec(kb, db),
                |x: &Passage, y| Changement::entre(&x.texte, &y.texte),
            ),
        }
    }

    pub(super) fn appliquer(
        &self,
        base: Option<&Programme>,
        conflits: &mut Vec<Lieu>,
    ) -> Option<Programme> {
        let mut present = base.is_some();
        if let Some(c) = &self.presence {
            present = c.apres;
        } else if !present && !self.is_empty() {
            conflits.push(Lieu::new("programme.toml", ""));
        }
        if !present {
            return None;
        }
        let none = empty();
        let base = base.unwrap_or(&none);
        let at = |cle: &'static str| move || Lieu::new("programme.toml", cle);
        let mut titre = base.titre.clone();
        if let Some(c) = &self.titre {
            c.appliquer(&mut titre, at("titre"), conflits);
        }
        let owned = |list: Vec<(String, &Orientation)>| -> Vec<(String, Orientation)> {
            list.into_iter().map(|(k, o)| (k, o.clone())).collect()
        };
        let orientations = self.orientations.appliquer(
            owned(orientations(base)),
            |id| Lieu::new("programme.toml", format!("orientations[{id}]")),
            conflits,
            |c, o, conflits| {
                let place = format!("orientations[{}].texte", o.id);
                c.appliquer(&mut o.texte, || Lieu::new("programme.toml", place), conflits);
            },
        );
        let actions = self.actions.appliquer(
            actions(base).into_iter().map(|(k, a)| (k, a.clone())).collect(),
            action_at,
            conflits,
            |e, action, conflits| e.appliquer(action, conflits),
        );
        let (stages, measures) = calendrier::aplatir(&base.calendrier);
        let stages =
            self.echeances.appliquer(stages, calendrier::at, conflits, |e, s, conflits| {
                let cle = Cle { repere: calendrier::mot(s.terme).to_owned(), rang: 0 };
                e.appliquer(s, &calendrier::at(&cle), conflits);
            });
        let measures = self.mesures.appliquer(
            liste::avec(liste::cles(&measures), measures),
            calendrier::at,
            conflits,
            |e, m, conflits| {
                let place = calendrier::at(&m.echeance);
                e.appliquer(m, &place, conflits);
            },
        );
        let mut title = base.comite.as_ref().map(|c| c.titre.clone());
        if let Some(c) = &self.comite {
            c.appliquer(&mut title, at("comite"), conflits);
        }
        let of_base = members(base).to_vec();
        let membres = self.membres.appliquer(
            liste::avec(liste::cles(&of_base), of_base),
            |k| Lieu::new("programme.toml", format!("comite.membres[{}]", k.repere)),
            conflits,
            |e, m, conflits| {
                let place = Lieu::new("programme.toml", format!("comite.membres[{}]", m.nom));
                e.appliquer(m, &place, conflits);
            },
        );
        let passages = document::couper(&base.document);
        let passages = self.document.appliquer(
            liste::avec(liste::cles(&passages), passages),
            |k| Lieu::new("programme.toml", "document").mots(&*k.repere, 0),
            conflits,
            |c, p, conflits| {
                let titre = p.titre().unwrap_or_default();
                let place = || Lieu::new("programme.toml", "document").mots(titre, 0);
                c.appliquer(&mut p.texte, place, conflits);
            },
        );
        Some(Programme {
            titre,
            exercices: changement::exercices(self.exercices.as_ref(), &base.exercices),
            orientations: orientations.into_iter().map(|(_, o)| o).collect(),
            actions: actions.into_iter().map(|(_, a)| a).collect(),
            calendrier: calendrier::relever(stages, measures, conflits),
            comite: title.map(|titre| Comite {
                titre,
                membres: membres.into_iter().map(|(_, m)| m).collect(),
            }),
            document: document::recoller(passages.into_iter().map(|(_, p)| p)),
        })
    }
}

fn orientations(p: &Programme) -> Vec<(String, &Orientation)> {
    p.orientations.iter().map(|o| (o.id.clone(), o)).collect()
}

fn actions(p: &Programme) -> Vec<(IdAction, &Action)> {
    p.actions.iter().map(|a| (a.id.clone(), a)).collect()
}
