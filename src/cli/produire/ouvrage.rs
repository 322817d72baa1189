//! One document to be made of some matter: its name, its file, its layout.

use std::fmt;

use super::matiere::Matiere;
use super::outil;
use crate::cli::examen::Sujet;
use crate::export::joint::{self, Bordereau, Commande};
use crate::model::{DossierSeance, FichierJoint};
use crate::read::{LiasseError, Releve};
use crate::render::{Document, DocumentSeance, MiseEnPage, Moteur, Norme, RenderError};

/// The acts of a sitting that a word of the command line names.
const ACTES: [(&str, Document); 2] =
    [("deliberations", Document::Deliberation), ("extraits", Document::Extrait)];

/// One document to be made (*ouvrage*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ouvrage {
    /// Of one act.
    Acte(Document),
    /// Of a sitting.
    Seance(DocumentSeance),
    /// Of the act of that rank in a sitting.
    ActeDeSeance(usize, Document),
    /// The register.
    Registre,
    /// The report of a verification.
    Rapport,
    /// The comparison of two acts.
    Comparaison,
}

/// What a command line may name for an act.
pub(super) const NOMS_ACTE: &str =
    "deliberation, annexe-budgetaire, fiches-actions, programme, annexe-N, extrait, acte, dossier";
/// What it may name for a sitting.
pub(super) const NOMS_SEANCE: &str = "convocation, ordre-du-jour, note-synthese, deliberations, extraits, liste-deliberations, compte-rendu, proces-verbal, cahier";

/// Whether a word names a document of an act.
pub(super) fn is_acte(nom: &str) -> bool {
    Document::parse(nom).is_some()
}

/// Whether a word names a document of a sitting.
pub(super) fn is_seance(nom: &str) -> bool {
    DocumentSeance::parse(nom).is_some() || ACTES.iter().any(|(n, _)| *n == nom)
}

impl Ouvrage {
    /// The documents that are asked for, each once; those that the matter gives by itself when none is named.
    pub(super) fn all(matiere: &Matiere, noms: &[String]) -> Result<Vec<Self>, RenderError> {
        let mut out = Vec::new();
        match matiere {
            Matiere::Registre(_) => out.push(Self::Registre),
            Matiere::Rapport { .. } => out.push(Self::Rapport),
            Matiere::Comparaison { .. } => out.push(Self::Comparaison),
            Matiere::Sujet(Sujet::Acte(acte)) => {
                let named: Vec<Document> = noms.iter().filter_map(|n| Document::parse(n)).collect();
                let all = if named.is_empty() { Document::of(&acte.0) } else { named };
                out.extend(all.into_iter().map(Self::Acte));
            }
            Matiere::Sujet(Sujet::Seance(seance)) => {
                let dossier = &seance.0;
                if noms.is_empty() {
                    out.extend(DocumentSeance::of(dossier).into_iter().map(Self::Seance));
                    for (_, document) in ACTES {
                        out.extend(Self::acts(dossier, document));
                    }
                }
                for nom in noms {
                    if let Some(document) = DocumentSeance::parse(nom) {
                        out.push(Self::Seance(document));
                    } else if let Some((_, document)) = ACTES.iter().find(|(n, _)| n == nom) {
                        let acts = Self::acts(dossier, *document);
                        if acts.is_empty() {
                            return Err(RenderError::SansDocument(nom.clone()));
                        }
                        out.extend(acts);
                    }
                }
            }
        }
        let mut seen = Vec::new();
        out.retain(|o| {
            !seen.contains(o) && {
                seen.push(*o);
                true
            }
        });
        Ok(out)
    }

    fn acts(dossier: &DossierSeance, document: Document) -> Vec<Self> {
        let has = |(i, acte)| document.is_of(acte).then_some(Self::ActeDeSeance(i, document));
        dossier.actes.iter().enumerate().filter_map(has).collect()
    }

    /// The names of the documents that some matter gives.
    pub(super) fn noms(matiere: &Matiere) -> Vec<String> {
        match matiere {
            Matiere::Registre(_) => vec!["registre".to_owned()],
            Matiere::Rapport { .. } => vec!["rapport".to_owned()],
            Matiere::Comparaison { .. } => vec!["comparaison".to_owned()],
            Matiere::Sujet(Sujet::Acte(acte)) => {
                Document::of(&acte.0).iter().map(ToString::to_string).collect()
            }
            Matiere::Sujet(Sujet::Seance(seance)) => {
                let dossier = &seance.0;
                let acts = ACTES.iter().filter(|(_, d)| !Self::acts(dossier, *d).is_empty());
                let own = DocumentSeance::of(dossier).into_iter().map(|d| d.to_string());
                own.chain(acts.map(|(nom, _)| (*nom).to_owned())).collect()
            }
        }
    }

