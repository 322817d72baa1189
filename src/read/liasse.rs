//! The files from which documents are made, tied together: what a PDF carries of its dossier, what a seal records.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::fault::cite;
use super::files::Memory;

/// Files of one bundle, beyond which something is wrong: a sitting has 500 acts at most.
pub const MAX_FICHIERS: usize = 10_000;
/// Largest file of a bundle, in bytes: the largest that the reader takes.
pub const MAX_FICHIER: u64 = 8 << 20;
/// Bytes of one bundle.
pub const MAX_LIASSE: u64 = 128 << 20;
/// Folders that lead to a file, the file included.
const MAX_PROFONDEUR: usize = 16;

/// What stands in place of an act of the sitting that the bundle leaves out: its folder counts in the agenda, its text
/// is nobody's business here.
const PLACE: &str = "# Cet acte n’est pas joint. Son dossier n’est là que pour l’ordre du jour et la numérotation.\n";

/// The files from which documents are made (*liasse*: papers tied together), with what is needed to make them again.
///
/// Every name in it may be written on any system, under a folder of its own, without leaving it or replacing another.
///
/// ```
/// use delibere::read::Liasse;
/// let files = [("acte/deliberation.toml".to_owned(), b"objet = []".as_slice().into())];
/// let liasse = Liasse::new(files.clone().into(), "acte", Vec::new()).unwrap();
/// assert_eq!(liasse.relatif("acte/deliberation.toml"), "deliberation.toml");
/// assert!(Liasse::new([("../x".to_owned(), b"".as_slice().into())].into(), "", Vec::new()).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Liasse {
    fichiers: BTreeMap<String, Arc<[u8]>>,
    dossier: String,
    voisins: Vec<String>,
}

/// Why some files cannot be tied together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LiasseError {
    /// A name that some system refuses, or that leads elsewhere.
    #[error("le nom « {0} » ne convient pas : {1}")]
    Nom(String, &'static str),
    /// Two names that some system takes for one.
    #[error(
        "« {0} » et « {1} » ne peuvent pas être ensemble : sur certaines machines, c’est le même nom"
    )]
    Double(String, String),
    /// Too many files.
    #[error("il y a {0} fichiers, {MAX_FICHIERS} au plus vont ensemble")]
    Nombre(usize),
    /// Too large a file.
    #[error("le fichier « {0} » dépasse {n} Mio", n = MAX_FICHIER >> 20)]
    Fichier(String),
    /// Too many bytes.
    #[error("les fichiers dépassent {n} Mio en tout", n = MAX_LIASSE >> 20)]
    Taille,
    /// The dossier is not among the files.
    #[error("le dossier « {0} » n’est pas parmi les fichiers")]
    Dossier(String),
}

impl Liasse {
    /// Some files by their path, the folder among them that is the dossier (empty for the top one), and the acts that
    /// stand beside it without being joined.
    ///
    /// # Errors
    /// When a name may not be written everywhere, two names are one on some systems, or there is too much of them.
    pub fn new(
        fichiers: BTreeMap<String, Arc<[u8]>>,
        dossier: &str,
        voisins: Vec<String>,
    ) -> Result<Self, LiasseError> {
        let nombre = fichiers.len() + voisins.len();
        if nombre > MAX_FICHIERS {
            return Err(LiasseError::Nombre(nombre));
        }
        let mut total = 0;
        for (nom, octets) in &fichiers {
            let taille = octets.len() as u64;
            if taille > MAX_FICHIER {
                return Err(LiasseError::Fichier(cite(nom)));
            }
            total += taille;
        }
        if total > MAX_LIASSE {
            return Err(LiasseError::Taille);
        }
        let mut places = Places::default();
        for nom in fichiers.keys().chain(&voisins) {
            places.add(nom)?;
        }
        if !dossier.is_empty() && !fichiers.keys().any(|nom| inside(nom, dossier).is_some()) {
            return Err(LiasseError::Dossier(cite(dossier)));
        }
        Ok(Self { fichiers, dossier: dossier.to_owned(), voisins })
    }

    /// The files, by their path from the top folder.
    pub fn fichiers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.fichiers.iter().map(|(nom, octets)| (nom.as_str(), &**octets))
    }

    /// The folder of the dossier, from the top one; empty when it is the top one.
    #[must_use]
    pub fn dossier(&self) -> &str {
        &self.dossier
    }

    /// The acts of the same sitting that are not joined, by the path of their file.
    #[must_use]
    pub fn voisins(&self) -> &[String] {
        &self.voisins
    }

    /// What to write on a disk so that the documents can be made again: the files, and one to hold the place of each act
    /// that is not joined.
    pub fn arbre(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.fichiers().chain(self.voisins.iter().map(|v| (v.as_str(), PLACE.as_bytes())))
    }

    /// A path of the bundle as the dossier names it: `../collectivite.toml`.
    #[must_use]
    pub fn relatif(&self, chemin: &str) -> String {
        let mut folder = self.dossier.as_str();
        let mut up = String::new();
        loop {
            if folder.is_empty() {
                return up + chemin;
            }
            if let Some(rest) = inside(chemin, folder) {
                return up + rest;
            }
            up.push_str("../");
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }

    /// The same files for a reader: reading them gives the dossier back.
    #[must_use]
    pub fn memoire(&self) -> Memory {
        let nom = self.dossier.rsplit('/').next().filter(|n| !n.is_empty());
        let memory = nom.map_or_else(Memory::new, Memory::named);
        self.arbre().fold(memory, |m, (nom, octets)| m.with(&self.relatif(nom), octets))
    }

    /// The same with the bytes of some files changed, or without those that `change` gives nothing for.
    #[must_use]
    pub fn changed(&self, change: impl Fn(&str, &Arc<[u8]>) -> Option<Arc<[u8]>>) -> Self {
        let fichiers = self
            .fichiers
            .iter()
            .filter_map(|(nom, octets)| Some((nom.clone(), change(nom, octets)?)))
            .collect();
        Self { fichiers, ..self.clone() }
    }
}

