//! A regulatory act of a commune of 3 500 inhabitants that is not in its collection, before 1 July 2022.

use super::reglementaire;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static SANS_RECUEIL_DES_ACTES: Regle = Regle {
    code: "PUBL-13",
    nom: "sans-recueil-des-actes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::COMMUNES,
    base: Some("CGCT, art. L. 2121-24 et R. 2121-10 (anciens)"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Jusqu’au 30 juin 2022, dans une commune de 3 500 habitants et plus, le dispositif d’une \
          délibération réglementaire est publié au recueil des actes administratifs. La règle ne \
          s’applique qu’à un acte déclaré réglementaire, et si « population » est donnée.",
    exemple: Exemple {
        faux: "# en 2020\nportee = \"reglementaire\"\n\n[mentions]\npublication = 2020-12-14",
        juste: "portee = \"reglementaire\"\n\n[mentions]\npublication = 2020-12-14\nrecueil = 2021-01-04",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let large = dossier.collectivite.population.is_some_and(|n| n >= 3_500);
    if large && dossier.deliberation.portee.is_some() {
        let message =
            "le dispositif d’un acte réglementaire est publié au recueil des actes administratifs";
        reglementaire::check(regle, dossier, comptes, message, out);
    }
}
