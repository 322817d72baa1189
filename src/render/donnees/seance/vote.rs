//! What came of the vote of an act, in a few words and in sentences.

use super::reunion::Reunion;
use crate::compute::Comptes;
use crate::model::{NaturePoint, SortPoint};
use crate::redaction::{self, Depouillement, Issue};

/// What came of a point, for a list: « Adoptée à l’unanimité », « Retirée de l’ordre du jour ».
pub(super) fn resultat(reunion: Reunion<'_>, point: usize) -> String {
    let p = &reunion.dossier.seance.points[point];
    match (p.sort, p.nature) {
        (SortPoint::Retire, _) => "Retirée de l’ordre du jour".to_owned(),
        (SortPoint::Reporte, _) => "Reportée".to_owned(),
        (_, NaturePoint::Information) => "Information, sans vote".to_owned(),
        _ => match reunion.acte(point) {
            Some((acte, Comptes { vote: Some(vote), .. })) => redaction::resultat_court(acte, vote),
            _ => String::new(),
        },
    }
}

/// The vote of the act of a point, in sentences, the rounds of an election included: nothing before it is held.
pub(super) fn phrases(reunion: Reunion<'_>, point: usize) -> Vec<String> {
    let Some((acte, Comptes { vote: Some(comptes), .. })) = reunion.acte(point) else {
        return Vec::new();
    };
    Depouillement::of(acte, comptes).map_or_else(Vec::new, |d| d.recit(&Issue::default()))
}
