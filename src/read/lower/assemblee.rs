//! The members of the assembly who are in office on the day of the sitting.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::super::raw;
use super::membres::{Annuaire, Inscrit, Trouve, plain};
use super::{Lower, Nombre};
use crate::model::{Conseiller, IdConseiller};
use crate::read::codes;

/// Who sits that day.
#[derive(Debug, Clone)]
pub(crate) struct Assemblee {
    /// In the order of the table.
    pub(crate) conseillers: Vec<Conseiller>,
    /// Their ranks in the file.
    pub(crate) rangs: Vec<usize>,
    pub(crate) annuaire: Annuaire,
    pub(crate) effectif: Option<u32>,
}

impl Assemblee {
    /// Nobody is described, or what is cannot be read.
    pub(crate) fn empty(annuaire: Annuaire) -> Self {
        Self { conseillers: Vec::new(), rangs: Vec::new(), annuaire, effectif: None }
    }
}

/// Lowers the members; each keeps its rank in the file until the order of the table is made.
pub(crate) fn lower(
    raw: Vec<raw::assemblee::Conseiller>,
    effectif: Option<i64>,
    jour: NaiveDate,
    l: &mut Lower<'_>,
) -> Assemblee {
    let en_exercice: Vec<bool> =
        raw.iter().enumerate().map(|(i, c)| mandat(i, c, jour, l)).collect();
    let ids = identifiants(&raw, &en_exercice, l);
    let mut rangs_declares = Vec::with_capacity(raw.len());
    let mut suppleances = Vec::with_capacity(raw.len());
    let mut membres: Vec<Inscrit> = Vec::with_capacity(raw.len());
    for (i, (c, id)) in raw.into_iter().zip(ids).enumerate() {
        l.filled(&c.nom, &format!("conseillers[{i}].nom"));
        let usual = u32::try_from(i + 1).unwrap_or(u32::MAX);
        let rang =
            c.rang.and_then(|r| l.nombre(r, &format!("conseillers[{i}].rang"), Nombre::RANG));
        rangs_declares.push(rang.unwrap_or(usual));
        suppleances.push(c.suppleant_de);
        membres.push(Inscrit {
            membre: Conseiller {
                id: IdConseiller(id),
                civilite: c.civilite,
                prenom: c.prenom,
                nom: c.nom,
                qualite: c.qualite,
                groupe: c.groupe,
                commune: c.commune,
                rang: rang.unwrap_or(usual),
                suppleant_de: None,
            },
            en_exercice: en_exercice[i],
        });
    }
    suppleants(&suppleances, &mut membres, l);
    let mut ordered: Vec<(usize, &Inscrit)> =
        membres.iter().enumerate().filter(|(_, m)| m.en_exercice).collect();
    ordered.sort_by_key(|(i, _)| (rangs_declares[*i], *i));
    let rangs = ordered.iter().map(|(i, _)| *i).collect();
    let conseillers: Vec<Conseiller> = ordered.iter().map(|(_, m)| m.membre.clone()).collect();
    let seats = conseillers.iter().filter(|c| c.suppleant_de.is_none()).count();
    let effectif = effectif.and_then(|n| self::effectif(n, seats, l));
    Assemblee { conseillers, rangs, annuaire: Annuaire::new(membres), effectif }
}

/// The number of seats: as many at least as there are members in office.
pub(crate) fn effectif(n: i64, en_exercice: usize, l: &mut Lower<'_>) -> Option<u32> {
    let n = l.nombre(n, "effectif", Nombre::EFFECTIF)?;
    if (n as usize) < en_exercice {
        let fault =
            l.fault(codes::BORNES, "effectif", "il y a moins de sièges que de membres en exercice");
        fault.etiquette = format!("{en_exercice} membres en exercice");
        fault.aide =
            Some("vérifiez l’effectif, et « jusqu_au » de ceux qui sont partis".to_owned());
        return None;
    }
    Some(n)
}

