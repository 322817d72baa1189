//! The classification that a prefecture sends (7-2, *RetourClassification*).

use chrono::NaiveDate;

use super::reception::{ReceptionError, decode, parse};
use crate::droit::Classification;
use crate::model::{Matiere, NatureActe};

const ACTES: &str = "http://www.interieur.gouv.fr/ACTES#v1.1-20040216";

/// Reads the classification of a prefecture, of either generation.
///
/// # Errors
/// When the bytes are no such message.
pub fn classification(octets: &[u8]) -> Result<Classification, ReceptionError> {
    let (texte, _) = decode(octets)?;
    let document = parse(&texte)?;
    let root = document.root_element();
    if !root.has_tag_name((ACTES, "RetourClassification")) {
        return Err(ReceptionError::Inconnu(
            "ce n’est pas une classification (message 7-2)".to_owned(),
        ));
    }
    let date = root
        .children()
        .find(|n| n.has_tag_name((ACTES, "DateClassification")))
        .and_then(|n| n.text())
        .and_then(|t| NaiveDate::parse_from_str(t.trim(), "%Y-%m-%d").ok())
        .ok_or_else(|| {
            ReceptionError::Incomplet("il n’a pas de date de classification".to_owned())
        })?;
    let mut types_piece = Vec::new();
    let mut matieres = Vec::new();
    for node in root.descendants().filter(|n| n.tag_name().namespace() == Some(ACTES)) {
        let nom = node.tag_name().name();
        let libelle = || node.attribute((ACTES, "Libelle")).unwrap_or("").trim().to_owned();
        if nom == "TypePJNatureActe" {
            let nature = node
                .parent()
                .and_then(|p| p.attribute((ACTES, "CodeNatureActe")))
                .and_then(|c| c.parse::<u8>().ok())
                .and_then(|c| NatureActe::ALL.iter().find(|(_, _, code, _)| *code == c));
            let code = node.attribute((ACTES, "CodeTypePJ")).and_then(|t| t.parse().ok());
            if let (Some((nature, ..)), Some(code)) = (nature, code) {
                types_piece.push((*nature, code, libelle()));
            }
        } else if nom.starts_with("Matiere") && nom != "Matieres" {
            let steps: Vec<&str> = node
                .ancestors()
                .take_while(|n| n.tag_name().name() != "Matieres")
                .filter_map(|n| n.attribute((ACTES, "CodeMatiere")))
                .collect();
            let code: Vec<&str> = steps.into_iter().rev().collect();
            if let Ok(matiere) = code.join(".").parse::<Matiere>() {
                matieres.push((matiere, libelle()));
            }
        }
    }
    if matieres.is_empty() {
        return Err(ReceptionError::Incomplet("il ne nomme aucune matière".to_owned()));
    }
    Ok(Classification { date, types_piece, matieres })
}
