//! The dossier of the next act, opened from that of the former one.
//!
//! Programme, budget and sheets are copied byte for byte. The act is edited in place, so that its comments and its layout
//! stay; what belonged to the former vote goes, and what the next one needs is added with a word for who fills it.

mod acte;

use chrono::NaiveDate;

use crate::model::{Dossier, Piece};
use crate::read::{FilePath, Files, FilesError, NIVEAUX};

/// Largest file that is copied, in bytes.
const MAX: u64 = 8 << 20;

/// What is known of the next act (*ouverture*).
#[derive(Debug, Clone, Default)]
pub struct Ouverture {
    /// The day of its sitting, when it is known.
    pub date: Option<NaiveDate>,
    /// The path of the former dossier seen from the next one, « ../2012-12-07-ess ».
    pub lien: String,
    /// Whether the next dossier sees the authority of the former one where that stands above it; it is copied otherwise.
    pub collectivite_visible: bool,
}

/// A file of the next dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fichier {
    /// Its path in the dossier.
    pub chemin: String,
    /// Its bytes.
    pub octets: Vec<u8>,
}

/// Why the next dossier cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum SuivantError {
    /// A file of the former dossier cannot be had.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The act of the former dossier is not TOML that can be edited.
    #[error("deliberation.toml ne peut pas être repris : {0}")]
    Toml(String),
}

/// The files of the next dossier; `dossier` is what `files` say.
///
/// # Errors
/// When a file cannot be read, or the act cannot be edited.
pub fn suivant(
    files: &dyn Files,
    dossier: &Dossier,
    ouverture: &Ouverture,
) -> Result<Vec<Fichier>, SuivantError> {
    let mut out = Vec::new();
    let act = texte(files, "deliberation.toml")?.unwrap_or_default();
    let next = acte::suivant(&act, dossier, ouverture).map_err(SuivantError::Toml)?;
    let mut push = |chemin: &str, octets: Vec<u8>| {
        out.push(Fichier { chemin: chemin.to_owned(), octets });
    };
    push("deliberation.toml", next.into_bytes());
    let former = texte(files, "seance.toml")?;
    push("seance.toml", seance(former.as_deref(), dossier, ouverture).into_bytes());
    let mut names: Vec<String> =
        ["programme.toml", "budget.toml", "collectivite.toml"].map(str::to_owned).to_vec();
    // A text of the former act that is annexed goes with it; its statement of reasons is drafted again.
    let named = texte(files, "programme.toml")?.as_deref().and_then(document);
    names.extend(named);
    let annexed = dossier.deliberation.annexes.iter().any(|a| matches!(a.piece, Piece::Texte(_)));
    if annexed {
        names.extend(acte::fichiers(&act));
    }
    if let Some(collectivite) = texte(files, "collectivite.toml")? {
        names.extend(logo(&collectivite));
    } else if !ouverture.collectivite_visible {
        for (nom, octets) in collectivite(files)? {
            push(&nom, octets);
        }
    }
    for (folder, ending) in [("fiches", ".toml"), ("modeles", ".typ")] {
        let list = files.list(0, folder)?.into_iter().filter(|n| n.ends_with(ending));
        names.extend(list.map(|n| format!("{folder}/{n}")));
    }
    names.dedup();
    for name in names {
        let Ok(path) = FilePath::new(0, name.strip_prefix("./").unwrap_or(&name)) else { continue };
        match files.read(&path, MAX) {
            Ok(octets) => push(&path.to_string(), octets),
            Err(FilesError::NotFound(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(out)
}

/// The authority that stands above the former dossier, with its logo.
fn collectivite(files: &dyn Files) -> Result<Vec<(String, Vec<u8>)>, FilesError> {
    for level in 1..NIVEAUX {
        let at = |nom: &str| FilePath::new(level, nom).and_then(|path| files.read(&path, MAX));
        match at("collectivite.toml") {
            Ok(octets) => {
                let logo = logo(&String::from_utf8_lossy(&octets));
                let logo = logo.and_then(|nom| Some((nom.clone(), at(&nom).ok()?)));
                let own = ("collectivite.toml".to_owned(), octets);
                return Ok(std::iter::once(own).chain(logo).collect());
            }
            Err(FilesError::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Vec::new())
}

fn texte(files: &dyn Files, nom: &str) -> Result<Option<String>, FilesError> {
    let path = FilePath::new(0, nom)?;
    match files.read(&path, MAX) {
        Ok(octets) => {
            let texte = String::from_utf8_lossy(&octets).into_owned();
            Ok(Some(texte.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(texte)))
        }
        Err(FilesError::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A key of a file that names another one.
fn named(texte: &str, table: Option<&str>, cle: &str) -> Option<String> {
    let doc: toml_edit::DocumentMut = texte.parse().ok()?;
    let item = match table {
        Some(table) => doc.get(table)?.get(cle)?,
        None => doc.get(cle)?,
    };
    item.as_str().map(str::to_owned)
}

fn document(programme: &str) -> Option<String> {
    named(programme, None, "document")
}

fn logo(collectivite: &str) -> Option<String> {
    named(collectivite, Some("logo"), "fichier")
}

/// The sitting of the next act: its day, and nothing of the former one.
fn seance(former: Option<&str>, dossier: &Dossier, ouverture: &Ouverture) -> String {
    let schema = former
        .and_then(|t| t.lines().next())
        .filter(|l| l.starts_with("#:schema"))
        .map_or_else(String::new, |l| format!("{l}\n\n"));
    let date = ouverture.date.unwrap_or(dossier.seance.date);
    let comment = match ouverture.date {
        Some(_) => "# La séance où cet acte sera délibéré.",
        None => {
            "# À CHANGER : le jour de la séance où cet acte sera délibéré. Celui-ci est le jour de l’acte antérieur."
        }
    };
    let mut out = format!("{schema}{comment}\ndate = {date}\n");
    if let Some(lieu) = &dossier.seance.lieu {
        out.push_str(&format!("lieu = {}\n", toml_edit::Value::from(lieu.as_str())));
    }
    if let Some(assemblee) = &dossier.seance.assemblee {
        out.push_str(&format!("assemblee = {}\n", toml_edit::Value::from(assemblee.as_str())));
    }
    out
}
