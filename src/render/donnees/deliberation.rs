//! The act.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::tete::jour;
use super::texte::{Composer, maybe, words};
use crate::model::{Dispositif, Dossier, Etat, Visa};

/// From that day, acts are published electronically and no longer posted: ordonnance n° 2021-1310 du 7 octobre 2021,
/// article 40 (entry into force on 1 July 2022).
const PUBLICATION: Option<NaiveDate> = NaiveDate::from_ymd_opt(2022, 7, 1);

pub(super) fn piece(dossier: &Dossier, composer: &Composer<'_>) -> Value {
    let d = &dossier.deliberation;
    let visas: Vec<Value> = d
        .visas
        .iter()
        .map(
            |Visa { texte, .. }| json!({ "mot": "VU", "texte": composer.texte_ending(texte, ',') }),
        )
        .collect();
    let considerants: Vec<Value> = d
        .considerants
        .iter()
        .map(|c| json!({ "mot": c.nature.mot(), "texte": composer.texte_ending(&c.texte, ',') }))
        .collect();
    let (decisions, articles) = match &d.dispositif {
        Dispositif::Verbes(v) => {
            let decisions: Vec<Value> = v
                .iter()
                .map(|d| json!({ "verbe": words(&d.verbe), "texte": composer.texte(&d.texte) }))
                .collect();
            (json!(decisions), Value::Null)
        }
        Dispositif::Articles(v) => {
            let articles: Vec<Value> = v
                .iter()
                .map(|a| {
                    json!({
                        "numero": words(&a.numero),
                        "titre": maybe(a.titre.as_deref()),
                        "texte": composer.texte(&a.texte),
                    })
                })
                .collect();
            (Value::Null, json!(articles))
        }
    };
    let annexes: Vec<Value> = d
        .annexes
        .iter()
        .enumerate()
        .map(|(i, a)| json!({ "rang": i + 1, "titre": words(&a.titre) }))
        .collect();
    json!({
        "piece": "deliberation",
        "rapporteur": d.rapporteur.as_ref().map(|r| words(&format!("Rapporteur : {r}"))),
        "expose": composer.texte(&d.expose),
        "visas": visas,
        "considerants": considerants,
        "formule": words(&d.formule),
        "decisions": decisions,
        "articles": articles,
        "vote": (d.etat == Etat::Projet).then(|| words("Vote :")),
        "signature": signature(dossier),
        "mentions": mentions(dossier),
        "annexes": annexes,
    })
}

fn signature(dossier: &Dossier) -> Value {
    let s = &dossier.deliberation.signature;
    let e = &dossier.collectivite.executif;
    let name = s.nom.clone().or_else(|| {
        let parts: Vec<&str> =
            [e.prenom.as_deref(), e.nom.as_deref()].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    });
    json!({
        "lieu": maybe(s.lieu.as_deref()),
        "qualite": words(s.qualite.as_deref().unwrap_or(&e.qualite)),
        "nom": maybe(name.as_deref()),
    })
}

fn mentions(dossier: &Dossier) -> Value {
    let m = &dossier.deliberation.mentions;
    let posted = if Some(dossier.seance.date) < PUBLICATION { "Affiché le" } else { "Publié le" };
    let mentions: Vec<Value> = [
        ("Transmis à la préfecture le", m.transmission),
        (posted, m.publication),
        ("Exécutoire le", m.executoire),
    ]
    .into_iter()
    .map(|(libelle, date)| {
        json!({ "libelle": words(libelle), "date": date.map(|d| words(&jour(d))) })
    })
    .collect();
    json!(mentions)
}
