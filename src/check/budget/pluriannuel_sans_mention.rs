//! A plan over several years that does not say that it opens no credit.

use super::engagement_exclu;
use crate::check::mots::Mots;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{AnnexeBudgetaire, Constat, Dossier, Lieu, Section, Sens, Severite};
use crate::reperage::{Ecriture, Releve};

pub(in crate::check) static PLURIANNUEL_SANS_MENTION: Regle = Regle {
    code: "BUDG-08",
    nom: "pluriannuel-sans-mention",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2311-3 et R. 2311-9 ; art. L. 5217-10-7 pour la M57"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "L’article L. 5217-10-7, qui vaut pour la M57, n’a pas été lu dans sa version en vigueur.",
    ),
    doc: "L’annexe prévoit des dépenses sur plusieurs exercices. Un plan n’ouvre aucun crédit : seuls les crédits \
          votés chaque année au budget engagent la collectivité, sauf autorisation de programme (AP/CP, en \
          investissement) ou d’engagement (AE/CP, en fonctionnement) votée par une délibération distincte.\n\n\
          L’acte le dit, dans une décision ou sous le budget : « sous réserve de l’inscription annuelle des crédits ». \
          `inscription_annuelle = true`, en tête de `budget.toml`, imprime cette phrase sous les tableaux ; ou bien \
          `[[autorisations]]` dit l’autorisation et ses crédits de paiement ; une AP ne vaut que pour l’investissement, une \
          AE que pour le fonctionnement.",
    exemple: Exemple {
        faux: "exercices = [2026, 2027, 2028]",
        juste: "exercices = [2026, 2027, 2028]\ninscription_annuelle = true",
    },
    run: Examen::Ecrits(run),
};

/// Words by which an act says that a plan opens no credit.
const MENTIONS: &[&str] = &[
    "inscription annuelle",
    "reserve de l inscription*",
    "reserve de leur inscription*",
    "reserve du vote*",
    "reserve de l ouverture*",
    "inscrire chaque annee*",
    "inscrits chaque annee*",
    "inscrites chaque annee*",
    "ouverts chaque annee*",
    "credits seront inscrits*",
    "credits seront ouverts*",
    "n ouvre aucun credit",
    "n ouvrant aucun credit",
    "n ouvre par lui meme aucun credit",
    "n ouvrant par lui meme aucun credit",
    "autorisation de programme",
    "autorisations de programme",
    "autorisation d engagement",
    "autorisations d engagement",
    "ap cp",
    "ae cp",
    "credits de paiement",
];

/// Whether a section spends in several years without an authorisation of its kind.
fn sans_autorisation(budget: &AnnexeBudgetaire, section: Section) -> bool {
    let mut years = vec![false; budget.exercices.len()];
    for ligne in budget.lignes.iter().filter(|l| l.section == section && l.sens == Sens::Depense) {
        for (year, cell) in years.iter_mut().zip(&ligne.montants) {
            *year |= cell.is_some_and(|m| !m.is_zero());
        }
    }
    years.iter().filter(|spent| **spent).count() > 1
        && !budget.autorisations.iter().any(|a| a.nature.section() == section)
}

/// Whether a budget spends in several years without anything that says what opens the credits.
pub(super) fn engage(dossier: &Dossier, budget: &AnnexeBudgetaire, releve: &Releve) -> bool {
    // A sheet or a calendar speaks of one action, and not of the whole plan.
    let speaks = |ecriture: Ecriture| {
        !matches!(
            ecriture,
            Ecriture::Fiche(_)
                | Ecriture::Champ(..)
                | Ecriture::Orientation(_)
                | Ecriture::Echeance(_)
                | Ecriture::Mesure(..)
        )
    };
    !budget.inscription_annuelle
        && Section::ALL.into_iter().any(|s| sans_autorisation(budget, s))
        && !releve.dit(MENTIONS, speaks)
        && !dossier.deliberation.annexes.iter().any(|a| Mots::new(&a.titre).un_de(MENTIONS))
}

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    if !engage(dossier, budget, releve) {
        return;
    }
    let (Some(first), Some(last)) = (budget.exercices.first(), budget.exercices.last()) else {
        return;
    };
    let mut aide =
        "ajoutez en tête de budget.toml : inscription_annuelle = true, ou dans une décision : \
                    « sous réserve de l’inscription annuelle des crédits »"
            .to_owned();
    if !engagement_exclu::lignes(dossier, budget, &[]).is_empty() {
        aide.push_str(
            " ; les frais de personnel et les subventions à des organismes privés n’entrent dans aucune \
             autorisation d’engagement",
        );
    }
    // The years are those of the programme when the annex gives none of its own.
    let shared = dossier.programme.as_ref().is_some_and(|p| p.exercices == budget.exercices);
    let fichier = if shared { "programme.toml" } else { "budget.toml" };
    out.push(
        regle
            .constat(
                Lieu::new(fichier, "exercices"),
                format!("le plan porte sur {first}-{last} : il n’ouvre aucun crédit, et l’acte ne le dit pas"),
            )
            .etiquette("plusieurs exercices")
            .aide(aide),
    );
}