/// The rest of a path inside a folder.
fn inside<'a>(chemin: &'a str, folder: &str) -> Option<&'a str> {
    chemin.strip_prefix(folder)?.strip_prefix('/')
}

/// Names taken so far, as a system that does not tell cases apart holds them.
#[derive(Default)]
struct Places {
    /// Each path and each folder on the way to one, with whether it is a file.
    prises: BTreeMap<String, (String, bool)>,
}

impl Places {
    fn add(&mut self, chemin: &str) -> Result<(), LiasseError> {
        let refuse = |why| Err(LiasseError::Nom(cite(chemin), why));
        if chemin.len() > 1024 || chemin.split('/').count() > MAX_PROFONDEUR {
            return refuse("il est trop long");
        }
        for step in chemin.split('/') {
            if let Err(why) = portable(step) {
                return refuse(why);
            }
        }
        let ends = chemin.match_indices('/').map(|(at, _)| at).chain([chemin.len()]);
        for end in ends {
            let (path, file) = (&chemin[..end], end == chemin.len());
            let folded: String = path.nfc().flat_map(char::to_lowercase).nfc().collect();
            match self.prises.get(&folded) {
                // A folder on the way to several files, under one spelling.
                Some((same, false)) if !file && same == path => {}
                Some((other, _)) => {
                    return Err(LiasseError::Double(cite(other), cite(chemin)));
                }
                None => {
                    self.prises.insert(folded, (path.to_owned(), file));
                }
            }
        }
        Ok(())
    }
}

/// Whether a file or a folder may bear that name on every system, or why not.
fn portable(step: &str) -> Result<(), &'static str> {
    // Source: “Naming Files, Paths, and Namespaces”, learn.microsoft.com/windows/win32/fileio/naming-a-file
    const RESERVES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    if matches!(step, "" | "." | "..") {
        return Err("il sort de son dossier");
    }
    if step.len() > 255 {
        return Err("il est trop long");
    }
    if step.starts_with('.') {
        return Err("il commence par un point");
    }
    if step.starts_with(' ') || step.ends_with([' ', '.']) {
        return Err("il commence ou finit par une espace, ou finit par un point");
    }
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..)
    };
    if step.chars().any(invisible) {
        return Err("il contient un caractère invisible");
    }
    if step.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        return Err("il contient un signe qu’un nom de fichier n’admet pas partout");
    }
    let stem = step.split('.').next().unwrap_or(step).trim_end().to_lowercase();
    let port = |name: &str| {
        stem.strip_prefix(name).is_some_and(|rest| {
            let mut signs = rest.chars();
            let digit = signs.next().is_some_and(|c| matches!(c, '0'..='9' | '¹' | '²' | '³'));
            digit && signs.next().is_none()
        })
    };
    if RESERVES.contains(&&*stem) || port("com") || port("lpt") {
        return Err("Windows le réserve");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(names: &[&str]) -> Result<Liasse, LiasseError> {
        let files = names.iter().map(|n| ((*n).to_owned(), Arc::from(b"x".as_slice()))).collect();
        Liasse::new(files, "", Vec::new())
    }

    #[test]
    fn a_name_that_leads_elsewhere_or_that_a_system_refuses_is_refused() {
        for name in [
            "../x",
            "a/../x",
            "/x",
            "a//b",
            "",
            ".",
            "..",
            "a/",
            "C:/x",
            "c:x",
            "a\\b",
            "\\\\host\\x",
            "a\0b",
            "a\nb",
            ".git/config",
            ".bashrc",
            "nul",
            "NUL.toml",
            "Con.toml",
            "a/aux",
            "com1",
            "LPT9.txt",
            "com¹",
            "a.",
            "a ",
            " a",
            "a?",
            "a*",
            "a|b",
            "a\"b",
            "<a>",
            "x\u{202e}y",
            "\u{feff}a",
            "conin$",
        ] {
            assert!(matches!(tie(&[name]), Err(LiasseError::Nom(..))), "{name:?}");
        }
        let long = "é".repeat(128);
        assert!(matches!(tie(&[&long]), Err(LiasseError::Nom(..))));
        let deep = vec!["a"; 17].join("/");
        assert!(matches!(tie(&[&deep]), Err(LiasseError::Nom(..))));
        for name in [
            "é à.toml",
            "console.md",
            "com.toml",
            "com10",
            "fiches/1 – pistes.toml",
            "a..b",
            "l’été",
        ] {
            assert!(tie(&[name]).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn two_names_that_are_one_somewhere_are_refused() {
        for names in [
            ["A.toml", "a.toml"],
            ["Fiches/1.toml", "fiches/2.toml"],
            ["é.md", "e\u{301}.md"],
            ["a", "a/b"],
        ] {
            assert!(matches!(tie(&names), Err(LiasseError::Double(..))), "{names:?}");
        }
    }

    #[test]
    fn paths_are_seen_from_the_dossier() {
        let files = ["b/c/d.toml", "b/e.toml", "f/g.toml"];
        let files = files.iter().map(|n| ((*n).to_owned(), Arc::from(b"x".as_slice()))).collect();
        let liasse = Liasse::new(files, "b/c", Vec::new()).expect("a bundle");
        let seen: Vec<String> = liasse.fichiers().map(|(nom, _)| liasse.relatif(nom)).collect();
        assert_eq!(seen, ["d.toml", "../e.toml", "../../f/g.toml"]);
    }
}
