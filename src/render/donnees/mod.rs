//! From the model to the values that the templates receive, as one JSON file.
//!
//! Everything is composed here (typography, labels, order of the lines): a template only lays out. The shape of the
//! file is described, for who writes a template, in `docs/modeles.md`.

mod budget;
mod deliberation;
mod fiches;
mod tete;
mod texte;

use serde_json::{Map, Value, json};

use super::Document;
use crate::compute::Comptes;
use crate::model::{Dossier, Piece};
#[cfg(feature = "pdf")]
pub(crate) use tete::fichier_logo;
use texte::{Composer, words};

/// The data of one document.
pub(crate) fn donnees(dossier: &Dossier, comptes: &Comptes, document: Document) -> Value {
    let composer = Composer { programme: dossier.programme.as_ref() };
    let d = &dossier.deliberation;
    let mut pieces = Vec::new();
    if matches!(document, Document::Deliberation | Document::Acte | Document::Dossier) {
        pieces.push(deliberation::piece(dossier, &composer));
    }
    for (i, annexe) in d.annexes.iter().enumerate() {
        let wanted = match (document, &annexe.piece) {
            (Document::Acte | Document::Dossier, _)
            | (Document::AnnexeBudgetaire, Piece::Budget)
            | (Document::FichesActions, Piece::Fiches)
            | (Document::Programme, Piece::Programme) => true,
            (Document::Annexe(rank), _) => rank == i + 1,
            _ => false,
        };
        if !wanted {
            continue;
        }
        let mut piece = match &annexe.piece {
            Piece::Budget => budget::piece(dossier, comptes),
            Piece::Fiches => fiches::piece(dossier, &composer),
            Piece::Programme => json!({
                "piece": "programme",
                "sommaire": document == Document::Programme,
                "blocs": dossier
                    .programme
                    .as_ref()
                    .map_or_else(|| json!([]), |p| composer.texte(&p.document)),
            }),
            Piece::Texte(texte) => json!({ "piece": "texte", "blocs": composer.texte(texte) }),
        };
        if let Value::Object(map) = &mut piece {
            map.insert("titre".into(), words(&annexe.titre));
            map.insert("annexe".into(), rappel(i + 1, &d.numero));
        }
        pieces.push(piece);
    }
    let mut out = Map::new();
    out.insert("document".into(), json!(document.to_string()));
    out.insert("meta".into(), tete::meta(dossier, document));
    out.insert("theme".into(), tete::theme(dossier));
    out.insert("logo".into(), tete::logo(dossier));
    out.insert("tete".into(), tete::tete(dossier));
    out.insert("pieces".into(), Value::Array(pieces));
    Value::Object(out)
}

/// What every page of an annexe recalls.
fn rappel(rang: usize, numero: &str) -> Value {
    json!({
        "rang": rang,
        "rappel": words(&format!("Annexe {rang} à la délibération n° {numero}")),
    })
}
