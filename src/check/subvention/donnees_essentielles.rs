//! The essential data of a convention, to be published.

use super::{aides, convention, seuil};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, mots};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DONNEES_ESSENTIELLES: Regle = Regle {
    code: "SUBV-03",
    nom: "donnees-essentielles",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2017, 8, 1),
    genres: &[],
    base: Some(
        "loi n° 2000-321 du 12 avril 2000, art. 10, quatrième alinéa ; décret n° 2017-779 du 5 mai 2017",
    ),
    lecture: Lecture::Memoire,
    reserve: Some("Le délai de trois mois est de mémoire."),
    doc: "Un organisme privé reçoit plus de 23 000 € par convention : les données essentielles de celle-ci se publient \
          dans les trois mois (schéma « subventions » du SCDL). Ce n’est qu’un rappel.",
    exemple: Exemple {
        faux: "# une convention de 30 000 €, dont rien n’est publié",
        juste: "# ses données essentielles sont publiées dans les trois mois",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let found = aides(dossier);
    if found.is_empty() || !convention(&mots::acte(dossier)) {
        return;
    }
    let large = found.into_iter().flatten().find(|a| a.montant > seuil());
    if let Some(aide) = large {
        out.push(
            regle
                .constat(
                    aide.lieu,
                    "les données essentielles de la convention de subvention sont à publier",
                )
                .etiquette("plus de 23 000 € à un organisme privé")
                .aide("publiez-les dans les trois mois, au schéma « subventions » du SCDL"),
        );
    }
}
