//! SARIF 2.1.0 (OASIS), the exchange format of what tools find in files: editors and forges show it.

use serde_json::{Map, Value, json};

use super::{Notice, Verification};
use crate::model::{Ignore, Severite};
use crate::read::{Diagnostic, Place};

/// What was found in some folders, as one SARIF 2.1.0 log in which every code is described.
///
/// Columns are characters, from 1. A finding that is set aside is there, suppressed: by a file of the dossier
/// (`inSource`, where it says so) or by the command (`external`), with its reason.
#[must_use]
pub fn sarif(verifications: &[Verification]) -> Value {
    let notices: Vec<Notice> = Notice::all().collect();
    let results: Vec<Value> = verifications
        .iter()
        .flat_map(|v| v.diagnostics.iter().map(|d| result(v, d, &notices)))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Délibéré",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": "fr-FR",
                "rules": notices.iter().map(|n| rule(*n)).collect::<Vec<_>>(),
            } },
            "language": "fr-FR",
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn level(severite: Severite) -> &'static str {
    match severite {
        Severite::Erreur => "error",
        Severite::Avertissement => "warning",
        Severite::Information => "note",
    }
}

/// A code, with its page.
fn rule(notice: Notice) -> Value {
    let famille = notice.famille().map_or("", |f| f.nom);
    let traits: Map<String, Value> = notice
        .traits()
        .into_iter()
        .map(|(label, value)| (label.to_owned(), json!(value)))
        .collect();
    let mut properties = traits;
    properties.insert("tags".into(), json!([famille]));
    let page: Vec<String> =
        notice.traits().iter().map(|(label, value)| format!("- **{label}** : {value}")).collect();
    let markdown = format!("{}\n\n{}", page.join("\n"), notice.texte().trim());
    json!({
        "id": notice.code(),
        "name": notice.nom(),
        "shortDescription": { "text": notice.resume() },
        "fullDescription": { "text": notice.resume() },
        "help": { "text": markdown, "markdown": markdown },
        "defaultConfiguration": { "level": level(notice.severite()) },
        "properties": properties,
    })
}

fn result(of: &Verification, d: &Diagnostic, notices: &[Notice]) -> Value {
    let mut out = Map::new();
    out.insert("ruleId".into(), json!(d.code));
    if let Some(rank) = notices.iter().position(|n| n.code() == d.code) {
        out.insert("ruleIndex".into(), json!(rank));
    }
    out.insert("level".into(), json!(level(d.severite)));
    out.insert("message".into(), json!({ "text": message(d) }));
    out.insert("locations".into(), json!([location(of, &d.place, None)]));
    if !d.secondaires.is_empty() {
        let related: Vec<Value> =
            d.secondaires.iter().enumerate().map(|(i, p)| location(of, p, Some(i))).collect();
        out.insert("relatedLocations".into(), json!(related));
    }
    // Present and empty: the tool knows of suppressions, and there is none.
    let suppressions: Vec<Value> = d.ignore.iter().map(|i| suppression(of, i)).collect();
    out.insert("suppressions".into(), json!(suppressions));
    out.insert(
        "properties".into(),
        json!({ "nom": d.nom, "severite": d.severite.to_string(), "base_legale": d.base, "aide": d.aide }),
    );
    Value::Object(out)
}

/// What a viewer shows: the sentence, the legal basis, what to do.
fn message(d: &Diagnostic) -> String {
    let mut out = d.message.clone();
    for (label, texte) in [("base", d.base), ("aide", d.aide.as_deref())] {
        if let Some(texte) = texte {
            out.push_str(&format!("\n{label} : {texte}"));
        }
    }
    out
}

fn location(of: &Verification, place: &Place, id: Option<usize>) -> Value {
    let mut physical = Map::new();
    physical.insert("artifactLocation".into(), json!({ "uri": uri(&of.chemin(&place.fichier)) }));
    // A file that is not there has no line.
    if of.sources.texte(&place.fichier).is_some_and(|t| !t.is_empty()) {
        physical.insert(
            "region".into(),
            json!({
                "startLine": place.debut.ligne, "startColumn": place.debut.colonne,
                "endLine": place.fin.ligne, "endColumn": place.fin.colonne,
            }),
        );
    }
    let mut out = Map::new();
    if let Some(id) = id {
        out.insert("id".into(), json!(id));
    }
    out.insert("physicalLocation".into(), Value::Object(physical));
    if !place.etiquette.is_empty() {
        out.insert("message".into(), json!({ "text": place.etiquette }));
    }
    Value::Object(out)
}

fn suppression(of: &Verification, ignore: &Ignore) -> Value {
    let mut out = Map::new();
    let kind = if ignore.lieu.is_some() { "inSource" } else { "external" };
    out.insert("kind".into(), json!(kind));
    out.insert("status".into(), json!("accepted"));
    out.insert("justification".into(), json!(ignore.motif));
    if let Some(lieu) = &ignore.lieu {
        out.insert("location".into(), location(of, &of.sources.place(lieu, ""), None));
    }
    Value::Object(out)
}

/// A path as a URI reference (RFC 3986): what is not plain is written in percents.
fn uri(chemin: &str) -> String {
    let chemin = chemin.replace('\\', "/");
    let mut out = String::with_capacity(chemin.len());
    if chemin.starts_with('/') {
        out.push_str("file://");
    }
    for byte in chemin.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("actes/été 1/a.toml"), "actes/%C3%A9t%C3%A9%201/a.toml");
        assert_eq!(uri("/srv/a:b.toml"), "file:///srv/a%3Ab.toml");
    }
}
