//! Actions added, ended, renamed, moved, and their sheets.

use super::enonce::{Enonce, numeros, pluriel};
use super::{Etats, noms};
use crate::diff::EcartAction;
use crate::model::{Action, FicheAction, IdAction, Programme, Terme};
use crate::redaction::{de, enumeration};

/// Those of these actions that have a sheet.
fn with_sheet(actions: &[&Action], fiches: &[(IdAction, FicheAction)]) -> usize {
    actions.iter().filter(|a| fiches.iter().any(|(id, _)| *id == a.id)).count()
}

pub(super) fn ajoute(e: &Etats<'_>) -> Vec<Enonce> {
    let mut out = Vec::new();
    let new: Vec<&Action> = e.ecarts.programme.actions.ajoutes.iter().map(|(_, a)| a).collect();
    let sheets = with_sheet(&new, &e.ecarts.fiches.ajoutes);
    if !new.is_empty() {
        let n = new.len();
        let annexed = match sheets {
            0 => "",
            s if s == n => pluriel(
                n,
                ", décrite par la fiche action annexée à la présente délibération",
                ", décrites par les fiches actions annexées à la présente délibération",
            ),
            _ => ", dont les fiches actions sont annexées à la présente délibération",
        };
        let named: Vec<String> = new.iter().map(|a| noms::action(a)).collect();
        out.push(match named.as_slice() {
            [one] => Enonce {
                present: "ajoute",
                infinitif: "ajouter",
                suite: format!("au programme l’{one}{annexed}"),
                article: format!("L’{} est ajoutée au programme{annexed}", with_comma(one)),
                propose: format!("au programme l’{one}"),
                ..Enonce::default()
            },
            many => Enonce {
                present: "ajoute",
                infinitif: "ajouter",
                suite: format!("au programme les actions suivantes{annexed}"),
                article: format!("Les actions suivantes sont ajoutées au programme{annexed}"),
                propose: format!("au programme {}", liste("les actions", &new)),
                liste: many.iter().map(|a| format!("l’{a}")).collect(),
                ..Enonce::default()
            },
        });
    }
    // A sheet for an action that had none.
    let known = |id: &IdAction| new.iter().any(|a| a.id == *id);
    let alone: Vec<String> = e
        .ecarts
        .fiches
        .ajoutes
        .iter()
        .filter(|(id, _)| !known(id))
        .map(|(id, _)| numero(e.dossier.programme.as_ref(), id))
        .collect();
    if !alone.is_empty() {
        let n = alone.len();
        let which =
            format!("{} {}", pluriel(n, "la fiche action", "les fiches actions"), numeros(&alone));
        let annexed = pluriel(n, "annexée", "annexées");
        out.push(Enonce {
            present: "ajoute",
            infinitif: "ajouter",
            suite: format!("au programme {which}, {annexed} à la présente délibération"),
            article: format!(
                "{} {} au programme et {} à la présente délibération",
                super::dispositif::capitale(&which),
                pluriel(n, "est ajoutée", "sont ajoutées"),
                annexed,
            ),
            propose: format!("au programme {which}"),
            ..Enonce::default()
        });
    }
    out.extend(super::montants::lignes_ajoutees(e));
    out
}

