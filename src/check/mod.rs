//! What a careful jurist and an accountant would say of a dossier: rules over the model and its sums.

mod budget;
mod controle;
mod evolution;
mod regle;

use std::borrow::Cow;

use crate::compute::{Comptes, ComptesSeance};
use crate::model::{Constat, Dossier, DossierSeance, Lieu};
use crate::redaction;

pub use controle::{Controle, controler};
pub use regle::{Examen, Exemple, Lecture, Regle, Vigueur};

/// Every rule, in the order of the families.
pub const REGLES: &[&Regle] =
    &[&budget::TOTAL_DECLARE_FAUX, &evolution::ACTE_POSTERIEUR, &evolution::REPRISE_PERIMEE];

/// The files that the acts of a sitting share with it: a place in them is the same from each act.
const PARTAGES: &[&str] = &["seance.toml", "assemblee.toml", "collectivite.toml"];

/// Runs every rule of acts that is in force; findings come in the order of the rules.
#[must_use]
pub fn check(dossier: &Dossier, comptes: &Comptes) -> Vec<Constat> {
    let asked = dossier.deliberation.redaction.clone();
    // What is drafted is judged as what is written; what the drafter took over is still told from it.
    let mut dossier = redaction::completer(dossier);
    if let Cow::Owned(drafted) = &mut dossier {
        drafted.deliberation.redaction.clone_from(&asked);
    }
    let mut constats = Vec::new();
    for regle in REGLES {
        if let Examen::Acte(run) = regle.run
            && regle.s_applique(dossier.seance.date, dossier.collectivite.genre)
        {
            run(regle, &dossier, comptes, &mut constats);
        }
    }
    constats
}

/// Runs every rule on a sitting and on each of its acts; what several acts say of the same place is said once.
///
/// The places of an act are in its sub-folder, `03-budget/deliberation.toml`.
#[must_use]
pub fn check_seance(seance: &DossierSeance, comptes: &ComptesSeance) -> Vec<Constat> {
    let mut constats = Vec::new();
    for regle in REGLES {
        if let Examen::Seance(run) = regle.run
            && regle.s_applique(seance.seance.date, seance.collectivite.genre)
        {
            run(regle, seance, comptes, &mut constats);
        }
    }
    for (acte, comptes) in seance.actes.iter().zip(&comptes.actes) {
        let point = acte.point.and_then(|p| seance.seance.points.get(p));
        let dossier = point.and_then(|p| p.dossier.as_deref()).unwrap_or_default();
        let within = |lieu: Lieu| match dossier {
            "" => lieu,
            _ if PARTAGES.contains(&&*lieu.fichier) => lieu,
            dossier => lieu.within(dossier),
        };
        for mut constat in check(acte, comptes) {
            constat.lieu = within(constat.lieu);
            for (lieu, _) in &mut constat.secondaires {
                *lieu = within(lieu.clone());
            }
            if !constats.contains(&constat) {
                constats.push(constat);
            }
        }
    }
    constats
}