/// Whether a member is in office on that day.
fn mandat(i: usize, c: &raw::assemblee::Conseiller, jour: NaiveDate, l: &mut Lower<'_>) -> bool {
    if let (Some(depuis), Some(jusqu_au)) = (c.depuis, c.jusqu_au)
        && depuis > jusqu_au
    {
        let fault = l.fault(
            codes::BORNES,
            &format!("conseillers[{i}].jusqu_au"),
            "le mandat finit avant de commencer",
        );
        fault.etiquette = format!("avant le {}", depuis.format("%d/%m/%Y"));
        fault.aide = Some("vérifiez les deux dates, et leur année".to_owned());
    }
    c.depuis.is_none_or(|d| d <= jour) && c.jusqu_au.is_none_or(|d| jour <= d)
}

/// What names each member: its own identifier, else its name, with its first name where others bear it.
fn identifiants(
    raw: &[raw::assemblee::Conseiller],
    en_exercice: &[bool],
    l: &mut Lower<'_>,
) -> Vec<String> {
    let slug = |words: &str| plain(words).replace(' ', "-");
    let own: BTreeSet<&str> = raw.iter().filter_map(|c| c.id.as_deref()).collect();
    let mut once = BTreeSet::new();
    let mut shared = BTreeSet::new();
    let here = |i: usize| en_exercice.get(i).copied().unwrap_or(false);
    for (_, c) in raw.iter().enumerate().filter(|(i, c)| c.id.is_none() && here(*i)) {
        let nom = slug(&c.nom);
        if own.contains(nom.as_str()) || !once.insert(nom.clone()) {
            shared.insert(nom);
        }
    }
    let ids: Vec<String> = raw
        .iter()
        .enumerate()
        .map(|(i, c)| {
            if let Some(id) = &c.id {
                l.identifier(id, &format!("conseillers[{i}].id"));
                return id.clone();
            }
            let nom = slug(&c.nom);
            let full = match &c.prenom {
                Some(prenom) if shared.contains(&nom) => slug(&format!("{} {prenom}", c.nom)),
                _ => nom,
            };
            if full.is_empty() { format!("membre-{}", i + 1) } else { full }
        })
        .collect();
    let named = ids.iter().enumerate().filter(|(i, _)| here(*i)).map(|(i, id)| {
        let key = if raw[i].id.is_some() { "id" } else { "nom" };
        (format!("conseillers[{i}].{key}"), id.as_str())
    });
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "l’identifiant",
        "donnez à chacun le sien : id = \"…\"",
        named,
    );
    ids
}

/// Gives each substitute the member whose seat is taken; who substitutes for nobody in office has no seat that day.
fn suppleants(suppleances: &[Option<String>], membres: &mut [Inscrit], l: &mut Lower<'_>) {
    if suppleances.iter().all(Option::is_none) {
        return;
    }
    let annuaire = Annuaire::new(membres.to_vec());
    for (i, typed) in suppleances.iter().enumerate() {
        let (Some(typed), true) = (typed, membres[i].en_exercice) else { continue };
        let chemin = format!("conseillers[{i}].suppleant_de");
        if let Trouve::HorsMandat(_) = annuaire.find(typed) {
            membres[i].en_exercice = false;
            continue;
        }
        let Some(titulaire) = l.membre(typed, &chemin, &annuaire) else { continue };
        let rank = membres.iter().position(|m| m.membre.id == titulaire && m.en_exercice);
        if rank.is_none_or(|r| suppleances[r].is_some()) {
            let fault = l.fault(
                codes::SUPPLEANT,
                &chemin,
                "un suppléant ne peut l’être que d’un membre titulaire",
            );
            fault.etiquette =
                if rank == Some(i) { "c’est lui-même" } else { "c’est un suppléant" }.to_owned();
            fault.aide = Some("nommez le membre dont il prend le siège".to_owned());
        }
        membres[i].membre.suppleant_de = Some(titulaire);
    }
}
