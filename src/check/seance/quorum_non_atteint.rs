//! An act voted without the quorum of a commune or a grouping.

use super::quorum;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static QUORUM_NON_ATTEINT: Regle = Regle {
    code: "QUOR-01",
    nom: "quorum-non-atteint",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-17"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Que le quorum s’apprécie à la mise en discussion de chaque affaire est une jurisprudence \
         citée de mémoire. La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "L’assemblée ne délibère que si plus de la moitié des membres en exercice sont dans la \
          salle ; les pouvoirs ne comptent pas. Le quorum s’apprécie pour chaque affaire : les \
          arrivées et les départs sont suivis. Une seconde convocation en dispense \
          (convocation.seance_sans_quorum).\n\
          \n\
          Un acte voté dont la séance ne nomme personne est signalé de même : son quorum ne se \
          vérifie pas.",
    exemple: Exemple {
        faux: "# sept membres en exercice\n[presences]\nexcuses = [\"GIRARD\", \"ROUX\", \"BENALI\", \"MOREAU\"]",
        juste: "# sept membres en exercice, quatre présents\n[presences]\nexcuses = [\"GIRARD\", \"ROUX\", \"BENALI\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    quorum::check(regle, dossier, comptes, out);
}
