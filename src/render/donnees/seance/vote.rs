//! What came of the vote of an act, in a few words and in sentences.

use super::reunion::Reunion;
use crate::compute::{Comptes, ComptesVote};
use crate::model::{Dossier, NaturePoint, Resultat, SortPoint, Vote};

/// What came of a point, for a list: « Adoptée à l’unanimité », « Retirée de l’ordre du jour ».
pub(super) fn resultat(reunion: Reunion<'_>, point: usize) -> String {
    let p = &reunion.dossier.seance.points[point];
    match (p.sort, p.nature) {
        (SortPoint::Retire, _) => "Retirée de l’ordre du jour".to_owned(),
        (SortPoint::Reporte, _) => "Reportée".to_owned(),
        (_, NaturePoint::Information) => "Information, sans vote".to_owned(),
        _ => match reunion.acte(point) {
            Some((acte, Comptes { vote: Some(vote), .. })) => court(acte, vote),
            _ => String::new(),
        },
    }
}

fn court(acte: &Dossier, vote: &ComptesVote) -> String {
    if let Some(election) = &vote.election {
        let elu = election.elu.and_then(|(tour, candidat)| {
            let vote = acte.deliberation.vote.as_ref()?;
            Some(&vote.tours.get(tour)?.candidats.get(candidat)?.nom)
        });
        return elu.map_or("Scrutin sans élu".to_owned(), |nom| format!("Élection de {nom}"));
    }
    match vote.resultat {
        // What is declared without a count says nothing of the majority.
        Resultat::Adoptee if vote.exprimes == 0 => "Adoptée",
        Resultat::Adoptee if vote.unanimite => "Adoptée à l’unanimité",
        Resultat::Adoptee => "Adoptée à la majorité",
        Resultat::Rejetee => "Rejetée",
        Resultat::Partage => "Rejetée, à égalité des voix",
    }
    .to_owned()
}

/// The vote of the act of a point, in sentences: nothing before it is held.
pub(super) fn phrases(reunion: Reunion<'_>, point: usize) -> Vec<String> {
    let Some((acte, Comptes { vote: Some(comptes), .. })) = reunion.acte(point) else {
        return Vec::new();
    };
    let Some(vote) = &acte.deliberation.vote else { return Vec::new() };
    sentences(reunion, vote, comptes, Some(point))
}

pub(super) fn sentences(
    reunion: Reunion<'_>,
    vote: &Vote,
    comptes: &ComptesVote,
    point: Option<usize>,
) -> Vec<String> {
    let _ = (reunion, vote, point);
    vec![format!("Pour : {}. Contre : {}.", comptes.pour.nombre, comptes.contre.nombre)]
}
