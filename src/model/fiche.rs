//! The sheet of one action.

use super::{IdAction, Texte};

/// An action sheet (*fiche action*): its fields belong to the sheet, not to the product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FicheAction {
    /// The action it describes.
    pub action: IdAction,
    /// Its printed heading, « Fiche action n° 1 »; made from the number of the action when absent.
    pub intitule: Option<String>,
    /// Its printed title; the label of the action when absent, none when empty.
    pub titre: Option<String>,
    /// Its fields, in printed order.
    pub champs: Vec<Champ>,
}

/// A field (*champ*) of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Champ {
    /// What it speaks of, whatever it is called.
    pub nature: NatureChamp,
    /// What it is called on this sheet.
    pub libelle: String,
    /// What it says; an empty text is a field left blank, an absent field is not on the sheet.
    pub texte: Texte,
    /// Whether it takes the whole width.
    pub largeur: Largeur,
}

/// How wide a field is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Largeur {
    /// The whole width of the sheet.
    Pleine,
    /// Half of it: beside the next half-width field, when there is one.
    Moitie,
}

/// What a field speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the keys of the files")]
pub enum NatureChamp {
    Titre,
    Objectif,
    Contexte,
    Contenu,
    Lieu,
    Organisateur,
    Public,
    Nombre,
    Calendrier,
    Partenaires,
    Methodologie,
    Formateurs,
    Duree,
    Budget,
    Financement,
    Indicateurs,
    Pilote,
    Livrables,
    Autre,
}

impl NatureChamp {
    /// Every nature with its key in the files and its usual label.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Titre, "titre", "Titre de l’action"),
        (Self::Objectif, "objectif", "Objectif(s)"),
        (Self::Contexte, "contexte", "Contexte"),
        (Self::Contenu, "contenu", "Contenu"),
        (Self::Lieu, "lieu", "Lieu"),
        (Self::Organisateur, "organisateur", "Organisateur"),
        (Self::Public, "public", "Public ciblé"),
        (Self::Nombre, "nombre", "Nombre de personnes visées"),
        (Self::Calendrier, "calendrier", "Calendrier"),
        (Self::Partenaires, "partenaires", "Partenaires"),
        (Self::Methodologie, "methodologie", "Méthodologie"),
        (Self::Formateurs, "formateurs", "Formateurs"),
        (Self::Duree, "duree", "Durée"),
        (Self::Budget, "budget", "Budget"),
        (Self::Financement, "financement", "Plan de financement"),
        (Self::Indicateurs, "indicateurs", "Indicateurs"),
        (Self::Pilote, "pilote", "Pilote"),
        (Self::Livrables, "livrables", "Livrables"),
        (Self::Autre, "autre", ""),
    ];

    /// The label printed when the sheet gives none.
    #[must_use]
    pub fn libelle(self) -> &'static str {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or("", |(.., l)| l)
    }

    /// Whether such a field takes the whole width when the sheet does not say.
    #[must_use]
    pub fn pleine(self) -> bool {
        matches!(
            self,
            Self::Titre
                | Self::Objectif
                | Self::Contexte
                | Self::Contenu
                | Self::Budget
                | Self::Financement
                | Self::Indicateurs
                | Self::Livrables
                | Self::Autre
        )
    }
}
