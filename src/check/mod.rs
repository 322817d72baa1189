//! What a careful jurist and an accountant would say of a dossier: rules over the model and its sums.

mod budget;
mod coherence;
mod compte;
mod controle;
mod evolution;
mod ignores;
mod json;
mod manuel;
mod notice;
pub mod rapport;
mod regle;
mod sarif;
mod verification;
mod verifications;

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::compute::{Comptes, ComptesSeance};
use crate::model::{Constat, Dossier, DossierSeance, Lieu};
use crate::redaction;
use crate::reperage;

pub use compte::Compte;
pub use controle::{Controle, controler};
pub use ignores::{Ignores, PorteeIgnores, ignorable};
pub use json::json;
pub use manuel::manuel;
pub use notice::{FAMILLES, Famille, Notice};
pub use rapport::Rapport;
pub use regle::{Examen, Exemple, Lecture, Regle, Vigueur};
pub use sarif::sarif;
pub use verification::{Filtre, Sujet, Verification, chemin};

/// Every rule, in the order of the families.
pub const REGLES: &[&Regle] = &[
    &budget::TOTAL_DECLARE_FAUX,
    &coherence::ANNEXE_ABSENTE,
    &coherence::ACTION_SANS_PIECE,
    &coherence::LIBELLES_DIVERGENTS,
    &coherence::DUREE_CONTRADICTOIRE,
    &coherence::CALENDRIER_CONTRADICTOIRE,
    &coherence::TERME_CONTRADICTOIRE,
    &coherence::BUDGET_DE_FICHE_FAUX,
    &coherence::OBJET_SANS_DECISION,
    &coherence::DELIBERATION_NON_VISEE,
    &coherence::REFERENCE_CONTRADICTOIRE,
    &coherence::COMPTE_FAUX,
    &coherence::TOTAL_DE_TABLEAU_FAUX,
    &coherence::POURCENTAGE_FAUX,
    &coherence::DATE_IMPOSSIBLE,
    &coherence::JOUR_DE_SEMAINE_FAUX,
    &coherence::MONTANT_ECRIT_DEUX_FACONS,
    &coherence::SIGLE_ECRIT_DEUX_FACONS,
    &coherence::NUMERO_SANS_ACTION,
    &coherence::FINANCEUR_CONTRADICTOIRE,
    &coherence::DUREE_DE_PLAN_FAUSSE,
    &coherence::TERME_OUBLIE,
    &evolution::ACTE_POSTERIEUR,
    &evolution::REPRISE_PERIMEE,
    // What is set aside is judged once everything else is found.
    &verifications::CODE_REFUSE,
    &verifications::SANS_EFFET,
];

/// The files that the acts of a sitting share with it: a place in them is the same from each act.
const PARTAGES: &[&str] = &["seance.toml", "assemblee.toml", "collectivite.toml"];

/// Runs every rule of acts that is in force, then marks what the files of the dossier set aside; findings come in the
/// order of the rules.
#[must_use]
pub fn check(dossier: &Dossier, comptes: &Comptes) -> Vec<Constat> {
    let files = [
        own(dossier),
        Ignores::new("seance.toml", &dossier.seance.verifications.ignorer, PorteeIgnores::Partagee),
        habits(&dossier.collectivite.verifications.ignorer),
    ];
    let mut constats = acte(dossier, comptes);
    ignores::mark(&mut constats, &files);
    let lists: Vec<Constat> = files.iter().flat_map(|f| f.check(&constats)).collect();
    constats.extend(lists);
    constats
}

/// Runs every rule on a sitting and on each of its acts; what several acts say of the same place is said once.
///
/// The places of an act are in its sub-folder, `03-budget/deliberation.toml`.
#[must_use]
pub fn check_seance(seance: &DossierSeance, comptes: &ComptesSeance) -> Vec<Constat> {
    let shared = [
        Ignores::new("seance.toml", &seance.seance.verifications.ignorer, PorteeIgnores::Propre),
        habits(&seance.collectivite.verifications.ignorer),
    ];
    let mut constats = Vec::new();
    for regle in REGLES {
        if let Examen::Seance(run) = regle.run
            && regle.s_applique(seance.seance.date, seance.collectivite.genre)
        {
            run(regle, seance, comptes, &mut constats);
        }
    }
    ignores::mark(&mut constats, &shared);
    for (dossier, comptes) in seance.actes.iter().zip(&comptes.actes) {
        let point = dossier.point.and_then(|p| seance.seance.points.get(p));
        let folder = point.and_then(|p| p.dossier.as_deref()).unwrap_or_default();
        let within = |lieu: Lieu| match folder {
            "" => lieu,
            _ if PARTAGES.contains(&&*lieu.fichier) => lieu,
            folder => lieu.within(folder),
        };
        let list = own(dossier);
        let mut found = acte(dossier, comptes);
        ignores::mark(&mut found, &[list, shared[0], shared[1]]);
        let own = list.check(&found);
        for mut constat in found.into_iter().chain(own) {
            constat.lieu = within(constat.lieu);
            for (lieu, _) in &mut constat.secondaires {
                *lieu = within(lieu.clone());
            }
            if let Some(lieu) = constat.ignore.as_mut().and_then(|i| i.lieu.as_mut()) {
                *lieu = within(lieu.clone());
            }
            if !constats.contains(&constat) {
                constats.push(constat);
            }
        }
    }
    let lists: Vec<Constat> = shared.iter().flat_map(|f| f.check(&constats)).collect();
    constats.extend(lists);
    constats
}

/// What an act sets aside of its own.
fn own(dossier: &Dossier) -> Ignores<'_> {
    let codes = &dossier.deliberation.verifications.ignorer;
    Ignores::new("deliberation.toml", codes, PorteeIgnores::Propre)
}

fn habits(codes: &[crate::model::CodeIgnore]) -> Ignores<'_> {
    Ignores::new("collectivite.toml", codes, PorteeIgnores::Habitude)
}

/// What the rules of acts find.
///
/// What is drafted is judged as what is written, and what the drafter took over is still told from it; the rules that
/// read words judge those that somebody wrote.
fn acte(written: &Dossier, comptes: &Comptes) -> Vec<Constat> {
    let mut dossier = redaction::completer(written);
    if let Cow::Owned(drafted) = &mut dossier {
        drafted.deliberation.redaction.clone_from(&written.deliberation.redaction);
    }
    let mut constats = Vec::new();
    let releve = OnceCell::new();
    for regle in REGLES {
        if !regle.s_applique(dossier.seance.date, dossier.collectivite.genre) {
            continue;
        }
        match regle.run {
            Examen::Acte(run) => run(regle, &dossier, comptes, &mut constats),
            Examen::Ecrits(run) => {
                let releve = releve.get_or_init(|| reperage::relever(written));
                run(regle, written, releve, &mut constats);
            }
            Examen::Seance(_) | Examen::Ignores(_) => {}
        }
    }
    constats
}
