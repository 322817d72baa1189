//! `fiches/*.toml`.

use super::super::forme::{ChoixLargeur, ChoixNature, Markdown, forme};

forme! {
    /// La fiche d’une action.
    pub struct Fiche {
        /// Identifiant de l’action décrite.
        action: String,
        /// En-tête imprimé ; par défaut « Fiche action n° » suivi du numéro de l’action.
        intitule: Option<String>,
        /// Titre imprimé ; par défaut le libellé de l’action, `""` pour aucun.
        titre: Option<String>,
        /// Champs de la fiche, dans l’ordre imprimé.
        champs: Vec<Champ>,
    }
}

forme! {
    /// Un champ de la fiche.
    pub struct Champ {
        /// Ce dont il parle, quel que soit son libellé.
        nature: ChoixNature,
        /// Libellé imprimé ; par défaut celui de sa nature.
        libelle: Option<String>,
        /// Texte, en Markdown ; `""` imprime un champ vide.
        texte: Markdown,
        /// `pleine` ou `moitie` : deux champs `moitie` qui se suivent sont imprimés côte à côte.
        largeur: Option<ChoixLargeur>,
    }
}
