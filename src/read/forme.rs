//! The one declaration of a table of the files: what is read, what the JSON Schema says, what the guide prints.
//!
//! serde would stop at the first fault, in English and without its place; here every fault of a file is collected, in
//! French, with its path and its bytes.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::codes;
use super::fault::Fault;

pub(crate) use super::choix::{
    ChoixConsiderant, ChoixEtat, ChoixGenre, ChoixLargeur, ChoixNature, ChoixPiece, ChoixPolice,
    ChoixSection, ChoixSens, ChoixTerme, ChoixTotal, ChoixVisa,
};
pub(crate) use super::valeurs::Markdown;

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

/// Collects the faults of one file while its values are read.
#[derive(Debug)]
pub(crate) struct Reader {
    fichier: String,
    chemin: String,
    pub(crate) faults: Vec<Fault>,
}

impl Reader {
    pub(crate) fn new(fichier: &str) -> Self {
        Self { fichier: fichier.to_owned(), chemin: String::new(), faults: Vec::new() }
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
    pub(crate) fn wrong_kind(&mut self, valeur: &Spanned<DeValue<'_>>, attendu: &str) {
        let found = match valeur.get_ref() {
            DeValue::String(_) => "un texte",
            DeValue::Integer(_) => "un nombre entier",
            DeValue::Float(_) => "un nombre à virgule",
            DeValue::Boolean(_) => "un oui ou non (true, false)",
            DeValue::Datetime(_) => "une date ou une heure",
            DeValue::Array(_) => "une liste",
            DeValue::Table(_) => "une table",
        };
        let aide = match (attendu, valeur.get_ref()) {
            ("un texte", DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)) => {
                Some("mettez la valeur entre guillemets : \"…\"".to_owned())
            }
            ("une liste", _) => Some("mettez la valeur entre crochets : […]".to_owned()),
            ("une date", DeValue::String(_)) => {
                Some("écrivez la date sans guillemets, année-mois-jour : 2012-12-07".to_owned())
            }
            _ => None,
        };
        let cle = self.last_key();
        self.fault(
            codes::TYPE,
            valeur.span(),
            format!("« {cle} » attend {attendu}, et reçoit {found}"),
            format!("{attendu} est attendu ici").replace("une liste est attendu", "une liste est attendue").replace("une date est attendu", "une date est attendue").replace("une table est attendu", "une table est attendue"),
            aide,
        );
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
        known: &[&str],
    ) -> Option<&'a DeTable<'i>> {
        let DeValue::Table(table) = valeur.get_ref() else {
            self.wrong_kind(valeur, "une table");
            return None;
        };
        for (key, _) in table {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let aide = nearest(name, known).map_or_else(
                    || format!("clés possibles : {}", known.join(", ")),
                    |near| format!("vouliez-vous écrire « {near} » ?"),
                );
                self.at(name, |r| {
                    r.fault(
                        codes::CLE_INCONNUE,
                        key.span(),
                        format!("clé inconnue : « {name} »"),
                        "cette clé n’existe pas ici",
                        Some(aide),
                    );
                });
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
            None => T::absent().or_else(|| {
                self.fault(
                    codes::CLE_ABSENTE,
                    place,
                    format!("il manque « {cle} »"),
                    format!("« {cle} » est obligatoire ici"),
                    Some(example::<T>(cle)),
                );
                None
            }),
        }
    }
}

fn example<T: FromToml>(cle: &str) -> String {
    let value = match T::shape() {
        Shape::Entier => "2013".to_owned(),
        Shape::Booleen => "true".to_owned(),
        Shape::Date => "2012-12-07".to_owned(),
        Shape::Heure => "18:00:00".to_owned(),
        Shape::Choix(words) => format!("\"{}\"", words.first().map_or("…", |w| w.0)),
        Shape::Liste(_) => "[…]".to_owned(),
        Shape::Table(_) => return format!("ajoutez une table [{cle}]"),
        Shape::Texte | Shape::Markdown | Shape::Montant { .. } => "\"…\"".to_owned(),
    };
    format!("ajoutez : {cle} = {value}")
}

/// The known word that a typing slip most likely meant.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
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
