//! An act as blocks of text, for the papers that quote it.

use serde_json::{Value, json};

use super::super::deliberation;
use super::super::texte::{Composer, words};
use crate::compute::Comptes;
use crate::model::{Deliberation, Dispositif, Dossier};

/// Visas, recitals, formula and dispositif.
pub(super) fn acte(acte: &Dossier, comptes: &Comptes, composer: &Composer<'_>) -> Vec<Value> {
    let d = &acte.deliberation;
    let mut out = Vec::new();
    for v in &d.visas {
        out.extend(amorce(words("VU"), composer.texte_ending(&v.texte, ',')));
    }
    out.extend(considerants(d, composer));
    let formule = deliberation::opening(acte, comptes);
    if !formule.is_empty() {
        out.push(json!(["p", [["gras", words(&formule)]]]));
    }
    match &d.dispositif {
        Dispositif::Verbes(v) => {
            for decision in v {
                out.extend(amorce(words(&decision.verbe), composer.texte(&decision.texte)));
            }
        }
        Dispositif::Articles(v) => {
            for a in v {
                let titre = a.titre.as_ref().map_or(String::new(), |t| format!(" – {t}"));
                let mot = words(&format!("{}{titre} :", a.numero));
                out.extend(amorce(mot, composer.texte(&a.texte)));
            }
        }
    }
    out
}

/// The recitals alone.
pub(super) fn considerants(d: &Deliberation, composer: &Composer<'_>) -> Vec<Value> {
    d.considerants
        .iter()
        .flat_map(|c| amorce(words(c.nature.mot()), composer.texte_ending(&c.texte, ',')))
        .collect()
}

/// What is decided, as a list of decisions or as articles.
pub(super) fn dispositif(d: &Deliberation, composer: &Composer<'_>) -> Vec<Value> {
    match &d.dispositif {
        Dispositif::Verbes(v) => {
            let items: Vec<Vec<Value>> =
                v.iter().map(|x| amorce(words(&x.verbe), composer.texte(&x.texte))).collect();
            if items.is_empty() { Vec::new() } else { vec![json!(["liste", null, items])] }
        }
        Dispositif::Articles(v) => v
            .iter()
            .flat_map(|a| {
                let titre = a.titre.as_ref().map_or(String::new(), |t| format!(" – {t}"));
                amorce(words(&format!("{}{titre} :", a.numero)), composer.texte(&a.texte))
            })
            .collect(),
    }
}

/// Blocks whose first words are in bold: the first paragraph follows them.
fn amorce(mot: Value, texte: Value) -> Vec<Value> {
    let mut blocs = match texte {
        Value::Array(blocs) => blocs,
        _ => Vec::new(),
    };
    let gras = json!(["gras", mot]);
    let first = blocs
        .first_mut()
        .and_then(Value::as_array_mut)
        .filter(|b| b.first().and_then(Value::as_str) == Some("p") && b.len() == 2);
    match first {
        Some(p) => {
            let suite = p.pop().unwrap_or_default();
            let mut line = vec![gras, json!(" ")];
            match suite {
                Value::Array(inlines) => line.extend(inlines),
                other => line.push(other),
            }
            p.push(Value::Array(line));
        }
        None => blocs.insert(0, json!(["p", [gras]])),
    }
    blocs
}

/// What is annexed, named.
pub(super) fn annexes(d: &Deliberation) -> Vec<Value> {
    let items: Vec<Value> = d.annexes.iter().map(|a| json!([["p", words(&a.titre)]])).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let mot = if items.len() > 1 { "Annexes :" } else { "Annexe :" };
    vec![json!(["p", words(mot)]), json!(["liste", null, items])]
}
