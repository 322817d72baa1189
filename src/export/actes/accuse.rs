//! What the prefecture answers: acknowledgement (1-2), anomaly (1-3), acknowledgement of an annulment (6-2), anomaly of an
//! envelope (`ANO_EACT`).

use chrono::NaiveDate;

use super::reception::{ReceptionError, decode, parse};
use crate::model::{Identifiant, NatureActe};

/// The namespace of every message.
const ACTES: &str = "http://www.interieur.gouv.fr/ACTES#v1.1-20040216";
/// The namespace of INSEE, for the SIREN.
const INSEE: &str = "http://xml.insee.fr/schema";
/// Characters of a text of the prefecture that are kept.
const MAX_DETAIL: usize = 2000;

/// An answer of the prefecture (*accusé*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accuse {
    /// What it says.
    pub reponse: Reponse,
    /// The day that it gives.
    pub date: NaiveDate,
    /// What is odd in the file without forbidding to read it.
    pub remarques: Vec<String>,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reponse {
    /// 1-2: the act is received.
    Recu(Identifiant),
    /// 1-3: the act is not taken.
    AnomalieActe {
        /// The day of the decision, its number and its nature, which such a message gives instead of an identifier.
        acte: (NaiveDate, String, Option<NatureActe>),
        /// Three digits.
        code: u16,
        /// The words of the prefecture.
        detail: Option<String>,
    },
    /// 6-2: the annulment of the transmission is received.
    AnnulationRecue(Identifiant),
    /// The envelope itself is not taken.
    AnomalieEnveloppe {
        /// The SIREN of the envelope that is sent back.
        siren: String,
        /// The messages that it held.
        messages: Vec<String>,
        /// 1 to 5, or 100.
        code: u16,
        /// The words of the platform.
        detail: Option<String>,
    },
}

/// The four answers, by their number in the norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NatureAccuse {
    /// 1-2.
    Recu,
    /// 1-3.
    AnomalieActe,
    /// 6-2.
    AnnulationRecue,
    /// `ANO_EACT`.
    AnomalieEnveloppe,
}

impl Accuse {
    /// Which answer it is.
    #[must_use]
    pub fn nature(&self) -> NatureAccuse {
        match self.reponse {
            Reponse::Recu(_) => NatureAccuse::Recu,
            Reponse::AnomalieActe { .. } => NatureAccuse::AnomalieActe,
            Reponse::AnnulationRecue(_) => NatureAccuse::AnnulationRecue,
            Reponse::AnomalieEnveloppe { .. } => NatureAccuse::AnomalieEnveloppe,
        }
    }

    /// Whether it answers to the transmission of an act.
    #[must_use]
    pub fn answers(&self, acte: &Identifiant) -> bool {
        match &self.reponse {
            Reponse::Recu(id) | Reponse::AnnulationRecue(id) => id == acte,
            Reponse::AnomalieActe { acte: (date, numero, nature), .. } => {
                *date == acte.date
                    && *numero == acte.numero
                    && nature.is_none_or(|n| n.abrege() == acte.nature)
            }
            Reponse::AnomalieEnveloppe { siren, messages, .. } => {
                *siren == acte.siren && messages.iter().any(|m| m.starts_with(&format!("{acte}-")))
            }
        }
    }

    /// What it says, in one French sentence that says what to do.
    #[must_use]
    pub fn phrase(&self) -> String {
        let jour = self.date.format("%d/%m/%Y");
        let words = |detail: &Option<String>| {
            detail.as_ref().map_or_else(String::new, |d| format!(" : « {d} »"))
        };
        match &self.reponse {
            Reponse::Recu(id) => format!("l’acte {id} a été reçu par la préfecture le {jour}"),
            Reponse::AnnulationRecue(id) => format!(
                "la préfecture a reçu le {jour} l’annulation de la transmission de {id} ; son numéro ne peut plus servir"
            ),
            Reponse::AnomalieActe { acte: (_, numero, _), code, detail } => format!(
                "la préfecture n’a pas pris l’acte {numero} le {jour} (anomalie {code:03}){} ; corrigez, puis transmettez-le de nouveau : il n’est pas reçu",
                words(detail)
            ),
            Reponse::AnomalieEnveloppe { messages, code, detail, .. } => format!(
                "l’enveloppe a été refusée le {jour} (anomalie {code:03}, {}){} ; rien de ce qu’elle portait n’est reçu : {}",
                envelope_fault(*code),
                words(detail),
                messages.join(", ")
            ),
        }
    }
}

