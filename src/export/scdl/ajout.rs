//! Adding rows to a file that others may have written.

use std::collections::{HashMap, HashSet};

use super::Schema;
use crate::export::csv::write;

/// Why rows cannot be added to a file; said to a clerk as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AjoutError {
    /// Not UTF-8, or not a CSV.
    #[error("ce fichier n’est pas un CSV en UTF-8")]
    Illisible,
    /// A CSV of other columns.
    #[error("ce fichier n’a pas les colonnes du schéma ({0} attendue, {1} trouvée)")]
    Colonnes(String, String),
}

/// What became of the rows that were added to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ajout {
    /// New ones.
    pub ajoutees: usize,
    /// Those that took the place of a row of the same act.
    pub remplacees: usize,
    /// Those that were there, word for word.
    pub presentes: usize,
    /// Rows of the file that its act no longer has.
    pub retirees: usize,
}

/// A file of that schema with these rows added to what it holds, each once; a new file when there is none.
///
/// The separator and the byte-order mark of the file are kept, and its other rows.
///
/// # Errors
/// When the file is not one of that schema.
pub fn ajouter<R: AsRef<[String]>>(
    existant: Option<&[u8]>,
    schema: &Schema,
    lignes: &[R],
) -> Result<(Vec<u8>, Ajout), AjoutError> {
    remplacer(existant, schema, lignes, |_| false)
}

/// The same, less the rows of the file that are of these acts (`concernee`) and that these acts no longer have.
///
/// # Errors
/// When the file is not one of that schema.
pub fn remplacer<R: AsRef<[String]>>(
    existant: Option<&[u8]>,
    schema: &Schema,
    lignes: &[R],
    concernee: impl Fn(&[String]) -> bool,
) -> Result<(Vec<u8>, Ajout), AjoutError> {
    const MARQUE: &[u8] = b"\xef\xbb\xbf";
    let existant = existant.unwrap_or_default();
    let (marque, texte) = match existant.strip_prefix(MARQUE) {
        Some(rest) => (MARQUE, rest),
        None => (&b""[..], existant),
    };
    let texte = std::str::from_utf8(texte).map_err(|_| AjoutError::Illisible)?;
    let first = texte.lines().next().unwrap_or("");
    let separateur = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separateur)
        .flexible(true)
        .from_reader(texte.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|_| AjoutError::Illisible)?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    let header: Vec<String> = schema.colonnes.iter().map(|c| (*c).to_owned()).collect();
    match rows.first() {
        None => rows.push(header),
        Some(found) if *found == header => {}
        Some(found) => {
            let at = (0..header.len().max(found.len())).find(|i| header.get(*i) != found.get(*i));
            let one = |names: &[String]| {
                at.and_then(|i| names.get(i)).map_or_else(
                    || "aucune".to_owned(),
                    |n| n.chars().filter(|c| !c.is_control()).take(40).collect(),
                )
            };
            return Err(AjoutError::Colonnes(one(&header), one(found)));
        }
    }
    let key = |row: &[String]| -> Vec<String> {
        schema.cle.iter().map(|i| row.get(*i).cloned().unwrap_or_default()).collect()
    };
    let mut done = Ajout::default();
    let wanted: HashSet<Vec<String>> = lignes.iter().map(|l| key(l.as_ref())).collect();
    let mut rang = 0;
    rows.retain(|row| {
        rang += 1;
        let stays = rang == 1 || !concernee(row) || wanted.contains(&key(row));
        done.retirees += usize::from(!stays);
        stays
    });
    let mut known: HashMap<Vec<String>, usize> = HashMap::new();
    for (i, row) in rows.iter().enumerate().skip(1) {
        known.entry(key(row)).or_insert(i);
    }
    for ligne in lignes {
        let ligne = ligne.as_ref();
        match known.get(&key(ligne)) {
            Some(i) if rows[*i] == ligne => done.presentes += 1,
            Some(i) => {
                rows[*i] = ligne.to_vec();
                done.remplacees += 1;
            }
            None => {
                known.insert(key(ligne), rows.len());
                rows.push(ligne.to_vec());
                done.ajoutees += 1;
            }
        }
    }
    let mut out = marque.to_vec();
    out.extend(write(rows, separateur));
    Ok((out, done))
}
