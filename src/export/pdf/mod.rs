//! The files attached to a PDF: a reader that takes nothing on trust.
//!
//! What comes in may be made to harm: it is read without recursion that the file chooses, inflated no further than what is
//! asked for, and never repaired. The readers that were at hand hold a whole stream in memory before its size can be
//! judged, and rebuild a broken table by guessing; a PDF of an act that is cut must be said to be cut.
//!
//! ISO 32000-1, by clause: 7.2 and 7.3 (`objet`), 7.4 (`flux`), 7.5 (`table`), 7.9.6 and 7.11 (here).

mod flux;
mod objet;
mod table;

use std::collections::BTreeSet;

pub use table::Pdf;

use objet::{Objet, Table};

/// Largest PDF that is read, in bytes.
pub const MAX_PDF: u64 = 256 << 20;

/// Files attached to one PDF, beyond which something is wrong.
const MAX_JOINTS: usize = 20_000;
/// Depth of the tree of the names.
const MAX_ARBRE: usize = 24;

/// Why a PDF cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It does not start as a PDF does.
    #[error("ce n’est pas un PDF")]
    PasUnPdf,
    /// It is cut or damaged.
    #[error("le PDF est incomplet ou abîmé ({0})")]
    Abime(&'static str),
    /// It wants a password.
    #[error("le PDF est chiffré")]
    Chiffre,
    /// Something in it is far too large.
    #[error("le PDF contient quelque chose de démesuré ({0})")]
    Demesure(&'static str),
    /// A stream is coded in a way that this reader does not know.
    #[error("le PDF code ses fichiers joints d’une façon que ce programme ne lit pas")]
    Codage,
}

/// A file attached to a PDF.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// Its name, as the PDF says it: nothing was checked.
    pub nom: String,
    flux: u32,
}

impl Pdf<'_> {
    /// The files that are attached, by name, in the order of the PDF.
    ///
    /// # Errors
    /// When the PDF is damaged, or has far too many of them.
    pub fn joints(&self) -> Result<Vec<Joint>, PdfError> {
        let catalogue = self.table(self.racine()?)?;
        let mut out = Vec::new();
        let Some(noms) = catalogue.get("Names") else { return Ok(out) };
        let noms = self.table(noms.clone())?;
        let Some(arbre) = noms.get("EmbeddedFiles") else { return Ok(out) };
        let mut seen = BTreeSet::new();
        let mut todo = vec![(arbre.clone(), 0)];
        while let Some((node, depth)) = todo.pop() {
            if let Objet::Ref(numero) = node
                && !seen.insert(numero)
            {
                return Err(PdfError::Abime("sa liste de fichiers tourne en rond"));
            }
            if depth > MAX_ARBRE || todo.len() > MAX_JOINTS {
                return Err(PdfError::Demesure("la liste des fichiers joints"));
            }
            let node = self.table(node)?;
            if let Some(pairs) = node.get("Names") {
                for pair in self.liste(pairs.clone())?.chunks(2) {
                    let [_, spec] = pair else { continue };
                    out.extend(self.joint(spec)?);
                    if out.len() > MAX_JOINTS {
                        return Err(PdfError::Demesure("le nombre de fichiers joints"));
                    }
                }
            }
            if let Some(kids) = node.get("Kids") {
                let kids = self.liste(kids.clone())?;
                todo.extend(kids.into_iter().rev().map(|kid| (kid, depth + 1)));
            }
        }
        Ok(out)
    }

    fn joint(&self, spec: &Objet) -> Result<Option<Joint>, PdfError> {
        let spec = self.table(spec.clone())?;
        let (Some(ef), Some(nom)) = (spec.get("EF"), spec.get("UF").or_else(|| spec.get("F")))
        else {
            return Ok(None);
        };
        let ef = self.table(ef.clone())?;
        let Some(Objet::Ref(flux)) = ef.get("UF").or_else(|| ef.get("F")).cloned() else {
            return Ok(None);
        };
        match self.resolve(nom.clone())? {
            Objet::Chaine(octets) => Ok(Some(Joint { nom: text(&octets), flux })),
            _ => Ok(None),
        }
    }

    /// The bytes of an attached file.
    ///
    /// # Errors
    /// When it has more than `max` bytes, whatever it says of itself, or when it is damaged.
    pub fn octets(&self, joint: &Joint, max: u64) -> Result<Vec<u8>, PdfError> {
        self.flux(joint.flux, max)
    }

    fn table(&self, objet: Objet) -> Result<Table, PdfError> {
        match self.resolve(objet)? {
            Objet::Table(table) => Ok(table),
            _ => Err(PdfError::Abime("une de ses tables manque")),
        }
    }

    fn liste(&self, objet: Objet) -> Result<Vec<Objet>, PdfError> {
        match self.resolve(objet)? {
            Objet::Liste(liste) => Ok(liste),
            _ => Err(PdfError::Abime("une de ses listes manque")),
        }
    }
}

/// A text string (7.9.2.2); what has no mark and is no UTF-8 is taken as Latin-1, which PDFDocEncoding nearly is.
fn text(octets: &[u8]) -> String {
    if let Some(rest) = octets.strip_prefix(b"\xfe\xff") {
        let units =
            rest.chunks(2).map(|p| u16::from_be_bytes([p[0], p.get(1).copied().unwrap_or(0)]));
        return char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    let octets = octets.strip_prefix(b"\xef\xbb\xbf").unwrap_or(octets);
    match std::str::from_utf8(octets) {
        Ok(texte) => texte.to_owned(),
        Err(_) => octets.iter().map(|b| char::from(*b)).collect(),
    }
}
