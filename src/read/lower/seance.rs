//! The sitting.

use super::super::raw;
use super::Lower;
use crate::model::{Convocation, Seance, Texte};
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
        heure_fin: raw.heure_fin,
        lieu: raw.lieu,
        assemblee: raw.assemblee,
        rang: None,
        huis_clos: raw.huis_clos.unwrap_or(false),
        convocation: raw.convocation.map(|c| Convocation {
            date: c.date,
            affichage: c.affichage,
            mode: c.mode.map(|m| m.0),
            urgence: None,
            seance_sans_quorum: c.seance_sans_quorum,
        }),
        conseillers: Vec::new(),
        effectif: None,
        president: None,
        secretaires: Vec::new(),
        auxiliaires: raw.auxiliaires,
        presences: None,
        mouvements: Vec::new(),
        points: Vec::new(),
        observations: Texte::default(),
        verifications: super::verifications::lower(raw.verifications, l),
    }
}
