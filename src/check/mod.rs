//! What a careful jurist and an accountant would say of a dossier: rules over the model and its sums.

mod acte;
mod affaire;
mod budget;
mod coherence;
pub mod commandes;
mod compte;
mod controle;
mod election;
mod evolution;
mod genres;
mod ignores;
mod json;
mod manuel;
mod mots;
mod notice;
mod passages;
mod presidence;
mod publicite;
pub mod rapport;
mod recours;
mod regle;
mod sarif;
mod seance;
mod subvention;
mod verification;
mod verifications;
mod vie;
mod vote;

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
pub use regle::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
pub use sarif::sarif;
pub use verification::{Filtre, Sujet, Verification, chemin};

/// Every rule, in the order of the families.
pub const REGLES: &[&Regle] = &[
    // Rules of law.
    &seance::CONVOCATION_TARDIVE,
    &seance::CONVOCATION_TARDIVE_3500,
    &seance::CONVOCATION_EPCI_TARDIVE,
    &seance::CONVOCATION_EPCI_TARDIVE_2020,
    &seance::URGENCE_MAL_JUGEE,
    &seance::RAPPORTS_TARDIFS,
    &seance::AFFAIRE_HORS_ORDRE_DU_JOUR,
    &seance::SANS_NOTE_DE_SYNTHESE,
    &seance::CONVOCATION_SUR_PAPIER,
    &seance::CONVOCATION_ABSENTE,
    &seance::CONVOCATION_ALSACE_MOSELLE_TARDIVE,
    &seance::QUORUM_NON_ATTEINT,
    &seance::QUORUM_NON_ATTEINT_DEPARTEMENT,
    &seance::SECONDE_CONVOCATION_TROP_PROCHE,
    &seance::QUORUM_SANS_DEPORTS,
    &seance::QUORUM_DEROGATOIRE,
    &seance::POUVOIRS_EN_TROP,
    &seance::POUVOIR_SANS_PORTEUR,
    &seance::PROCES_VERBAL_INCOMPLET,
    &vote::DECOMPTE_FAUX,
    &vote::RESULTAT_DEMENTI,
    &vote::PARTAGE_AU_SCRUTIN_SECRET,
    &vote::SCRUTIN_PUBLIC_SANS_NOMS,
    &vote::NOMINATION_SANS_SECRET,
    &vote::NOMINATION_SANS_SECRET_DEPARTEMENT,
    &vote::UNANIMITE_DEMENTIE,
    &vote::DEUX_TIERS_DE_L_EFFECTIF,
    &vote::DEUX_TIERS_DEBATTUS,
    &vote::DEUX_TIERS_DES_SUFFRAGES,
    &vote::INTERET_COMMUNAUTAIRE_DES_COMMUNES,
    &vote::EXECUTIF_AU_COMPTE_ADMINISTRATIF,
    &vote::INTERESSE_AU_VOTE,
    &vote::INTERESSE_AU_VOTE_DEPARTEMENT,
    &vote::VOTE_ABSENT,
    &vote::PROJET_VOTE,
    &acte::NUMERO_D_ORDRE_SAUTE,
    &acte::REGISTRE_SANS_SIGNATAIRES,
    &acte::SANS_SIGNATURE_DU_SECRETAIRE,
    &acte::SECRETAIRE_ABSENT,
    &acte::SIGNATAIRE_INCOMPLET,
    &acte::SANS_VISA_DE_COMPETENCE,
    &acte::ARTICLES_MAL_NUMEROTES,
    &acte::DECISION_SANS_MOTIF,
    &acte::NUMERO_CONVERTI,
    &acte::OBJET_TROP_LONG,
    &acte::DEVELOPPEMENT_ECONOMIQUE_COMMUNAUTAIRE,
    &acte::MATIERE_NON_DELEGABLE,
    &publicite::PUBLICITE_NON_ELECTRONIQUE,
    &publicite::MODE_DE_PUBLICITE_NON_CHOISI,
    &publicite::PUBLICITE_TROP_BREVE,
    &publicite::PUBLICITE_AVANT_2022,
    &publicite::LISTE_DES_DELIBERATIONS_TARDIVE,
    &publicite::COMPTE_RENDU_TARDIF,
    &publicite::PROCES_VERBAL_MAL_PUBLIE,
    &publicite::ENVOI_AUX_COMMUNES_TARDIF,
    &publicite::SANS_INSERTION_LOCALE,
    &publicite::SANS_RECUEIL_DES_ACTES,
    &publicite::SANS_ENVOI_AUX_COMMUNES,
    &publicite::DONNEE_PERSONNELLE,
    &publicite::CARACTERE_EXECUTOIRE_FAUX,
    &publicite::CHRONOLOGIE_IMPOSSIBLE,
    &publicite::ACTE_NON_TRANSMISSIBLE,
    &publicite::TRANSMISSION_SUR_PAPIER,
    &publicite::BUDGET_TRANSMIS_TARD,
    &recours::VOIES_DE_RECOURS_ABSENTES,
    &recours::DELAI_DE_RECOURS_FAUX,
    &recours::TRIBUNAL_D_UN_AUTRE_RESSORT,
    &recours::TELERECOURS_AVANT_2018,
    &recours::RECOURS_GRACIEUX_MAL_DIT,
    &recours::DELAI_DU_DEFERE_FAUX,
    // End of the rules of law.
    &presidence::PRESIDENT_ABSENT,
    &presidence::SECRETAIRE_HORS_DE_LA_SALLE,
    &presidence::VOIX_DU_PRESIDENT_INCONNUE,
    &election::TOUR_DE_TROP,
    &election::SCRUTIN_SANS_ELU,
    &election::POSTE_AU_FEMININ,
    &budget::CHAPITRE_INCONNU,
    &budget::CHAPITRE_SECTION,
    &budget::CHAPITRE_SENS,
    &budget::CHAPITRE_ABSENT,
    &budget::SOUS_TOTAL_FAUX,
    &budget::TOTAL_SECTION_FAUX,
    &budget::REPARTITION_FAUSSE,
    &budget::PLURIANNUEL_SANS_MENTION,
    &budget::ENGAGEMENT_EXCLU,
    &budget::CREDITS_AUTORISATION,
    &budget::NOMENCLATURE_INHABITUELLE,
    &budget::NOMENCLATURE_REMPLACEE,
    &budget::PARTICIPATION_CHAPITRE_70,
    &subvention::SANS_CONVENTION,
    &subvention::ENGAGEMENT_REPUBLICAIN,
    &subvention::DONNEES_ESSENTIELLES,
    &subvention::AIDE_ENTREPRISE,
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
    &coherence::SEANCE_CONTRADICTOIRE,
    &coherence::MONTANT_DU_TEXTE_DEMENTI,
    &evolution::ACTE_POSTERIEUR,
    &evolution::REPRISE_PERIMEE,
    &evolution::CIBLE_ABSENTE,
    &evolution::CYCLE_ACTES,
    &evolution::DOUBLE_REMPLACEMENT,
    &evolution::ACTE_SANS_EFFET,
    &vie::ETAPE_HORS_ORDRE,
    &vie::ETAPE_HORS_TEMPS,
    &vie::MENTIONS_CONTRAIRES,
    // What is set aside is judged once everything else is found.
    &verifications::CODE_REFUSE,
    &verifications::SANS_EFFET,
];

