//! The programme in force on a day, from the acts that made it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::graphe::{Graphe, Lien, en_vigueur};
use crate::diff::{Changement, Contenu, cles_lignes, diff_contenus};
use crate::model::{Effet, Exercice, IdAction, Lieu};

/// Where a part of the programme comes from: ranks of acts of the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origine {
    /// The act that brought it.
    pub creation: usize,
    /// The last act that changed it, when one did.
    pub modification: Option<usize>,
}

impl Origine {
    /// The act that it owes its present state to.
    #[must_use]
    pub fn derniere(self) -> usize {
        self.modification.unwrap_or(self.creation)
    }
}

/// A programme in force (*consolidation*).
#[derive(Debug, Clone, PartialEq)]
pub struct Consolide {
    /// The act that founded it: one that changes no other, or that replaces the whole of one.
    pub fondateur: usize,
    /// What it is.
    pub contenu: Contenu<'static>,
    /// The acts that made it, in order.
    pub actes: Vec<usize>,
    /// Where each action comes from, its sheet included.
    pub actions: BTreeMap<IdAction, Origine>,
    /// Where each amount of each line comes from, at the rank of the line.
    pub montants: Vec<BTreeMap<Exercice, usize>>,
    /// What an act changed in a state that was not the one it was voted on, because an act between was revoked.
    pub conflits: Vec<(usize, Lieu)>,
    /// Whether some act changed another state than the one it was voted on.
    pub recompose: bool,
}

/// The programmes in force on a day.
///
/// Only acts that are adopted and may be applied on that day count. An act that one of them replaces or repeals counts for
/// nothing, and an act that counts for nothing replaces and repeals nothing. An act that replaces another one gives its
/// whole state; one that modifies or corrects gives what it changed of the act it names, so that revoking an act between
/// leaves the others what they changed. Printed totals declared by an act are left out where the lines are no more those
/// it was voted on.
#[must_use]
pub fn consolider(graphe: &Graphe<'_>, au: NaiveDate) -> Vec<Consolide> {
    let effective = effectifs(graphe, au);
    let mut out: Vec<Consolide> = Vec::new();
    for (i, acte) in graphe.actes.iter().enumerate().filter(|(i, _)| effective[*i]) {
        if acte.dossier.programme.is_none() && acte.dossier.budget.is_none() {
            continue;
        }
        let own = Contenu::of(acte.dossier);
        let founder = fondateur(graphe, i);
        let change = graphe.liens[i].iter().find(|l| l.effet != Effet::Abroge);
        match change {
            Some(Lien { effet: Effet::Modifie | Effet::Rectifie, cible }) => {
                // What its founder gave is gone with it.
                let Some(state) = out.iter_mut().find(|c| c.fondateur == founder) else { continue };
                state.modifier(i, &Contenu::of(graphe.actes[*cible].dossier), &own);
            }
            Some(Lien { effet: Effet::Remplace, .. }) if founder != i => {
                let Some(state) = out.iter_mut().find(|c| c.fondateur == founder) else { continue };
                state.remplacer(i, &own);
            }
            _ => out.push(Consolide::fonder(i, &own)),
        }
    }
    out
}

/// Which acts count on a day.
fn effectifs(graphe: &Graphe<'_>, au: NaiveDate) -> Vec<bool> {
    let mut out: Vec<bool> = graphe.actes.iter().map(|a| en_vigueur(a.dossier, au)).collect();
    // What revokes stands after what it revokes: from the last one, each is judged by those that are judged already.
    for i in (0..graphe.actes.len()).rev().filter(|i| out[*i]).collect::<Vec<_>>() {
        if !out[i] {
            continue;
        }
        for lien in &graphe.liens[i] {
            if matches!(lien.effet, Effet::Abroge | Effet::Remplace) {
                out[lien.cible] = false;
            }
        }
    }
    out
}

