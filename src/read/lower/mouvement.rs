//! Arrivals and departures.

use unicode_normalization::UnicodeNormalization;

use super::super::raw;
use super::presence::{Contexte, Places};
use super::{Lower, Presence};
use crate::model::{IdConseiller, Lieu, Mouvement, Point, Presences, SensMouvement};
use crate::read::codes;
use crate::read::fault::{Secondaire, cite, enumerate};
use crate::read::forme::nearest;

/// Lowers the arrivals and departures: in the order of the points, with their ranks in the file.
pub(crate) fn lower(
    raw: Vec<raw::seance::Mouvement>,
    points: &[Point],
    ouverture: Presence<&(Presences, Places)>,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) -> (Vec<Mouvement>, Vec<usize>) {
    let before = l.faults();
    let mut read = Vec::with_capacity(raw.len());
    for (i, m) in raw.into_iter().enumerate() {
        let base = format!("mouvements[{i}]");
        let membre = l.membre(&m.membre, &format!("{base}.membre"), ctx.annuaire);
        let point = point(&m.point, points, &format!("{base}.point"), l);
        let chemin = format!("{base}.pouvoir");
        if m.pouvoir.is_some() && m.sens.0 == SensMouvement::Arrivee {
            let fault = l.fault(
                codes::CLE_SANS_OBJET,
                &chemin,
                "« pouvoir » n’a de sens que pour un départ",
            );
            fault.etiquette = "clé sans objet".to_owned();
            fault.aide =
                Some("retirez-la : qui arrive met fin au pouvoir qu’il a donné".to_owned());
        }
        let pouvoir = m.pouvoir.and_then(|p| l.membre(&p, &chemin, ctx.annuaire));
        let (Some(membre), Some(point)) = (membre, point) else { continue };
        if pouvoir.as_ref() == Some(&membre) {
            l.soi_meme(&chemin, &format!("{base}.membre"), &membre, ctx);
        }
        read.push((i, Mouvement { membre, sens: m.sens.0, point, heure: m.heure, pouvoir }));
    }
    read.sort_by_key(|(i, m)| (m.point, *i));
    if l.faults() == before {
        match ouverture {
            Presence::La((presences, places)) => follow(&read, presences, places, ctx, l),
            Presence::Absente(_) => without_opening(&read, l),
            Presence::Illisible => {}
        }
    }
    let ranks = read.iter().map(|(i, _)| *i).collect();
    (read.into_iter().map(|(_, m)| m).collect(), ranks)
}

/// The point that a file names, by its printed number or by the folder of its act.
fn point(typed: &str, points: &[Point], chemin: &str, l: &mut Lower<'_>) -> Option<usize> {
    let plain = |s: &str| s.to_lowercase().split_whitespace().collect::<String>();
    let wanted = plain(typed);
    let dossier = |p: &Point| p.dossier.as_deref().is_some_and(|d| d.nfc().eq(typed.trim().nfc()));
    let found = points
        .iter()
        .position(|p| plain(&p.numero) == wanted)
        .or_else(|| points.iter().position(dossier));
    if found.is_none() {
        let numbers: Vec<&str> = points.iter().map(|p| p.numero.as_str()).collect();
        let folders: Vec<&str> = points.iter().filter_map(|p| p.dossier.as_deref()).collect();
        let aide = match nearest(typed, &folders) {
            Some(near) => format!("vouliez-vous écrire « {near} » ?"),
            None if points.is_empty() => "décrivez l’ordre du jour : [[points]]".to_owned(),
            None => format!("points de l’ordre du jour : {}", enumerate(numbers)),
        };
        let message = format!("« {} » n’est pas un point de l’ordre du jour", cite(typed));
        let fault = l.fault(codes::REFERENCE, chemin, message);
        fault.etiquette = "ni un numéro, ni un sous-dossier de l’ordre du jour".to_owned();
        fault.aide = Some(aide);
    }
    found
}

