//! How plain values are read: words, numbers, days, amounts, lists.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::DeValue;

use super::codes;
use super::fault::cite;
use super::forme::{Attendu, FromToml, Reader, Shape};
use crate::model::{Montant, MontantError};

/// Elements of one list, beyond which something is wrong.
const MAX_ELEMENTS: usize = 50_000;

/// Words in Markdown, still to be parsed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Markdown(pub(crate) String);

/// A list of texts that must be there.
#[derive(Debug, Clone)]
pub(crate) struct Segments(pub(crate) Vec<String>);

/// Votes by count, or the names of those who cast them.
#[derive(Debug, Clone)]
pub(crate) enum Voix {
    Nombre(i64),
    Noms(Vec<String>),
}

impl FromToml for Voix {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        match valeur.get_ref() {
            DeValue::Integer(_) => i64::from_toml(valeur, reader).map(Self::Nombre),
            DeValue::Array(_) => Vec::from_toml(valeur, reader).map(Self::Noms),
            _ => {
                reader.wrong_kind(valeur, Attendu::Voix);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Voix
    }
}

impl FromToml for Segments {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        Vec::from_toml(valeur, reader).map(Self)
    }

    fn shape() -> Shape {
        Vec::<String>::shape()
    }
}

impl FromToml for String {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let Some(texte) = valeur.get_ref().as_str() else {
            reader.wrong_kind(valeur, Attendu::Texte);
            return None;
        };
        // The text is there all the same: what else is wrong in the file can be said.
        reader.characters(texte);
        Some(texte.to_owned())
    }

    fn shape() -> Shape {
        Shape::Texte
    }
}

impl FromToml for Markdown {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        // The Markdown reader looks for forbidden characters itself: it gives their exact place.
        match valeur.get_ref().as_str() {
            Some(texte) => Some(Self(texte.to_owned())),
            None => {
                reader.wrong_kind(valeur, Attendu::Texte);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Markdown
    }
}

impl FromToml for i64 {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let Some(number) = valeur.get_ref().as_integer() else {
            reader.wrong_kind(valeur, Attendu::Entier);
            return None;
        };
        let read = Self::from_str_radix(number.as_str(), number.radix()).ok();
        if read.is_none() {
            reader.fault(
                codes::BORNES,
                valeur.span(),
                format!("le nombre {} est trop grand", cite(number.as_str())),
                "nombre trop grand",
                None,
            );
        }
        read
    }

    fn shape() -> Shape {
        Shape::Entier
    }
}

impl FromToml for bool {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let value = valeur.get_ref().as_bool();
        if value.is_none() {
            reader.wrong_kind(valeur, Attendu::Booleen);
        }
        value
    }

    fn shape() -> Shape {
        Shape::Booleen
    }
}

impl FromToml for NaiveDate {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let date = valeur.get_ref().as_datetime().filter(|d| d.time.is_none()).and_then(|d| d.date);
        let Some(date) = date else {
            reader.wrong_kind(valeur, Attendu::Date);
            return None;
        };
        let day = Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
        if day.is_none() {
            reader.fault(
                codes::DATE,
                valeur.span(),
                "cette date n’existe pas",
                "date impossible",
                None,
            );
        }
        day
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

impl FromToml for NaiveTime {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let time = valeur
            .get_ref()
            .as_datetime()
            .filter(|d| d.date.is_none())
            .and_then(|d| d.time)
            .and_then(|t| {
                Self::from_hms_opt(t.hour.into(), t.minute.into(), t.second.unwrap_or(0).into())
            });
        if time.is_none() {
            reader.wrong_kind(valeur, Attendu::Heure);
        }
        time
    }

    fn shape() -> Shape {
        Shape::Heure
    }
}

/// The hint of an amount typed as a float: the same one, as text.
fn exact(typed: &str) -> String {
    let plain: String = typed.chars().filter(|c| *c != '_' && *c != '+').collect();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |d| ("-", d));
    match digits.split_once('.') {
        Some((euros, cents))
            if euros.len() <= 13
                && cents.len() <= 2
                && euros.bytes().chain(cents.bytes()).all(|b| b.is_ascii_digit()) =>
        {
            format!("écrivez : \"{sign}{},{cents:0<2}\"", thousands(euros))
        }
        _ => "arrondissez au centime, et mettez le montant entre guillemets : \"1 234,56\""
            .to_owned(),
    }
}

