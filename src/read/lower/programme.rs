//! The programme of actions.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fault::{Secondaire, cite, enumerate};
use super::super::forme::nearest;
use super::super::raw;
use super::{Actions, Lower};
use crate::model::{
    Action, Comite, Echeance, Exercice, IdAction, Libelles, Lieu, Membre, Mesure, Orientation,
    Programme, Texte,
};
use crate::read::codes;

/// Lowers the programme; its document comes already parsed.
pub(crate) fn lower(
    raw: raw::programme::Programme,
    document: Texte,
    l: &mut Lower<'_>,
) -> Programme {
    l.filled(&raw.titre, "titre");
    let exercices = l.exercices(&raw.exercices, "exercices");
    let path = |i: usize, cle: &str| format!("actions[{i}].{cle}");
    let ids: BTreeSet<String> = raw.actions.iter().map(|a| a.id.clone()).collect();
    let orientations: BTreeSet<String> = raw.orientations.iter().map(|o| o.id.clone()).collect();

    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "l’identifiant",
        "donnez un autre identifiant à l’une des deux actions",
        raw.actions.iter().enumerate().map(|(i, a)| (path(i, "id"), a.id.as_str())),
    );
    l.unique(
        codes::NUMERO_DOUBLE,
        "le numéro d’action",
        "l’acte s’imprime ainsi ; changez l’un des deux s’il s’agit d’une erreur",
        raw.actions.iter().enumerate().map(|(i, a)| (path(i, "numero"), a.numero.as_str())),
    );
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "l’identifiant",
        "donnez un autre identifiant à l’une des deux orientations",
        raw.orientations
            .iter()
            .enumerate()
            .map(|(i, o)| (format!("orientations[{i}].id"), o.id.as_str())),
    );

    for (i, action) in raw.actions.iter().enumerate() {
        l.identifier(&action.id, &path(i, "id"));
        l.filled(&action.numero, &path(i, "numero"));
        l.filled(&action.libelle, &path(i, "libelle"));
        if let Some(parent) = &action.parent {
            l.action(parent, &path(i, "parent"), Actions::Connues(&ids));
        }
        for (j, orientation) in action.orientations.iter().enumerate() {
            if !orientations.contains(orientation) {
                let known: Vec<&str> = orientations.iter().map(String::as_str).collect();
                let fault = l.fault(
                    codes::REFERENCE,
                    &format!("actions[{i}].orientations[{j}]"),
                    format!("l’orientation « {} » n’existe pas", cite(orientation)),
                );
                fault.etiquette = "aucune orientation n’a cet identifiant".to_owned();
                fault.aide = Some(match nearest(orientation, &known) {
                    Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                    None if known.is_empty() => {
                        "le programme n’a pas d’orientation : ajoutez [[orientations]]".to_owned()
                    }
                    None => format!("orientations du programme : {}", enumerate(known)),
                });
            }
        }
    }
    cycles(&raw.actions, l);
    for (i, membre) in raw.comite.iter().flat_map(|c| c.membres.iter().enumerate()) {
        l.filled(&membre.nom, &format!("comite.membres[{i}].nom"));
    }

    let orientations = raw
        .orientations
        .into_iter()
        .enumerate()
        .map(|(i, o)| {
            l.identifier(&o.id, &format!("orientations[{i}].id"));
            l.filled(&o.texte.0, &format!("orientations[{i}].texte"));
            let texte = l.markdown_insere(&o.texte, &format!("orientations[{i}].texte"));
            Orientation { id: o.id, texte }
        })
        .collect();
    let calendrier = raw
        .calendrier
        .into_iter()
        .enumerate()
        .map(|(i, e)| Echeance {
            terme: e.terme.0,
            debut: e.debut.and_then(|y| l.exercice(y, &format!("calendrier[{i}].debut"))),
            fin: term_end(&e, &format!("calendrier[{i}].fin"), l),
            libelle: e.libelle,
            mesures: e
                .mesures
                .into_iter()
                .enumerate()
                .map(|(j, m)| {
                    let base = format!("calendrier[{i}].mesures[{j}]");
                    let action = m
                        .action
                        .map(|id| l.action(&id, &format!("{base}.action"), Actions::Connues(&ids)));
                    Mesure { texte: l.markdown_insere(&m.texte, &format!("{base}.texte")), action }
                })
                .collect(),
        })
        .collect();
    Programme {
        titre: raw.titre,
        exercices,
        orientations,
        actions: raw.actions.into_iter().map(action).collect(),
        calendrier,
        comite: raw.comite.map(comite),
        document,
    }
}