/// What the code of an anomaly of an envelope means in general; the words of the platform say the particular.
fn envelope_fault(code: u16) -> &'static str {
    match code {
        1..=5 => "contrôle de l’enveloppe",
        100 => "autre cause",
        _ => "code inconnu",
    }
}

/// Reads an answer of the prefecture, from bytes that may be anything.
///
/// # Errors
/// When they are too large, in an encoding that is not read, not XML, no answer of the norm, or an incomplete one.
pub fn accuse(octets: &[u8]) -> Result<Accuse, ReceptionError> {
    let (texte, remarque) = decode(octets)?;
    let document = parse(&texte)?;
    let root = document.root_element();
    let nom = root.tag_name().name();
    if root.tag_name().namespace() != Some(ACTES) {
        return Err(ReceptionError::Inconnu(format!(
            "sa racine « {} » n’est pas de la norme ACTES",
            shown(nom)
        )));
    }
    let mut remarques: Vec<String> = remarque.into_iter().collect();
    let (date, reponse) = match nom {
        "ARActe" => {
            let id = identifiant(root)?;
            received(root, &id, &mut remarques)?;
            (attribute_date(root, "DateReception")?, Reponse::Recu(id))
        }
        "ARAnnulation" => {
            (attribute_date(root, "DateReception")?, Reponse::AnnulationRecue(identifiant(root)?))
        }
        "AnomalieActe" => {
            let recu = child(root, "ActeRecu")?;
            let nature = recu
                .attribute((ACTES, "CodeNatureActe"))
                .and_then(|c| c.parse::<u8>().ok())
                .and_then(|c| NatureActe::ALL.iter().find(|(_, _, code, _)| *code == c))
                .map(|(n, ..)| *n);
            let numero = attribute(recu, "NumeroInterne")?.to_owned();
            let acte = (attribute_date(recu, "Date")?, numero, nature);
            (
                text_date(root, "Date")?,
                Reponse::AnomalieActe { acte, code: code(root)?, detail: detail(root) },
            )
        }
        "AnomalieEnveloppe" => {
            let recue = child(root, "EnveloppeRecue")?;
            let siren = recue
                .descendants()
                .find(|n| n.has_tag_name((ACTES, "IDCL")))
                .and_then(|n| n.attribute((INSEE, "SIREN")))
                .ok_or_else(|| {
                    ReceptionError::Incomplet("il ne dit pas de quelle collectivité".to_owned())
                })?;
            let messages = recue
                .descendants()
                .filter(|n| n.has_tag_name((ACTES, "NomFichier")))
                .filter_map(|n| n.text())
                .map(shown)
                .collect();
            (
                text_date(root, "Date")?,
                Reponse::AnomalieEnveloppe {
                    siren: shown(siren),
                    messages,
                    code: code(root)?,
                    detail: detail(root),
                },
            )
        }
        "EnveloppeMISILLCL" | "EnveloppeCLMISILL" => {
            return Err(ReceptionError::Inconnu(
                "c’est une enveloppe ; donnez le message qu’elle porte (1-2, 1-3 ou 6-2)"
                    .to_owned(),
            ));
        }
        "Acte" | "Annulation" => {
            return Err(ReceptionError::Inconnu(
                "c’est ce que la collectivité a envoyé (1-1 ou 6-1) ; la réponse est un autre fichier, 1-2, 1-3 ou 6-2"
                    .to_owned(),
            ));
        }
        "RetourClassification" => {
            return Err(ReceptionError::Inconnu(
                "c’est une classification ; « delibere transmettre --classification » la lit"
                    .to_owned(),
            ));
        }
        _ => {
            return Err(ReceptionError::Inconnu(format!(
                "« {} » n’est ni un accusé de réception (1-2, 6-2) ni une anomalie (1-3, ANO_EACT)",
                shown(nom)
            )));
        }
    };
    Ok(Accuse { reponse, date, remarques })
}

