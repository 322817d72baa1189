//! One dossier: which file becomes which part of the model.

use std::collections::{BTreeMap, BTreeSet};

use super::cadre::Cadre;
use super::codes;
use super::fault::Fault;
use super::files::{Files, FilesError};
use super::lower::{self, Actions, Lower, Presence};
use super::markdown::Recueil;
use super::ouverture::{CONNUS, Form};
use super::raw;
use super::raw::deliberation::Deliberation as RawDeliberation;
use super::source::Sources;
use crate::model::{Dossier, Lieu, Point, SortPoint, Vie};

/// The reading of one dossier.
pub(super) struct Session<'a> {
    pub(super) files: &'a dyn Files,
    pub(super) sources: Sources,
    pub(super) recueil: Recueil,
    pub(super) fichiers: Vec<String>,
    /// Whether the earlier acts that are named are read too.
    pub(super) suit: bool,
}

impl<'a> Session<'a> {
    pub(super) fn new(files: &'a dyn Files) -> Self {
        Self {
            files,
            sources: Sources::default(),
            recueil: Recueil::default(),
            fichiers: Vec::new(),
            suit: true,
        }
    }
}

impl Session<'_> {
    /// Reads an act and, in its folder or the one above, its sitting.
    pub(super) fn dossier(&mut self) -> Result<Option<Dossier>, FilesError> {
        let cadre = self.cadre(2, "la séance donne la date de l’acte : date = 2012-12-07")?;
        let mut point = None;
        if cadre.niveau == 1
            && let (Some(seance), Some(nom)) = (&cadre.seance, self.files.nom())
        {
            point = seance.points.iter().position(|p| p.dossier.as_ref() == Some(&nom));
            if point.is_none() && cadre.points_declares && cadre.points_sains {
                self.sans_point(&nom);
            }
        }
        self.acte(&cadre, point)
    }

    /// Reads the act itself.
    pub(super) fn acte(
        &mut self,
        cadre: &Cadre,
        point: Option<usize>,
    ) -> Result<Option<Dossier>, FilesError> {
        let raw = self.form::<RawDeliberation>("deliberation.toml", 1)?;
        let programme = self.form::<raw::programme::Programme>("programme.toml", 1)?;
        let budget = self.form::<raw::budget::Budget>("budget.toml", 1)?;
        let vie = self.form::<raw::vie::Vie>("vie.toml", 1)?;
        let (fiches, all_sheets) = self.fiches()?;
        self.unknown_files(CONNUS, "ceux du dossier fiches/")?;

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
                        let texte = self.markdown(0, path, true, lieu)?;
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
        self.grants_elsewhere();
        let deliberation = match raw {
            Form::Read { valeur, .. } => {
                let expose = match &valeur.expose_fichier {
                    Some(path) => self.markdown(
                        0,
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
                        Some(path) => self.markdown(0, path, true, lieu)?,
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
                let assemblee = cadre
                    .seance
                    .as_ref()
                    .and_then(|s| s.assemblee.as_deref())
                    .or_else(|| cadre.collectivite.as_ref().map(|c| c.assemblee.as_str()))
                    .unwrap_or("conseil");
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
                let shared = lower::deliberation::Seance {
                    assemblee,
                    attribution: cadre.attribution(point),
                    annuaire: &cadre.annuaire,
                    presences: cadre.presences,
                };
                Some(lower::deliberation::lower(valeur, expose, shared, pieces, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "deliberation.toml",
                "un dossier commence par deliberation.toml ; « delibere nouveau » en crée un",
            ),
        };
        let voted = deliberation.as_ref().is_some_and(|d| d.vote.is_some());
        if let (Some(rang), Some(seance), true) = (point, &cadre.seance, voted)
            && let Some(point) = seance.points.get(rang)
            && !point.sort.examine()
        {
            self.vote_sans_examen(rang, point);
        }
        if !matches!(actions, Actions::Illisibles) {
            self.insertions(programme.as_ref(), deliberation.as_ref());
        }
        let vie = match vie {
            Form::Read { valeur, .. } => lower::vie::lower(valeur),
            _ => Vie::default(),
        };
        let shared = cadre.collectivite.clone().zip(cadre.seance.clone());
        Ok(deliberation.zip(shared).map(|(deliberation, (collectivite, seance))| Dossier {
            collectivite,
            seance,
            point,
            deliberation,
            vie,
            programme,
            budget,
            fiches: sheets,
        }))
    }

    /// A point to which the assembly did not come, and whose act has a vote.
    fn vote_sans_examen(&mut self, rang: usize, point: &Point) {
        let fait = match point.sort {
            SortPoint::Reporte => "reporté",
            _ => "retiré",
        };
        let message = format!("un point {fait} n’est pas mis aux voix, et son acte a un vote");
        self.recueil.faults.push(
            Fault::new(
                codes::VOTE_SANS_EXAMEN,
                "seance.toml",
                &format!("points[{rang}].sort"),
                message,
            )
            .etiquette(format!("point {fait}…"))
            .secondaire(Lieu::new("deliberation.toml", "vote"), "… et vote de son acte")
            .aide("retirez « sort », ou le vote de l’acte"),
        );
    }
}
