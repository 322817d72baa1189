//! What the prefecture must be told: of the authority once, of each act beside its text.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

/// What an authority tells the prefecture of itself in every transmission (*télétransmission*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teletransmission {
    /// The number of its arrondissement in the département, 0 to 9.
    pub arrondissement: u8,
    /// The code of its legal nature, 11 to 55, when it is not the usual one of its kind.
    pub nature: Option<u8>,
    /// The prefecture that receives its acts, « PREF014 ».
    pub prefecture: Option<String>,
    /// The three letters of its operator, which start the names of archives.
    pub trigramme: Option<String>,
    /// Whom the prefecture may call.
    pub referent: Referent,
    /// Where acknowledgements are sent; at least one is needed by an envelope.
    pub adresses_retour: Vec<Courriel>,
    /// The date of the classification in force at the prefecture, when it is not that of the program.
    pub classification: Option<NaiveDate>,
}

/// Whom the prefecture may call (*référent*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Referent {
    /// A name or a department.
    pub nom: Option<String>,
    /// A telephone number as typed.
    pub telephone: Option<String>,
    /// An address.
    pub courriel: Option<Courriel>,
}

/// What is told of one act beside its text (*transmission*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transmission {
    /// Its nature in the classification.
    pub nature: NatureActe,
    /// The type of its main piece; the usual one of its nature when absent.
    pub type_piece: Option<TypePiece>,
    /// Whether a piece is also sent on paper.
    pub papier: bool,
    /// The act already transmitted that this one modifies or replaces, `014-241400415-20121207-C_12_05_01-DE`.
    pub remplace: Option<String>,
}

/// The nature of an act in the classification (*nature*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names are those of the classification")]
pub enum NatureActe {
    #[default]
    Deliberation,
    ActeReglementaire,
    ActeIndividuel,
    Contrat,
    DocumentBudgetaire,
    Autre,
}

impl NatureActe {
    /// Every nature with its key in the files, its code and its two letters.
    pub const ALL: &'static [(Self, &'static str, u8, &'static str)] = &[
        (Self::Deliberation, "deliberation", 1, "DE"),
        (Self::ActeReglementaire, "acte-reglementaire", 2, "AR"),
        (Self::ActeIndividuel, "acte-individuel", 3, "AI"),
        (Self::Contrat, "contrat", 4, "CC"),
        (Self::DocumentBudgetaire, "document-budgetaire", 5, "BF"),
        (Self::Autre, "autre", 6, "AU"),
    ];

    /// Its code, 1 to 6.
    #[must_use]
    pub fn code(self) -> u8 {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or(1, |(_, _, code, _)| *code)
    }

    /// Its two letters, « DE ».
    #[must_use]
    pub fn abrege(self) -> &'static str {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or("DE", |(.., abrege)| abrege)
    }
}

/// The type of a piece in the classification (*type de pièce*): two digits, `_`, two letters, « 99_DE ».
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypePiece(String);

/// A text is not such a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CodeError(&'static str);

impl FromStr for TypePiece {
    type Err = CodeError;

    fn from_str(texte: &str) -> Result<Self, CodeError> {
        let b = texte.as_bytes();
        let good = b.len() == 5
            && b[..2].iter().all(u8::is_ascii_digit)
            && b[2] == b'_'
            && b[3..].iter().all(u8::is_ascii_uppercase);
        good.then(|| Self(texte.to_owned()))
            .ok_or(CodeError("un type de pièce s’écrit en deux chiffres, « _ » et deux capitales"))
    }
}

/// The code of a département in three signs, « 014 », « 02A », « 974 ».
///
/// ```
/// use delibere::model::CodeDepartement;
/// assert_eq!("14".parse::<CodeDepartement>().unwrap().to_string(), "014");
/// assert_eq!("2A".parse::<CodeDepartement>().unwrap().to_string(), "02A");
/// assert!("Calvados".parse::<CodeDepartement>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodeDepartement(String);

impl FromStr for CodeDepartement {
    type Err = CodeError;

    fn from_str(texte: &str) -> Result<Self, CodeError> {
        let code = if texte.len() == 2 { format!("0{texte}") } else { texte.to_owned() };
        let b = code.as_bytes();
        let good = b.len() == 3
            && matches!(b[0], b'0' | b'9')
            && b[1].is_ascii_digit()
            && (b[2].is_ascii_digit() || matches!(b[2], b'A' | b'B'))
            && code != "000";
        good.then_some(Self(code)).ok_or(CodeError(
            "le code d’un département s’écrit en deux ou trois signes : 14, 2A, 974",
        ))
    }
}

/// An e-mail address (*courriel*) that the prefecture's schema takes: no `+`, a last part of two to six letters.
///
/// ```
/// use delibere::model::Courriel;
/// assert!("assemblees@caen.exemple.fr".parse::<Courriel>().is_ok());
/// assert!("a+b@exemple.fr".parse::<Courriel>().is_err());
/// assert!("mairie@exemple.collectivite".parse::<Courriel>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Courriel(String);

impl FromStr for Courriel {
    type Err = CodeError;

    fn from_str(texte: &str) -> Result<Self, CodeError> {
        let refused = CodeError(
            "la préfecture n’accepte que des lettres sans accent, des chiffres, des points, des \
             tirets et « _ », et une fin de deux à six lettres : mairie@exemple.fr",
        );
        let (local, domain) = texte.split_once('@').ok_or(refused)?;
        let atoms = |s: &str, underscore: bool| {
            s.split('.').all(|a| {
                !a.is_empty()
                    && a.bytes().all(|b| {
                        b.is_ascii_alphanumeric() || b == b'-' || (underscore && b == b'_')
                    })
            })
        };
        let end = domain.rsplit_once('.').map_or("", |(_, end)| end);
        let good = atoms(local, true)
            && atoms(domain, false)
            && (2..=6).contains(&end.len())
            && end.bytes().all(|b| b.is_ascii_alphabetic());
        good.then(|| Self(texte.to_owned())).ok_or(refused)
    }
}

macro_rules! shown {
    ($($nom:ident),*) => { $( impl fmt::Display for $nom {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&self.0)
        }
    } )* };
}
shown!(TypePiece, CodeDepartement, Courriel);
