//! The one declaration of a table of the files: what is read, what the JSON Schema says, what the guide prints.
//!
//! serde would stop at the first fault, in English and without its place; here every fault of a file is collected, in
//! French, with its path and its bytes.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::codes;
use super::fault::{Fault, cite};
use crate::typographie::date::MOIS;

pub(crate) use super::choix::{
    ChoixAutorisation, ChoixCause, ChoixConsiderant, ChoixEffet, ChoixEtape, ChoixEtat, ChoixForme,
    ChoixGenre, ChoixLargeur, ChoixMajorite, ChoixModeConvocation, ChoixModeTransmission,
    ChoixMouvement, ChoixNature, ChoixNatureActe, ChoixNaturePoint, ChoixNatureSubvention,
    ChoixNomenclature, ChoixPiece, ChoixPolice, ChoixPortee, ChoixPublicite, ChoixResultat,
    ChoixScrutin, ChoixSection, ChoixSens, ChoixSensVote, ChoixSort, ChoixTerme, ChoixTotal,
    ChoixVisa,
};
pub(crate) use super::valeurs::{Markdown, Segments, Voix};

/// What a value of a file may be, for the schema and the guide.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// Words on one or several lines.
    Texte,
    /// Words in Markdown.
    Markdown,
    /// A whole number.
    Entier,
    /// `true` or `false`.
    Booleen,
    /// A day.
    Date,
    /// An hour.
    Heure,
    /// An amount of money, or `""` for an empty cell when it may be empty.
    Montant { vide: bool },
    /// One of these words, each with its explanation.
    Choix(Vec<(&'static str, &'static str)>),
    /// A number of votes, or the list of those who cast them.
    Voix,
    /// Several of those.
    Liste(Box<Shape>),
    /// A table of keys.
    Table(TableShape),
}

/// A table of the files.
#[derive(Debug, Clone)]
pub(crate) struct TableShape {
    pub(crate) doc: String,
    pub(crate) champs: Vec<ChampShape>,
}

/// A key of a table.
#[derive(Debug, Clone)]
pub(crate) struct ChampShape {
    pub(crate) cle: &'static str,
    pub(crate) doc: String,
    pub(crate) requis: bool,
    pub(crate) shape: Shape,
}

/// What can be read from a value of a file.
pub(crate) trait FromToml: Sized {
    /// Reads the value; on a fault, says it to the reader and gives nothing.
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self>;

    /// What an absent key stands for; nothing when the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// What it may be.
    fn shape() -> Shape;
}

/// What a value should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attendu {
    Texte,
    Entier,
    Booleen,
    Date,
    Heure,
    Montant,
    Voix,
    Liste,
    /// A list of tables, each with its own header.
    Tables,
    Table,
}

