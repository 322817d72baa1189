//! An act before 1 July 2022 that is not posted.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, ModePublicite, Severite};

pub(in crate::check) static PUBLICITE_AVANT_2022: Regle = Regle {
    code: "PUBL-06",
    nom: "publicite-avant-2022",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2131-1 (rédactions de 2005 et de 2015)"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Avant le 1er juillet 2022, un acte est rendu public par affichage ou par une \
          publication sur papier ; la mise en ligne ne fait que s’y ajouter. Le programme imprime \
          « Affiché le » : tant que la date manque, il le rappelle.",
    exemple: Exemple {
        faux: "# en 2012\n[mentions]\npublication = 2012-12-14\nmode_publication = \"electronique\"",
        juste: "[mentions]\npublication = 2012-12-14\nmode_publication = \"affichage\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let m = &dossier.deliberation.mentions;
    if m.mode_publication == Some(ModePublicite::Electronique) {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "mentions.mode_publication"),
                    "avant le 1er juillet 2022, une mise en ligne ne rend pas l’acte public à elle seule",
                )
                .etiquette("mode sans effet")
                .aide("donnez la date de l’affichage, et mode_publication = \"affichage\""),
        );
    } else if m.publication.is_none() {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "objet"),
                    "l’acte est rendu public par affichage : « Affiché le » reste à remplir",
                )
                .au_plus(Severite::Information)
                .etiquette("avant le 1er juillet 2022")
                .aide("après le vote, ajoutez publication dans [mentions], le jour de l’affichage"),
        );
    }
}
