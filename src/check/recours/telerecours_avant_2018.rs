//! A mention of an application that did not exist yet.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static TELERECOURS_AVANT_2018: Regle = Regle {
    code: "RECO-04",
    nom: "telerecours-avant-2018",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS.jusqu_au(2018, 11, 29),
    genres: &[],
    base: Some(
        "décret n° 2018-251 du 6 avril 2018 ; code de justice administrative, art. R. 414-2",
    ),
    lecture: Lecture::Memoire,
    reserve: Some("Décret et date cités de mémoire."),
    doc: "« Télérecours citoyens » est ouvert depuis le 30 novembre 2018 : un acte plus ancien ne \
          peut pas y renvoyer. La formule de collectivite.toml vaut pour tous les actes : \
          donnez-en une autre au dossier des anciens.",
    exemple: Exemple {
        faux: "# acte de 2012\nrecours = \"… devant le tribunal administratif de Caen, ou sur www.telerecours.fr, dans un délai de deux mois.\"",
        juste: "recours = \"… devant le tribunal administratif de Caen, dans un délai de deux mois.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for passage in mention::mentions(dossier) {
        if let Some(found) =
            passage.find(&["telerecours", "telerecours.fr", "telerecours citoyens"])
        {
            out.push(
                regle
                    .constat(
                        found.lieu,
                        "« Télérecours citoyens » n’est ouvert que depuis le 30 novembre 2018",
                    )
                    .etiquette("anachronisme")
                    .aide("retirez ce renvoi de l’acte, qui est plus ancien"),
            );
        }
    }
}
