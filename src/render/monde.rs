//! What Typst may see: the templates, one data file, the logo, the embedded fonts. Nothing else exists.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::modeles;
use super::moteur::Joints;
use super::polices::POLICES;
use crate::model::Collectivite;

/// One document to be made.
pub(super) struct Monde<'a> {
    library: &'a LazyHash<Library>,
    main: FileId,
    /// The authority's templates first: they hide the built-in ones of the same name.
    propres: Vec<Source>,
    fichiers: Vec<(FileId, Bytes)>,
}

impl<'a> Monde<'a> {
    /// The world of a document of an authority whose data are `donnees`, and which carries `joints`.
    pub(super) fn new(
        library: &'a LazyHash<Library>,
        collectivite: &Collectivite,
        donnees: String,
        joints: Option<&Joints>,
    ) -> Option<Self> {
        let mut fichiers = vec![(modeles::file_id("/donnees.json")?, Bytes::from_string(donnees))];
        if let Some(logo) = &collectivite.logo {
            let nom = super::donnees::fichier_logo(logo.format);
            fichiers.push((modeles::file_id(nom)?, Bytes::new(logo.octets.clone())));
        }
        let propres = collectivite
            .theme
            .modeles
            .iter()
            .filter_map(|m| Some(Source::new(modeles::file_id(&m.nom)?, m.texte.clone())))
            .collect();
        let mut main = modeles::SOURCES.first()?.id();
        if let Some(joints) = joints {
            fichiers.push((
                modeles::file_id("/joints.json")?,
                Bytes::from_string(joints.liste.clone()),
            ));
            fichiers.push((modeles::file_id("/joints.bin")?, joints.octets.clone()));
            main = modeles::JOINDRE.as_ref()?.id();
        }
        Some(Self { library, main, propres, fichiers })
    }
}

impl World for Monde<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &POLICES.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        // What joins files comes first: an authority's template of that name does not hide it.
        let joindre = modeles::JOINDRE.as_ref();
        let all = joindre.into_iter().chain(&self.propres).chain(modeles::SOURCES.iter());
        all.into_iter().find(|s| s.id() == id).cloned().ok_or_else(|| absent(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.fichiers
            .iter()
            .find(|(f, _)| *f == id)
            .map(|(_, octets)| octets.clone())
            .ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        POLICES.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn absent(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
