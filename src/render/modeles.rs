//! The built-in templates, each replaced by a file of the same name in the authority's folder.

use std::sync::LazyLock;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

/// Name and text of every built-in template.
const MODELES: &[(&str, &str)] = &[
    ("delibere.typ", include_str!("../../templates/delibere.typ")),
    ("texte.typ", include_str!("../../templates/texte.typ")),
    ("pages.typ", include_str!("../../templates/pages.typ")),
    ("deliberation.typ", include_str!("../../templates/deliberation.typ")),
    ("presences.typ", include_str!("../../templates/presences.typ")),
    ("budget.typ", include_str!("../../templates/budget.typ")),
    ("fiches.typ", include_str!("../../templates/fiches.typ")),
    ("programme.typ", include_str!("../../templates/programme.typ")),
    ("dossier.typ", include_str!("../../templates/dossier.typ")),
    ("seance.typ", include_str!("../../templates/seance.typ")),
    ("convocation.typ", include_str!("../../templates/convocation.typ")),
    ("proces-verbal.typ", include_str!("../../templates/proces-verbal.typ")),
    ("registre.typ", include_str!("../../templates/registre.typ")),
    ("rapport.typ", include_str!("../../templates/rapport.typ")),
];

/// The built-in templates, parsed once; the first is the main one.
pub(super) static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    MODELES
        .iter()
        .filter_map(|(nom, texte)| Some(Source::new(file_id(nom)?, (*texte).to_owned())))
        .collect()
});

/// The main template of a document that carries files: the usual one, then what joins them. It is none of those that an
/// authority may replace, so that what a PDF carries is what it was made of.
pub(super) static JOINDRE: LazyLock<Option<Source>> = LazyLock::new(|| {
    let texte = include_str!("../../templates/joindre.typ");
    Some(Source::new(file_id("joindre.typ")?, texte.to_owned()))
});

/// The templates and fonts of the program (*matrices*: what type is cast in), by file name: with its version, all that its
/// documents depend on besides the dossier.
pub fn matrices() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let joindre = include_bytes!("../../templates/joindre.typ");
    MODELES
        .iter()
        .map(|(nom, texte)| (*nom, texte.as_bytes()))
        .chain([("joindre.typ", joindre.as_slice())])
        .chain(super::polices::FICHIERS.iter().map(|octets| ("police", *octets)))
}

/// The identifier of a virtual file; the same few paths for every dossier, since Typst never forgets one.
pub(super) fn file_id(nom: &str) -> Option<FileId> {
    let path = VirtualPath::new(nom).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Modele;

    #[test]
    fn the_model_names_every_template() {
        let names: Vec<&str> = MODELES.iter().map(|(nom, _)| *nom).collect();
        assert_eq!(names, Modele::NOMS);
    }
}
