//! All the acts of a sitting and their annexes, bound.

use serde_json::{Value, json};

use super::super::texte::{Composer, words};
use super::super::{pieces, tete};
use super::ordre_du_jour;
use super::reunion::{Reunion, sort};
use crate::render::Document;

/// Why the contents skip the points that the assembly did not come to.
pub(super) fn hors_sommaire(reunion: Reunion<'_>) -> Vec<Value> {
    reunion
        .points()
        .filter(|(_, p)| !p.sort.examine())
        .filter_map(|(i, p)| Some(words(&format!("{}. {}", reunion.titre(i), sort(p)?))))
        .collect()
}

/// The agenda, then each point that the assembly came to: its act and annexes, or what the members are told.
pub(super) fn cahier(reunion: Reunion<'_>) -> Vec<Value> {
    let mut out = vec![ordre_du_jour::piece(reunion)];
    for (i, p) in reunion.points().filter(|(_, p)| p.sort.examine()) {
        let titre = words(&reunion.titre(i));
        let Some((acte, comptes)) = reunion.acte(i) else {
            let plain = Composer { programme: None };
            out.push(json!({ "piece": "point", "titre": titre, "blocs": plain.texte(&p.texte) }));
            continue;
        };
        let mut tete = tete::tete(acte, comptes);
        // The headers of its pages recall the act, those of the others the sitting.
        tete["rappel"] = Value::Null;
        for (rang, mut piece) in pieces(acte, comptes, Document::Dossier).into_iter().enumerate() {
            if let Value::Object(map) = &mut piece {
                map.insert("tete".into(), tete.clone());
                map.insert("decalage".into(), json!(2));
                if rang == 0 {
                    map.insert("entree".into(), titre.clone());
                }
            }
            out.push(piece);
        }
    }
    out
}
