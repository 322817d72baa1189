//! The comparison of two acts.

use serde_json::{Value, json};

use super::texte::{Composer, words};
use super::{envelope, fiches, tete};
use crate::model::Dossier;
use crate::redaction::evolution::comparatif;

/// The data of the comparison of two acts, on the paper of the second one.
pub(crate) fn donnees_comparaison(avant: &Dossier, apres: &Dossier) -> Value {
    let comparatif = comparatif(avant, apres);
    let numero = |d: &Dossier| d.deliberation.numero.affiche.clone();
    let titre =
        format!("Comparaison des délibérations n° {} et n° {}", numero(avant), numero(apres));
    let mut head = tete::tete_collectivite(&apres.collectivite);
    tete::extend(
        &mut head,
        json!({
            "nature": words("Comparaison de deux délibérations"),
            "rappel": words(&comparatif.rappel),
            "projet": false,
            "etat": null,
            "numero": "",
            "objet": [],
            "seance": "",
            "lieu": null,
        }),
    );
    let composer = Composer { programme: apres.programme.as_ref() };
    let pieces = comparatif
        .parties
        .iter()
        .map(|partie| {
            let mut piece = if partie.fiches.is_empty() {
                json!({ "piece": "texte", "blocs": composer.texte(&partie.texte) })
            } else {
                fiches::piece(apres, &partie.fiches, &composer)
            };
            tete::extend(
                &mut piece,
                json!({
                    "titre": words(partie.titre),
                    "annexe": { "rang": 0, "rappel": words(&comparatif.rappel) },
                }),
            );
            piece
        })
        .collect();
    let meta = tete::describe(
        &apres.collectivite,
        apres.seance.date,
        &titre,
        &apres.deliberation.objet.join(" – "),
        &["comparaison", &numero(avant), &numero(apres)],
    );
    envelope("comparaison", &apres.collectivite, meta, head, pieces)
}
