//! The rounds of an election, as a table.

use serde_json::{Value, json};

use super::texte::words;
use crate::compute::{ComptesTour, ComptesVote};
use crate::model::{Candidat, Conseiller, Dossier, Tour};

/// Round by round, what was in the box, then the votes of each candidate; nothing when nobody was to be elected.
pub(super) fn tableau(dossier: &Dossier, comptes: &ComptesVote) -> Value {
    let Some(vote) = &dossier.deliberation.vote else { return Value::Null };
    let Some(election) = comptes.election.as_ref().filter(|_| !vote.tours.is_empty()) else {
        return Value::Null;
    };
    let tours: Vec<(&Tour, &ComptesTour)> = vote.tours.iter().zip(&election.tours).collect();
    let tetes: Vec<Value> = (1..=tours.len())
        .map(|n| words(&if n == 1 { "1er tour".to_owned() } else { format!("{n}e tour") }))
        .collect();
    let mut lignes = Vec::new();
    let mut count = |libelle: &str, of: &dyn Fn(&Tour, &ComptesTour) -> Option<u32>| {
        let valeurs: Vec<Option<u32>> = tours.iter().map(|(t, c)| of(t, c)).collect();
        if valeurs.iter().any(|v| v.is_some_and(|n| n > 0)) {
            lignes.push(ligne(libelle, &valeurs, None));
        }
    };
    count("Bulletins trouvés dans l’urne", &|t, _| Some(t.bulletins));
    count("Bulletins blancs", &|t, _| Some(t.blancs));
    count("Bulletins nuls", &|t, _| Some(t.nuls));
    count("Suffrages exprimés", &|_, c| Some(c.exprimes));
    count("Majorité absolue", &|_, c| c.requis);
    for nom in candidats(&tours) {
        let valeurs: Vec<Option<u32>> = tours
            .iter()
            .map(|(t, _)| t.candidats.iter().find(|c| c.nom == nom).map(|c| c.voix))
            .collect();
        let elu = election
            .elu
            .and_then(|(tour, rang)| tours.get(tour)?.0.candidats.get(rang))
            .filter(|c| c.nom == nom)
            .map(|c| if feminin(dossier, c) { "élue" } else { "élu" });
        lignes.push(ligne(nom, &valeurs, elu));
    }
    json!({ "tetes": tetes, "lignes": lignes })
}

/// Everybody who stood, in the order of the first round, then of those who came later.
fn candidats<'a>(tours: &[(&'a Tour, &ComptesTour)]) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    for candidat in tours.iter().flat_map(|(t, _)| &t.candidats) {
        if !out.contains(&candidat.nom.as_str()) {
            out.push(&candidat.nom);
        }
    }
    out
}

/// Whether agreements with a candidate are feminine: a woman of the assembly, or a list.
fn feminin(dossier: &Dossier, candidat: &Candidat) -> bool {
    let membre = candidat.membre.as_ref().and_then(|id| dossier.seance.conseiller(id));
    membre.map_or_else(
        || ["liste ", "mme ", "madame "].iter().any(|f| candidat.nom.to_lowercase().starts_with(f)),
        Conseiller::feminin,
    )
}

/// A row; `elu` is the word after the name of who is elected.
fn ligne(libelle: &str, valeurs: &[Option<u32>], elu: Option<&str>) -> Value {
    let valeurs: Vec<String> =
        valeurs.iter().map(|v| v.map_or(String::new(), |n| n.to_string())).collect();
    json!({ "libelle": words(libelle), "valeurs": valeurs, "elu": elu })
}
