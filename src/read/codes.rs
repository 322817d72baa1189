//! The codes of the reader's faults: stable, never reused.

use crate::model::Severite;

/// A kind of fault of form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The stable code, `LECT-04`.
    pub code: &'static str,
    /// A name that states the fault, `cle-inconnue`.
    pub nom: &'static str,
    /// How serious it is.
    pub severite: Severite,
}

macro_rules! codes {
    ($( $(#[doc = $doc:literal])* $id:ident = $code:literal, $nom:literal, $severite:ident; )*) => {
        $( $(#[doc = $doc])* pub const $id: Code =
            Code { code: $code, nom: $nom, severite: Severite::$severite }; )*

        /// Every code of the reader.
        pub const ALL: &[Code] = &[$($id),*];
    };
}

codes! {
    /// A file that is required or named is not there.
    FICHIER_ABSENT = "LECT-01", "fichier-absent", Erreur;
    /// A text file is not UTF-8.
    ENCODAGE = "LECT-02", "encodage", Erreur;
    /// The TOML does not parse.
    SYNTAXE = "LECT-03", "syntaxe", Erreur;
    /// A key that no table of that kind has.
    CLE_INCONNUE = "LECT-04", "cle-inconnue", Erreur;
    /// A required key is absent.
    CLE_ABSENTE = "LECT-05", "cle-absente", Erreur;
    /// A value of the wrong kind.
    TYPE = "LECT-06", "type", Erreur;
    /// A word outside of a closed list.
    CHOIX = "LECT-07", "choix", Erreur;
    /// An amount written as a float.
    MONTANT_FLOTTANT = "LECT-08", "montant-flottant", Erreur;
    /// An amount that cannot be read for sure.
    MONTANT = "LECT-09", "montant", Erreur;
    /// A day that does not exist.
    DATE = "LECT-10", "date", Erreur;
    /// A SIREN whose key is wrong.
    SIREN = "LECT-11", "siren", Erreur;
    /// A reference to something that does not exist.
    REFERENCE = "LECT-12", "reference", Erreur;
    /// An identifier used twice.
    IDENTIFIANT_DOUBLE = "LECT-13", "identifiant-double", Erreur;
    /// A printed number used twice.
    NUMERO_DOUBLE = "LECT-14", "numero-double", Avertissement;
    /// A list of amounts that does not have one place for each exercice.
    NOMBRE_MONTANTS = "LECT-15", "nombre-montants", Erreur;
    /// A path that leaves the dossier or the folder of the authority.
    CHEMIN = "LECT-16", "chemin", Erreur;
    /// A file or a text beyond the limits.
    TAILLE = "LECT-17", "taille", Erreur;
    /// A character that cannot be printed.
    CARACTERE = "LECT-18", "caractere", Erreur;
    /// Markdown that has no place in such a text.
    MARKDOWN = "LECT-19", "markdown", Erreur;
    /// An insertion line that says nothing known.
    INSERTION = "LECT-20", "insertion", Erreur;
    /// An image that cannot be read or is too large.
    IMAGE = "LECT-21", "image", Erreur;
    /// A colour that is not one, or that cannot be read on white.
    COULEUR = "LECT-22", "couleur", Erreur;
    /// A number out of its bounds or out of order.
    BORNES = "LECT-23", "bornes", Erreur;
    /// An act without decision, or with both verbs and articles.
    DISPOSITIF = "LECT-24", "dispositif", Erreur;
    /// A required text that is empty.
    VIDE = "LECT-25", "vide", Erreur;
    /// An action that descends from itself.
    CYCLE = "LECT-26", "cycle", Erreur;
    /// An annexe whose content is not in the dossier.
    PIECE = "LECT-27", "piece", Erreur;
    /// A TOML file that nothing reads.
    FICHIER_INCONNU = "LECT-28", "fichier-inconnu", Avertissement;
    /// A word that is not an identifier.
    IDENTIFIANT = "LECT-29", "identifiant", Erreur;
    /// A key that has no meaning beside another one.
    CLE_SANS_OBJET = "LECT-30", "cle-sans-objet", Erreur;
    /// A piece of the dossier that no annexe names, where some are named.
    PIECE_OUBLIEE = "LECT-31", "piece-oubliee", Avertissement;
    /// A character that no embedded font draws.
    SANS_DESSIN = "LECT-32", "sans-dessin", Erreur;
    /// A member who stands at two places that exclude each other.
    MEMBRE_DOUBLE = "LECT-33", "membre-double", Erreur;
    /// A member in office whom the attendance forgets.
    MEMBRE_OUBLIE = "LECT-34", "membre-oublie", Erreur;
    /// A substitute who has no seat to take.
    SUPPLEANT = "LECT-35", "suppleant", Erreur;
    /// An arrival of somebody who is there, a departure of somebody who is not.
    MOUVEMENT = "LECT-36", "mouvement", Erreur;
    /// Two acts of a sitting with one number, or an act with two.
    NUMERO_ACTE = "LECT-37", "numero-acte", Erreur;
    /// A number that the prefecture would refuse.
    NUMERO_TRANSMIS = "LECT-38", "numero-transmis", Erreur;
    /// A variable that a wording or a numbering scheme does not have.
    VARIABLE = "LECT-39", "variable", Erreur;
    /// A vote whose result nothing gives.
    VOTE_INCOMPLET = "LECT-40", "vote-incomplet", Erreur;
    /// A vote on a point that was withdrawn or postponed.
    VOTE_SANS_EXAMEN = "LECT-41", "vote-sans-examen", Erreur;
    /// A name that is nearly that of a member.
    NOM_APPROCHANT = "LECT-42", "nom-approchant", Avertissement;
    /// A number, a day or an hour that is most likely a slip.
    INVRAISEMBLABLE = "LECT-43", "invraisemblable", Avertissement;
    /// A number from which nothing can be sent to the prefecture.
    NUMERO_TROP_LONG = "LECT-44", "numero-trop-long", Avertissement;
    /// A code of the prefecture or of INSEE that is not well formed.
    CODE_OFFICIEL = "LECT-45", "code-officiel", Erreur;
}
