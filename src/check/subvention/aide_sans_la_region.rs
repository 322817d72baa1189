//! An aid to enterprises that does not speak of the region.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static AIDE_SANS_LA_REGION: Regle = Regle {
    code: "SUBV-04",
    nom: "aide-sans-la-region",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2016, 1, 1),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 1511-2 et L. 4251-17"),
    lecture: Lecture::Memoire,
    reserve: Some("Textes cités de mémoire."),
    doc: "Depuis 2016, les aides aux entreprises relèvent de la région : une commune ou un \
          groupement n’y participe que par une convention avec elle. L’acte accorde une aide à \
          des entreprises et ne parle pas de la région. L’immobilier d’entreprise reste de la \
          compétence des communes et des groupements.",
    exemple: Exemple {
        faux: "objet = [\"Économie\", \"Aide aux entreprises du centre-ville\"]",
        juste: "objet = [\"Économie\", \"Aide aux entreprises du centre-ville\"]\n\n[[visas]]\nnature = \"autre\"\ntexte = \"la convention conclue avec la région Normandie le 3 mai 2024\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const AIDES: &[&str] = &[
        "aide aux entreprises",
        "aides aux entreprises",
        "aide aux commerces",
        "aide economique",
        "aides economiques",
        "subvention a la societe",
        "subvention a l'entreprise",
    ];
    let acte = &dossier.deliberation;
    let objet = passages::objet(acte);
    let told = [
        "region",
        "regional",
        "regionale",
        "regionaux",
        "conseil regional",
        "immobilier",
        "immobiliere",
    ];
    let Some(found) = objet.iter().find_map(|p| p.find(AIDES)) else { return };
    if objet.iter().chain(&passages::textes(acte)).any(|p| p.has(&told)) {
        return;
    }
    out.push(
        regle
            .constat(
                found.lieu,
                "les aides aux entreprises relèvent de la région, et l’acte ne parle pas d’elle",
            )
            .etiquette("aide aux entreprises")
            .aide("visez la convention par laquelle la région autorise cette aide"),
    );
}
