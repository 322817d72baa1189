//! XML that comes from outside: bounded, without entities, in an encoding that is checked.

use std::collections::HashMap;

/// The largest message that is read, in bytes: 1 Mio. A classification, the longest one, has 60 Kio.
pub const MAX_MESSAGE: usize = 1 << 20;
/// Elements and texts of one message.
const MAX_NOEUDS: u32 = 50_000;
/// Elements inside one another; the deepest message of the norm has 8.
const MAX_PROFONDEUR: u32 = 32;
/// Equals signs after one `<`: what a reader compares two by two.
const MAX_ATTRIBUTS: usize = 1000;

/// Why a message from outside cannot be read; said to a clerk as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceptionError {
    /// Larger than [`MAX_MESSAGE`], too deep, or with too many elements or attributes.
    #[error("ce fichier n’a pas la taille d’un message de la préfecture ({0})")]
    Demesure(&'static str),
    /// An encoding that is not read, or that the bytes belie.
    #[error("l’encodage de ce fichier ne convient pas : {0}")]
    Encodage(String),
    /// A document type or an entity, which no message has and an attack may have.
    #[error(
        "ce fichier déclare un type de document (DOCTYPE), ce qu’aucun message de la préfecture ne fait : il n’est pas lu"
    )]
    Doctype,
    /// Not XML.
    #[error("ce fichier n’est pas du XML bien formé (ligne {0}, colonne {1})")]
    Forme(u32, u32),
    /// XML, but no message of the norm that is read.
    #[error("ce fichier n’est pas le message qu’il faut ici : {0}")]
    Inconnu(String),
    /// A message of the norm that lacks what it must have.
    #[error("ce message est incomplet : {0}")]
    Incomplet(String),
}

/// The text of a message, and a word about its encoding when it is not the one that it declares.
pub(super) fn decode(octets: &[u8]) -> Result<(String, Option<String>), ReceptionError> {
    if octets.len() > MAX_MESSAGE {
        return Err(ReceptionError::Demesure("plus d’un mébioctet"));
    }
    let (octets, marked) = match octets.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (octets, false),
    };
    if octets.starts_with(b"\xff\xfe") || octets.starts_with(b"\xfe\xff") || octets.contains(&0) {
        return Err(ReceptionError::Encodage(
            "il est en UTF-16 ou en UTF-32, ou il est abîmé".to_owned(),
        ));
    }
    let declared = declared(octets);
    let name = declared.as_deref().unwrap_or("utf-8").to_ascii_lowercase();
    let utf8 = std::str::from_utf8(octets);
    match (name.as_str(), utf8) {
        ("utf-8" | "utf8" | "us-ascii" | "ascii", Ok(texte)) => Ok((texte.to_owned(), None)),
        ("utf-8" | "utf8" | "us-ascii" | "ascii", Err(_)) => {
            Err(ReceptionError::Encodage(format!(
                "il se dit en {}, et il a des octets qui n’en sont pas",
                name.to_ascii_uppercase()
            )))
        }
        ("iso-8859-1" | "iso8859-1" | "latin1" | "latin-1" | "windows-1252" | "cp1252", utf8) => {
            match utf8 {
                // Accents of ISO-8859-1 that happen to make UTF-8 (« Â¡ ») are no French: the declaration is what is wrong,
                // and it is said.
                Ok(texte) if marked || !texte.is_ascii() => Ok((
                    texte.to_owned(),
                    Some(format!(
                        "le fichier se dit en {}, mais il est en UTF-8 : il est lu en UTF-8",
                        name.to_ascii_uppercase()
                    )),
                )),
                _ => Ok((octets.iter().map(|b| char::from(*b)).collect(), None)),
            }
        }
        _ => Err(ReceptionError::Encodage(format!(
            "« {} » n’est pas lu ; la préfecture écrit en ISO-8859-1 ou en UTF-8",
            name.chars().take(40).collect::<String>()
        ))),
    }
}

/// The encoding that the XML declaration names.
fn declared(octets: &[u8]) -> Option<String> {
    let head = octets.strip_prefix(b"<?xml")?;
    let end = head.windows(2).take(200).position(|w| w == b"?>")?;
    let head: String = head[..end].iter().map(|b| char::from(*b)).collect();
    let value = head.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next().map(str::to_owned)
}

/// The document of a text.
pub(super) fn parse(texte: &str) -> Result<roxmltree::Document<'_>, ReceptionError> {
    let mut equals = 0;
    for b in texte.bytes() {
        equals = match b {
            b'<' => 0,
            b'=' => equals + 1,
            _ => equals,
        };
        if equals > MAX_ATTRIBUTS {
            return Err(ReceptionError::Demesure("trop d’attributs"));
        }
    }
    let options = roxmltree::ParsingOptions {
        allow_dtd: false,
        nodes_limit: MAX_NOEUDS,
        ..roxmltree::ParsingOptions::default()
    };
    let document =
        roxmltree::Document::parse_with_options(texte, options).map_err(|e| match e {
            roxmltree::Error::DtdDetected => ReceptionError::Doctype,
            roxmltree::Error::NodesLimitReached => ReceptionError::Demesure("trop d’éléments"),
            e => ReceptionError::Forme(e.pos().row, e.pos().col),
        })?;
    let mut depths: HashMap<roxmltree::NodeId, u32> = HashMap::new();
    for node in document.descendants() {
        let above = node.parent().and_then(|p| depths.get(&p.id()).copied()).unwrap_or(0);
        if above >= MAX_PROFONDEUR {
            return Err(ReceptionError::Demesure("trop d’éléments les uns dans les autres"));
        }
        depths.insert(node.id(), above + 1);
    }
    Ok(document)
}