impl Attendu {
    fn nom(self) -> &'static str {
        match self {
            Self::Texte => "un texte",
            Self::Entier => "un nombre entier",
            Self::Booleen => "true ou false",
            Self::Date => "une date",
            Self::Heure => "une heure",
            Self::Montant => "un montant",
            Self::Voix => "un nombre ou une liste de noms",
            Self::Liste => "une liste",
            Self::Tables => "une liste de tables",
            Self::Table => "une table",
        }
    }

    fn etiquette(self) -> &'static str {
        match self {
            Self::Texte => "un texte est attendu ici",
            Self::Entier => "un nombre entier est attendu ici",
            Self::Booleen => "true (oui) ou false (non) est attendu ici",
            Self::Date => "une date est attendue ici",
            Self::Heure => "une heure est attendue ici",
            Self::Montant => "un montant est attendu ici",
            Self::Voix => "un nombre ou une liste de noms est attendu ici",
            Self::Liste => "une liste est attendue ici",
            Self::Tables => "une liste de tables est attendue ici",
            Self::Table => "une table est attendue ici",
        }
    }

    /// How to turn what was typed into what is wanted; `header` names the table in brackets.
    fn aide(self, valeur: &DeValue<'_>, header: &str) -> Option<String> {
        Some(match (self, valeur) {
            (Self::Texte, DeValue::Array(_)) => "gardez un seul texte, sans crochets".to_owned(),
            (Self::Texte, DeValue::Table(_)) => "donnez un texte : clé = \"…\"".to_owned(),
            (Self::Texte, other) => {
                format!("mettez la valeur entre guillemets : \"{}\"", typed(other))
            }
            (Self::Entier, DeValue::String(s)) if s.trim().parse::<i64>().is_ok() => {
                format!("écrivez le nombre sans guillemets : {}", s.trim())
            }
            (Self::Entier, _) => {
                "écrivez un nombre entier, en chiffres et sans guillemets".to_owned()
            }
            (Self::Booleen, _) => "écrivez true (oui) ou false (non), sans guillemets".to_owned(),
            (Self::Date, DeValue::Datetime(d)) if d.date.is_some() => {
                format!("retirez l’heure : {}", d.date.map_or_else(String::new, |d| d.to_string()))
            }
            (Self::Date, DeValue::String(s)) => {
                let day = date_typed(s).unwrap_or_else(|| "2012-12-07".to_owned());
                format!("écrivez la date sans guillemets, année-mois-jour : {day}")
            }
            (Self::Date, _) => "écrivez la date année-mois-jour : 2012-12-07".to_owned(),
            (Self::Heure, DeValue::Datetime(d)) if d.time.is_some() => {
                format!("retirez la date : {}", d.time.map_or_else(String::new, |t| t.to_string()))
            }
            (Self::Heure, _) => {
                let hour = match valeur {
                    DeValue::String(s) => hour_typed(s),
                    _ => None,
                };
                let hour = hour.unwrap_or_else(|| "18:30:00".to_owned());
                format!("écrivez l’heure sans guillemets : {hour}")
            }
            (Self::Montant, _) => "écrivez un entier ou un texte : 20000, \"1 234,56\"".to_owned(),
            (Self::Voix, DeValue::String(s)) => {
                format!("mettez le nom entre crochets : [\"{}\"]", cite(s))
            }
            (Self::Voix, _) => {
                "écrivez un nombre (3) ou les noms ([\"leroy\", \"martin\"])".to_owned()
            }
            (Self::Tables, DeValue::Table(_)) => {
                format!("doublez les crochets : [[{header}]], car il peut y en avoir plusieurs")
            }
            (Self::Tables, _) => format!("écrivez une ligne [[{header}]], et ses clés au-dessous"),
            (Self::Liste, DeValue::Table(_)) => {
                "mettez les valeurs entre crochets : [\"…\"]".to_owned()
            }
            (Self::Liste, DeValue::String(_)) => {
                "mettez le texte entre crochets : [\"…\"]".to_owned()
            }
            (Self::Liste, other) => format!("mettez la valeur entre crochets : [{}]", typed(other)),
            (Self::Table, DeValue::Array(a)) if a.iter().all(|v| v.get_ref().is_table()) => {
                format!("gardez un seul crochet : [{header}], car il n’y en a qu’une")
            }
            (Self::Table, _) => format!("écrivez une ligne [{header}], et ses clés au-dessous"),
        })
    }
}

/// What was found in a file, named in a sentence.
fn found(valeur: &DeValue<'_>) -> &'static str {
    match valeur {
        DeValue::String(_) => "un texte",
        DeValue::Integer(_) => "un nombre entier",
        DeValue::Float(_) => "un nombre à virgule",
        DeValue::Boolean(_) => "true ou false",
        DeValue::Datetime(d) if d.time.is_none() => "une date",
        DeValue::Datetime(d) if d.date.is_none() => "une heure",
        DeValue::Datetime(_) => "une date avec une heure",
        DeValue::Array(a) if !a.is_empty() && a.iter().all(|v| v.get_ref().is_table()) => {
            "une liste de tables"
        }
        DeValue::Array(_) => "une liste",
        DeValue::Table(_) => "une table",
    }
}

/// A plain value as it was typed, for a hint.
fn typed(valeur: &DeValue<'_>) -> String {
    match valeur {
        DeValue::Integer(i) => i.as_str().to_owned(),
        DeValue::Float(f) => f.as_str().to_owned(),
        DeValue::Boolean(b) => b.to_string(),
        DeValue::Datetime(d) => d.to_string(),
        _ => "…".to_owned(),
    }
}

/// A day written the French way, `07/12/2012` or `7 décembre 2012`, as a file wants it; one already in order is itself.
pub(crate) fn date_typed(texte: &str) -> Option<String> {
    let parts: Vec<&str> = texte
        .split(|c: char| c.is_whitespace() || "/.-".contains(c))
        .filter(|s| !s.is_empty())
        .collect();
    let [a, b, c] = parts.try_into().ok()?;
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let number = |s: &str| s.parse::<u16>().ok().filter(|_| s.bytes().all(|b| b.is_ascii_digit()));
    let named = || {
        let rank = MOIS.iter().position(|m| *m == month.to_lowercase())?;
        u16::try_from(rank + 1).ok()
    };
    let (year, day) = (number(year)?, number(day.strip_suffix("er").unwrap_or(day))?);
    let month = number(month).or_else(named)?;
    chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .filter(|_| year >= 1000)
        .map(|d| d.to_string())
}

/// An hour written the French way, `18h30`, `18 h`, as a file wants it.
pub(crate) fn hour_typed(texte: &str) -> Option<String> {
    let compact: String = texte.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, minutes) = compact.split_once(['h', ':'])?;
    let minutes = minutes.split(':').next().unwrap_or("");
    let number = |s: &str| if s.is_empty() { Some(0) } else { s.parse::<u32>().ok() };
    let (h, m) = (hours.parse::<u32>().ok()?, number(minutes)?);
    (h < 24 && m < 60).then(|| format!("{h:02}:{m:02}:00"))
}

