//! A mention that gives the prefect another delay than two months.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DELAI_DU_DEFERE_FAUX: Regle = Regle {
    code: "RECO-06",
    nom: "delai-du-defere-faux",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2131-6"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Le préfet peut déférer l’acte au tribunal administratif dans les deux mois de sa \
          transmission. La mention de l’acte donne un autre délai.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"L’acte peut être déféré par le préfet au tribunal administratif dans un délai de trois mois.\" }]",
        juste: "articles = [{ texte = \"L’acte peut être déféré par le préfet au tribunal administratif dans un délai de deux mois.\" }]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for passage in mention::mentions(dossier) {
        if !passage.has(&["prefet", "representant de l'etat"]) || passage.has(&["recours"]) {
            continue;
        }
        if let Some(found) = mention::autre_delai(&passage) {
            out.push(
                regle
                    .constat(
                        found.lieu,
                        "le préfet peut déférer l’acte dans les deux mois de sa transmission",
                    )
                    .etiquette("autre délai"),
            );
        }
    }
}
