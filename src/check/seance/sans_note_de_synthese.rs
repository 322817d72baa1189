//! An act of a sitting without the statement of reasons that makes its explanatory note.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, Severite};

pub(in crate::check) static SANS_NOTE_DE_SYNTHESE: Regle = Regle {
    code: "CONV-08",
    nom: "sans-note-de-synthese",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-12"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Dans une commune de 3 500 habitants et plus et dans un groupement, une note explicative \
          de synthèse sur chaque affaire est adressée avec la convocation. Le programme la \
          compose de l’exposé des motifs : un acte sans exposé n’y aurait qu’un titre. Pour une \
          commune, la règle ne s’applique que si « population » est donnée.",
    exemple: Exemple {
        faux: "objet = [\"Finances\", \"Tarifs de la cantine\"]",
        juste: "objet = [\"Finances\", \"Tarifs de la cantine\"]\nexpose = \"Le coût des denrées a augmenté de 4 % en un an.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let collectivite = &dossier.collectivite;
    let asked = collectivite.genre != GenreCollectivite::Commune
        || collectivite.population.is_some_and(|n| n >= 3_500);
    let point = dossier.point.and_then(|p| dossier.seance.points.get(p));
    let Some(point) = point.filter(|_| asked && affaire::pleniere(dossier)) else { return };
    let acte = &dossier.deliberation;
    if acte.expose.is_empty() && acte.considerants.is_empty() && point.texte.is_empty() {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "objet[0]"),
                    "la note explicative de synthèse n’a rien à dire de cette affaire",
                )
                .etiquette("ni exposé ni considérant")
                .aide("ajoutez expose = \"…\" : la note en est faite"),
        );
    }
}
