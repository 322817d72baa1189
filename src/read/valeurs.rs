//! How plain values are read: words, numbers, days, amounts, lists.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::{DeValue};

use super::codes;
use super::forme::{FromToml, Reader, Shape};
use super::markdown::forbidden;
use crate::model::{Montant, MontantError};

/// Words in Markdown, still to be parsed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Markdown(pub(crate) String);

impl FromToml for String {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let Some(texte) = valeur.get_ref().as_str() else {
            reader.wrong_kind(valeur, "un texte");
            return None;
        };
        if let Some(c) = texte.chars().find(|c| forbidden(*c)) {
            reader.fault(
                codes::CARACTERE,
                valeur.span(),
                format!("caractère interdit : U+{:04X}", c as u32),
                "ce texte contient un caractère invisible qui ne peut pas être imprimé",
                Some("supprimez ce caractère (il vient souvent d’un copier-coller)".to_owned()),
            );
            return None;
        }
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
                reader.wrong_kind(valeur, "un texte");
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
        let number = valeur
            .get_ref()
            .as_integer()
            .and_then(|i| Self::from_str_radix(i.as_str(), i.radix()).ok());
        if number.is_none() {
            reader.wrong_kind(valeur, "un nombre entier");
        }
        number
    }

    fn shape() -> Shape {
        Shape::Entier
    }
}

impl FromToml for bool {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let value = valeur.get_ref().as_bool();
        if value.is_none() {
            reader.wrong_kind(valeur, "un oui ou non (true, false)");
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
            reader.wrong_kind(valeur, "une date");
            return None;
        };
        let day = Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
        if day.is_none() {
            reader.fault(
                codes::DATE,
                valeur.span(),
                "cette date n’existe pas",
                "aucun jour de ce nom dans le calendrier",
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
            reader.wrong_kind(valeur, "une heure");
        }
        time
    }

    fn shape() -> Shape {
        Shape::Heure
    }
}

impl FromToml for Montant {
    fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
        let read = match valeur.get_ref() {
            DeValue::Integer(i) if i.radix() == 10 => Self::from_str(i.as_str()),
            DeValue::String(s) => Self::from_str(s),
            DeValue::Float(f) => {
                let typed = f.as_str().replace('.', ",");
                reader.fault(
                    codes::MONTANT_FLOTTANT,
                    valeur.span(),
                    "un montant ne s’écrit pas en nombre à virgule",
                    "un nombre à virgule n’est pas exact",
                    Some(format!("écrivez-le entre guillemets : \"{typed}\"")),
                );
                return None;
            }
            _ => {
                reader.wrong_kind(valeur, "un montant");
                return None;
            }
        };
        match read {
            Ok(montant) => Some(montant),
            Err(error) => {
                let aide = match &error {
                    MontantError::Ambigu(t) => {
                        let (head, tail) = t.split_once(['.', ',']).unwrap_or((t, ""));
                        format!("écrivez \"{head} {tail}\" pour des milliers, \"{head},00\" pour des euros")
                    }
                    MontantError::TropPrecis(_) => "arrondissez au centime".to_owned(),
                    MontantError::MalGroupe(_) => "séparez les milliers par une espace : \"1 234,56\"".to_owned(),
                    MontantError::TropGrand(_) => "vérifiez le nombre de chiffres".to_owned(),
                    MontantError::Illisible(_) => {
                        "écrivez un entier ou un texte : 20000, \"1 234,56\", \"1234.56\"".to_owned()
                    }
                };
                reader.fault(
                    codes::MONTANT,
                    valeur.span(),
                    format!("montant illisible : {error}"),
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
            reader.wrong_kind(valeur, "une liste");
            return None;
        };
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
