//! What the lines come to before and after, and the gap, whatever they are grouped by.

use std::collections::BTreeMap;

use crate::compute::budget::porteur;
use crate::model::{AnnexeBudgetaire, Exercice, IdAction, Ligne, Montant, Section, Sens};

/// A sum before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Somme {
    /// What it was, in euros.
    pub avant: Montant,
    /// What it is now, in euros.
    pub apres: Montant,
}

impl Somme {
    /// What is added; negative when it is less.
    #[must_use]
    pub fn ecart(self) -> Montant {
        self.apres - self.avant
    }
}

/// A sum before and after, for each exercice and for the whole period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SerieSomme {
    /// Every exercice of either state, zero where it is not there.
    pub exercices: BTreeMap<Exercice, Somme>,
    /// Their sum.
    pub periode: Somme,
}

impl SerieSomme {
    /// Whether some exercice changed.
    #[must_use]
    pub fn change(&self) -> bool {
        self.exercices.values().any(|s| !s.ecart().is_zero())
    }
}

/// The sums of two states of a budget.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sommes {
    /// Every exercice of either state, in order.
    pub exercices: Vec<Exercice>,
    /// Each table: a section, and spending or receipts.
    pub tables: BTreeMap<(Section, Sens), SerieSomme>,
    /// Each chapter of each table; nothing for the lines that have none.
    pub chapitres: BTreeMap<(Section, Sens, Option<String>), SerieSomme>,
    /// Spending less receipts that each department bears; nothing for the lines that nobody is said to bear.
    pub porteurs: BTreeMap<Option<String>, SerieSomme>,
    /// Spending less receipts of the lines of each action, those under it apart; nothing for the lines of no action.
    pub actions: BTreeMap<Option<IdAction>, SerieSomme>,
    /// All spending.
    pub cout_brut: SerieSomme,
    /// All receipts.
    pub recettes: SerieSomme,
    /// All spending less all receipts.
    pub cout_net: SerieSomme,
}

/// Sums two states of a budget; one that is not there comes to nothing.
#[must_use]
pub fn sommes(avant: Option<&AnnexeBudgetaire>, apres: Option<&AnnexeBudgetaire>) -> Sommes {
    let mut out = Sommes::default();
    for budget in [avant, apres].into_iter().flatten() {
        out.exercices.extend(&budget.exercices);
    }
    out.exercices.sort_unstable();
    out.exercices.dedup();
    out.fill(avant, |s| &mut s.avant);
    out.fill(apres, |s| &mut s.apres);
    out
}

impl Sommes {
    fn fill(&mut self, budget: Option<&AnnexeBudgetaire>, of: fn(&mut Somme) -> &mut Montant) {
        let years = self.exercices.clone();
        let zero = || SerieSomme {
            exercices: years.iter().map(|e| (*e, Somme::default())).collect(),
            periode: Somme::default(),
        };
        for whole in [&mut self.cout_brut, &mut self.recettes, &mut self.cout_net] {
            if whole.exercices.is_empty() {
                *whole = zero();
            }
        }
        let Some(budget) = budget else { return };
        for ligne in &budget.lignes {
            let add = |serie: &mut SerieSomme, net: bool| {
                add(serie, budget, ligne, net && ligne.sens == Sens::Recette, of);
            };
            let table = (ligne.section, ligne.sens);
            add(self.tables.entry(table).or_insert_with(zero), false);
            let chapter = (ligne.section, ligne.sens, ligne.chapitre.clone());
            add(self.chapitres.entry(chapter).or_insert_with(zero), false);
            let bearer = porteur(budget, ligne).map(str::to_owned);
            add(self.porteurs.entry(bearer).or_insert_with(zero), true);
            add(self.actions.entry(ligne.action.clone()).or_insert_with(zero), true);
            match ligne.sens {
                Sens::Depense => add(&mut self.cout_brut, false),
                Sens::Recette => add(&mut self.recettes, false),
            }
            add(&mut self.cout_net, true);
        }
    }
}

fn add(
    serie: &mut SerieSomme,
    budget: &AnnexeBudgetaire,
    ligne: &Ligne,
    negative: bool,
    of: fn(&mut Somme) -> &mut Montant,
) {
    for (exercice, montant) in budget.exercices.iter().zip(&ligne.montants) {
        let montant = montant.unwrap_or_default();
        let montant = if negative { -montant } else { montant };
        let cell = of(serie.exercices.entry(*exercice).or_default());
        *cell = *cell + montant;
        let whole = of(&mut serie.periode);
        *whole = *whole + montant;
    }
}