    /// Its file, without extension, from the folder where documents are written.
    pub(super) fn chemin(self, matiere: &Matiere) -> String {
        if let Matiere::Rapport { nom, .. } | Matiere::Comparaison { nom, .. } = matiere {
            return nom.clone();
        }
        let (Self::ActeDeSeance(rank, document), Matiere::Sujet(Sujet::Seance(seance))) =
            (self, matiere)
        else {
            return self.to_string();
        };
        let folder = ACTES.iter().find(|(_, d)| *d == document).map_or("actes", |(nom, _)| *nom);
        let nom = Self::sous_dossier(&seance.0, rank)
            .map_or_else(|| (rank + 1).to_string(), str::to_owned);
        format!("{folder}/{nom}")
    }

    /// The folder of an act in that of its sitting.
    fn sous_dossier(seance: &DossierSeance, rank: usize) -> Option<&str> {
        let point = seance.actes.get(rank)?.point?;
        seance.seance.points.get(point)?.dossier.as_deref()
    }

    /// The files that it carries, of those that were read: what makes it again, and no more. An act of a sitting carries
    /// its own, and is the same document whether the act or the sitting is made.
    pub(super) fn joints(
        self,
        matiere: &Matiere,
        releve: &Releve,
        norme: &Norme,
    ) -> Result<Option<Vec<FichierJoint>>, LiasseError> {
        let (liasse, commande) = match (self, matiere) {
            (Self::Acte(_), _) => (releve.acte()?, Commande::Produire),
            (Self::Seance(_), _) => (releve.seance()?, Commande::Seance),
            (Self::ActeDeSeance(rank, _), Matiere::Sujet(Sujet::Seance(seance))) => {
                match Self::sous_dossier(&seance.0, rank) {
                    Some(nom) => (releve.acte_de_seance(nom)?, Commande::Produire),
                    None => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        let outil = outil();
        let bordereau = Bordereau {
            programme: outil.programme.to_owned(),
            modeles: outil.modeles.to_owned(),
            commande,
            document: self.to_string(),
            norme: norme.to_string(),
        };
        Ok(Some(joint::fichiers(&liasse, &bordereau)))
    }

    /// How long it takes beside the others: 0 for the longest.
    pub(super) fn rang(self) -> u8 {
        match self {
            Self::Registre
            | Self::Rapport
            | Self::Comparaison
            | Self::Seance(DocumentSeance::Cahier) => 0,
            Self::Acte(Document::Dossier | Document::Acte) => 0,
            Self::Acte(Document::Programme | Document::Annexe(_)) => 1,
            Self::Acte(Document::FichesActions | Document::FichesModifiees) | Self::Seance(_) => 2,
            Self::Acte(Document::AnnexeBudgetaire | Document::TableauComparatif) => 3,
            Self::Acte(Document::Deliberation | Document::Extrait) | Self::ActeDeSeance(..) => 4,
        }
    }

    /// Lays it out.
    pub(super) fn compose(
        self,
        matiere: &Matiere,
        moteur: &Moteur,
    ) -> Result<MiseEnPage, RenderError> {
        let absent = || RenderError::SansDocument(self.to_string());
        match (self, matiere) {
            (Self::Acte(document), Matiere::Sujet(Sujet::Acte(acte))) => {
                moteur.compose(&acte.0, &acte.1, document)
            }
            (Self::Seance(document), Matiere::Sujet(Sujet::Seance(seance))) => {
                moteur.compose_seance(&seance.0, &seance.1, document)
            }
            (Self::ActeDeSeance(rank, document), Matiere::Sujet(Sujet::Seance(seance))) => {
                let acte = seance.0.actes.get(rank).ok_or_else(absent)?;
                let comptes = seance.1.actes.get(rank).ok_or_else(absent)?;
                moteur.compose(acte, comptes, document)
            }
            (Self::Registre, Matiere::Registre(registre)) => moteur.compose_registre(registre),
            (Self::Rapport, Matiere::Rapport { rapport, .. }) => moteur.compose_rapport(rapport),
            (Self::Comparaison, Matiere::Comparaison { actes, .. }) => {
                moteur.compose_comparaison(&actes.0, &actes.1)
            }
            _ => Err(absent()),
        }
    }
}

impl fmt::Display for Ouvrage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Acte(document) | Self::ActeDeSeance(_, document) => document.fmt(f),
            Self::Seance(document) => document.fmt(f),
            Self::Registre => f.write_str("registre"),
            Self::Rapport => f.write_str("rapport"),
            Self::Comparaison => f.write_str("comparaison"),
        }
    }
}
