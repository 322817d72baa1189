//! A chapter of the other section.

use super::chapitres::{Plans, emplois};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::droit::nomenclature;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static CHAPITRE_SECTION: Regle = Regle {
    code: "BUDG-02",
    nom: "chapitre-autre-section",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("plans de comptes annexés aux arrêtés M14, M57, M52, M61, M71 et M4"),
    lecture: Lecture::Schema,
    reserve: Some(
        "Les plans de comptes ont été lus pour les exercices 2013 à 2024 ; au-delà, celui de 2024 est employé.",
    ),
    doc: "Le chapitre d’une ligne relève de l’autre section du budget : 21 (immobilisations corporelles) est en \
          investissement, 011 (charges à caractère général) en fonctionnement. C’est le chapitre, ou la section, qui \
          est faux.",
    exemple: Exemple {
        faux: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"21\"\nmontants = [12000]",
        juste: "[[lignes]]\nsection = \"investissement\"\nsens = \"depense\"\nchapitre = \"21\"\nmontants = [12000]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    let plans = Plans::new(dossier, budget);
    for emploi in emplois(budget) {
        let Some(section) = emploi.section else { continue };
        let wrong = plans
            .of(&emploi)
            .into_iter()
            .filter_map(|(year, chart)| nomenclature::chapitre(chart, year, emploi.code))
            .find(|c| c.section != section);
        let Some(chapitre) = wrong else { continue };
        let code = emploi.code;
        let message = format!(
            "le chapitre {code} relève de la section {}, et non {}",
            chapitre.section.de(),
            section.de()
        );
        out.push(
            regle
                .constat(emploi.lieu("chapitre"), message)
                .etiquette(format!("{} : {}", chapitre.libelle, chapitre.section.nom()))
                .secondaire(emploi.lieu("section"), "section de la ligne")
                .aide("corrigez le chapitre, ou la section"),
        );
    }
}
