//! Whose act or sitting it is.

use std::sync::Arc;

use super::extrait::visible;
use crate::check::Sujet;
use crate::compute::Comptes;
use crate::model::{Collectivite, Dossier, Etat, Seance};
use crate::typographie::{self, date::date_longue};

/// What identifies what was verified (*identité*).
#[derive(Debug, Clone)]
pub struct Identite {
    /// Who decides.
    pub collectivite: Arc<Collectivite>,
    /// The sitting: the law of its day applies.
    pub seance: Arc<Seance>,
    /// The acts: one for an act alone.
    pub actes: Vec<ActeIdentifie>,
    /// Whether a whole sitting was verified.
    pub est_seance: bool,
}

/// What identifies an act (*acte identifié*).
#[derive(Debug, Clone)]
pub struct ActeIdentifie {
    /// Its sub-folder in that of the sitting.
    pub dossier: Option<String>,
    /// Its number.
    pub numero: String,
    /// Its object.
    pub objet: String,
    /// Its state.
    pub etat: Etat,
}

impl Identite {
    pub(super) fn new(sujet: &Sujet) -> Self {
        match sujet {
            Sujet::Acte(acte) => {
                let (dossier, comptes) = &**acte;
                Self {
                    collectivite: Arc::clone(&dossier.collectivite),
                    seance: Arc::clone(&dossier.seance),
                    actes: vec![ActeIdentifie::new(dossier, comptes, None)],
                    est_seance: false,
                }
            }
            Sujet::Seance(seance) => {
                let (dossier, comptes) = &**seance;
                let folder = |acte: &Dossier| {
                    let point = acte.point.and_then(|p| dossier.seance.points.get(p))?;
                    point.dossier.clone()
                };
                let acts = dossier.actes.iter().zip(&comptes.actes);
                Self {
                    collectivite: Arc::clone(&dossier.collectivite),
                    seance: Arc::clone(&dossier.seance),
                    actes: acts.map(|(a, c)| ActeIdentifie::new(a, c, folder(a))).collect(),
                    est_seance: true,
                }
            }
        }
    }

    /// « délibération n° C-12-05-01 », « séance du 7 décembre 2012 ».
    #[must_use]
    pub fn titre(&self) -> String {
        match self.actes.as_slice() {
            [acte] if !self.est_seance => acte.titre(),
            _ => format!("séance du {}", self.jour()),
        }
    }

    /// The day of the sitting.
    #[must_use]
    pub fn jour(&self) -> String {
        date_longue(self.seance.date)
    }

    /// The body that sits.
    #[must_use]
    pub fn assemblee(&self) -> String {
        composed(self.seance.assemblee.as_deref().unwrap_or(&self.collectivite.assemblee))
    }

    /// What identifies it, each with its label.
    #[must_use]
    pub fn lignes(&self) -> Vec<(&'static str, String)> {
        let mut out = vec![
            ("Collectivité", composed(&self.collectivite.nom)),
            ("Assemblée", self.assemblee()),
            ("Séance", self.jour()),
        ];
        match self.actes.as_slice() {
            [acte] if !self.est_seance => {
                out.push(("Numéro", acte.numero.clone()));
                out.push(("Objet", acte.objet.clone()));
                out.push(("État", etat(acte.etat).to_owned()));
            }
            actes => out.push(("Actes", actes.len().to_string())),
        }
        out
    }
}

impl ActeIdentifie {
    fn new(dossier: &Dossier, comptes: &Comptes, folder: Option<String>) -> Self {
        Self {
            dossier: folder,
            numero: visible(&dossier.deliberation.numero.affiche),
            objet: composed(&dossier.deliberation.objet.join(" – ")),
            etat: comptes.etat,
        }
    }

    /// « délibération n° 2026-014 ».
    #[must_use]
    pub fn titre(&self) -> String {
        let nature = match self.etat {
            Etat::Projet => "projet de délibération",
            _ => "délibération",
        };
        match self.numero.as_str() {
            "" => nature.to_owned(),
            numero => format!("{nature} n°\u{a0}{numero}"),
        }
    }

    /// « adoptée ».
    #[must_use]
    pub fn etat(&self) -> &'static str {
        etat(self.etat)
    }
}

/// Words as the documents print them.
fn composed(texte: &str) -> String {
    visible(&typographie::composer_simple(texte))
}

fn etat(etat: Etat) -> &'static str {
    match etat {
        Etat::Projet => "projet",
        Etat::Adoptee => "adoptée",
        Etat::Rejetee => "rejetée",
    }
}
