//! An act sent on paper by an authority that must send it electronically.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, ModeTransmission, Severite};

pub(in crate::check) static TRANSMISSION_SUR_PAPIER: Regle = Regle {
    code: "EXEC-04",
    nom: "transmission-sur-papier",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2020, 8, 7),
    genres: genres::ASSEMBLEES,
    base: Some("loi n° 2015-991 du 7 août 2015, art. 128 ; CGCT, art. L. 5211-3"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 7 août 2020, les régions, les départements, les communes de plus de 50 000 \
          habitants et les groupements à fiscalité propre transmettent leurs actes par voie \
          électronique. Pour une commune, la règle demande « population ».",
    exemple: Exemple {
        faux: "[mentions]\ntransmission = 2026-06-22\nmode_transmission = \"papier\"",
        juste: "[mentions]\ntransmission = 2026-06-22\nmode_transmission = \"electronique\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let collectivite = &dossier.collectivite;
    let concerned = match collectivite.genre {
        GenreCollectivite::Commune => collectivite.population.is_some_and(|n| n > 50_000),
        GenreCollectivite::SyndicatIntercommunal | GenreCollectivite::SyndicatMixte => false,
        _ => true,
    };
    if concerned
        && dossier.deliberation.mentions.mode_transmission == Some(ModeTransmission::Papier)
    {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "mentions.mode_transmission"),
                    "la transmission à la préfecture par voie électronique est obligatoire",
                )
                .etiquette("transmission sur papier")
                .aide("télétransmettez l’acte : mode_transmission = \"electronique\""),
        );
    }
}
