//! What the pieces hold for each action, looked up once.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Action, AnnexeBudgetaire, Dossier, IdAction, Programme};

/// The actions of a programme with their lines and measures.
pub(super) struct Branches<'a> {
    programme: &'a Programme,
    rangs: BTreeMap<&'a IdAction, usize>,
    /// The lines of the budget of an action and of those under it, by rank.
    lignes: BTreeMap<&'a IdAction, Vec<usize>>,
    /// The measures of an action, by the ranks of their term and of themselves.
    mesures: BTreeMap<&'a IdAction, Vec<(usize, usize)>>,
}

impl<'a> Branches<'a> {
    /// Nothing without a programme.
    pub(super) fn new(dossier: &'a Dossier) -> Option<Self> {
        let programme = dossier.programme.as_ref()?;
        let rangs: BTreeMap<&IdAction, usize> =
            programme.actions.iter().enumerate().map(|(i, a)| (&a.id, i)).collect();
        let mut out = Self { programme, rangs, lignes: BTreeMap::new(), mesures: BTreeMap::new() };
        for (i, ligne) in dossier.budget.iter().flat_map(|b| b.lignes.iter().enumerate()) {
            let Some(id) = &ligne.action else { continue };
            for id in out.upwards(id) {
                out.lignes.entry(id).or_default().push(i);
            }
        }
        for (i, echeance) in programme.calendrier.iter().enumerate() {
            for (j, mesure) in echeance.mesures.iter().enumerate() {
                if let Some(id) = &mesure.action {
                    out.mesures.entry(id).or_default().push((i, j));
                }
            }
        }
        Some(out)
    }

    /// The rank of an action.
    pub(super) fn rang(&self, id: &IdAction) -> Option<usize> {
        self.rangs.get(id).copied()
    }

    /// An action.
    pub(super) fn action(&self, id: &IdAction) -> Option<&'a Action> {
        self.rang(id).map(|i| &self.programme.actions[i])
    }

    /// The lines of an action and of those under it.
    pub(super) fn lignes(&self, id: &IdAction) -> &[usize] {
        self.lignes.get(id).map_or(&[], Vec::as_slice)
    }

    /// The measures of an action.
    pub(super) fn mesures(&self, id: &IdAction) -> &[(usize, usize)] {
        self.mesures.get(id).map_or(&[], Vec::as_slice)
    }

    /// An action and those above it.
    fn upwards(&self, id: &'a IdAction) -> Vec<&'a IdAction> {
        let mut out = vec![id];
        let mut current = self.action(id);
        while let Some(parent) = current.and_then(|a| a.parent.as_ref()) {
            // The reader refuses cycles; a model built by hand may have one.
            if out.contains(&parent) {
                break;
            }
            out.push(parent);
            current = self.action(parent);
        }
        out
    }

    /// The actions that something names, with those above and under them.
    pub(super) fn autour<'b>(
        &self,
        named: impl Iterator<Item = &'b IdAction>,
    ) -> BTreeSet<&'a IdAction>
    where
        'a: 'b,
    {
        let known: Vec<&'a Action> = named.filter_map(|id| self.action(id)).collect();
        let mut under: BTreeSet<&IdAction> = known.iter().map(|a| &a.id).collect();
        // A parent stands before its children.
        for action in &self.programme.actions {
            if action.parent.as_ref().is_some_and(|p| under.contains(p)) {
                under.insert(&action.id);
            }
        }
        for action in known {
            under.extend(self.upwards(&action.id));
        }
        under
    }
}

/// The years in which some lines are not nil.
pub(super) fn annees_financees(budget: &AnnexeBudgetaire, lignes: &[usize]) -> BTreeSet<u16> {
    let cells =
        lignes.iter().flat_map(|i| budget.lignes[*i].montants.iter().zip(&budget.exercices));
    cells.filter(|(m, _)| m.is_some_and(|m| !m.is_zero())).map(|(_, e)| e.0).collect()
}
