//! What happens in the room, in sentences: opening, arrivals and departures, what comes of each point, end.

use super::super::formules;
use super::reunion::{Reunion, motive, phrase, sort};
use super::vote;
use crate::compute::{self, presence};
use crate::model::{
    CauseNonParticipation, DossierSeance, IdConseiller, Mouvement, NaturePoint, SensMouvement, Vote,
};
use crate::redaction::{self, Depouillement, Issue};
use crate::typographie::date;

/// What opens the report and the minutes.
pub(super) fn ouverture(reunion: Reunion<'_>) -> Vec<String> {
    let mut out = vec![reunion.ouverture()];
    out.extend(formules::huis_clos(&reunion.dossier.seance).map(str::to_owned));
    out
}

/// What the assembly deals with before its agenda: who is kept out, the urgency of the summons, the want
/// of a quorum.
pub(super) fn debut(reunion: Reunion<'_>) -> Vec<String> {
    let seance = &reunion.dossier.seance;
    let mut out = Vec::new();
    if let Some(vote) = &seance.vote_huis_clos {
        out.extend(vote_d_ouverture(reunion, vote, &Issue::huis_clos(reunion.instance())));
    }
    let Some(convocation) = &seance.convocation else { return out };
    // The attendance says so where there is one.
    if let Some(premiere) = convocation.seance_sans_quorum
        && reunion.comptes.ouverture.is_none()
    {
        out.push(format!(
            "Le quorum n’ayant pas été atteint à la séance du {}, {} délibère sans condition de quorum, après une \
             seconde convocation.",
            date::date_longue(premiere),
            reunion.instance().le()
        ));
    }
    if let Some(urgence) = &convocation.urgence {
        out.push(motive("La convocation a été adressée en urgence", urgence.motif.as_deref()));
        if let Some(vote) = &urgence.vote {
            out.extend(vote_d_ouverture(reunion, vote, &Issue::urgence(reunion.instance())));
        }
    }
    out
}

/// A vote that is held before the first point, in sentences.
fn vote_d_ouverture(reunion: Reunion<'_>, vote: &Vote, issue: &Issue) -> Vec<String> {
    let DossierSeance { collectivite, seance, .. } = reunion.dossier;
    let presence = reunion.comptes.ouverture.as_ref();
    let comptes = compute::vote::compute(vote, seance, collectivite, None, presence);
    Depouillement { collectivite, seance, point: None, vote, comptes: &comptes }.phrases(issue)
}

/// What closes them.
pub(super) fn cloture(reunion: Reunion<'_>) -> Vec<String> {
    let own = reunion.dossier.collectivite.theme.formules.cloture.as_deref();
    let usual = match reunion.dossier.seance.heure_fin {
        Some(_) => "L’ordre du jour étant épuisé, la séance est levée à {heure_fin}.",
        None => "L’ordre du jour étant épuisé, la séance est levée.",
    };
    vec![reunion.formule(own.unwrap_or(usual))]
}

/// What came of a point: its fate, or the sentences of its vote.
pub(super) fn issue(reunion: Reunion<'_>, point: usize) -> Vec<String> {
    let p = &reunion.dossier.seance.points[point];
    let mut out: Vec<String> = sort(p).into_iter().collect();
    if !p.sort.examine() {
        return out;
    }
    match p.nature {
        NaturePoint::Information => out.push("Information, sans vote.".to_owned()),
        NaturePoint::Deliberation => out.extend(vote::phrases(reunion, point)),
    }
    out
}

