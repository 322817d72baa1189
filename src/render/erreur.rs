//! Why a document could not be made.

use std::time::Duration;

use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use super::NormeError;
use super::monde::Monde;

/// Why a document could not be made; a dossier that reads always gives its documents with the built-in templates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A template is wrong.
    #[error("le modèle « {fichier} » ne peut pas être appliqué, ligne {ligne} : {message}")]
    Modele {
        /// The template, by file name.
        fichier: String,
        /// The line, from 1; 0 when unknown.
        ligne: usize,
        /// What Typst says of it, in English: templates are written by who reads its manual.
        message: String,
        /// What Typst advises.
        conseils: Vec<String>,
    },
    /// The standard refuses what the authority's templates made.
    #[error("la norme {norme} refuse ce que font les modèles : {message}")]
    Refus {
        /// The standard.
        norme: String,
        /// What Typst says of it, in English.
        message: String,
        /// What Typst advises.
        conseils: Vec<String>,
    },
    /// Characters that no embedded font can draw.
    #[error("aucune police ne dessine : {}", .0.iter().map(|c| format!("« {c} » (U+{:04X})", *c as u32)).collect::<Vec<_>>().join(", "))]
    Caracteres(Vec<char>),
    /// The authority's own templates ran for too long.
    #[error("les modèles de la collectivité n’ont pas fini en {} s", .0.as_secs())]
    Delai(Duration),
    /// The standard is refused.
    #[error(transparent)]
    Norme(#[from] NormeError),
    /// The dossier has no such document.
    #[error("ce dossier ne donne pas de document « {0} »")]
    SansDocument(String),
    /// A page is too large for an image, or an image could not be written.
    #[error("image impossible : {0}")]
    Image(String),
    /// Something that should never happen.
    #[error("erreur interne : {0}")]
    Interne(String),
}

impl RenderError {
    /// The first error of a compilation, with its place in a template.
    pub(super) fn from_typst(errors: &[SourceDiagnostic], monde: &Monde<'_>) -> Self {
        use typst::World;
        let Some(error) = errors.first() else {
            return Self::Interne("compilation sans résultat".to_owned());
        };
        let id = error.span.id();
        let fichier = id.map_or_else(
            || "delibere.typ".to_owned(),
            |id| id.get().vpath().get_without_slash().to_owned(),
        );
        let ligne = id
            .and_then(|id| monde.source(id).ok())
            .and_then(|source| {
                let range = monde.range(error.span)?;
                Some(source.text().get(..range.start)?.matches('\n').count() + 1)
            })
            .unwrap_or(0);
        Self::Modele {
            fichier,
            ligne,
            message: error.message.to_string(),
            conseils: error.hints.iter().map(|h| h.v.to_string()).collect(),
        }
    }
}
