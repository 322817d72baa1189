//! One dossier: which file becomes which part of the model.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::files::{Files, FilesError, NIVEAUX};
use super::lower::{self, Actions, Lower, Presence};
use super::markdown::Recueil;
use super::ouverture::Form;
use super::raw;
use super::raw::deliberation::Deliberation as RawDeliberation;
use super::source::Sources;
use crate::model::{Dossier, Lieu};

/// The reading of one dossier.
pub(super) struct Session<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) sources: Sources,
    pub(super) recueil: Recueil,
    pub(super) fichiers: Vec<String>,
    /// Whether the earlier acts that are named are read too.
    pub(super) suit: bool,
}

impl Session<'_> {
    pub(super) fn dossier(&mut self) -> Result<Option<Dossier>, FilesError> {
        let raw = self.form::<RawDeliberation>("deliberation.toml", 1)?;
        let seance = self.form::<raw::seance::Seance>("seance.toml", 2)?;
        let collectivite =
            self.form::<raw::collectivite::Collectivite>("collectivite.toml", NIVEAUX)?;
        let programme = self.form::<raw::programme::Programme>("programme.toml", 1)?;
        let budget = self.form::<raw::budget::Budget>("budget.toml", 1)?;
        let (fiches, all_sheets) = self.fiches()?;
        self.unknown_files()?;

        // What names another piece is judged only against a piece that could be read, else one fault would make many.
        let ids: BTreeSet<String> = match &programme {
            Form::Read { valeur, .. } => valeur.actions.iter().map(|a| a.id.clone()).collect(),
            _ => BTreeSet::new(),
        };
        let (actions, mut document) = match &programme {
            Form::Read { .. } => (
                Actions::Connues(&ids),
                Presence::Absente(
                    "ajoutez en tête de programme.toml : document = \"programme.md\"",
                ),
            ),
            Form::Absent => (
                Actions::Absentes,
                Presence::Absente(
                    "il n’y a pas de programme.toml dans le dossier : ajoutez-le, ou retirez cette annexe",
                ),
            ),
            Form::Faulty => (Actions::Illisibles, Presence::Illisible),
        };
        let programme = match programme {
            Form::Read { valeur, .. } => {
                let lieu = Lieu::new("programme.toml", "document");
                let texte = match &valeur.document {
                    Some(path) => {
                        let texte = self.markdown(path, true, lieu)?;
                        document = match &texte {
                            Some(t) if t.is_empty() => {
                                Presence::Absente("le document d’orientation est vide")
                            }
                            Some(_) => Presence::La(valeur.titre.clone()),
                            None => Presence::Illisible,
                        };
                        texte
                    }
                    None => None,
                };
                let mut l = Lower::new("programme.toml", &mut self.recueil);
                Some(lower::programme::lower(valeur, texte.unwrap_or_default(), &mut l))
            }
            _ => None,
        };
        let mut sheets = Vec::with_capacity(fiches.len());
        for (fichier, valeur) in fiches {
            let mut l = Lower::new(&fichier, &mut self.recueil);
            let fiche = lower::fiche::lower(valeur, actions, &mut l);
            self.sources.alias(&format!("fiches/{}", fiche.action), &fichier);
            sheets.push(fiche);
        }
        let ranks: BTreeMap<&crate::model::IdAction, usize> = programme
            .iter()
            .flat_map(|p| p.actions.iter().enumerate().map(|(i, a)| (&a.id, i)))
            .collect();
        sheets.sort_by_key(|f| ranks.get(&f.action).copied().unwrap_or(usize::MAX));
        let (budget, budget_titre) = match budget {
            Form::Read { valeur, .. } => {
                let exercices = match (&programme, actions) {
                    (Some(p), _) => Presence::La(p.exercices.as_slice()),
                    (None, Actions::Illisibles) => Presence::Illisible,
                    (None, _) => Presence::Absente(""),
                };
                let mut l = Lower::new("budget.toml", &mut self.recueil);
                let budget = lower::budget::lower(valeur, actions, exercices, &mut l);
                let titre = budget.titre.clone();
                (Some(budget), Presence::La(titre))
            }
            Form::Absent => (
                None,
                Presence::Absente(
                    "il n’y a pas de budget.toml dans le dossier : ajoutez-le, ou retirez cette annexe",
                ),
            ),
            Form::Faulty => (None, Presence::Illisible),
        };
        let seance = match seance {
            Form::Read { valeur, fichier, .. } => {
                Some(lower::seance::lower(valeur, &mut Lower::new(&fichier, &mut self.recueil)))
            }
            Form::Faulty => None,
            Form::Absent => {
                self.missing("seance.toml", "la séance donne la date de l’acte : date = 2012-12-07")
            }
        };
        let collectivite = match collectivite {
            Form::Read { valeur, fichier, niveau } => {
                let logo = self.logo(&valeur, &fichier, niveau)?;
                let modeles = self.modeles(niveau)?;
                let mut l = Lower::new(&fichier, &mut self.recueil);
                Some(lower::collectivite::lower(valeur, logo, modeles, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "collectivite.toml",
                "placez-le dans le dossier, ou jusqu’à deux dossiers au-dessus",
            ),
        };
        let deliberation = match raw {
            Form::Read { valeur, .. } => {
                let expose = match &valeur.expose_fichier {
                    Some(path) => self.markdown(
                        path,
                        false,
                        Lieu::new("deliberation.toml", "expose_fichier"),
                    )?,
                    None => None,
                };
                let mut textes = Vec::with_capacity(valeur.annexes.len());
                for (i, annexe) in valeur.annexes.iter().enumerate() {
                    let lieu = Lieu::new("deliberation.toml", format!("annexes[{i}].fichier"));
                    textes.push(match &annexe.fichier {
                        Some(path) => self.markdown(path, true, lieu)?,
                        None => None,
                    });
                }
                let mut anterieurs = Vec::with_capacity(valeur.actes_anterieurs.len());
                for (i, anterieur) in valeur.actes_anterieurs.iter().enumerate() {
                    let place = format!("actes_anterieurs[{i}].dossier");
                    let lieu = Lieu::new("deliberation.toml", place);
                    anterieurs.push(match &anterieur.dossier {
                        Some(path) if self.suit => self.anterieur(path, &lieu)?,
                        _ => None,
                    });
                }
                let assemblee = seance
                    .as_ref()
                    .and_then(|s| s.assemblee.clone())
                    .or_else(|| collectivite.as_ref().map(|c| c.assemblee.clone()))
                    .unwrap_or_else(|| "conseil".to_owned());
                let fiches = match all_sheets {
                    _ if !sheets.is_empty() => Presence::La(()),
                    true => Presence::Absente(
                        "il n’y a pas de fiche dans le dossier fiches/ : ajoutez-en, ou retirez cette annexe",
                    ),
                    false => Presence::Illisible,
                };
                let pieces = lower::deliberation::Pieces {
                    budget: budget_titre.as_deref(),
                    fiches,
                    programme: document.as_deref(),
                    textes,
                    anterieurs,
                };
                let mut l = Lower::new("deliberation.toml", &mut self.recueil);
                Some(lower::deliberation::lower(valeur, expose, &assemblee, pieces, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "deliberation.toml",
                "un dossier commence par deliberation.toml ; « delibere nouveau » en crée un",
            ),
        };
        if !matches!(actions, Actions::Illisibles) {
            self.insertions(programme.as_ref());
        }
        Ok(deliberation.zip(seance).zip(collectivite).map(
            |((deliberation, seance), collectivite)| Dossier {
                collectivite: Arc::new(collectivite),
                seance: Arc::new(seance),
                point: None,
                deliberation,
                programme,
                budget,
                fiches: sheets,
            },
        ))
    }
}
