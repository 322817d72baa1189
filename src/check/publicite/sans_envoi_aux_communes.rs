//! A regulatory act of a grouping that is neither sent to its communes nor in its collection, before 1 July 2022.

use super::reglementaire;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static SANS_ENVOI_AUX_COMMUNES: Regle = Regle {
    code: "PUBL-14",
    nom: "sans-envoi-aux-communes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-47 et R. 5211-41 (anciens)"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Jusqu’au 30 juin 2022, dans un groupement qui compte une commune de 3 500 habitants et \
          plus, le dispositif des actes réglementaires est transmis dans le mois aux communes \
          membres, ou publié au recueil des actes administratifs. D’un projet qui ne dit pas sa \
          portée et dont la séance n’est pas encore décrite, le programme le rappelle seulement.",
    exemple: Exemple {
        faux: "# en 2012\nportee = \"reglementaire\"\n\n[mentions]\npublication = 2012-12-14",
        juste: "portee = \"reglementaire\"\n\n[mentions]\npublication = 2012-12-14\nrecueil = 2013-01-04",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if dossier.collectivite.commune_3500 != Some(false) {
        let message = "le dispositif d’un acte réglementaire est transmis dans le mois aux communes membres, ou publié au recueil";
        reglementaire::check(regle, dossier, comptes, message, out);
    }
}
