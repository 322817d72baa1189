//! What is posted after the sitting: the list of the deliberations since 1 July 2022, a report before.

use serde_json::{Value, json};

use super::super::formules;
use super::super::texte::{maybe, words};
use super::reunion::{Reunion, paragraphes};
use super::{recit, vote};
use crate::droit::{self, Suite};
use crate::model::DossierSeance;

/// The list of the deliberations examined (CGCT, L. 2121-25).
pub(super) fn liste(reunion: Reunion<'_>) -> Value {
    let lignes: Vec<Value> = reunion
        .points()
        .map(|(i, p)| {
            json!({
                "point": words(&p.numero),
                "numero": words(reunion.numero_acte(i).unwrap_or("")),
                "titre": words(&reunion.dossier.titre(i)),
                "resultat": words(&vote::resultat(reunion, i)),
            })
        })
        .collect();
    let article = if reunion.communal() { " (CGCT, art. L. 2121-25)" } else { "" };
    // Nothing is promised where no text that asks for it was read.
    let DossierSeance { collectivite, seance, .. } = reunion.dossier;
    let asked = droit::seance(seance.date, collectivite.genre).suite == Some(Suite::Liste);
    let delai = match asked {
        true => format!(", affichée et mise en ligne dans un délai d’une semaine{article}"),
        false => String::new(),
    };
    let intro = format!(
        "Liste des délibérations examinées par {} au cours de sa séance{delai}.",
        reunion.instance().le()
    );
    let mut intro = vec![intro];
    intro.extend(formules::huis_clos(&reunion.dossier.seance).map(str::to_owned));
    json!({
        "piece": "liste-deliberations",
        "intro": paragraphes(&intro),
        "lignes": lignes,
        "mentions": blancs(&["Affichée le", "Mise en ligne le"]),
        "signatures": [],
    })
}

/// The report that was posted before: who was there, and the result of each vote.
pub(super) fn compte_rendu(reunion: Reunion<'_>) -> Value {
    let points: Vec<Value> = reunion
        .points()
        .map(|(i, _)| {
            json!({
                "titre": words(&reunion.titre(i)),
                "suite": paragraphes(&recit::issue(reunion, i)),
            })
        })
        .collect();
    json!({
        "piece": "compte-rendu",
        "intro": paragraphes(&recit::ouverture(reunion)),
        "presences": reunion.presences(),
        "points": points,
        "cloture": paragraphes(&recit::cloture(reunion)),
        "mentions": blancs(&["Affiché le"]),
        "signatures": [],
    })
}

/// Dates that are written by hand.
pub(super) fn blancs(libelles: &[&str]) -> Value {
    Value::Array(
        libelles.iter().map(|l| json!({ "libelle": words(l), "date": maybe(None) })).collect(),
    )
}
