//! `budget.toml`.

use crate::model::Montant;

use super::super::forme::{ChoixSection, ChoixSens, ChoixTotal, forme};

forme! {
    /// L’annexe budgétaire.
    pub struct Budget {
        /// Titre imprimé (« Annexe budgétaire » par défaut).
        titre: Option<String>,
        /// Exercices, si ce ne sont pas ceux du programme.
        exercices: Vec<i64>,
        /// Service dont c’est le budget, porteur des lignes qui n’en nomment pas d’autre.
        porteur: Option<String>,
        /// Lignes, dans l’ordre imprimé.
        lignes: Vec<Ligne>,
        /// Totaux imprimés. Sans aucun, le programme imprime ceux qu’il calcule.
        totaux: Vec<Total>,
        /// Note imprimée sous les tableaux.
        note: Option<String>,
    }
}

forme! {
    /// Une ligne du budget.
    pub struct Ligne {
        /// Identifiant de l’action.
        action: Option<String>,
        /// Libellé imprimé ; par défaut celui de l’action dans le budget, `""` pour aucun.
        libelle: Option<String>,
        /// Ce qui est acheté, payé ou reçu.
        detail: Option<String>,
        /// Section du budget.
        section: ChoixSection,
        /// Dépense ou recette.
        sens: ChoixSens,
        /// Chapitre, entre guillemets : `"011"`.
        chapitre: Option<String>,
        /// Un montant par exercice : `[1000, "1 234,56", ""]` ; `""` est une case vide, qui n’est pas un zéro.
        montants: Vec<Option<Montant>>,
        /// Service dont le budget paie.
        porteur: Option<String>,
        /// Qui finance, pour une recette.
        financeur: Option<String>,
        /// Texte de la dernière colonne.
        commentaire: Option<String>,
        /// Nombre de lignes que le commentaire couvre, celle-ci comprise (1 par défaut).
        commentaire_lignes: Option<i64>,
    }
}

forme! {
    /// Un total imprimé.
    pub struct Total {
        /// Ce qu’il additionne.
        nature: ChoixTotal,
        /// Identifiant de l’action, pour `sous-total` et `solde` ; ses sous-actions y sont comprises.
        action: Option<String>,
        /// Section, pour `sous-total`, `solde`, `total-section` et `bilan`.
        section: Option<ChoixSection>,
        /// Sens, pour `sous-total` et `total-section` (dépense par défaut pour `sous-total`).
        sens: Option<ChoixSens>,
        /// Services, pour `porteurs`.
        porteurs: Vec<String>,
        /// Libellé imprimé ; un libellé usuel par défaut.
        libelle: Option<String>,
        /// Chapitre imprimé à côté du libellé.
        chapitre: Option<String>,
        /// Montants déclarés, un par exercice, `""` pour une case vide. Ils sont imprimés tels quels et vérifiés ; absents, ceux qui sont calculés sont imprimés.
        montants: Option<Vec<Option<Montant>>>,
        /// Texte de la dernière colonne.
        commentaire: Option<String>,
    }
}
