//! A deliberation that the act cites by its number and does not have among its visas.

use std::collections::BTreeSet;

use super::reference::{nu, references};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{Ecriture, Releve, dates};

pub(in crate::check) static DELIBERATION_NON_VISEE: Regle = Regle {
    code: "COHE-07",
    nom: "deliberation-non-visee",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le dispositif modifie, abroge ou applique une délibération qu’il cite par son numéro, et qu’aucun visa ne cite. \
          Dans l’exposé et les considérants, ou quand le dispositif abroge en donnant le numéro et la date, ce n’est qu’une \
          information.\n\n\
          Un acte s’appuie sur ce qu’il vise ; le visa permet aussi de vérifier le numéro et la date cités.",
    exemple: Exemple {
        faux: "[[articles]]\ntexte = \"Les tarifs de la délibération n° 2024_041 du 25 juin 2024 sont prolongés.\"\n# et aucun visa ne la cite",
        juste: "[[visas]]\nnature = \"deliberation\"\ntexte = \"la délibération n° 2024_041 du 25 juin 2024 fixant les tarifs\"\nnumero = \"2024_041\"\ndate = 2024-06-25",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let mut known: BTreeSet<String> = BTreeSet::from([nu(&acte.numero.affiche)]);
    known.extend(acte.visas.iter().filter_map(|v| v.numero.as_deref()).map(nu));
    for visa in releve.parmi(|e| matches!(e, Ecriture::Visa(_))) {
        let all = references(visa, 0..visa.jetons.len(), &[]);
        known.extend(all.iter().map(|r| nu(visa.mots(&r.plage))));
    }
    for ecrit in releve.parmi(Ecriture::de_l_acte) {
        let mut days = None;
        for i in ecrit.trouver(&["deliberation", "deliberations"]) {
            let end = ecrit.phrase(i).end;
            // One deliberation has its number near; a plural announces several.
            let near = if ecrit.est(i, "deliberation") { end.min(i + 9) } else { end };
            let days = days.get_or_insert_with(|| dates(ecrit));
            let mut cited = references(ecrit, i..near, days);
            if ecrit.est(i, "deliberation") {
                cited.truncate(1);
            }
            for reference in cited {
                let number = ecrit.mots(&reference.plage);
                if !known.insert(nu(number)) {
                    continue;
                }
                let mut constat = regle
                    .constat(
                        ecrit.lieu_de(&reference.plage),
                        format!("la délibération n° {number} est citée, et aucun visa ne la cite"),
                    )
                    .etiquette("délibération non visée")
                    .aide("ajoutez un visa avec son numéro et sa date, ou corrigez le numéro");
                if let Some(last) = acte.visas.len().checked_sub(1) {
                    let lieu = Lieu::new("deliberation.toml", format!("visas[{last}].texte"));
                    constat = constat.secondaire(lieu, "dernier des visas");
                }
                let decides = matches!(ecrit.ecriture, Ecriture::Dispositif(_));
                // What is repealed by its number and date is named well enough.
                let repeals = reference.date.is_some()
                    && ecrit.phrase(i).any(|k| {
                        ["abrog", "rapporte", "retir"].iter().any(|v| ecrit.commence(k, v))
                    });
                let most = if decides && !repeals {
                    Severite::Avertissement
                } else {
                    Severite::Information
                };
                out.push(constat.au_plus(most));
            }
        }
    }
}
