//! A member with an interest who votes or reports.

use super::interets;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static INTERESSE_AU_VOTE: Regle = Regle {
    code: "VOTE-13",
    nom: "interesse-au-vote",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2131-11"),
    lecture: Lecture::Lu,
    reserve: Some(
        "Depuis la loi n° 2025-1249, la seule présence en séance ne vaut pas participation ; le \
         programme ne la reproche pas, avant ni après.",
    ),
    doc: "Un membre intéressé à l’affaire n’y prend aucune part : il ne vote pas, ne la rapporte \
          pas, et aucun pouvoir qu’il donne ou porte ne compte. Le programme retire de lui-même \
          sa voix et ces pouvoirs ; il signale un nom qui reste parmi les voix, ou un rapporteur \
          intéressé.",
    exemple: Exemple {
        faux: "rapporteur = \"M. QUILLET\"\n\n[[vote.non_participations]]\nmembre = \"QUILLET\"\ncause = \"interet\"",
        juste: "rapporteur = \"Mme DIARRA\"\n\n[[vote.non_participations]]\nmembre = \"QUILLET\"\ncause = \"interet\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    interets::check(regle, dossier, comptes, out);
}
