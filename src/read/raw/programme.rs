//! `programme.toml`.

use super::super::forme::{ChoixTerme, Markdown, forme};
use super::Personne;

forme! {
    /// Le programme d’actions.
    pub struct Programme {
        /// Titre du programme.
        titre: String,
        /// Exercices budgétaires, dans l’ordre : `[2013, 2014, 2015]`.
        exercices: Vec<i64>,
        /// Fichier Markdown du document d’orientation (titres sur quatre niveaux, tableaux, listes, notes).
        document: Option<String>,
        /// Orientations générales, dans l’ordre imprimé.
        orientations: Vec<Orientation>,
        /// Actions, dans l’ordre imprimé.
        actions: Vec<Action>,
        /// Calendrier, par terme.
        calendrier: Vec<Echeance>,
        /// Comité de pilotage.
        comite: Option<Comite>,
    }
}

forme! {
    /// Une orientation générale.
    pub struct Orientation {
        /// Identifiant stable, en minuscules : `mise-en-reseau`.
        id: String,
        /// Libellé, sans ponctuation finale, en Markdown.
        texte: Markdown,
    }
}

forme! {
    /// Une action du programme.
    pub struct Action {
        /// Identifiant stable, en minuscules, qui ne change pas quand l’action est renumérotée : `charte`.
        id: String,
        /// Numéro imprimé : « 3.1 ».
        numero: String,
        /// Libellé commun à toutes les pièces.
        libelle: String,
        /// Libellés propres à une pièce, là où ils diffèrent ; `""` n’imprime rien.
        libelles: Option<Libelles>,
        /// Identifiant de l’action dont celle-ci dépend.
        parent: Option<String>,
        /// Identifiants des orientations qu’elle sert.
        orientations: Vec<String>,
        /// `false` si la délibération ne la déclare pas (`true` par défaut).
        declaree: Option<bool>,
        /// Termes où elle est menée : `["court", "moyen"]`.
        echeances: Vec<ChoixTerme>,
    }
}

forme! {
    /// Libellés d’une action, pièce par pièce.
    pub struct Libelles {
        /// Dans la délibération.
        deliberation: Option<String>,
        /// Dans l’annexe budgétaire.
        budget: Option<String>,
        /// Sur la fiche action.
        fiche: Option<String>,
        /// Dans le document d’orientation, dont le texte reste le vôtre : ce libellé sert aux contrôles.
        programme: Option<String>,
    }
}

forme! {
    /// Ce qui est prévu à un terme ; une ligne `{calendrier court}` du document imprime ses mesures.
    pub struct Echeance {
        /// `court`, `moyen` ou `long`.
        terme: ChoixTerme,
        /// Libellé : « Court terme courant 2013 ».
        libelle: String,
        /// Première année.
        debut: Option<i64>,
        /// Dernière année.
        fin: Option<i64>,
        /// Mesures, dans l’ordre imprimé.
        mesures: Vec<Mesure>,
    }
}

forme! {
    /// Une mesure du calendrier.
    pub struct Mesure {
        /// Libellé, en Markdown.
        texte: Markdown,
        /// Identifiant de l’action qu’elle met en œuvre.
        action: Option<String>,
    }
}

forme! {
    /// Le comité de pilotage ; une ligne `{comite}` du document imprime ses membres.
    pub struct Comite {
        /// Titre (« Comité de pilotage » par défaut).
        titre: Option<String>,
        /// Membres, dans l’ordre imprimé.
        membres: Vec<Personne>,
    }
}
