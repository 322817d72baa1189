//! A sitting before 1 July 2022 whose register has nobody to sign it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static REGISTRE_SANS_SIGNATAIRES: Regle = Regle {
    code: "FORM-04",
    nom: "registre-sans-signataires",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-23 et R. 2121-9"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Jusqu’au 30 juin 2022, les délibérations sont signées au registre par tous les membres \
          présents, ou la cause qui les en empêche est dite ; l’extrait est signé de l’exécutif \
          seul. Le programme imprime la feuille de signatures d’après les présences : il rappelle \
          qu’elles manquent.",
    exemple: Exemple {
        faux: "date = 2012-12-07",
        juste: "date = 2012-12-07\n\n[presences]\nexcuses = [\"ROQUEBRUNEL\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    if dossier.seance.presences.is_some() || !affaire::pleniere(dossier) {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("seance.toml", "date"),
                "avant le 1er juillet 2022, tous les membres présents signent le registre, et la séance n’en nomme aucun",
            )
            .etiquette("feuille de signatures vide")
            .aide("ajoutez [presences] ; l’extrait, lui, est signé de l’exécutif seul"),
    );
}