/// Checks that the act described in an acknowledgement is the one it names.
fn received(
    root: Node<'_>,
    id: &Identifiant,
    remarques: &mut Vec<String>,
) -> Result<(), ReceptionError> {
    let all: Vec<_> = root.children().filter(|n| n.has_tag_name((ACTES, "ActeRecu"))).collect();
    for recu in &all {
        let numero = attribute(*recu, "NumeroInterne")?;
        let date = attribute_date(*recu, "Date")?;
        if numero != id.numero || date != id.date {
            return Err(ReceptionError::Incomplet(format!(
                "il nomme l’acte {id}, mais il décrit le n° {} du {}",
                shown(numero),
                date.format("%d/%m/%Y")
            )));
        }
    }
    if all.len() > 1 {
        remarques.push("l’accusé décrit l’acte plusieurs fois".to_owned());
    }
    Ok(())
}

type Node<'a> = roxmltree::Node<'a, 'a>;

/// Words from outside, short enough and without what would move a terminal.
fn shown(texte: &str) -> String {
    let plain = texte.trim().chars().map(|c| if c.is_control() || is_bidi(c) { ' ' } else { c });
    let words: String = plain.take(MAX_DETAIL).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that turn the direction of what follows.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

fn child<'a>(node: Node<'a>, nom: &str) -> Result<Node<'a>, ReceptionError> {
    node.children()
        .find(|n| n.has_tag_name((ACTES, nom)))
        .ok_or_else(|| ReceptionError::Incomplet(format!("il n’a pas d’élément « {nom} »")))
}

fn attribute<'a>(node: Node<'a>, nom: &str) -> Result<&'a str, ReceptionError> {
    node.attribute((ACTES, nom))
        .ok_or_else(|| ReceptionError::Incomplet(format!("il n’a pas d’attribut « {nom} »")))
}

fn attribute_date(node: Node<'_>, nom: &str) -> Result<NaiveDate, ReceptionError> {
    date(attribute(node, nom)?)
}

fn text_date(node: Node<'_>, nom: &str) -> Result<NaiveDate, ReceptionError> {
    date(child(node, nom)?.text().unwrap_or(""))
}

/// A day of XML Schema, whose time zone is set aside.
fn date(texte: &str) -> Result<NaiveDate, ReceptionError> {
    let day = texte.trim();
    day.get(..10)
        .filter(|_| matches!(day.as_bytes().get(10), None | Some(b'Z' | b'+' | b'-')))
        .and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok())
        .ok_or_else(|| {
            ReceptionError::Incomplet(format!("« {} » n’est pas une date", shown(texte)))
        })
}

fn identifiant(root: Node<'_>) -> Result<Identifiant, ReceptionError> {
    let texte = attribute(root, "IDActe")?;
    texte.parse().map_err(|_| {
        ReceptionError::Incomplet(format!("« {} » n’est pas l’identifiant d’un acte", shown(texte)))
    })
}

fn code(root: Node<'_>) -> Result<u16, ReceptionError> {
    let texte = child(root, "Nature")?.text().unwrap_or("").trim();
    texte.parse().ok().filter(|c| *c < 1000).ok_or_else(|| {
        ReceptionError::Incomplet(format!("« {} » n’est pas le code d’une anomalie", shown(texte)))
    })
}

fn detail(root: Node<'_>) -> Option<String> {
    child(root, "Detail").ok()?.text().map(shown).filter(|d| !d.is_empty())
}
