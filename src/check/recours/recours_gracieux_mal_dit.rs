//! A mention that denies what an administrative appeal does to the delay.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static RECOURS_GRACIEUX_MAL_DIT: Regle = Regle {
    code: "RECO-05",
    nom: "recours-gracieux-mal-dit",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("code des relations entre le public et l’administration, art. L. 411-2"),
    lecture: Lecture::Lu,
    reserve: Some(
        "Quelques textes spéciaux en disposent autrement : la règle n’en fait qu’une \
         information.",
    ),
    doc: "Un recours gracieux ou hiérarchique, formé dans le délai, interrompt le délai du \
          recours contentieux. La mention dit le contraire.",
    exemple: Exemple {
        faux: "recours = \"… devant le tribunal administratif dans un délai de deux mois. Un recours gracieux n’interrompt pas ce délai.\"",
        juste: "recours = \"… devant le tribunal administratif dans un délai de deux mois. Un recours gracieux interrompt ce délai.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const NIE: &[&str] = &[
        "n'interrompt pas",
        "n'interrompent pas",
        "ne suspend pas",
        "ne suspendent pas",
        "ne proroge pas",
        "ne prolonge pas",
        "sans effet sur le delai",
    ];
    for passage in mention::mentions(dossier) {
        if !passage.has(&["recours gracieux", "recours administratif", "recours hierarchique"]) {
            continue;
        }
        if let Some(found) = passage.find(NIE) {
            out.push(
                regle
                    .constat(found.lieu, "un recours gracieux formé dans le délai interrompt le délai du recours contentieux")
                    .etiquette("dit le contraire")
                    .aide("écrivez que ce recours interrompt le délai, s’il est formé dans les deux mois"),
            );
        }
    }
}
