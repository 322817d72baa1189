//! The flat deposit, for operators that make their own envelope: the pieces and what is known of them.

use serde_json::json;

use super::paquet::{Envoi, PieceJointe, pieces};
use super::{donnees, paquet::Paquet};
use crate::check::Controle;
use crate::droit;
use crate::export::Fichier;
use crate::model::{Constat, Dossier, Severite};

/// The pieces under the names of the norm, and `metadonnees.json`, which says what an operator's form asks for.
///
/// # Errors
/// What forbids a [`Paquet`], save what only an envelope asks for.
pub fn depot(
    controle: &Controle<Dossier>,
    acte: &[u8],
    annexes: &[PieceJointe],
    envoi: &Envoi,
) -> Result<Vec<Fichier>, Vec<Constat>> {
    let mut constats = Vec::new();
    let donnees = donnees::donnees(controle, envoi, &mut constats);
    let files = donnees
        .as_ref()
        .map(|d| pieces(d, controle, acte, annexes, envoi, &mut constats))
        .unwrap_or_default();
    let (Some(donnees), false) = (donnees, constats.iter().any(|c| c.severite == Severite::Erreur))
    else {
        return Err(constats);
    };
    let titres = &controle.sujet().deliberation.annexes;
    let described: Vec<_> = files
        .iter()
        .enumerate()
        .map(|(i, f)| {
            let titre = i.checked_sub(1).and_then(|a| titres.get(a)).map(|a| a.titre.as_str());
            let given =
                i.checked_sub(1).and_then(|a| annexes.get(a)).and_then(|a| a.type_piece.as_ref());
            json!({
                "fichier": f.nom,
                "titre": titre.unwrap_or(if i == 0 { "Délibération" } else { "Annexe" }),
                "type_piece": given.map(ToString::to_string).or_else(|| type_of(&f.nom)),
                "octets": f.octets.len(),
            })
        })
        .collect();
    let c = &controle.sujet().collectivite;
    let metadonnees = json!({
        "identifiant": donnees.identifiant.to_string(),
        "collectivite": c.nom,
        "siren": donnees.identifiant.siren,
        "code_departement": donnees.identifiant.departement.to_string(),
        "numero": controle.sujet().deliberation.numero.affiche,
        "numero_transmis": donnees.identifiant.numero,
        "date": donnees.identifiant.date.to_string(),
        "nature": { "code": donnees.nature.code(), "abrege": donnees.nature.abrege() },
        "matiere": {
            "code": donnees.matiere.to_string(),
            "libelle": donnees::nomenclature(envoi).libelle(&donnees.matiere),
            "theme": droit::theme(&donnees.matiere),
        },
        "classification": donnees.classification.to_string(),
        "objet": donnees.objet,
        "remplace": donnees.remplace.map(|id| id.to_string()),
        "papier": donnees.papier,
        "pieces": described,
    });
    let mut out = vec![Fichier {
        nom: "metadonnees.json".to_owned(),
        octets: format!("{metadonnees:#}\n").into(),
    }];
    out.extend(files);
    Ok(out)
}

/// The type that a name starts with, in the second generation.
fn type_of(nom: &str) -> Option<String> {
    let debut = nom.get(..5)?;
    debut.parse::<crate::model::TypePiece>().ok().map(|t| t.to_string())
}

impl Paquet {
    /// All its files, the archive last.
    pub fn fichiers(&self) -> impl Iterator<Item = &Fichier> {
        [&self.enveloppe, &self.message].into_iter().chain(&self.pieces).chain([&self.archive])
    }
}