/// The families of rules that look at what a consolidated version says, and not at how an act was taken.
const DE_LA_CONSOLIDATION: &[&str] = &["BUDG-", "COHE-", "PROG-", "VERI-"];

/// Those of these families that judge what an act decides and cites: a consolidated version decides nothing, and names in
/// its head the acts it comes from.
const DE_L_ACTE_SEUL: &[&str] = &["COHE-06", "COHE-07", "COHE-20"];

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
    let releve = reperage::relever_seance(&seance.seance);
    let textes = Textes { seance: &seance.seance, dossier: None, releve: &releve };
    for regle in REGLES {
        if !regle.s_applique(seance.seance.date, seance.collectivite.genre) {
            continue;
        }
        let before = constats.len();
        match regle.run {
            Examen::Seance(run) => run(regle, seance, comptes, &mut constats),
            Examen::Textes(run) => run(regle, &textes, &mut constats),
            Examen::Acte(_) | Examen::Ecrits(_) | Examen::Ignores(_) => {}
        }
        genres::retenir(regle, seance.collectivite.genre, &mut constats[before..]);
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
        // No assembly voted on a consolidated version, and nobody sends it.
        if written.deliberation.consolidee.is_some()
            && (DE_L_ACTE_SEUL.contains(&regle.code)
                || !DE_LA_CONSOLIDATION.iter().any(|famille| regle.code.starts_with(famille)))
        {
            continue;
        }
        let before = constats.len();
        match regle.run {
            Examen::Acte(run) => run(regle, &dossier, comptes, &mut constats),
            Examen::Ecrits(run) => {
                let releve = releve.get_or_init(|| reperage::relever(written));
                run(regle, written, releve, &mut constats);
            }
            Examen::Textes(run) => {
                let releve = releve.get_or_init(|| reperage::relever(written));
                let textes = Textes { seance: &written.seance, dossier: Some(written), releve };
                run(regle, &textes, &mut constats);
            }
            Examen::Seance(_) | Examen::Ignores(_) => {}
        }
        genres::retenir(regle, dossier.collectivite.genre, &mut constats[before..]);
    }
    constats
}
