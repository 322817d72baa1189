//! An act made public otherwise than as the assembly chose.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, ModePublicite, Severite};

pub(in crate::check) static MODE_DE_PUBLICITE_NON_CHOISI: Regle = Regle {
    code: "PUBL-02",
    nom: "mode-de-publicite-non-choisi",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::COMMUNES_ET_SYNDICATS,
    base: Some("CGCT, art. L. 2131-1 IV"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, une commune de moins de 3 500 habitants et un syndicat \
          choisissent par délibération leur mode de publicité : affichage, publication sur papier \
          ou site internet. À défaut, c’est le site. Le choix se note « publicite » dans \
          collectivite.toml.",
    exemple: Exemple {
        faux: "[mentions]\nmode_publication = \"affichage\"",
        juste: "# collectivite.toml\npublicite = \"affichage\"\n# deliberation.toml\n[mentions]\nmode_publication = \"affichage\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let collectivite = &dossier.collectivite;
    let large = collectivite.genre == GenreCollectivite::Commune
        && collectivite.population.is_some_and(|n| n >= 3_500);
    let chosen = collectivite.publicite.unwrap_or(ModePublicite::Electronique);
    let mode = dossier.deliberation.mentions.mode_publication;
    if large || mode.is_none_or(|m| m == chosen) {
        return;
    }
    let message = match collectivite.publicite {
        Some(_) => "l’acte n’est pas rendu public comme l’assemblée l’a choisi",
        None => {
            "sans délibération sur le mode de publicité, les actes sont publiés sur le site internet"
        }
    };
    out.push(
        regle
            .constat(Lieu::new("deliberation.toml", "mentions.mode_publication"), message)
            .etiquette("autre mode de publicité")
            .aide("si l’assemblée a choisi ce mode, dites-le dans collectivite.toml : publicite = \"affichage\""),
    );
}
