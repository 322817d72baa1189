//! The action sheets.

use serde_json::{Value, json};

use super::texte::{Composer, words};
use crate::model::texte::Bloc;
use crate::model::{Champ, Dossier, FicheAction, Largeur};

pub(super) fn piece(dossier: &Dossier, fiches: &[FicheAction], composer: &Composer<'_>) -> Value {
    let fiches: Vec<Value> = fiches.iter().map(|f| fiche(dossier, f, composer)).collect();
    json!({ "piece": "fiches", "fiches": fiches })
}

fn fiche(dossier: &Dossier, fiche: &FicheAction, composer: &Composer<'_>) -> Value {
    let action = dossier.programme.as_ref().and_then(|p| p.action(&fiche.action));
    let intitule = fiche.intitule.clone().unwrap_or_else(|| {
        action
            .map_or_else(|| "Fiche action".to_owned(), |a| format!("Fiche action n° {}", a.numero))
    });
    let titre = fiche
        .titre
        .clone()
        .or_else(|| action.map(|a| a.libelles.fiche.clone().unwrap_or_else(|| a.libelle.clone())));
    let mut rangees: Vec<Vec<Value>> = Vec::new();
    let mut half = false;
    for champ in &fiche.champs {
        let value = field(champ, composer);
        match (champ.largeur, rangees.last_mut()) {
            (Largeur::Moitie, Some(last)) if half => {
                last.push(value);
                half = false;
            }
            (largeur, _) => {
                rangees.push(vec![value]);
                half = largeur == Largeur::Moitie;
            }
        }
    }
    json!({
        "intitule": words(&intitule),
        "titre": titre.filter(|t| !t.is_empty()).map(|t| words(&t)),
        "rangees": rangees,
    })
}

fn field(champ: &Champ, composer: &Composer<'_>) -> Value {
    json!({
        "libelle": words(&format!("{} :", champ.libelle)),
        "texte": composer.texte(&champ.texte),
        "bref": matches!(champ.texte.blocs.as_slice(), [Bloc::Paragraphe(_)]),
    })
}
