//! A finding, for programs.

use serde_json::{Value, json};

use crate::read::{Diagnostic, Place};

/// One finding or fault, as JSON: the keys are stable, and new ones may come.
#[must_use]
pub fn json(diagnostic: &Diagnostic) -> Value {
    let place = |p: &Place| {
        json!({
            "fichier": p.fichier,
            "ligne": p.debut.ligne, "colonne": p.debut.colonne,
            "ligne_fin": p.fin.ligne, "colonne_fin": p.fin.colonne,
            "etiquette": p.etiquette,
        })
    };
    let ignore = diagnostic
        .ignore
        .as_ref()
        .map(|i| json!({ "fichier": i.lieu.as_ref().map(|l| &l.fichier), "motif": i.motif }));
    json!({
        "code": diagnostic.code,
        "nom": diagnostic.nom,
        "severite": diagnostic.severite.to_string(),
        "message": diagnostic.message,
        "place": place(&diagnostic.place),
        "secondaires": diagnostic.secondaires.iter().map(place).collect::<Vec<_>>(),
        "base_legale": diagnostic.base,
        "aide": diagnostic.aide,
        "ignore": ignore,
    })
}
