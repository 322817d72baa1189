//! An intérêt communautaire defined without two thirds, when the base was debated.

use super::deux_tiers;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DEUX_TIERS_DEBATTUS: Regle = Regle {
    code: "VOTE-10",
    nom: "deux-tiers-debattus",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2015, 8, 9).jusqu_au(2019, 12, 28),
    genres: genres::EPCI_FISCALITE_PROPRE,
    base: Some(
        "CGCT, art. L. 5214-16 IV, L. 5215-20, L. 5216-5 III et L. 5217-2 (loi n° 2015-991 du 7 \
        août 2015, art. 81)",
    ),
    lecture: Lecture::Secondaire,
    reserve: Some(
        "Lu dans un commentaire : la doctrine retenait les suffrages exprimés, les services de \
         l’État l’effectif.",
    ),
    doc: "Du 9 août 2015 au 28 décembre 2019, l’intérêt communautaire se définit à la majorité \
          des deux tiers ; on a débattu de sa base, suffrages exprimés ou effectif du conseil. Le \
          programme vérifie l’une et l’autre, et n’en fait qu’un avertissement : un vote qui \
          n’atteint que la première peut être contesté. Un acte déclaré rejeté n’en reçoit aucun.",
    exemple: Exemple {
        faux: "[vote]\npour = 28\ncontre = 15\nmajorite = \"interet-communautaire\"",
        juste: "[vote]\npour = 31\ncontre = 12\nmajorite = \"interet-communautaire\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    deux_tiers::check(regle, dossier, comptes, out);
}