/// The act that founded the programme that an act carries.
fn fondateur(graphe: &Graphe<'_>, acte: usize) -> usize {
    let change = graphe.liens[acte].iter().find(|l| l.effet != Effet::Abroge);
    match change {
        None => acte,
        Some(Lien { effet: Effet::Remplace, cible }) => {
            // What replaces a founder founds; what replaces a change stands for that change.
            let of_target = fondateur(graphe, *cible);
            if of_target == *cible { acte } else { of_target }
        }
        Some(lien) => fondateur(graphe, lien.cible),
    }
}

impl Consolide {
    fn fonder(acte: usize, own: &Contenu<'_>) -> Self {
        let mut out = Self {
            fondateur: acte,
            contenu: Contenu::vide(),
            actes: Vec::new(),
            actions: BTreeMap::new(),
            montants: Vec::new(),
            conflits: Vec::new(),
            recompose: false,
        };
        out.remplacer(acte, own);
        out
    }

    fn remplacer(&mut self, acte: usize, own: &Contenu<'_>) {
        self.conflits.clear();
        self.recompose = false;
        self.passer(acte, own.clone().into_owned());
    }

    fn modifier(&mut self, acte: usize, cible: &Contenu<'_>, own: &Contenu<'_>) {
        if self.contenu == *cible {
            self.passer(acte, own.clone().into_owned());
            return;
        }
        let (mut given, conflits) = diff_contenus(cible, own).appliquer(&self.contenu);
        self.recompose = true;
        self.conflits.extend(conflits.into_iter().map(|lieu| (acte, lieu)));
        if let Some(budget) = &mut given.budget {
            for total in &mut budget.to_mut().totaux {
                total.montants = None;
            }
        }
        self.passer(acte, given);
    }

    /// Takes a new state, and notes what of it the act changed.
    fn passer(&mut self, acte: usize, contenu: Contenu<'static>) {
        let ecarts = diff_contenus(&self.contenu, &contenu);
        let programme = &ecarts.programme.actions;
        let known: Vec<IdAction> =
            contenu.programme.iter().flat_map(|p| p.actions.iter().map(|a| a.id.clone())).collect();
        self.actions.retain(|id, _| known.contains(id));
        for (id, _) in &programme.ajoutes {
            self.actions.insert(id.clone(), Origine { creation: acte, modification: None });
        }
        let changed = programme
            .modifies
            .iter()
            .map(|(id, _)| id)
            .chain(ecarts.fiches.modifies.iter().map(|(id, _)| id))
            .chain(ecarts.fiches.ajoutes.iter().map(|(id, _)| id))
            .chain(ecarts.fiches.retires.iter().map(|(id, _)| id));
        for id in changed {
            if let Some(origine) = self.actions.get_mut(id).filter(|o| o.creation != acte) {
                origine.modification = Some(acte);
            }
        }
        let (before, after) =
            cles_lignes(self.contenu.budget.as_deref(), contenu.budget.as_deref());
        let ranks: BTreeMap<_, usize> = before.iter().enumerate().map(|(i, k)| (k, i)).collect();
        let years = contenu.budget.as_deref().map_or(&[][..], |b| &b.exercices);
        let lines = contenu.budget.as_deref().map_or(&[][..], |b| &b.lignes);
        let origins = after.iter().zip(lines).map(|(cle, ligne)| {
            let former = ranks.get(cle).and_then(|i| self.montants.get(*i));
            let changes = ecarts.budget.lignes.modifie(cle).map(|e| &e.montants);
            let cells = years.iter().zip(&ligne.montants).filter(|(_, m)| m.is_some());
            cells
                .map(|(x, _)| {
                    let kept = former.and_then(|f| f.get(x)).copied();
                    let same = changes
                        .and_then(|c: &BTreeMap<Exercice, Changement<_>>| c.get(x))
                        .is_none();
                    (*x, kept.filter(|_| same).unwrap_or(acte))
                })
                .collect()
        });
        self.montants = origins.collect();
        self.actes.push(acte);
        self.contenu = contenu;
    }
}