/// Who comes and goes before a point (after the last one when there is no such point), and who then is in the room.
pub(super) fn mouvements(reunion: Reunion<'_>, point: usize) -> Vec<String> {
    let seance = &reunion.dossier.seance;
    let last = seance.points.len();
    let mut out: Vec<String> = seance
        .mouvements
        .iter()
        .filter(|m| m.point.min(last) == point)
        .map(|m| mouvement(reunion, m))
        .collect();
    if out.is_empty() || point >= last {
        return out;
    }
    if let Some(p) = presence::compute(seance, Some(point), None) {
        let pouvoirs = p.pouvoirs.len();
        let unit = if p.quorum.presents > 1 { "membres présents" } else { "membre présent" };
        let powers = if pouvoirs > 1 { "pouvoirs" } else { "pouvoir" };
        out.push(format!("Dès lors : {} {unit}, {pouvoirs} {powers}.", p.quorum.presents));
    }
    out
}

fn mouvement(reunion: Reunion<'_>, m: &Mouvement) -> String {
    let nom = reunion.nomme(&m.membre);
    let texte = match m.sens {
        SensMouvement::Arrivee => format!("{nom} rejoint la séance"),
        SensMouvement::Depart => format!("{nom} quitte la séance"),
    };
    let pouvoir = m
        .pouvoir
        .as_ref()
        .map_or(String::new(), |id| format!(" et donne pouvoir à {}", reunion.nomme(id)));
    let heure = m.heure.map_or(String::new(), |h| format!("À {}, ", date::heure(h)));
    format!("{heure}{texte}{pouvoir}.")
}

/// Who leaves the room: for the whole of the point, or only for the vote on the accounts that one rendered, whose
/// discussion one may attend (CGCT, L. 2121-14).
fn sorties(reunion: Reunion<'_>, vote: Option<&Vote>, sortis: &[IdConseiller]) -> Vec<String> {
    let accounts = |id: &IdConseiller| {
        let mut causes = vote.iter().flat_map(|v| &v.non_participations);
        causes.any(|n| n.membre == *id && n.cause == CauseNonParticipation::CompteAdministratif)
    };
    let (au_vote, pendant): (Vec<&IdConseiller>, Vec<&IdConseiller>) =
        sortis.iter().partition(|id| accounts(id));
    let sentence = |ids: &[&IdConseiller], one: &str, many: &str| {
        let noms: Vec<String> = ids.iter().map(|id| reunion.nomme(id)).collect();
        let verb = if noms.len() > 1 { many } else { one };
        (!noms.is_empty()).then(|| format!("{} {verb}.", redaction::enumeration(&noms)))
    };
    let pendant = sentence(
        &pendant,
        "quitte la salle pendant l’examen de ce point",
        "quittent la salle pendant l’examen de ce point",
    );
    let au_vote =
        sentence(&au_vote, "se retire au moment du vote", "se retirent au moment du vote");
    pendant.into_iter().chain(au_vote).collect()
}

/// What is particular to a point: who presides, who keeps the record, who leaves the room, whether the quorum is lost.
pub(super) fn particularites(reunion: Reunion<'_>, point: usize) -> Vec<String> {
    let seance = &reunion.dossier.seance;
    let p = &seance.points[point];
    let mut out = Vec::new();
    if p.president.as_ref().is_some_and(|id| seance.president.as_ref() != Some(id)) {
        let nom = seance.president_of(Some(point)).map(formules::avec_qualite).unwrap_or_default();
        out.push(format!("Sous la présidence de {nom}."));
    }
    if !p.secretaires.is_empty() && p.secretaires != seance.secretaires {
        let noms: Vec<String> =
            seance.secretaires_of(Some(point)).iter().map(|c| c.nom_complet()).collect();
        let who = redaction::enumeration(&noms);
        out.push(phrase(&format!("Secrétariat de séance pour ce point : {who}")));
    }
    let Some((acte, comptes)) = reunion.acte(point) else { return out };
    let Some(presence) = &comptes.presence else { return out };
    out.extend(sorties(reunion, acte.deliberation.vote.as_ref(), &presence.sortis));
    let q = presence.quorum;
    if !q.atteint() {
        out.push(format!(
            "Le quorum n’est pas atteint pour ce point : {} en séance, {} requis.",
            q.presents, q.requis
        ));
    }
    out
}
