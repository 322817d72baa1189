//! A member of a département or a region with an interest who votes or reports.

use super::interets;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static INTERESSE_AU_VOTE_DEPARTEMENT: Regle = Regle {
    code: "VOTE-14",
    nom: "interesse-au-vote-departement",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2025, 12, 24),
    genres: genres::DEPARTEMENTS_ET_REGIONS,
    base: Some("CGCT, art. L. 3132-5 et L. 4142-5 (loi n° 2025-1249, art. 32)"),
    lecture: Lecture::Lu,
    reserve: Some(
        "La date d’entrée en vigueur, lendemain de la publication, est citée de mémoire.",
    ),
    doc: "Depuis le 24 décembre 2025, dans un département ou une région, un membre intéressé à \
          l’affaire n’y prend aucune part : il ne vote pas et ne la rapporte pas.",
    exemple: Exemple {
        faux: "rapporteur = \"M. QUILLET\"\n\n[[vote.non_participations]]\nmembre = \"QUILLET\"\ncause = \"interet\"",
        juste: "rapporteur = \"Mme DIARRA\"\n\n[[vote.non_participations]]\nmembre = \"QUILLET\"\ncause = \"interet\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    interets::check(regle, dossier, comptes, out);
}
