//! A chapter that the chart of accounts does not have.

use super::chapitres::{Plans, emplois, years};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::droit::nomenclature;
use crate::model::{Constat, Dossier, Exercice, Nomenclature, Severite};

pub(in crate::check) static CHAPITRE_INCONNU: Regle = Regle {
    code: "BUDG-01",
    nom: "chapitre-inconnu",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("plans de comptes annexés aux arrêtés M14, M57, M52, M61, M71 et M4"),
    lecture: Lecture::Schema,
    reserve: Some(
        "Les plans de comptes ont été lus pour les exercices 2013 à 2024 ; au-delà, celui de 2024 est employé. Les \
         chapitres d’un vote par fonction (90 à 95) et les opérations d’équipement ne sont pas vérifiés.",
    ),
    doc: "Le chapitre d’une ligne n’existe pas dans la nomenclature de l’exercice. Un chapitre s’écrit entre \
          guillemets, avec ses zéros : `\"011\"`. Un article (6574, 2031) n’est pas un chapitre.\n\n\
          La nomenclature est celle que la collectivité suit d’ordinaire cette année-là : M57 depuis 2024 ; avant, \
          M14 (communes, intercommunalités, CCAS), M52 (départements), M71 (régions), M57 (métropoles). \
          `nomenclature = \"M57\"`, en tête de `budget.toml`, en choisit une autre.",
    exemple: Exemple {
        faux: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"6574\"\nmontants = [4500]",
        juste: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"65\"\nmontants = [4500]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    let plans = Plans::new(dossier, budget);
    for emploi in emplois(budget) {
        let unknown: Vec<(Exercice, Nomenclature)> = plans
            .of(&emploi)
            .into_iter()
            .filter(|(year, chart)| nomenclature::chapitre(*chart, *year, emploi.code).is_none())
            .collect();
        let Some((year, chart)) = unknown.first().copied() else { continue };
        let code = emploi.code.trim();
        let aide = match nomenclature::voisin(chart, year, code) {
            Some(near) => match nomenclature::chapitre(chart, year, &near) {
                Some(c) => format!("le chapitre voulu est sans doute « {near} », {}", c.libelle),
                None => format!("le chapitre voulu est sans doute « {near} »"),
            },
            None => "vérifiez le chapitre, ou donnez la nomenclature en tête du fichier : \
                     nomenclature = \"M57\""
                .to_owned(),
        };
        let said: Vec<Exercice> =
            unknown.iter().filter(|(_, c)| *c == chart).map(|(y, _)| *y).collect();
        let message = format!(
            "le chapitre « {code} » n’existe pas dans la {} ({})",
            chart.nom(),
            years(&said)
        );
        out.push(
            regle
                .constat(emploi.lieu("chapitre"), message)
                .etiquette("chapitre inconnu")
                .aide(aide),
        );
    }
}