/// Collects the faults of one file while its values are read.
#[derive(Debug)]
pub(crate) struct Reader {
    fichier: String,
    chemin: String,
    /// The keys of the file itself, which TOML wants before its first table.
    racine: Vec<&'static str>,
    /// The bytes where such a key may be added.
    tete: usize,
    /// Keys that an unknown one most likely meant, by path: their absence is the same slip.
    devinees: BTreeSet<String>,
    pub(crate) faults: Vec<Fault>,
}

impl Reader {
    /// A reader of one file; `tete` is where its first key stands.
    pub(crate) fn new(fichier: &str, tete: usize) -> Self {
        Self {
            fichier: fichier.to_owned(),
            chemin: String::new(),
            racine: Vec::new(),
            tete,
            devinees: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// Notes a fault at the value being read.
    pub(crate) fn fault(
        &mut self,
        code: codes::Code,
        plage: Range<usize>,
        message: impl Into<String>,
        etiquette: impl Into<String>,
        aide: Option<String>,
    ) {
        let mut fault = Fault::new(code, &self.fichier, &self.chemin, message);
        fault.plage = Some(plage);
        fault.etiquette = etiquette.into();
        fault.aide = aide;
        self.faults.push(fault);
    }

    /// A value that is not of the kind that is wanted.
    pub(crate) fn wrong_kind(&mut self, valeur: &Spanned<DeValue<'_>>, attendu: Attendu) {
        let cle = format!("« {} »", self.last_key());
        let quoi = if self.chemin.ends_with(']') { format!("un élément de {cle}") } else { cle };
        let aide = attendu.aide(valeur.get_ref(), &self.header());
        self.fault(
            codes::TYPE,
            valeur.span(),
            format!("{quoi} doit être {}, et non {}", attendu.nom(), found(valeur.get_ref())),
            attendu.etiquette(),
            aide,
        );
    }

    /// Notes the characters of a text that cannot be printed.
    pub(crate) fn characters(&mut self, texte: &str) {
        super::markdown::characters(texte, &self.fichier, &self.chemin, &mut self.faults);
    }

    /// The path being read as a table header names it, without ranks.
    fn header(&self) -> String {
        let steps = self.chemin.split('.').map(|s| s.split('[').next().unwrap_or(""));
        steps.collect::<Vec<_>>().join(".")
    }

    /// The key being read, without its rank.
    pub(crate) fn last_key(&self) -> String {
        let last = self.chemin.rsplit('.').next().unwrap_or("");
        last.split('[').next().unwrap_or("").to_owned()
    }

    /// Reads `f` one step down the path.
    pub(crate) fn at<T>(&mut self, step: &str, f: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.chemin.len();
        if !step.starts_with('[') && length > 0 {
            self.chemin.push('.');
        }
        self.chemin.push_str(step);
        let out = f(self);
        self.chemin.truncate(length);
        out
    }

    /// The value as a table whose keys are all known; unknown keys are faults, but do not stop the reading.
    pub(crate) fn table<'a, 'i>(
        &mut self,
        valeur: &'a Spanned<DeValue<'i>>,
        known: &[&'static str],
    ) -> Option<&'a DeTable<'i>> {
        let DeValue::Table(table) = valeur.get_ref() else {
            self.wrong_kind(valeur, Attendu::Table);
            return None;
        };
        if self.chemin.is_empty() {
            self.racine = known.to_vec();
        }
        for (key, _) in table {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let aide = match nearest(name, known) {
                    Some(near) => {
                        self.devinees.insert(format!("{}.{near}", self.chemin));
                        format!("vouliez-vous écrire « {near} » ?")
                    }
                    None if self.racine.contains(&name) => format!(
                        "« {name} » se place en tête du fichier, avant la première ligne entre crochets"
                    ),
                    None => format!("clés possibles : {}", known.join(", ")),
                };
                self.fault(
                    codes::CLE_INCONNUE,
                    key.span(),
                    format!("la clé « {} » n’existe pas", cite(name)),
                    "clé inconnue ici",
                    Some(aide),
                );
            }
        }
        Some(table)
    }

    /// Reads one key of a table.
    pub(crate) fn field<T: FromToml>(
        &mut self,
        table: &DeTable<'_>,
        cle: &str,
        place: Range<usize>,
    ) -> Option<T> {
        match table.get(cle) {
            Some(valeur) => self.at(cle, |r| T::from_toml(valeur, r)),
            None if self.devinees.contains(&format!("{}.{cle}", self.chemin)) => None,
            None => T::absent().or_else(|| {
                let root = self.chemin.is_empty();
                let place = if root { self.tete..self.tete } else { place };
                let aide = self.at(cle, |r| example(cle, &T::shape(), root, &r.header()));
                self.fault(
                    codes::CLE_ABSENTE,
                    place,
                    format!("il manque « {cle} »"),
                    format!("« {cle} » est obligatoire ici"),
                    Some(aide),
                );
                None
            }),
        }
    }
}

/// What to add where a key is missing; a key of the file itself goes before its first table.
fn example(cle: &str, shape: &Shape, root: bool, header: &str) -> String {
    let value = match shape {
        Shape::Entier => "2013".to_owned(),
        Shape::Voix => "3".to_owned(),
        Shape::Booleen => "true".to_owned(),
        Shape::Date => "2012-12-07".to_owned(),
        Shape::Heure => "18:00:00".to_owned(),
        Shape::Choix(words) => {
            let words: Vec<String> = words.iter().map(|w| format!("\"{}\"", w.0)).collect();
            let (first, others) =
                words.split_first().map_or(("\"…\"", &[][..]), |(f, o)| (f.as_str(), o));
            if others.is_empty() {
                first.to_owned()
            } else {
                format!("{first}, ou {}", others.join(", "))
            }
        }
        Shape::Liste(_) => "[…]".to_owned(),
        Shape::Table(_) => return format!("ajoutez une ligne [{header}], et ses clés au-dessous"),
        Shape::Texte | Shape::Markdown | Shape::Montant { .. } => "\"…\"".to_owned(),
    };
    let ou = if root { " en tête du fichier" } else { "" };
    format!("ajoutez{ou} : {cle} = {value}")
}

/// The known word that a typing slip most likely meant.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    // The distance costs the product of both lengths, for each known word: what is not a slip is not compared.
    if word.len() > 64 || known.len() > 1000 {
        return None;
    }
    let word = word.to_lowercase();
    known
        .iter()
        .map(|k| (strsim::damerau_levenshtein(&word, k), *k))
        .filter(|(distance, k)| *distance <= 1 + k.len().max(word.len()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, k)| k)
}

/// Declares a table of the files: its Rust type, how it is read, what its schema says.
macro_rules! forme {
    (
        $(#[doc = $doc:literal])*
        pub struct $nom:ident {
            $( $(#[doc = $champ_doc:literal])* $champ:ident : $ty:ty ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        pub(crate) struct $nom {
            $( $(#[doc = $champ_doc])* pub(crate) $champ: $ty, )*
        }

        impl $crate::read::forme::FromToml for $nom {
            fn from_toml(
                valeur: &toml::Spanned<toml::de::DeValue<'_>>,
                reader: &mut $crate::read::forme::Reader,
            ) -> Option<Self> {
                let table = reader.table(valeur, &[$(stringify!($champ)),*])?;
                $( let $champ = reader.field::<$ty>(table, stringify!($champ), valeur.span()); )*
                Some(Self { $( $champ: $champ?, )* })
            }

            fn shape() -> $crate::read::forme::Shape {
                use $crate::read::forme::{ChampShape, FromToml, Shape, TableShape};
                Shape::Table(TableShape {
                    doc: concat!($($doc),*).trim().to_owned(),
                    champs: vec![ $( ChampShape {
                        cle: stringify!($champ),
                        doc: concat!($($champ_doc),*).trim().to_owned(),
                        requis: <$ty as FromToml>::absent().is_none(),
                        shape: <$ty as FromToml>::shape(),
                    } ),* ],
                })
            }
        }
    };
}
pub(crate) use forme;
