//! Stands in for `redaction` until it is there.

use chrono::{Datelike, NaiveDate};

use crate::compute::ComptesVote;
use crate::model::{Dossier, Resultat};

pub(super) fn de(nom: &str) -> String {
    match nom.chars().next() {
        Some('A' | 'E' | 'É' | 'È' | 'I' | 'O' | 'U' | 'Y') => format!("d’{nom}"),
        _ => format!("de {nom}"),
    }
}

pub(super) fn enumeration<S: AsRef<str>>(noms: &[S]) -> String {
    let noms: Vec<&str> = noms.iter().map(AsRef::as_ref).collect();
    match noms.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

pub(super) fn date_lettres(d: NaiveDate) -> String {
    format!("l’an deux mille {}, le {}", d.year() - 2000, d.day())
}

pub(super) fn resultat(_: &Dossier, vote: &ComptesVote) -> Vec<String> {
    vec![
        match vote.resultat {
            Resultat::Adoptee if vote.unanimite => "Adopté à l’unanimité.".to_owned(),
            Resultat::Adoptee => "Adopté à la majorité.".to_owned(),
            Resultat::Rejetee | Resultat::Partage => "Rejeté.".to_owned(),
        },
        format!("Pour : {}. Contre : {}.", vote.pour.nombre, vote.contre.nombre),
    ]
}
