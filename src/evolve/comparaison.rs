//! What changed between two acts, told to a clerk and to a program.

mod json;
mod rubriques;

use serde_json::Value;

use crate::diff::{Ecarts, Sommes, diff, sommes};
use crate::model::Dossier;

/// Two acts compared.
#[derive(Debug)]
pub struct Comparaison<'a> {
    /// The first one.
    pub avant: &'a Dossier,
    /// The second one.
    pub apres: &'a Dossier,
    /// What changed of their programme.
    pub ecarts: Ecarts<'a>,
    /// What it comes to.
    pub sommes: Sommes,
}

/// One part of the report (*rubrique*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubrique {
    /// What it is about, « Actions ».
    pub titre: &'static str,
    /// One change by line; a line that starts with two spaces tells more of the one above.
    pub lignes: Vec<String>,
}

impl<'a> Comparaison<'a> {
    /// Compares two acts.
    #[must_use]
    pub fn of(avant: &'a Dossier, apres: &'a Dossier) -> Self {
        Self {
            avant,
            apres,
            ecarts: diff(avant, apres),
            sommes: sommes(avant.budget.as_ref(), apres.budget.as_ref()),
        }
    }

    /// The report, part by part; the parts where nothing changed are left out.
    #[must_use]
    pub fn rubriques(&self) -> Vec<Rubrique> {
        rubriques::of(self)
    }

    /// The same for programs.
    ///
    /// ```text
    /// { "avant": acte, "apres": acte,            acte: { "numero", "date", "objet" }
    ///   "identiques": bool,
    ///   "actions":    { "ajoutees": [nom], "supprimees": [nom], "modifiees": [{ …nom, "changements": [changement] }] },
    ///   "fiches":     { "ajoutees": [id], "supprimees": [id],
    ///                   "modifiees": [{ "action", "changements": [changement] }] },
    ///   "budget":     { "exercices": { "avant": [an], "apres": [an] },
    ///                   "presentation": [changement],
    ///                   "autorisations": [{ "autorisation", "montant", "avant", "apres", "ecart" }],
    ///                   "lignes": { "ajoutees": [ligne], "supprimees": [ligne], "modifiees": [ligne] },
    ///                   "sommes": { "tables": [serie], "chapitres": [serie], "porteurs": [serie], "actions": [serie],
    ///                               "cout_brut": serie, "recettes": serie, "cout_net": serie } },
    ///   "calendrier": [changement], "programme": [changement], "acte": [changement] }
    ///
    /// nom         { "id", "numero", "libelle" }
    /// changement  { "champ", "avant", "apres" }, and "mots": [{ "sort": "garde" | "retire" | "ajoute", "texte" }] for prose;
    ///             "avant" is null for what is added, "apres" for what is removed
    /// ligne       { "action", "nom", "section", "sens", "chapitre", "porteur", "financeur",
    ///               "montants": { an: { "avant", "apres", "ecart" } } }
    /// serie       { what it is grouped by, "exercices": { an: { "avant", "apres", "ecart" } }, "periode": { … } }
    /// ```
    ///
    /// Amounts are exact texts, `"1250.5"`; an empty cell is null.
    #[must_use]
    pub fn json(&self) -> Value {
        json::of(self)
    }
}
