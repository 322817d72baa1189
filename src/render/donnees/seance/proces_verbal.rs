//! The minutes: since 1 July 2022 the law says what they hold (CGCT, L. 2121-15).

use serde_json::{Value, json};

use super::super::texte::{Composer, words};
use super::liste::blancs;
use super::reunion::{Reunion, paragraphes, sort};
use super::{acte, recit, vote};
use crate::droit;
use crate::model::{Etat, Point, SortPoint};

pub(super) fn piece(reunion: Reunion<'_>) -> Value {
    let seance = &reunion.dossier.seance;
    let plain = Composer { programme: None };
    // As the members were summoned; what was added since stands apart.
    let ordre: Vec<Value> = reunion.convoques().map(|(i, _)| reunion.rang(i, &[])).collect();
    let ajoutes: Vec<Value> = reunion
        .points()
        .filter(|(_, p)| p.sort == SortPoint::Ajoute)
        .map(|(i, _)| reunion.rang(i, &[]))
        .collect();
    let titre_ajoutes = if ajoutes.len() > 1 {
        "Points ajoutés en séance :"
    } else {
        "Point ajouté en séance :"
    };
    let points: Vec<Value> = reunion.points().map(|(i, p)| point(reunion, i, p)).collect();
    let detaille = droit::seance(seance.date, reunion.dossier.collectivite.genre).pv_detaille;
    let mentions: &[&str] = if detaille {
        &["Procès-verbal arrêté en séance du", "Publié et mis à la disposition du public le"]
    } else {
        &["Procès-verbal approuvé en séance du"]
    };
    json!({
        "piece": "proces-verbal",
        "intro": paragraphes(&recit::ouverture(reunion)),
        "presences": reunion.presences(),
        "suite": paragraphes(&recit::debut(reunion)),
        "ordre": ordre,
        "titre_ajoutes": words(titre_ajoutes),
        "ajoutes": ajoutes,
        "points": points,
        "evenements": paragraphes(&recit::mouvements(reunion, seance.points.len())),
        "preliminaires": plain.texte(&seance.preliminaires),
        "cloture": paragraphes(&recit::cloture(reunion)),
        "signatures": reunion.signatures(),
        "mentions": blancs(mentions),
    })
}

/// A point: the report, what was said, what was decided, how it was voted.
fn point(reunion: Reunion<'_>, i: usize, p: &Point) -> Value {
    let acte = reunion.acte(i);
    let composer = Composer { programme: acte.and_then(|(a, _)| a.programme.as_ref()) };
    let mut parties = Vec::new();
    let mut add = |titre: &str, texte: Value| {
        if texte.as_array().is_some_and(|blocs| !blocs.is_empty()) {
            parties.push(json!({ "titre": words(titre), "texte": texte }));
        }
    };
    match acte {
        Some((a, _)) if p.sort.examine() => add("Rapport", composer.texte(&a.deliberation.expose)),
        _ => {}
    }
    add("Information", composer.texte(&p.texte));
    add("Discussion", composer.texte(&p.debats));
    let mut votes = Vec::new();
    if let Some((a, comptes)) = acte.filter(|_| p.sort.examine()) {
        let d = &a.deliberation;
        let nature = match comptes.etat {
            Etat::Adoptee => "Délibération",
            Etat::Rejetee | Etat::Projet => "Projet de délibération",
        };
        let mut texte = acte::acte(a, comptes, &composer);
        texte.extend(acte::annexes(d));
        add(&format!("{nature} n° {}", d.numero.affiche), Value::Array(texte));
        votes = vote::phrases(reunion, i);
    }
    let mut suite = Vec::new();
    // Nobody reports on what the assembly does not come to.
    if p.sort.examine() {
        suite.extend(reunion.rapporteur(i).map(|r| format!("Rapporteur : {r}")));
    }
    suite.extend(sort(p));
    if p.sort.examine() {
        suite.extend(recit::particularites(reunion, i));
    }
    json!({
        "titre": words(&reunion.titre(i)),
        "evenements": paragraphes(&recit::mouvements(reunion, i)),
        "suite": paragraphes(&suite),
        "parties": parties,
        "vote": paragraphes(&votes),
    })
}
