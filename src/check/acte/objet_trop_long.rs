//! An object that the prefecture does not take.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static OBJET_TROP_LONG: Regle = Regle {
    code: "ACTE-02",
    nom: "objet-trop-long",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("norme d’échange ACTES, Objet"),
    lecture: Lecture::Schema,
    reserve: None,
    doc: "L’objet transmis à la préfecture fait 499 signes au plus, sur une ligne. C’est celui de \
          l’acte, ses segments séparés par des tirets.",
    exemple: Exemple {
        faux: "objet = [\"Finances\", \"…cinq cents signes…\"]",
        juste: "objet = [\"Finances\", \"Tarifs de la cantine\"]",
    },
    run: Examen::Acte(run),
};

/// Characters at most: the schema takes 500, operators one less.
const MAX: usize = 499;

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let objet = &dossier.deliberation.objet;
    let length =
        objet.iter().map(|s| s.trim().chars().count() + 3).sum::<usize>().saturating_sub(3);
    if length > MAX {
        let sizes = objet.iter().enumerate();
        let longest = sizes.max_by_key(|(_, s)| s.chars().count()).map_or(0, |(i, _)| i);
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("objet[{longest}]")),
                    format!("l’objet a {length} signes, la préfecture en prend {MAX} au plus"),
                )
                .etiquette("objet trop long")
                .aide("raccourcissez-le : l’exposé dit le reste"),
        );
    }
    for (i, segment) in objet.iter().enumerate() {
        if segment.trim().contains(['\n', '\r']) {
            out.push(
                regle
                    .constat(
                        Lieu::new("deliberation.toml", format!("objet[{i}]")),
                        "l’objet tient sur une ligne",
                    )
                    .etiquette("retour à la ligne")
                    .aide("faites-en deux segments de la liste"),
            );
        }
    }
}
