//! The programme of actions.

use std::collections::BTreeSet;

use super::super::raw;
use super::Lower;
use crate::model::{
    Action, Comite, Echeance, IdAction, Libelles, Membre, Mesure, Orientation, Programme, Texte,
};
use crate::read::codes;

/// Lowers the programme; its document comes already parsed.
pub(crate) fn lower(raw: raw::programme::Programme, document: Texte, l: &mut Lower<'_>) -> Programme {
    l.filled(&raw.titre, "titre");
    let exercices = l.exercices(&raw.exercices, "exercices");
    let path = |i: usize, cle: &str| format!("actions[{i}].{cle}");
    let ids: BTreeSet<String> = raw.actions.iter().map(|a| a.id.clone()).collect();
    let orientations: BTreeSet<String> = raw.orientations.iter().map(|o| o.id.clone()).collect();

    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "l’identifiant",
        raw.actions.iter().enumerate().map(|(i, a)| (path(i, "id"), a.id.as_str())),
    );
    l.unique(
        codes::NUMERO_DOUBLE,
        "le numéro d’action",
        raw.actions.iter().enumerate().map(|(i, a)| (path(i, "numero"), a.numero.as_str())),
    );
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "l’identifiant",
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
            l.action(parent, &path(i, "parent"), Some(&ids));
        }
        for (j, orientation) in action.orientations.iter().enumerate() {
            if !orientations.contains(orientation) {
                let fault = l.fault(
                    codes::REFERENCE,
                    &format!("actions[{i}].orientations[{j}]"),
                    format!("l’orientation « {orientation} » n’existe pas"),
                );
                fault.etiquette = "aucune orientation n’a cet identifiant".to_owned();
                let known: Vec<&str> = orientations.iter().map(String::as_str).collect();
                fault.aide = Some(format!("orientations du programme : {}", known.join(", ")));
            }
        }
    }
    cycles(&raw.actions, l);

    let orientations = raw
        .orientations
        .into_iter()
        .enumerate()
        .map(|(i, o)| {
            l.identifier(&o.id, &format!("orientations[{i}].id"));
            let texte = l.markdown(&o.texte, &format!("orientations[{i}].texte"));
            Orientation { id: o.id, texte }
        })
        .collect();
    let calendrier = raw
        .calendrier
        .into_iter()
        .enumerate()
        .map(|(i, e)| Echeance {
            terme: e.terme.0,
            libelle: e.libelle,
            debut: e.debut.and_then(|y| l.exercice(y, &format!("calendrier[{i}].debut"))),
            fin: e.fin.and_then(|y| l.exercice(y, &format!("calendrier[{i}].fin"))),
            mesures: e
                .mesures
                .into_iter()
                .enumerate()
                .map(|(j, m)| {
                    let base = format!("calendrier[{i}].mesures[{j}]");
                    let action =
                        m.action.map(|id| l.action(&id, &format!("{base}.action"), Some(&ids)));
                    Mesure { texte: l.markdown(&m.texte, &format!("{base}.texte")), action }
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

/// Actions that descend from themselves; each cycle is told once, at its first action.
fn cycles(actions: &[raw::programme::Action], l: &mut Lower<'_>) {
    let parent = |id: &str| {
        actions.iter().find(|a| a.id == id).and_then(|a| a.parent.as_deref())
    };
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (i, action) in actions.iter().enumerate() {
        let mut chain = vec![action.id.as_str()];
        let mut current = action.parent.as_deref();
        while let Some(id) = current {
            if id == action.id {
                if !told.contains(id) {
                    chain.push(id);
                    let fault = l.fault(
                        codes::CYCLE,
                        &format!("actions[{i}].parent"),
                        format!("l’action « {id} » dépend d’elle-même"),
                    );
                    fault.etiquette = chain.join(" → ");
                    fault.aide = Some("retirez un des « parent » de la chaîne".to_owned());
                    told.extend(chain.iter().copied());
                }
                break;
            }
            if chain.contains(&id) {
                break;
            }
            chain.push(id);
            current = parent(id);
        }
    }
}
