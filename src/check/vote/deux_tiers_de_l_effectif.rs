//! An intérêt communautaire defined without two thirds of the seats, before 9 August 2015.

use super::deux_tiers;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DEUX_TIERS_DE_L_EFFECTIF: Regle = Regle {
    code: "VOTE-09",
    nom: "deux-tiers-de-l-effectif",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1999, 7, 13).jusqu_au(2015, 8, 8),
    genres: genres::AGGLOMERATIONS,
    base: Some(
        "CGCT, art. L. 5216-5 III et L. 5215-20 I (rédaction issue de la loi n° 99-586 du 12 \
        juillet 1999)",
    ),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Que la base soit l’effectif résulte d’une réponse ministérielle (JO AN du 31 janvier \
         2006) et d’un arrêt (CAA Douai, 11 mai 2006, n° 05DA00209), lus dans un commentaire.",
    ),
    doc: "Jusqu’au 8 août 2015, une communauté d’agglomération ou urbaine définit l’intérêt \
          communautaire à la majorité des deux tiers de l’effectif de son conseil, et non des \
          suffrages exprimés. L’acte est reconnu à « majorite = \"interet-communautaire\" », ou à \
          ses mots (« DÉCLARE d’intérêt communautaire… »). D’un projet, le programme dit combien \
          de voix il lui faudra ; d’un acte déclaré rejeté, il ne dit rien.",
    exemple: Exemple {
        faux: "# quarante-six sièges\n[vote]\npour = 30\ncontre = 13\nmajorite = \"interet-communautaire\"",
        juste: "# quarante-six sièges : il en faut trente et une\n[vote]\npour = 31\ncontre = 12\nmajorite = \"interet-communautaire\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    deux_tiers::check(regle, dossier, comptes, out);
}