pub(super) fn supprime(e: &Etats<'_>) -> Vec<Enonce> {
    let mut out = Vec::new();
    let gone: Vec<&Action> = e.ecarts.programme.actions.retires.iter().map(|(_, a)| a).collect();
    if !gone.is_empty() {
        let n = gone.len();
        let sheets = with_sheet(&gone, &e.ecarts.fiches.retires);
        let lines = e.ecarts.budget.lignes.retires.iter().filter(|(_, l)| {
            l.ligne.action.as_ref().is_some_and(|id| gone.iter().any(|a| a.id == *id))
        });
        let lines = lines.count();
        // « sa fiche action », « leurs fiches actions », « leur ligne budgétaire »: its owners, then how many it is.
        let own = |count: usize, one: &str, many: &str| {
            let whose = match (n > 1, count > 1) {
                (false, false) => "sa",
                (false, true) => "ses",
                (true, false) => "leur",
                (true, true) => "leurs",
            };
            (count > 0).then(|| format!("{whose} {}", pluriel(count, one, many)))
        };
        let with: Vec<String> = [
            own(sheets, "fiche action", "fiches actions"),
            own(lines, "ligne budgétaire", "lignes budgétaires"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let with = if with.is_empty() {
            String::new()
        } else {
            format!(", ainsi que {}", enumeration(&with))
        };
        let named: Vec<String> = gone.iter().map(|a| noms::action(a)).collect();
        out.push(match named.as_slice() {
            [one] => Enonce {
                present: "supprime",
                infinitif: "supprimer",
                suite: format!("du programme l’{one}{with}"),
                article: format!("L’{} est supprimée du programme{with}", with_comma(one)),
                propose: format!("du programme l’{one}"),
                ..Enonce::default()
            },
            many => Enonce {
                present: "supprime",
                infinitif: "supprimer",
                suite: format!("du programme les actions suivantes{with}"),
                article: format!("Les actions suivantes sont supprimées du programme{with}"),
                propose: format!("du programme {}", liste("les actions", &gone)),
                liste: many.iter().map(|a| format!("l’{a}")).collect(),
                ..Enonce::default()
            },
        });
    }
    let ended = |id: &IdAction| gone.iter().any(|a| a.id == *id);
    let sheets: Vec<String> = e
        .ecarts
        .fiches
        .retires
        .iter()
        .filter(|(id, _)| !ended(id))
        .map(|(id, _)| numero(e.base.programme.as_ref(), id))
        .collect();
    if !sheets.is_empty() {
        let n = sheets.len();
        let which =
            format!("{} {}", pluriel(n, "la fiche action", "les fiches actions"), numeros(&sheets));
        out.push(Enonce {
            present: "supprime",
            infinitif: "supprimer",
            article: format!(
                "{} {}",
                super::dispositif::capitale(&which),
                pluriel(n, "est supprimée", "sont supprimées"),
            ),
            propose: which.clone(),
            suite: which,
            ..Enonce::default()
        });
    }
    out.extend(super::montants::lignes_supprimees(e));
    out
}

/// « les actions n° 7 et 8 », or their labels where some have no number.
fn liste(quoi: &str, actions: &[&Action]) -> String {
    let numbered: Vec<&str> =
        actions.iter().map(|a| a.numero.trim()).filter(|n| !n.is_empty()).collect();
    if numbered.len() == actions.len() {
        return format!("{quoi} {}", numeros(&numbered));
    }
    let named: Vec<String> = actions.iter().map(|a| format!("« {} »", noms::libelle(a))).collect();
    format!("{quoi} {}", enumeration(&named))
}

/// The number of an action, else its label.
fn numero(programme: Option<&Programme>, id: &IdAction) -> String {
    match programme.and_then(|p| p.action(id)) {
        Some(a) if !a.numero.trim().is_empty() => a.numero.trim().to_owned(),
        Some(a) => format!("« {} »", noms::libelle(a)),
        None => format!("« {id} »"),
    }
}

/// A verb of the proposal, what stands before the actions, and those that it is said of.
type Annonce<'a> = (&'static str, &'a str, &'a dyn Fn(&EcartAction) -> bool);

pub(super) fn renumerote(e: &Etats<'_>) -> Vec<Enonce> {
    let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
    let mut liste = Vec::new();
    for (id, change) in &e.ecarts.programme.actions.modifies {
        let (Some(a), Some(b)) =
            (before.and_then(|p| p.action(id)), after.and_then(|p| p.action(id)))
        else {
            continue;
        };
        let mut said = Vec::new();
        if let Some(c) = &change.etat.numero {
            let words = |n: &str| match n.trim() {
                "" => "n’a plus de numéro".to_owned(),
                n => format!("porte désormais le numéro {n}"),
            };
            said.push(words(&c.apres));
        }
        let (was, is) = (noms::libelle(a), noms::libelle(b));
        if was != is && !is.is_empty() {
            said.push(format!("est désormais intitulée « {is} »"));
        }
        if let Some(c) = &change.etat.parent {
            said.push(match &c.apres {
                Some(p) => format!("est rattachée à l’{}", noms::action_courte(after, p)),
                None => "n’est plus rattachée à une autre action".to_owned(),
            });
        }
        if let Some(c) = &change.etat.declaree {
            said.push(
                if c.apres { "est déclarée avec les autres" } else { "n’est plus déclarée" }
                    .to_owned(),
            );
        }
        if !said.is_empty() {
            liste.push(format!("l’{} {}", with_comma(&noms::action(a)), enumeration(&said)));
        }
    }
    let changed = |is: &dyn Fn(&EcartAction) -> bool| -> Vec<&Action> {
        let list = e.ecarts.programme.actions.modifies.iter().filter(|(_, c)| is(c));
        list.filter_map(|(id, _)| before?.action(id)).collect()
    };
    // Each action is announced once, by what changes most of it.
    let numbered = |c: &EcartAction| c.etat.numero.is_some();
    let named =
        |c: &EcartAction| !numbered(c) && (c.etat.libelle.is_some() || !c.libelles.is_empty());
    let other = |c: &EcartAction| !numbered(c) && !named(c);
    let moved = |c: &EcartAction| other(c) && c.etat.parent.is_some();
    let declared = |c: &EcartAction| other(c) && !moved(c) && c.etat.declaree.is_some();
    let kinds: [Annonce<'_>; 4] = [
        ("renuméroter", "", &numbered),
        ("renommer", "", &named),
        ("modifier", "le rattachement de ", &moved),
        ("modifier", "la déclaration de ", &declared),
    ];
    let proposed: Vec<(&'static str, String)> = kinds
        .into_iter()
        .filter_map(|(verb, what, is)| {
            let which = match changed(is).as_slice() {
                [] => return None,
                [one] => format!("l’{}", noms::action_courte(before, &one.id)),
                many => self::liste("les actions", many),
            };
            // « le rattachement de l’action », « le rattachement des actions ».
            let of = format!("{what}{which}").replace("de les ", "des ");
            Some((verb, of))
        })
        .collect();
    let annonce = proposed.first().map_or("", |(verb, _)| *verb);
    let propose = proposed
        .iter()
        .enumerate()
        .map(|(i, (verb, of))| if i == 0 { of.clone() } else { de(&format!("{verb} {of}")) })
        .collect::<Vec<_>>();
    let propose = enumeration(&propose);
    match liste.as_slice() {
        [] => Vec::new(),
        [one] => vec![Enonce {
            present: "dit que",
            infinitif: "dire que",
            annonce,
            suite: one.clone(),
            article: super::dispositif::capitale(one),
            propose,
            ..Enonce::default()
        }],
        _ => vec![Enonce {
            present: "dit que",
            infinitif: "dire que",
            annonce,
            suite: "les actions sont désormais désignées comme suit".to_owned(),
            article: "Les actions sont désormais désignées comme suit".to_owned(),
            propose,
            liste,
        }],
    }
}

/// « action n° 3, « Formation », »: an apposition is closed before a verb.
fn with_comma(named: &str) -> String {
    if named.contains(", «") { format!("{named},") } else { named.to_owned() }
}

pub(super) fn remplace(e: &Etats<'_>) -> Vec<Enonce> {
    let programme = e.base.programme.as_ref();
    let changed: Vec<String> = e
        .ecarts
        .fiches
        .modifies
        .iter()
        .map(|(id, _)| {
            let (was, is) = (numero(programme, id), numero(e.dossier.programme.as_ref(), id));
            if was == is { was } else { format!("{was} (désormais {is})") }
        })
        .collect();
    if changed.is_empty() {
        return Vec::new();
    }
    let n = changed.len();
    let which =
        format!("{} {}", pluriel(n, "la fiche action", "les fiches actions"), numeros(&changed));
    let by = pluriel(
        n,
        "par celle qui est annexée à la présente délibération",
        "par celles qui sont annexées à la présente délibération",
    );
    vec![Enonce {
        present: "remplace",
        infinitif: "remplacer",
        suite: format!("{which} {by}"),
        article: format!(
            "{} {} {by}",
            super::dispositif::capitale(&which),
            pluriel(n, "est remplacée", "sont remplacées"),
        ),
        propose: which,
        ..Enonce::default()
    }]
}

/// « à court et moyen terme ».
pub(super) fn termes(termes: &[Terme]) -> String {
    let mots: Vec<&str> =
        Terme::ALL.iter().filter(|(t, _)| termes.contains(t)).map(|(_, mot)| *mot).collect();
    if mots.is_empty() {
        "sans échéance".to_owned()
    } else {
        format!("à {} terme", enumeration(&mots))
    }
}