fn action(raw: raw::programme::Action) -> Action {
    let libelles = raw.libelles.map_or_else(Libelles::default, |l| Libelles {
        deliberation: l.deliberation,
        budget: l.budget,
        fiche: l.fiche,
        programme: l.programme,
    });
    Action {
        id: IdAction(raw.id),
        numero: raw.numero,
        libelle: raw.libelle,
        libelles,
        parent: raw.parent.map(IdAction),
        orientations: raw.orientations,
        declaree: raw.declaree.unwrap_or(true),
        echeances: raw.echeances.into_iter().map(|t| t.0).collect(),
    }
}

fn comite(raw: raw::programme::Comite) -> Comite {
    Comite {
        titre: raw.titre.unwrap_or_else(|| "Comité de pilotage".to_owned()),
        membres: raw
            .membres
            .into_iter()
            .map(|p| Membre {
                civilite: p.civilite,
                prenom: p.prenom,
                nom: p.nom,
                qualite: p.qualite,
            })
            .collect(),
    }
}

/// The last year of a term, which does not come before its first one.
fn term_end(raw: &raw::programme::Echeance, chemin: &str, l: &mut Lower<'_>) -> Option<Exercice> {
    let fin = raw.fin.and_then(|y| l.exercice(y, chemin))?;
    if raw.debut.is_some_and(|debut| debut > i64::from(fin.0)) {
        let fault = l.fault(codes::BORNES, chemin, "ce terme finit avant de commencer");
        fault.etiquette = "avant « debut »".to_owned();
        let debut = chemin.strip_suffix("fin").map(|base| format!("{base}debut"));
        fault.secondaires.extend(debut.map(|debut| Secondaire {
            lieu: Lieu::new("programme.toml", debut),
            plage: None,
            etiquette: "« debut »".to_owned(),
        }));
    }
    Some(fin)
}

/// Actions that descend from themselves; each cycle is told once, at its first action.
fn cycles(actions: &[raw::programme::Action], l: &mut Lower<'_>) {
    let parents: BTreeMap<&str, Option<&str>> =
        actions.iter().map(|a| (a.id.as_str(), a.parent.as_deref())).collect();
    // Every action whose chain is known to end or to be told: no chain is walked twice.
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for action in actions {
        let mut chain: Vec<&str> = Vec::new();
        let mut rank: BTreeMap<&str, usize> = BTreeMap::new();
        let mut current = Some(action.id.as_str());
        while let Some(id) = current.filter(|id| !done.contains(id)) {
            if let Some(start) = rank.get(id) {
                told(actions, &chain[*start..], l);
                break;
            }
            rank.insert(id, chain.len());
            chain.push(id);
            current = parents.get(id).copied().flatten();
        }
        done.extend(chain);
    }
}

/// Tells a cycle at the first of its actions in the file.
fn told(actions: &[raw::programme::Action], cycle: &[&str], l: &mut Lower<'_>) {
    let members: BTreeSet<&str> = cycle.iter().copied().collect();
    let Some(first) = actions.iter().position(|a| members.contains(a.id.as_str())) else { return };
    let id = actions[first].id.as_str();
    let turn = cycle.iter().position(|c| *c == id).unwrap_or(0);
    let chain: Vec<&str> =
        cycle[turn..].iter().chain(&cycle[..turn]).copied().chain(std::iter::once(id)).collect();
    let fault = l.fault(
        codes::CYCLE,
        &format!("actions[{first}].parent"),
        format!("l’action « {} » dépend d’elle-même", cite(id)),
    );
    fault.etiquette =
        if chain.len() > 12 { "chaîne sans fin".to_owned() } else { chain.join(" → ") };
    fault.aide = Some("retirez un des « parent » de la chaîne".to_owned());
}
