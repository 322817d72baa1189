//! The agenda.

use serde_json::{Value, json};

use super::super::texte::words;
use super::reunion::{Reunion, sort};

/// The agenda as it was dealt with: what was added, withdrawn or postponed is said.
pub(super) fn piece(reunion: Reunion<'_>) -> Value {
    let points: Vec<Value> = reunion
        .points()
        .map(|(i, p)| reunion.rang(i, &sort(p).into_iter().collect::<Vec<_>>()))
        .collect();
    json!({
        "piece": "ordre-du-jour",
        "titre": words("Ordre du jour"),
        "intro": [],
        "points": points,
        "mentions": [],
    })
}
