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
    #[error("{} : {message}", lieu(.fichier.as_deref(), *.ligne))]
    Modele {
        /// The template, by file name, when Typst knows it.
        fichier: Option<String>,
        /// The line, from 1, when Typst knows it.
        ligne: Option<usize>,
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
        if error.message.contains("decode image") || error.message.contains("parse SVG") {
            return Self::Image("le logo est abîmé ; enregistrez-le de nouveau en PNG".to_owned());
        }
        let id = error.span.id();
        let fichier = id.map(|id| id.get().vpath().get_without_slash().to_owned());
        let ligne = id.and_then(|id| monde.source(id).ok()).and_then(|source| {
            let range = monde.range(error.span)?;
            Some(source.text().get(..range.start)?.matches('\n').count() + 1)
        });
        Self::Modele {
            fichier,
            ligne,
            message: error.message.to_string(),
            // A hint about the options of another program would only mislead.
            conseils: error
                .hints
                .iter()
                .map(|h| h.v.to_string())
                .filter(|h| !h.contains("--root"))
                .collect(),
        }
    }
}

/// « le modèle « fiches.typ » ne peut pas être appliqué, ligne 3 ».
fn lieu(fichier: Option<&str>, ligne: Option<usize>) -> String {
    match (fichier, ligne) {
        (Some(f), Some(l)) => format!("le modèle « {f} » ne peut pas être appliqué, ligne {l}"),
        (Some(f), None) => format!("le modèle « {f} » ne peut pas être appliqué"),
        (None, _) => "les modèles ne peuvent pas être appliqués".to_owned(),
    }
}