/// Nobody says who was there before.
fn without_opening(read: &[(usize, Mouvement)], l: &mut Lower<'_>) {
    let Some((i, _)) = read.iter().min_by_key(|(i, _)| *i) else { return };
    let fault = l.fault(
        codes::CLE_SANS_OBJET,
        &format!("mouvements[{i}]"),
        "une arrivée ou un départ ne dit rien sans les présences à l’ouverture",
    );
    fault.etiquette = "mouvement sans présences".to_owned();
    fault.aide = Some("ajoutez [presences] : sans autre précision, tous sont présents".to_owned());
}

/// Follows who is in the room from the opening on: who is there does not arrive, who is not does not leave.
fn follow(
    read: &[(usize, Mouvement)],
    presences: &Presences,
    places: &Places,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) {
    let mut here: Vec<&IdConseiller> = presences.presents.iter().collect();
    let mut represented: Vec<&IdConseiller> =
        presences.pouvoirs.iter().map(|p| &p.mandant).collect();
    let mut last: Vec<(&IdConseiller, usize)> = Vec::new();
    for (i, m) in read {
        let there = here.contains(&&m.membre);
        let arrives = m.sens == SensMouvement::Arrivee;
        if there == arrives {
            let before = last.iter().rfind(|(id, _)| *id == &m.membre).map(|(_, rank)| *rank);
            impossible(*i, m, before, places, ctx, l);
        } else if arrives && let Some(why) = siege_tenu(&m.membre, &here, &represented, ctx) {
            let message = format!("un suppléant prend un siège déjà tenu : {}", ctx.nom(&m.membre));
            let fault = l.fault(codes::SUPPLEANT, &format!("mouvements[{i}].membre"), message);
            fault.etiquette = why;
            fault.aide = Some(
                "retirez cette arrivée, ou dites d’abord comment le siège se libère".to_owned(),
            );
        }
        here.retain(|id| **id != m.membre);
        represented.retain(|id| **id != m.membre);
        if arrives {
            here.push(&m.membre);
        } else if m.pouvoir.is_some() {
            represented.push(&m.membre);
        }
        last.push((&m.membre, *i));
    }
}

/// Who holds the seat that a substitute comes to take, in a few words; nothing when it is free.
fn siege_tenu(
    arrive: &IdConseiller,
    here: &[&IdConseiller],
    represented: &[&IdConseiller],
    ctx: &Contexte<'_>,
) -> Option<String> {
    let titulaire = ctx.membre(arrive)?.suppleant_de.as_ref()?;
    let nom = ctx.nom(titulaire);
    if here.contains(&titulaire) {
        return Some(format!("{nom} est là"));
    }
    if represented.contains(&titulaire) {
        return Some(format!("{nom} a donné pouvoir"));
    }
    let other = here
        .iter()
        .find(|id| ctx.membre(id).is_some_and(|c| c.suppleant_de.as_ref() == Some(titulaire)))?;
    Some(format!("{} tient déjà le siège de {nom}", ctx.nom(other)))
}

fn impossible(
    i: usize,
    m: &Mouvement,
    before: Option<usize>,
    places: &Places,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) {
    let arrives = m.sens == SensMouvement::Arrivee;
    let nom = ctx.nom(&m.membre);
    let message = if arrives {
        format!("ce membre ne peut pas arriver, il est déjà là : {nom}")
    } else {
        format!("ce membre ne peut pas partir, il n’est pas là : {nom}")
    };
    let (chemin, etiquette) = match (before, places.get(&m.membre)) {
        (Some(rank), _) if arrives => (format!("mouvements[{rank}].membre"), "arrivée précédente"),
        (Some(rank), _) => (format!("mouvements[{rank}].membre"), "départ précédent"),
        (None, Some(place)) => (place.chemin.clone(), "à l’ouverture"),
        (None, None) => ("presences".to_owned(), "à l’ouverture"),
    };
    let fault = l.fault(codes::MOUVEMENT, &format!("mouvements[{i}].membre"), message);
    fault.etiquette = if arrives { "arrive" } else { "part" }.to_owned();
    let lieu = Lieu::new(fault.lieu.fichier.clone(), chemin);
    fault.secondaires.push(Secondaire { lieu, plage: None, etiquette: etiquette.to_owned() });
    fault.aide = Some("vérifiez les présences, le sens et le point de chaque mouvement".to_owned());
}
