//! The essential data of a convention, to be published.

use super::{Aide, aides, convention};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, mots};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Severite};

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
          dans les trois mois (schéma « subventions » du SCDL). Ce n’est qu’un rappel, d’un projet qui n’en dit rien : un \
          acte voté ne le reçoit plus, ni celui dont `[[subventions]]` dit tout ce que « delibere publier » doit écrire.",
    exemple: Exemple {
        faux: "# projet\n[[articles]]\ntexte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées, par la convention jointe.\"",
        juste: "[[subventions]]\nbeneficiaire = \"Les Foulées\"\nrna = \"W142003456\"\nmontant = 30000\nconvention = 2026-03-12\nversement = 2026-04-15",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    // Once the act is voted, there is nothing to add to it.
    if comptes.etat != Etat::Projet {
        return;
    }
    let found = aides(dossier);
    if found.is_empty() {
        return;
    }
    let words = mots::acte(dossier);
    if words.un_de(&["donnees essentielles"]) {
        return;
    }
    let said = convention(&words);
    let due = |a: &Aide<'_>| {
        a.depasse()
            && match a.subvention {
                // What « publier » writes is no longer to be recalled.
                Some(s) => (said || s.convention.is_some()) && !s.is_publiable(),
                None => said,
            }
    };
    let large = found.into_iter().flatten().find(due);
    if let Some(aide) = large {
        out.push(
            regle
                .constat(
                    aide.lieu,
                    "les données essentielles de la convention de subvention sont à publier",
                )
                .etiquette("plus de 23 000 € à un organisme privé")
                .aide("décrivez-la avec [[subventions]] : « delibere publier » en écrit les données au schéma « subventions » du SCDL, à publier dans les trois mois"),
        );
    }
}
