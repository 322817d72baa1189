//! What an authorisation of commitment may not cover.

use super::pluriannuel_sans_mention::engage;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, subvention};
use crate::compute::budget::Composition;
use crate::model::{
    AnnexeBudgetaire, Constat, Dossier, IdAction, Lieu, Ligne, NatureAutorisation, Section, Sens,
    Severite,
};
use crate::reperage::Releve;

pub(in crate::check) static ENGAGEMENT_EXCLU: Regle = Regle {
    code: "BUDG-09",
    nom: "engagement-exclu",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2311-3 II, deuxième alinéa"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Une autorisation d’engagement (AE) couvre des frais de personnel (chapitre 012) ou des subventions versées à \
          des organismes privés, ce que la loi exclut. `actions`, dans `[[autorisations]]`, dit les actions qu’elle \
          couvre ; sans elle, toutes les dépenses de fonctionnement.\n\n\
          Sans autorisation déclarée, un plan sur plusieurs exercices qui ne dit pas comment ses crédits seront \
          ouverts reçoit un avertissement pour ces mêmes lignes : elles ne pourraient pas être engagées ainsi.",
    exemple: Exemple {
        faux: "[[autorisations]]\nnature = \"engagement\"\nmontant = 60000\ncredits = [20000, 20000, 20000]\n\n\
               [[lignes]]\naction = \"animation\"\nsection = \"fonctionnement\"\nsens = \"depense\"\n\
               chapitre = \"012\"\nmontants = [20000, 20000, 20000]",
        juste: "[[autorisations]]\nnature = \"engagement\"\nactions = [\"etudes\"]\nmontant = 60000\n\
                credits = [20000, 20000, 20000]",
    },
    run: Examen::Ecrits(run),
};

/// The lines that no authorisation of commitment may cover, with why; those of some actions, of all when none is named.
pub(super) fn lignes(
    dossier: &Dossier,
    budget: &AnnexeBudgetaire,
    actions: &[IdAction],
) -> Vec<(usize, &'static str)> {
    let composition = Composition::new(budget, dossier.programme.as_ref());
    let reader = subvention::Lecteur::new(dossier);
    let covers = |l: &Ligne| {
        actions.is_empty()
            || composition.branche(l.action.as_ref()).into_iter().any(|a| actions.contains(a))
    };
    let why = |l: &Ligne| match l.chapitre.as_deref() {
        Some("012") => Some("frais de personnel"),
        _ => reader.privee(l).then_some("subvention à un organisme privé"),
    };
    let spent = |l: &Ligne| l.section == Section::Fonctionnement && l.sens == Sens::Depense;
    let lines = budget.lignes.iter().enumerate().filter(|(_, l)| spent(l) && covers(l));
    lines.filter_map(|(i, l)| Some((i, why(l)?))).collect()
}

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    let place = |i: usize| {
        let cle = if budget.lignes[i].chapitre.is_some() { ".chapitre" } else { "" };
        Lieu::new("budget.toml", format!("lignes[{i}]{cle}"))
    };
    for (rang, ae) in budget.autorisations.iter().enumerate() {
        if ae.nature != NatureAutorisation::Engagement {
            continue;
        }
        let mut constat = regle
            .constat(
                Lieu::new("budget.toml", format!("autorisations[{rang}]")),
                "une autorisation d’engagement ne peut couvrir ni frais de personnel, ni subvention à un organisme privé",
            )
            .etiquette("autorisation d’engagement")
            .aide("nommez dans « actions » celles qu’elle couvre, sans ces lignes");
        constat.secondaires = lignes(dossier, budget, &ae.actions)
            .into_iter()
            .map(|(i, why)| (place(i), why.to_owned()))
            .collect();
        if !constat.secondaires.is_empty() {
            out.push(constat);
        }
    }
    if !engage(dossier, budget, releve) {
        return;
    }
    let mut excluded =
        lignes(dossier, budget, &[]).into_iter().map(|(i, why)| (place(i), why.to_owned()));
    if let Some((lieu, why)) = excluded.next() {
        let mut constat = regle
            .constat(lieu, "ces dépenses ne peuvent pas être engagées sur plusieurs exercices")
            .etiquette(why)
            .aide(
                "frais de personnel et subventions à des organismes privés n’entrent dans aucune autorisation \
                 d’engagement : leurs crédits sont inscrits chaque année au budget, et l’acte le dit",
            )
            .au_plus(Severite::Avertissement);
        constat.secondaires = excluded.collect();
        out.push(constat);
    }
}