/// The hint of an amount such as `10.000`: both ways to read it, when there are two.
fn unambiguous(typed: &str) -> String {
    let bare = typed.trim_end_matches('€').trim_end();
    let (euros, decimals) = bare.split_once(['.', ',']).unwrap_or((bare, ""));
    let digits: String = euros.chars().filter(|c| !c.is_whitespace()).collect();
    let many = format!("\"{}\"", thousands(&format!("{digits}{decimals}")));
    match decimals.strip_suffix('0') {
        Some(cents) => format!(
            "écrivez {many} si ce sont des milliers, \"{},{cents}\" si ce sont des euros et des centimes",
            thousands(&digits)
        ),
        None => format!("écrivez {many} si ce sont des milliers ; sinon, arrondissez au centime"),
    }
}

/// Figures in groups of three, an ordinary space between them, as a hand would type them.
fn thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix(['-', '\u{2212}']).map_or(("", digits), |d| ("-", d));
    let mut out = sign.to_owned();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

impl FromToml for Montant {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let read = match valeur.get_ref() {
            DeValue::Integer(i) if i.radix() == 10 => {
                Self::from_str(i.as_str().trim_start_matches('+'))
            }
            DeValue::String(s) => Self::from_str(s),
            DeValue::Float(f) => {
                reader.fault(
                    codes::MONTANT_FLOTTANT,
                    valeur.span(),
                    "un montant avec des centimes s’écrit entre guillemets",
                    "il manque les guillemets",
                    Some(exact(f.as_str())),
                );
                return None;
            }
            _ => {
                reader.wrong_kind(valeur, Attendu::Montant);
                return None;
            }
        };
        match read {
            Ok(montant) => Some(montant),
            Err(error) => {
                let aide = match &error {
                    MontantError::Ambigu(t) => unambiguous(t),
                    MontantError::TropPrecis(_) => "arrondissez au centime".to_owned(),
                    MontantError::MalGroupe(_) => {
                        "séparez les milliers par une espace : \"1 234,56\"".to_owned()
                    }
                    MontantError::TropGrand(_) => "vérifiez le nombre de chiffres".to_owned(),
                    MontantError::Illisible(_) => {
                        "écrivez un entier ou un texte, sans lettre : 20000, \"1 234,56\""
                            .to_owned()
                    }
                };
                reader.fault(
                    codes::MONTANT,
                    valeur.span(),
                    error.to_string(),
                    "ce montant ne peut pas être lu",
                    Some(aide),
                );
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Montant { vide: false }
    }
}

impl<T: FromToml> FromToml for Option<T> {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        // An empty text is an empty cell where an amount may be missing; elsewhere it is a text.
        if matches!(T::shape(), Shape::Montant { .. })
            && valeur.get_ref().as_str().is_some_and(|t| t.trim().is_empty())
        {
            return Some(None);
        }
        T::from_toml(valeur, reader).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn shape() -> Shape {
        match T::shape() {
            Shape::Montant { .. } => Shape::Montant { vide: true },
            other => other,
        }
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let Some(array) = valeur.get_ref().as_array() else {
            let tables = matches!(T::shape(), Shape::Table(_));
            reader.wrong_kind(valeur, if tables { Attendu::Tables } else { Attendu::Liste });
            return None;
        };
        if array.len() > MAX_ELEMENTS {
            let cle = reader.last_key();
            reader.fault(
                codes::TAILLE,
                valeur.span(),
                format!("« {cle} » a plus de 50\u{202f}000 éléments"),
                "liste trop longue",
                Some("répartissez-les dans plusieurs dossiers".to_owned()),
            );
            return None;
        }
        let read: Vec<Option<T>> = array
            .iter()
            .enumerate()
            .map(|(i, item)| reader.at(&format!("[{i}]"), |r| T::from_toml(item, r)))
            .collect();
        // A faulty item would shift the ranks of the next ones: the list is given whole or not at all.
        read.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn shape() -> Shape {
        Shape::Liste(Box::new(T::shape()))
    }
}
