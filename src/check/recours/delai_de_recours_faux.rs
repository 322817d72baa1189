//! A mention that gives another delay than two months.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DELAI_DE_RECOURS_FAUX: Regle = Regle {
    code: "RECO-02",
    nom: "delai-de-recours-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("code de justice administrative, art. R. 421-1"),
    lecture: Lecture::Lu,
    reserve: Some(
        "Quelques matières ont un autre délai, fixé par un texte spécial : la règle ne les \
         connaît pas.",
    ),
    doc: "Le délai de recours contentieux est de deux mois à compter de la notification ou de la \
          publication. La mention de l’acte en donne un autre, et ne donne pas celui-là.",
    exemple: Exemple {
        faux: "recours = \"… devant le tribunal administratif, dans un délai de trois mois à compter de sa publication.\"",
        juste: "recours = \"… devant le tribunal administratif, dans un délai de deux mois à compter de sa publication.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for passage in mention::mentions(dossier) {
        // The prefect's delay has a rule of its own.
        if passage.has(&["prefet", "representant de l'etat"]) && !passage.has(&["recours"]) {
            continue;
        }
        if let Some(found) = mention::autre_delai(&passage) {
            out.push(
                regle
                    .constat(found.lieu, "le délai de recours est de deux mois à compter de la notification ou de la publication")
                    .etiquette("autre délai")
                    .aide("écrivez « dans un délai de deux mois à compter de sa publication »"),
            );
        }
    }
}
