//! The sitting.

use super::super::raw;
use super::Lower;
use crate::model::{Convocation, Seance};
use crate::read::codes;

pub(crate) fn lower(raw: raw::seance::Seance, l: &mut Lower<'_>) -> Seance {
    if let Some(convocation) = &raw.convocation
        && convocation.date > raw.date
    {
        let fault = l.fault(
            codes::BORNES,
            "convocation.date",
            "la convocation est postérieure à la séance",
        );
        fault.etiquette = format!("après le {}", raw.date.format("%d/%m/%Y"));
        fault.aide = Some("vérifiez les deux dates, et leur année".to_owned());
    }
    Seance {
        date: raw.date,
        heure: raw.heure,
        lieu: raw.lieu,
        assemblee: raw.assemblee,
        convocation: raw.convocation.map(|c| Convocation { date: c.date, affichage: c.affichage }),
    }
}
