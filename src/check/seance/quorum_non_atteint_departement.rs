//! An act voted without the quorum of a département or a region.

use super::quorum;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static QUORUM_NON_ATTEINT_DEPARTEMENT: Regle = Regle {
    code: "QUOR-02",
    nom: "quorum-non-atteint-departement",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::DEPARTEMENTS_ET_REGIONS,
    base: Some("CGCT, art. L. 3121-14 et L. 4132-13"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Un conseil départemental ou régional ne délibère que si la majorité absolue de ses \
          membres en exercice est présente. À défaut, la réunion se tient de plein droit trois \
          jours plus tard, sans quorum (convocation.seance_sans_quorum).",
    exemple: Exemple {
        faux: "# sept membres en exercice\n[presences]\nexcuses = [\"GIRARD\", \"ROUX\", \"BENALI\", \"MOREAU\"]",
        juste: "# sept membres en exercice, quatre présents\n[presences]\nexcuses = [\"GIRARD\", \"ROUX\", \"BENALI\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    quorum::check(regle, dossier, comptes, out);
}
