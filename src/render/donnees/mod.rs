//! From the model to the values that the templates receive, as one JSON file.
//!
//! Everything is composed here (typography, labels, order of the lines): a template only lays out. The shape of the
//! file is described, for who writes a template, in `docs/modeles.md`.

mod budget;
mod comparaison;
mod deliberation;
mod extrait;
mod fiches;
mod formules;
mod mentions;
mod presences;
mod rapport;
mod registre;
mod seance;
mod tete;
mod texte;
mod tours;

use serde_json::{Map, Value, json};

use super::Document;
use crate::compute::Comptes;
use crate::model::texte::{Bloc, Inline};
use crate::model::{Collectivite, Dossier, Piece, Texte};
use crate::redaction::evolution;
#[cfg(feature = "pdf")]
pub(crate) use comparaison::donnees_comparaison;
#[cfg(feature = "pdf")]
pub(crate) use rapport::{collectivite as collectivite_rapport, donnees_rapport};
pub use registre::Registre;
#[cfg(feature = "pdf")]
pub(crate) use seance::donnees_seance;
#[cfg(feature = "pdf")]
pub(crate) use tete::fichier_logo;
use texte::{Composer, words};

/// The data of one document of an act.
pub(crate) fn donnees(dossier: &Dossier, comptes: &Comptes, document: Document) -> Value {
    let dossier = &*crate::redaction::completer(dossier);
    envelope(
        &document.to_string(),
        &dossier.collectivite,
        tete::meta(dossier, comptes.etat, document),
        tete(dossier, comptes, document),
        pieces(dossier, comptes, document),
    )
}

/// What heads a document of an act; the running headers of an extract say what it is.
fn tete(dossier: &Dossier, comptes: &Comptes, document: Document) -> Value {
    let mut tete = tete::tete(dossier, comptes);
    if let (Document::Extrait, Value::Object(map)) = (document, &mut tete) {
        let numero = &dossier.deliberation.numero.affiche;
        let rappel = format!("Extrait du registre · Délibération n° {numero}");
        map.insert("rappel".into(), words(&rappel));
    }
    tete
}

/// What every document is made of.
fn envelope(
    document: &str,
    collectivite: &Collectivite,
    meta: Value,
    tete: Value,
    pieces: Vec<Value>,
) -> Value {
    let mut out = Map::new();
    out.insert("document".into(), json!(document));
    out.insert("meta".into(), meta);
    out.insert("theme".into(), tete::theme(collectivite));
    out.insert("logo".into(), tete::logo(collectivite));
    out.insert("tete".into(), tete);
    out.insert("pieces".into(), Value::Array(pieces));
    Value::Object(out)
}

/// The pieces of a document of an act: the act itself, then its annexes.
fn pieces(dossier: &Dossier, comptes: &Comptes, document: Document) -> Vec<Value> {
    let composer = Composer { programme: dossier.programme.as_ref() };
    let d = &dossier.deliberation;
    let mut pieces = Vec::new();
    match document {
        Document::Deliberation | Document::Acte | Document::Dossier => {
            let support = deliberation::Support::Feuille;
            pieces.push(deliberation::piece(dossier, comptes, &composer, support));
        }
        Document::Extrait => pieces.push(extrait::piece(dossier, comptes, &composer)),
        _ => {}
    }
    for (i, annexe) in d.annexes.iter().enumerate() {
        let wanted = match (document, &annexe.piece) {
            (Document::Acte | Document::Dossier, _)
            | (Document::AnnexeBudgetaire, Piece::Budget)
            | (Document::FichesActions, Piece::Fiches)
            | (Document::Programme, Piece::Programme)
            | (Document::TableauComparatif, Piece::Comparatif)
            | (Document::FichesModifiees, Piece::FichesModifiees) => true,
            (Document::Annexe(rank), _) => rank == i + 1,
            _ => false,
        };
        if !wanted {
            continue;
        }
        let mut piece = match &annexe.piece {
            Piece::Budget => budget::piece(dossier, comptes),
            Piece::Fiches => fiches::piece(dossier, &dossier.fiches, &composer),
            Piece::FichesModifiees => match evolution::fiches_modifiees(dossier).as_slice() {
                // A heading with nothing under it would look like a sheet that was lost.
                [] => json!({ "piece": "texte", "blocs": composer.texte(&sans_fiche()) }),
                fiches => fiches::piece(dossier, fiches, &composer),
            },
            Piece::Comparatif => json!({
                "piece": "texte",
                "blocs": composer.texte(&evolution::tableau_comparatif(dossier)),
            }),
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
            let mut annexe = rappel(i + 1, &d.numero.affiche);
            if !matches!(document, Document::Acte | Document::Dossier) {
                let certificat = mentions::certificat_bref(dossier, comptes);
                tete::extend(&mut annexe, json!({ "certificat": certificat }));
            }
            map.insert("annexe".into(), annexe);
        }
        pieces.push(piece);
    }
    pieces
}

/// What stands in the place of the sheets that an act changes, where it changes none.
fn sans_fiche() -> Texte {
    let phrase = "Aucune fiche action n’est modifiée par la présente délibération.";
    Texte { blocs: vec![Bloc::Paragraphe(vec![Inline::Texte(phrase.to_owned())])] }
}

/// What every page of an annexe recalls.
fn rappel(rang: usize, numero: &str) -> Value {
    json!({
        "rang": rang,
        "rappel": words(&format!("Annexe {rang} à la délibération n° {numero}")),
    })
}
