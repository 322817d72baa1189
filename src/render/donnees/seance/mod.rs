//! The documents of a whole sitting.

mod acte;
mod cahier;
mod convocation;
mod liste;
mod note_synthese;
mod ordre_du_jour;
mod proces_verbal;
mod recit;
mod reunion;
mod vote;

use serde_json::{Value, json};

use self::reunion::Reunion;
use super::texte::words;
use super::{envelope, tete};
use crate::compute::ComptesSeance;
use crate::model::DossierSeance;
use crate::render::DocumentSeance;

/// The data of one document of a sitting.
pub(crate) fn donnees_seance(
    dossier: &DossierSeance,
    comptes: &ComptesSeance,
    document: DocumentSeance,
) -> Value {
    let dossier = &*crate::redaction::completer_seance(dossier);
    let DossierSeance { collectivite, seance, .. } = dossier;
    let reunion = Reunion { dossier, comptes };
    let nature = nature(document);
    let jour = tete::jour(seance.date);
    let titre = format!("{nature} – séance {} du {jour}", reunion.instance().du());
    let mut tete = tete::tete_seance(collectivite, seance, nature);
    if let Value::Object(map) = &mut tete {
        let rappel = format!("{nature} · {} du {jour}", tete::capital(reunion.instance().0));
        map.insert("rappel".into(), words(&rappel));
        if document == DocumentSeance::Cahier {
            map.insert("hors_sommaire".into(), json!(cahier::hors_sommaire(reunion)));
        }
    }
    let pieces = match document {
        DocumentSeance::Convocation => vec![convocation::piece(reunion)],
        DocumentSeance::OrdreDuJour => vec![ordre_du_jour::piece(reunion)],
        DocumentSeance::NoteSynthese => vec![note_synthese::piece(reunion)],
        DocumentSeance::ListeDeliberations => vec![liste::liste(reunion)],
        DocumentSeance::CompteRendu => vec![liste::compte_rendu(reunion)],
        DocumentSeance::ProcesVerbal => vec![proces_verbal::piece(reunion)],
        DocumentSeance::Cahier => cahier::cahier(reunion),
    };
    let meta = tete::describe(collectivite, seance.date, &titre, &titre, &["séance", nature]);
    envelope(&document.to_string(), collectivite, meta, tete, pieces)
}

/// How a document is called in print.
fn nature(document: DocumentSeance) -> &'static str {
    match document {
        DocumentSeance::Convocation => "Convocation",
        DocumentSeance::OrdreDuJour => "Ordre du jour",
        DocumentSeance::NoteSynthese => "Note explicative de synthèse",
        DocumentSeance::ListeDeliberations => "Liste des délibérations examinées",
        DocumentSeance::CompteRendu => "Compte rendu de la séance",
        DocumentSeance::ProcesVerbal => "Procès-verbal",
        DocumentSeance::Cahier => "Cahier de séance",
    }
}
