//! The PDF standard that a document conforms to.

use std::fmt;
use std::str::FromStr;

use typst_pdf::{PdfStandard, PdfStandards};

/// A PDF standard (*norme*), or a set of them that go together.
///
/// The default is PDF/A-2a with PDF/UA-1: kept for ever, read by everyone.
///
/// ```
/// use delibere::render::Norme;
/// assert_eq!(Norme::default().to_string(), "a-2a,ua-1");
/// assert_eq!("a-3a".parse::<Norme>().unwrap().to_string(), "a-3a,ua-1");
/// assert_eq!("1.7".parse::<Norme>().unwrap().to_string(), "1.7");
/// assert!("a-9".parse::<Norme>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norme(Vec<(&'static str, PdfStandard)>);

/// Why a standard is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NormeError {
    /// No such standard.
    #[error("la norme « {0} » n’existe pas ; normes possibles : {1}")]
    Inconnue(String, String),
    /// No standard is named.
    #[error("aucune norme n’est nommée ; normes possibles : {0}")]
    Vide(String),
    /// They do not go together.
    #[error("ces normes ne vont pas ensemble : {0}")]
    Incompatibles(String),
}

const NORMES: &[(&str, PdfStandard)] = &[
    ("1.4", PdfStandard::V_1_4),
    ("1.5", PdfStandard::V_1_5),
    ("1.6", PdfStandard::V_1_6),
    ("1.7", PdfStandard::V_1_7),
    ("2.0", PdfStandard::V_2_0),
    ("a-1b", PdfStandard::A_1b),
    ("a-1a", PdfStandard::A_1a),
    ("a-2b", PdfStandard::A_2b),
    ("a-2u", PdfStandard::A_2u),
    ("a-2a", PdfStandard::A_2a),
    ("a-3b", PdfStandard::A_3b),
    ("a-3u", PdfStandard::A_3u),
    ("a-3a", PdfStandard::A_3a),
    ("a-4", PdfStandard::A_4),
    ("a-4f", PdfStandard::A_4f),
    ("a-4e", PdfStandard::A_4e),
    ("ua-1", PdfStandard::Ua_1),
];

impl Norme {
    /// The names of all standards.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NORMES.iter().map(|(nom, _)| *nom)
    }

    /// Whether a PDF of this standard carries the files it was made of: PDF/A-3, and PDF/A-4f, are made for that.
    #[must_use]
    pub fn takes_files(&self) -> bool {
        self.0.iter().any(|(nom, _)| nom.starts_with("a-3") || *nom == "a-4f")
    }

    pub(super) fn standards(&self) -> Result<PdfStandards, NormeError> {
        let list: Vec<PdfStandard> = self.0.iter().map(|(_, s)| *s).collect();
        let has = |names: &[&str]| self.0.iter().any(|(n, _)| names.contains(n));
        let apart = || NormeError::Incompatibles(self.to_string());
        // PDF 1.4 has no tags for headers and footers, which PDF/UA wants and every document has.
        if has(&["ua-1"]) && has(&["1.4", "a-1a", "a-1b"]) {
            return Err(apart());
        }
        PdfStandards::new(&list).map_err(|_| apart())
    }
}

impl Default for Norme {
    fn default() -> Self {
        Self(vec![("a-2a", PdfStandard::A_2a), ("ua-1", PdfStandard::Ua_1)])
    }
}

impl FromStr for Norme {
    type Err = NormeError;

    /// Reads names separated by commas. PDF/A-2 and PDF/A-3 always come with PDF/UA-1: accessibility costs nothing there.
    fn from_str(texte: &str) -> Result<Self, NormeError> {
        let names = || Self::names().collect::<Vec<_>>().join(", ");
        let mut list = Vec::new();
        for nom in texte.split([',', '+']).map(str::trim).filter(|n| !n.is_empty()) {
            let known = NORMES
                .iter()
                .find(|(n, _)| n.eq_ignore_ascii_case(nom))
                .ok_or_else(|| NormeError::Inconnue(nom.to_owned(), names()))?;
            if !list.contains(known) {
                list.push(*known);
            }
        }
        if list.is_empty() {
            return Err(NormeError::Vide(names()));
        }
        if list.iter().any(|(n, _)| n.starts_with("a-2") || n.starts_with("a-3"))
            && !list.iter().any(|(n, _)| *n == "ua-1")
        {
            list.push(("ua-1", PdfStandard::Ua_1));
        }
        let norme = Self(list);
        norme.standards()?;
        Ok(norme)
    }
}

impl fmt::Display for Norme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(|(n, _)| *n).collect();
        f.write_str(&names.join(","))
    }
}
