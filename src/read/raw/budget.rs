//! `budget.toml`.

use crate::model::Montant;

use super::super::forme::{
    ChoixAutorisation, ChoixNomenclature, ChoixSection, ChoixSens, ChoixTotal, forme,
};

forme! {
    /// L’annexe budgétaire.
    pub struct Budget {
        /// Titre imprimé (« Annexe budgétaire » par défaut).
        titre: Option<String>,
        /// Exercices, si ce ne sont pas ceux du programme.
        exercices: Vec<i64>,
        /// Nomenclature dont les chapitres sont employés ; par défaut, celle de la collectivité pour chaque exercice (M57 depuis 2024 ; avant, M14, M52 ou M71).
        nomenclature: Option<ChoixNomenclature>,
        /// Service dont c’est le budget, porteur des lignes qui n’en nomment pas d’autre.
        porteur: Option<String>,
        /// Lignes, dans l’ordre imprimé.
        lignes: Vec<Ligne>,
        /// Totaux imprimés. Sans aucun, le programme imprime ceux qu’il calcule.
        totaux: Vec<Total>,
        /// Écart, en euros, qu’un total déclaré peut avoir avec sa somme sans être faux : `500` pour des totaux arrondis au millier (0 par défaut).
        tolerance: Option<Montant>,
        /// `true` imprime sous les tableaux « Sous réserve de l’inscription annuelle des crédits au budget. »
        inscription_annuelle: Option<bool>,
        /// Autorisations de programme ou d’engagement que la délibération ouvre ou révise, avec leurs crédits de paiement.
        autorisations: Vec<Autorisation>,
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
        /// Écart admis avec la somme, si ce n’est pas celui du fichier.
        tolerance: Option<Montant>,
        /// Texte de la dernière colonne.
        commentaire: Option<String>,
    }
}

forme! {
    /// Une autorisation pluriannuelle et ses crédits de paiement ; elle n’est pas imprimée, elle sert aux contrôles.
    pub struct Autorisation {
        /// `programme` (AP, en investissement) ou `engagement` (AE, en fonctionnement).
        nature: ChoixAutorisation,
        /// Ce qu’elle finance.
        libelle: Option<String>,
        /// Identifiants des actions qu’elle couvre ; par défaut, toutes les dépenses de sa section.
        actions: Vec<String>,
        /// Montant de l’autorisation.
        montant: Montant,
        /// Crédits de paiement, un par exercice, `""` pour une case vide.
        credits: Vec<Option<Montant>>,
    }
}
