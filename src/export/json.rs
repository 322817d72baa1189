//! The whole of an act in JSON: what its files say, key by key, and what is computed from them.
//!
//! The keys are those of the files, so that the schema of each file is that of its part; [`schema`] puts them together.

use serde_json::{Map, Value, json};

use crate::compute::{self, Comptes};
use crate::model::{Dossier, Etat, Resultat, Scrutin};
use crate::read::Sources;
use crate::read::schema::{self as forme, Fichier};

/// The version of the format, changed when a reader would no longer understand it.
const FORMAT: &str = "delibere/1";

/// The act in JSON; `sources` are the texts that were read for it.
#[must_use]
pub fn json(dossier: &Dossier, comptes: &Comptes, sources: &Sources) -> Value {
    let mut out = Map::new();
    out.insert("format".into(), json!(FORMAT));
    let mut fiches = Vec::new();
    let mut textes = Map::new();
    for (nom, texte) in sources.iter() {
        let base = nom.rsplit('/').next().unwrap_or(nom);
        let stem = base.strip_suffix(".toml");
        let table = || texte.parse::<toml::Table>().ok().map(|t| value(toml::Value::Table(t)));
        match stem {
            Some(_) if nom.starts_with("fiches/") => fiches.extend(table()),
            Some(stem) if Fichier::ALL.iter().any(|(_, n)| *n == stem) => {
                if let Some(table) = table() {
                    out.insert(stem.to_owned(), table);
                }
            }
            _ if base.ends_with(".md") => {
                textes.insert(nom.to_owned(), json!(texte));
            }
            _ => {}
        }
    }
    if !fiches.is_empty() {
        out.insert("fiches".into(), json!(fiches));
    }
    if !textes.is_empty() {
        out.insert("textes".into(), Value::Object(textes));
    }
    out.insert("calcule".into(), computed(dossier, comptes));
    Value::Object(out)
}

/// What TOML has and JSON has not, days and hours, as text.
fn value(v: toml::Value) -> Value {
    match v {
        toml::Value::String(s) => json!(s),
        toml::Value::Integer(i) => json!(i),
        // No key of the files takes one: the reader refuses it.
        toml::Value::Float(f) => json!(f.to_string()),
        toml::Value::Boolean(b) => json!(b),
        toml::Value::Datetime(d) => json!(d.to_string()),
        toml::Value::Array(a) => Value::Array(a.into_iter().map(value).collect()),
        toml::Value::Table(t) => {
            t.into_iter().map(|(k, v)| (k, value(v))).collect::<Map<_, _>>().into()
        }
    }
}

fn computed(dossier: &Dossier, comptes: &Comptes) -> Value {
    let m = compute::mentions(dossier, comptes.etat);
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| d.to_string());
    let vote = comptes.vote.as_ref().map(|v| {
        json!({
            "scrutin": match v.scrutin {
                Scrutin::Ordinaire => "ordinaire",
                Scrutin::Public => "public",
                Scrutin::Secret => "secret",
            },
            "votants": v.votants,
            "pour": v.pour.nombre,
            "contre": v.contre.nombre,
            "abstentions": v.abstentions.nombre,
            "blancs": v.blancs,
            "nuls": v.nuls,
            "exprimes": v.exprimes,
            "requis": v.seuil.requis,
            "resultat": match v.resultat {
                Resultat::Adoptee => "adoptee",
                Resultat::Rejetee => "rejetee",
                Resultat::Partage => "partage",
            },
        })
    });
    let presence = comptes.presence.as_ref().map(|p| {
        json!({
            "en_exercice": p.en_exercice,
            "presents": p.presents.len(),
            "pouvoirs": p.pouvoirs.len(),
            "quorum": p.quorum.requis,
            "quorum_atteint": p.quorum.atteint(),
        })
    });
    let budget = comptes.budget.as_ref().map(|b| {
        let serie = |s: &compute::Serie| {
            let years: Vec<String> = s.exercices.iter().map(ToString::to_string).collect();
            json!({ "exercices": years, "periode": s.periode.to_string() })
        };
        json!({ "cout_brut": serie(&b.cout_brut), "cout_net": serie(&b.cout_net) })
    });
    json!({
        "numero": dossier.deliberation.numero.affiche,
        "numero_transmis": dossier.deliberation.numero.transmis,
        "date": dossier.seance.date.to_string(),
        "etat": match comptes.etat {
            Etat::Projet => "projet",
            Etat::Adoptee => "adoptee",
            Etat::Rejetee => "rejetee",
        },
        "mentions": {
            "transmission": day(m.transmission),
            "reception": day(m.reception),
            "publication": day(m.publication),
            "executoire": day(m.executoire),
        },
        "presence": presence,
        "vote": vote,
        "budget": budget,
    })
}

