//! An intérêt communautaire defined without two thirds of the votes cast, since 29 December 2019.

use super::deux_tiers;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DEUX_TIERS_DES_SUFFRAGES: Regle = Regle {
    code: "VOTE-17",
    nom: "deux-tiers-des-suffrages",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2019, 12, 29),
    genres: genres::EPCI_FISCALITE_PROPRE,
    base: Some(
        "CGCT, art. L. 5214-16 IV, L. 5215-20, L. 5216-5 III et L. 5217-2 (loi n° 2019-1461 du 27 \
        décembre 2019, art. 21)",
    ),
    lecture: Lecture::Secondaire,
    reserve: Some(
        "L’article 21 de la loi n’a été lu que dans un commentaire : que la base soit les \
         suffrages exprimés en est déduit. À vérifier avant d’annuler un vote.",
    ),
    doc: "Depuis le 29 décembre 2019, l’intérêt communautaire se définit à la majorité des deux \
          tiers des suffrages exprimés. D’un acte déclaré rejeté, la règle ne dit rien.",
    exemple: Exemple {
        faux: "[vote]\npour = 28\ncontre = 15\nmajorite = \"interet-communautaire\"",
        juste: "[vote]\npour = 31\ncontre = 12\nmajorite = \"interet-communautaire\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    deux_tiers::check(regle, dossier, comptes, out);
}
