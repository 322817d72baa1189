//! A state of a programme as the files of a dossier, each part with the act it comes from.

mod acte;
mod markdown;
mod pieces;

use chrono::NaiveDate;

use super::consolidation::Consolide;
use super::graphe::Graphe;
use super::suivant::Fichier;
use crate::read::{FilePath, Files, FilesError, NIVEAUX};

/// Largest file that is copied, in bytes.
const MAX: u64 = 8 << 20;

/// The dossier of a programme in force: it reads, prints, and says of each part which act it comes from.
///
/// `files` are those of the founding act, whose authority, logo and templates are copied.
///
/// # Errors
/// When one of them cannot be read.
pub fn ecrire(
    consolide: &Consolide,
    graphe: &Graphe<'_>,
    au: NaiveDate,
    files: &dyn Files,
) -> Result<Vec<Fichier>, FilesError> {
    let mut out = Vec::new();
    let mut push = |chemin: &str, texte: String| {
        out.push(Fichier { chemin: chemin.to_owned(), octets: texte.into_bytes() });
    };
    push("deliberation.toml", acte::deliberation(consolide, graphe, au));
    push(
        "seance.toml",
        format!("# Le jour de la consolidation : aucune assemblée n’y a délibéré.\ndate = {au}\n"),
    );
    push("origines.md", acte::origines(consolide, graphe));
    if let Some(programme) = &consolide.contenu.programme {
        push("programme.toml", pieces::programme(programme, consolide, graphe));
        if !programme.document.is_empty() {
            push("programme.md", markdown::ecrire(&programme.document));
        }
    }
    if let Some(budget) = &consolide.contenu.budget {
        push("budget.toml", pieces::budget(budget, consolide, graphe));
    }
    for (i, fiche) in consolide.contenu.fiches.iter().enumerate() {
        push(&format!("fiches/{:02}-{}.toml", i + 1, fiche.action), pieces::fiche(fiche));
    }
    out.extend(collectivite(files, au)?);
    Ok(out)
}

/// What every page recalls.
fn entete(au: NaiveDate) -> String {
    let day = crate::typographie::date::date_longue(au).replace('\u{a0}', " ");
    format!("Version consolidée au {day}, sans valeur juridique propre")
}

/// The file of the authority, wherever it stands, with what it names; its pages say what they are.
fn collectivite(files: &dyn Files, au: NaiveDate) -> Result<Vec<Fichier>, FilesError> {
    let mut out = Vec::new();
    for niveau in 0..NIVEAUX {
        let octets = match files.read(&FilePath::new(niveau, "collectivite.toml")?, MAX) {
            Ok(octets) => octets,
            Err(FilesError::NotFound(_)) => continue,
            Err(error) => return Err(error),
        };
        let texte = String::from_utf8_lossy(&octets).into_owned();
        let mut doc = texte.parse::<toml_edit::DocumentMut>().ok();
        if let Some(doc) = &mut doc {
            let theme = doc.entry("theme").or_insert_with(toml_edit::table);
            if let Some(theme) = theme.as_table_like_mut() {
                theme.insert("entete", toml_edit::value(entete(au)));
            }
        }
        let octets = doc.as_ref().map_or(octets, |d| d.to_string().into_bytes());
        let mut names: Vec<String> = doc
            .and_then(|d| d.get("logo")?.get("fichier")?.as_str().map(str::to_owned))
            .into_iter()
            .collect();
        let templates = files.list(niveau, "modeles")?;
        names.extend(
            templates.into_iter().filter(|n| n.ends_with(".typ")).map(|n| format!("modeles/{n}")),
        );
        out.push(Fichier { chemin: "collectivite.toml".to_owned(), octets });
        for name in names {
            let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
            let Ok(path) = FilePath::new(niveau, &name) else { continue };
            match files.read(&path, MAX) {
                Ok(octets) => out.push(Fichier { chemin: name, octets }),
                Err(FilesError::NotFound(_)) => {}
                Err(error) => return Err(error),
            }
        }
        break;
    }
    Ok(out)
}

/// A text as a TOML value.
fn toml(texte: &str) -> String {
    toml_edit::Value::from(texte).to_string().trim().to_owned()
}

/// The printed number of an act of the graph.
fn numero<'a>(graphe: &'a Graphe<'_>, acte: usize) -> &'a str {
    graphe.actes.get(acte).map_or("", |a| a.dossier.deliberation.numero.affiche.as_str())
}
