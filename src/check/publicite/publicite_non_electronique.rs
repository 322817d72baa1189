//! An act that is not made public on the site of the authority, where nothing else is publicity.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, ModePublicite, Severite};

pub(in crate::check) static PUBLICITE_NON_ELECTRONIQUE: Regle = Regle {
    code: "PUBL-01",
    nom: "publicite-non-electronique",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2131-1 III, L. 3131-1, L. 4141-1 et L. 5211-3"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, les actes d’une commune de 3 500 habitants et plus, d’un \
          groupement à fiscalité propre, d’un département et d’une région sont rendus publics sur \
          leur site internet, et seulement là : un affichage ne suffit pas. Pour une commune, la \
          règle demande « population ».",
    exemple: Exemple {
        faux: "[mentions]\npublication = 2026-06-23\nmode_publication = \"affichage\"",
        juste: "[mentions]\npublication = 2026-06-23\nmode_publication = \"electronique\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let collectivite = &dossier.collectivite;
    let concerned = match collectivite.genre {
        GenreCollectivite::Commune => collectivite.population.is_some_and(|n| n >= 3_500),
        GenreCollectivite::SyndicatIntercommunal | GenreCollectivite::SyndicatMixte => false,
        _ => true,
    };
    let mode = dossier.deliberation.mentions.mode_publication;
    if !concerned || mode.is_none_or(|m| m == ModePublicite::Electronique) {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", "mentions.mode_publication"),
                "l’acte est rendu public sur le site internet de la collectivité : rien d’autre ne vaut publicité",
            )
            .etiquette("mode sans effet")
            .aide("publiez-le sur le site : mode_publication = \"electronique\""),
    );
}
