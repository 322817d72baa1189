//! A grant whose essential data are published.

use super::octroi;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DONNEES_DE_SUBVENTION_A_PUBLIER: Regle = Regle {
    code: "SUBV-03",
    nom: "donnees-de-subvention-a-publier",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2017, 8, 1),
    genres: &[],
    base: Some("loi n° 2000-321 du 12 avril 2000, art. 10 ; décret n° 2017-779 du 5 mai 2017"),
    lecture: Lecture::Memoire,
    reserve: Some("Textes cités de mémoire."),
    doc: "Les données essentielles d’une convention de subvention de plus de 23 000 € sont \
          publiées dans les trois mois. Le programme le rappelle quand l’acte accorde une telle \
          subvention.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées, par la convention jointe.\" }]",
        juste: "# rien n’est faux : c’est un rappel",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    if !octroi::convention(dossier) {
        return;
    }
    let found = octroi::au_dela_du_seuil(dossier)
        .into_iter()
        .find(|o| o.lieu.fichier == "deliberation.toml");
    if let Some(one) = found {
        out.push(
            regle
                .constat(one.lieu, "les données essentielles de cette convention sont publiées dans les trois mois")
                .etiquette("plus de 23 000 €")
                .aide("publiez-les au format SCDL des subventions"),
        );
    }
}
