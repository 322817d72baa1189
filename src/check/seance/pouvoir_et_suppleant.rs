//! A power given by a member whose substitute sits.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static POUVOIR_ET_SUPPLEANT: Regle = Regle {
    code: "PROC-04",
    nom: "pouvoir-et-suppleant",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2004, 1, 1),
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-6"),
    lecture: Lecture::Memoire,
    reserve: Some("Texte cité de mémoire."),
    doc: "Quand le suppléant d’un membre siège, il vote à sa place : un pouvoir donné en plus ne \
          compte pas.",
    exemple: Exemple {
        faux: "[presences]\npresents = [\"MARCHEVILLE\"]      # suppléant de Mme ROQUEBRUNEL\n\n[[presences.pouvoirs]]\nmandant = \"ROQUEBRUNEL\"\nmandataire = \"DURON\"",
        juste: "[presences]\npresents = [\"MARCHEVILLE\"]\nexcuses = [\"ROQUEBRUNEL\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(presences) = seance.presences.as_ref().filter(|_| affaire::pleniere(dossier)) else {
        return;
    };
    for (i, pouvoir) in presences.pouvoirs.iter().enumerate() {
        let substitute = seance.conseillers.iter().find(|c| {
            c.suppleant_de.as_ref() == Some(&pouvoir.mandant) && presences.presents.contains(&c.id)
        });
        let Some(substitute) = substitute else { continue };
        out.push(
            regle
                .constat(
                    Lieu::new("seance.toml", format!("presences.pouvoirs[{i}].mandant")),
                    format!(
                        "{} siège à la place de {} : le pouvoir donné en plus ne compte pas",
                        substitute.nom_court(),
                        seance.nom_de(&pouvoir.mandant)
                    ),
                )
                .etiquette("remplacé par son suppléant")
                .aide("retirez ce pouvoir, et comptez ce membre parmi les excusés"),
        );
    }
}
