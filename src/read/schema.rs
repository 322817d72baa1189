//! The JSON Schema of each kind of file, and the reference of the guide, from the one declaration of their tables.

use serde_json::{Map, Value, json};

use super::forme::{FromToml, Shape, TableShape};
use super::raw;

/// A kind of file of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the files")]
pub enum Fichier {
    Collectivite,
    Assemblee,
    Seance,
    Deliberation,
    Programme,
    Fiche,
    Budget,
    Vie,
}

impl Fichier {
    /// Every kind with its name.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Collectivite, "collectivite"),
        (Self::Assemblee, "assemblee"),
        (Self::Seance, "seance"),
        (Self::Deliberation, "deliberation"),
        (Self::Programme, "programme"),
        (Self::Fiche, "fiche"),
        (Self::Budget, "budget"),
        (Self::Vie, "vie"),
    ];

    /// Its name, that of its schema.
    #[must_use]
    pub fn nom(self) -> &'static str {
        Self::ALL.iter().find(|(f, _)| *f == self).map_or("", |(_, nom)| nom)
    }

    /// Where such files stand in a dossier.
    #[must_use]
    pub fn chemin(self) -> &'static str {
        match self {
            Self::Collectivite => "collectivite.toml",
            Self::Assemblee => "assemblee.toml",
            Self::Seance => "seance.toml",
            Self::Deliberation => "deliberation.toml",
            Self::Programme => "programme.toml",
            Self::Fiche => "fiches/*.toml",
            Self::Budget => "budget.toml",
            Self::Vie => "vie.toml",
        }
    }

    fn shape(self) -> TableShape {
        let shape = match self {
            Self::Collectivite => raw::collectivite::Collectivite::shape(),
            Self::Assemblee => raw::assemblee::Assemblee::shape(),
            Self::Seance => raw::seance::Seance::shape(),
            Self::Deliberation => raw::deliberation::Deliberation::shape(),
            Self::Programme => raw::programme::Programme::shape(),
            Self::Fiche => raw::fiche::Fiche::shape(),
            Self::Budget => raw::budget::Budget::shape(),
            Self::Vie => raw::vie::Vie::shape(),
        };
        match shape {
            Shape::Table(table) => table,
            _ => unreachable!("a file is a table"),
        }
    }
}

/// The JSON Schema (2020-12) of a kind of file, with French descriptions.
#[must_use]
pub fn schema(fichier: Fichier) -> Value {
    let mut root = table(&fichier.shape());
    if let Value::Object(map) = &mut root {
        let mut head = Map::new();
        head.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        head.insert("title".into(), json!(fichier.chemin()));
        head.append(map);
        *map = head;
    }
    root
}

fn table(shape: &TableShape) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for champ in &shape.champs {
        let mut value = one(&champ.shape);
        if let Value::Object(map) = &mut value {
            map.insert("description".into(), json!(champ.doc));
        }
        properties.insert(champ.cle.to_owned(), value);
        if champ.requis {
            required.push(champ.cle);
        }
    }
    let mut out = json!({
        "type": "object",
        "description": shape.doc,
        "additionalProperties": false,
        "properties": properties,
    });
    if !required.is_empty() {
        out["required"] = json!(required);
    }
    out
}

fn one(shape: &Shape) -> Value {
    match shape {
        Shape::Texte | Shape::Markdown => json!({ "type": "string" }),
        Shape::Entier => json!({ "type": "integer" }),
        Shape::Booleen => json!({ "type": "boolean" }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Heure => json!({ "type": "string", "format": "time" }),
        Shape::Montant { vide } => json!({ "anyOf": [
            { "type": "integer" },
            { "type": "string", "pattern": if *vide { MONTANT_VIDE } else { MONTANT } },
        ] }),
        Shape::Voix => json!({ "anyOf": [
            { "type": "integer", "minimum": 0 },
            { "type": "array", "items": { "type": "string" } },
        ] }),
        Shape::Choix(mots) => json!({ "oneOf": mots
            .iter()
            .map(|(mot, sens)| if sens.is_empty() {
                json!({ "const": mot })
            } else {
                json!({ "const": mot, "title": sens })
            })
            .collect::<Vec<_>>() }),
        Shape::Liste(item) => json!({ "type": "array", "items": one(item) }),
        Shape::Table(shape) => table(shape),
    }
}

/// What [`crate::model::Montant`] reads, as near as a pattern can say.
const MONTANT: &str =
    r"^\s*[-−]?\s*\d{1,3}(\s?\d{3})*([.,]\d{1,2})?\s*€?\s*$|^\s*[-−]?\d+([.,]\d{1,2})?\s*€?\s*$";
const MONTANT_VIDE: &str = r"^\s*$|^\s*[-−]?\s*\d{1,3}(\s?\d{3})*([.,]\d{1,2})?\s*€?\s*$|^\s*[-−]?\d+([.,]\d{1,2})?\s*€?\s*$";

/// The reference of every file, field by field, in Markdown, for the guide.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from(
        "# Référence du format, champ par champ\n\n\
         <!-- Fichier produit par `delibere schema --guide` : ne pas le modifier à la main. -->\n\n\
         Chaque fichier peut commencer par `#:schema chemin/vers/docs/schemas/<nom>.json` : l’éditeur complète et vérifie pendant la frappe.\n",
    );
    for (fichier, _) in Fichier::ALL {
        let shape = fichier.shape();
        out.push_str(&format!("\n## `{}`\n", fichier.chemin()));
        section(&shape, "", &mut out);
    }
    out
}

fn section(shape: &TableShape, chemin: &str, out: &mut String) {
    out.push_str(&format!("\n{}\n\n| clé | valeur | sens |\n|---|---|---|\n", shape.doc));
    let mut below: Vec<(String, &TableShape)> = Vec::new();
    for champ in &shape.champs {
        let requis = if champ.requis { " **(obligatoire)**" } else { "" };
        let doc = champ.doc.replace('|', "\\|");
        out.push_str(&format!("| `{}` | {} | {doc}{requis} |\n", champ.cle, kind(&champ.shape)));
        let path = if chemin.is_empty() {
            champ.cle.to_owned()
        } else {
            format!("{chemin}.{}", champ.cle)
        };
        match &champ.shape {
            Shape::Table(t) => below.push((format!("[{path}]"), t)),
            Shape::Liste(item) => {
                if let Shape::Table(t) = item.as_ref() {
                    below.push((format!("[[{path}]]"), t));
                }
            }
            _ => {}
        }
    }
    for (title, table) in below {
        out.push_str(&format!("\n### `{title}`\n"));
        section(table, title.trim_matches(['[', ']']), out);
    }
}

fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Texte => "texte".to_owned(),
        Shape::Markdown => "Markdown".to_owned(),
        Shape::Entier => "entier".to_owned(),
        Shape::Booleen => "`true` ou `false`".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Heure => "heure".to_owned(),
        Shape::Montant { .. } => "montant".to_owned(),
        Shape::Voix => "entier, ou liste de membres".to_owned(),
        Shape::Choix(mots) => {
            mots.iter().map(|(mot, _)| format!("`{mot}`")).collect::<Vec<_>>().join(", ")
        }
        Shape::Liste(item) => match item.as_ref() {
            Shape::Table(_) => "tables".to_owned(),
            other => format!("liste : {}", kind(other)),
        },
        Shape::Table(_) => "table".to_owned(),
    }
}