/// An hour of TOML has no time zone, which the format of JSON Schema wants: its signs are described instead.
fn hours(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.get("format") == Some(&json!("time")) {
                map.remove("format");
                map.insert("pattern".into(), json!("^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"));
            }
            map.values_mut().for_each(hours);
        }
        Value::Array(all) => all.iter_mut().for_each(hours),
        _ => {}
    }
}

/// The JSON Schema (2020-12) of [`json()`].
#[must_use]
pub fn schema() -> Value {
    let part = |fichier: Fichier| {
        let mut one = forme::schema(fichier);
        if let Value::Object(map) = &mut one {
            map.remove("$schema");
            // A file names its schema for editors; JSON has no comment to keep it in.
            map.remove("title");
        }
        hours(&mut one);
        one
    };
    let count = json!({ "type": "integer", "minimum": 0 });
    let text = json!({ "type": ["string", "null"] });
    let day = json!({ "type": ["string", "null"], "format": "date" });
    let amount = json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,2})?$" });
    let closed = |properties: Value| {
        let required: Vec<String> =
            properties.as_object().map(|p| p.keys().cloned().collect()).unwrap_or_default();
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": required,
            "properties": properties,
        })
    };
    let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
    let serie =
        closed(json!({ "exercices": { "type": "array", "items": amount }, "periode": amount }));
    let mut properties = Map::new();
    properties.insert("format".into(), json!({ "const": FORMAT }));
    for (fichier, nom) in Fichier::ALL {
        if *fichier == Fichier::Fiche {
            properties.insert("fiches".into(), json!({ "type": "array", "items": part(*fichier) }));
        } else {
            properties.insert((*nom).to_owned(), part(*fichier));
        }
    }
    properties.insert(
        "textes".into(),
        json!({
            "type": "object",
            "description": "Les fichiers Markdown du dossier, par leur nom.",
            "additionalProperties": { "type": "string" },
        }),
    );
    properties.insert(
        "calcule".into(),
        closed(json!({
            "numero": { "type": "string" },
            "numero_transmis": text,
            "date": { "type": "string", "format": "date" },
            "etat": { "enum": ["projet", "adoptee", "rejetee"] },
            "mentions": closed(json!({
                "transmission": day, "reception": day, "publication": day, "executoire": day,
            })),
            "presence": or_null(closed(json!({
                "en_exercice": count, "presents": count, "pouvoirs": count, "quorum": count,
                "quorum_atteint": { "type": "boolean" },
            }))),
            "vote": or_null(closed(json!({
                "scrutin": { "enum": ["ordinaire", "public", "secret"] },
                "votants": count, "pour": count, "contre": count, "abstentions": count,
                "blancs": count, "nuls": count, "exprimes": count, "requis": count,
                "resultat": { "enum": ["adoptee", "rejetee", "partage"] },
            }))),
            "budget": or_null(closed(json!({ "cout_brut": serie, "cout_net": serie }))),
        })),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Une délibération, de ses fichiers à ce qui s’en calcule",
        "type": "object",
        "additionalProperties": false,
        "required": ["format", "collectivite", "seance", "deliberation", "calcule"],
        "properties": properties,
    })
}
