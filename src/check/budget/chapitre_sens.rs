//! A chapter on the side of the accounts where it does not stand.

use super::chapitres::{Plans, emplois};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::droit::nomenclature;
use crate::model::{Constat, Dossier, Sens, Severite};

pub(in crate::check) static CHAPITRE_SENS: Regle = Regle {
    code: "BUDG-03",
    nom: "chapitre-autre-sens",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("plans de comptes annexés aux arrêtés M14, M57, M52, M61, M71 et M4"),
    lecture: Lecture::Schema,
    reserve: Some(
        "Les plans de comptes ont été lus pour les exercices 2013 à 2024 ; au-delà, celui de 2024 est employé.",
    ),
    doc: "Le chapitre d’une ligne n’existe pas de ce côté des comptes : 011 n’a que des dépenses, 74 que des \
          recettes. C’est le chapitre, ou le sens, qui est faux.\n\n\
          En investissement, le plan de comptes ouvre beaucoup de chapitres des deux côtés, pour les annulations. Une \
          recette au chapitre 20, 204, 21, 22 ou 23, une dépense au chapitre 10 ou 13 sont donc possibles, mais \
          rares : ce n’est alors qu’un avertissement.",
    exemple: Exemple {
        faux: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"011\"\nmontants = [3000]",
        juste: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"74\"\nmontants = [3000]",
    },
    run: Examen::Acte(run),
};

/// The chapters that are open on both sides, and the side that is the usual one.
const USUELS: &[(&str, Sens)] = &[
    ("20", Sens::Depense),
    ("204", Sens::Depense),
    ("21", Sens::Depense),
    ("22", Sens::Depense),
    ("23", Sens::Depense),
    ("10", Sens::Recette),
    ("13", Sens::Recette),
];

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    let plans = Plans::new(dossier, budget);
    for emploi in emplois(budget) {
        let Some(sens) = emploi.sens else { continue };
        let known: Vec<_> = plans
            .of(&emploi)
            .into_iter()
            .filter_map(|(year, chart)| nomenclature::chapitre(chart, year, emploi.code))
            .collect();
        // A chapter of the other section is a fault of its own.
        if known.iter().any(|c| emploi.section.is_some_and(|s| c.section != s)) {
            continue;
        }
        let Some(first) = known.first() else { continue };
        let (code, quoi) = (emploi.code, sens.pluriel());
        let constat = if let Some(wrong) = known.iter().find(|c| !c.admet(sens)) {
            let message = format!("le chapitre {code} n’existe pas en {quoi}");
            regle
                .constat(emploi.lieu("chapitre"), message)
                .etiquette(wrong.libelle)
                .aide("corrigez le chapitre, ou le sens")
        } else if USUELS.iter().any(|(c, usual)| *c == code && *usual != sens) {
            let message = format!(
                "le chapitre {code} n’a de {quoi} que pour des annulations ou des restitutions"
            );
            regle
                .constat(emploi.lieu("chapitre"), message)
                .etiquette(first.libelle)
                .aide("vérifiez le chapitre et le sens")
                .au_plus(Severite::Avertissement)
        } else {
            continue;
        };
        out.push(constat.secondaire(emploi.lieu("sens"), "sens de la ligne"));
    }
}
