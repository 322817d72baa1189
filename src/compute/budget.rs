//! The sums of a budget annex, for each exercice and for the whole period.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    AnnexeBudgetaire, IdAction, Ligne, Montant, NatureTotal, Programme, Section, Sens, Total,
};

/// One sum: an amount for each exercice of the annex, and their total over the period (*série*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serie {
    /// In the order of [`AnnexeBudgetaire::exercices`].
    pub exercices: Vec<Montant>,
    /// Their sum.
    pub periode: Montant,
}

impl Serie {
    fn zero(places: usize) -> Self {
        Self { exercices: vec![Montant::ZERO; places], periode: Montant::ZERO }
    }

    fn add(&mut self, ligne: &Ligne, negative: bool) {
        for (sum, montant) in self.exercices.iter_mut().zip(&ligne.montants) {
            let montant = montant.unwrap_or_default();
            let montant = if negative { -montant } else { montant };
            *sum = *sum + montant;
            self.periode = self.periode + montant;
        }
    }

    fn plus(mut self, other: &Self) -> Self {
        for (sum, montant) in self.exercices.iter_mut().zip(&other.exercices) {
            *sum = *sum + *montant;
        }
        self.periode = self.periode + other.periode;
        self
    }

    fn less(mut self, other: &Self) -> Self {
        for (sum, montant) in self.exercices.iter_mut().zip(&other.exercices) {
            *sum = *sum - *montant;
        }
        self.periode = self.periode - other.periode;
        self
    }
}

/// The sums of a budget annex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComptesBudget {
    /// Sub-total of each action that has lines of its own or under it, in each table that has some.
    pub sous_totaux: Vec<(IdAction, Section, Sens, Serie)>,
    /// Total of each table that has lines.
    pub totaux: Vec<(Section, Sens, Serie)>,
    /// Receipts less spending of each section that has lines.
    pub bilans: Vec<(Section, Serie)>,
    /// Spending less receipts of each action that has lines, both sections.
    pub nets: Vec<(IdAction, Serie)>,
    /// All spending.
    pub cout_brut: Serie,
    /// All spending less all receipts.
    pub cout_net: Serie,
    /// Spending less receipts that each department bears; `None` is a line that nobody is said to bear.
    pub porteurs: Vec<(Option<String>, Serie)>,
    /// The totals to print with what each should be: those of [`AnnexeBudgetaire::totaux`] at their rank, or the usual
    /// ones when the document names none.
    pub imprimes: Vec<(Total, Serie)>,
}

/// The department that bears a line: its own, else that of the annex.
#[must_use]
pub fn porteur<'a>(budget: &'a AnnexeBudgetaire, ligne: &'a Ligne) -> Option<&'a str> {
    ligne.porteur.as_deref().or(budget.porteur.as_deref())
}

/// Computes the sums of a budget; `programme` says which action stands under which.
#[must_use]
pub fn compute(budget: &AnnexeBudgetaire, programme: Option<&Programme>) -> ComptesBudget {
    let sum = |keep: &dyn Fn(&Ligne) -> bool, minus: Option<Sens>| {
        let mut serie = Serie::zero(budget.exercices.len());
        for ligne in budget.lignes.iter().filter(|l| keep(l)) {
            serie.add(ligne, Some(ligne.sens) == minus);
        }
        serie
    };
    let table =
        |section: Section, sens: Sens| move |l: &Ligne| l.section == section && l.sens == sens;
    let parts = Parts::new(budget, programme);
    let tables: Vec<(Section, Sens)> = Section::ALL
        .into_iter()
        .flat_map(|section| Sens::ALL.map(|sens| (section, sens)))
        .filter(|(section, sens)| budget.lignes.iter().any(table(*section, *sens)))
        .collect();
    let bilan = |section: Section| sum(&|l: &Ligne| l.section == section, Some(Sens::Depense));
    let cout_net = sum(&|_: &Ligne| true, Some(Sens::Recette));
    let mut names: Vec<Option<&str>> = Vec::new();
    for ligne in &budget.lignes {
        let name = porteur(budget, ligne);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let usual;
    let totaux = if budget.totaux.is_empty() {
        usual = usual_totals(&parts, &tables, &names);
        &usual
    } else {
        &budget.totaux
    };
    let imprimes = totaux
        .iter()
        .map(|total| {
            let serie = match &total.nature {
                NatureTotal::SousTotal { action, section, sens } => {
                    parts.serie(action, *section, *sens)
                }
                NatureTotal::Solde { action, section } => parts
                    .serie(action, *section, Sens::Recette)
                    .less(&parts.serie(action, *section, Sens::Depense)),
                NatureTotal::TotalSection { section, sens } => sum(&table(*section, *sens), None),
                NatureTotal::Bilan { section } => bilan(*section),
                NatureTotal::CoutBrut => sum(&|l: &Ligne| l.sens == Sens::Depense, None),
                NatureTotal::CoutNet => cout_net.clone(),
                NatureTotal::Porteurs(wanted) => sum(
                    &|l: &Ligne| porteur(budget, l).is_some_and(|p| wanted.iter().any(|w| w == p)),
                    Some(Sens::Recette),
                ),
            };
            (total.clone(), serie)
        })
        .collect();
    let sous_totaux = tables
        .iter()
        .flat_map(|table| parts.actions.iter().map(move |a| (*a, *table)))
        .filter_map(|(action, (section, sens))| {
            let (serie, _) = parts.tables.get(&(section, sens, action))?;
            Some((action.clone(), section, sens, serie.clone()))
        })
        .collect();
    let net = |action: &IdAction| {
        Section::ALL.iter().fold(Serie::zero(budget.exercices.len()), |net, section| {
            net.plus(&parts.serie(action, *section, Sens::Depense)).less(&parts.serie(
                action,
                *section,
                Sens::Recette,
            ))
        })
    };

    ComptesBudget {
        sous_totaux,
        totaux: tables.iter().map(|(s, d)| (*s, *d, sum(&table(*s, *d), None))).collect(),
        bilans: Section::ALL
            .into_iter()
            .filter(|section| tables.iter().any(|(s, _)| s == section))
            .map(|section| (section, bilan(section)))
            .collect(),
        nets: parts.actions.iter().map(|a| ((*a).clone(), net(a))).collect(),
        cout_brut: sum(&|l: &Ligne| l.sens == Sens::Depense, None),
        cout_net,
        porteurs: names
            .into_iter()
            .map(|name| {
                let serie = sum(&|l: &Ligne| porteur(budget, l) == name, Some(Sens::Recette));
                (name.map(str::to_owned), serie)
            })
            .collect(),
        imprimes,
    }
}

/// What each action costs in each table, those under it included.
struct Parts<'a> {
    /// Every action that carries a line, with those above it, in the order of the programme.
    actions: Vec<&'a IdAction>,
    /// The sum of an action in a table, with the ranks of its lines.
    tables: BTreeMap<(Section, Sens, &'a IdAction), (Serie, Vec<usize>)>,
    places: usize,
}

impl<'a> Parts<'a> {
    fn new(budget: &'a AnnexeBudgetaire, programme: Option<&'a Programme>) -> Self {
        let known = programme.map_or(&[][..], |p| &p.actions);
        let parents: BTreeMap<&IdAction, Option<&IdAction>> =
            known.iter().map(|a| (&a.id, a.parent.as_ref())).collect();
        let places = budget.exercices.len();
        let mut tables = BTreeMap::new();
        let mut used: BTreeSet<&IdAction> = BTreeSet::new();
        for (i, ligne) in budget.lignes.iter().enumerate() {
            let mut above: BTreeSet<&IdAction> = BTreeSet::new();
            let mut current = ligne.action.as_ref();
            // An action that descends from itself counts a line once.
            while let Some(id) = current.filter(|id| above.insert(id)) {
                let (serie, lines) = tables
                    .entry((ligne.section, ligne.sens, id))
                    .or_insert_with(|| (Serie::zero(places), Vec::new()));
                serie.add(ligne, false);
                lines.push(i);
                current = parents.get(id).copied().flatten();
            }
            used.append(&mut above);
        }
        let mut actions: Vec<&IdAction> =
            known.iter().map(|a| &a.id).filter(|id| used.remove(id)).collect();
        for id in budget.lignes.iter().filter_map(|l| l.action.as_ref()) {
            if used.remove(id) {
                actions.push(id);
            }
        }
        Self { actions, tables, places }
    }

    /// Zero where an action has no line.
    fn serie(&self, action: &IdAction, section: Section, sens: Sens) -> Serie {
        let found = self.tables.get(&(section, sens, action));
        found.map_or_else(|| Serie::zero(self.places), |(serie, _)| serie.clone())
    }
}

/// The totals that an annex prints when it names none: a sub-total for each action with several lines in a table, a
/// total for each table, a balance for each section, the costs, and the split by department.
fn usual_totals(
    parts: &Parts<'_>,
    tables: &[(Section, Sens)],
    names: &[Option<&str>],
) -> Vec<Total> {
    let total =
        |nature| Total { nature, libelle: None, chapitre: None, montants: None, commentaire: None };
    let mut out = Vec::new();
    for (section, sens) in tables {
        let mut told: BTreeSet<&[usize]> = BTreeSet::new();
        for action in &parts.actions {
            let Some((_, lines)) = parts.tables.get(&(*section, *sens, *action)) else { continue };
            // A parent whose lines are all those of one child would print the same sum twice.
            if lines.len() > 1 && told.insert(lines) {
                let action = (*action).clone();
                out.push(total(NatureTotal::SousTotal { action, section: *section, sens: *sens }));
            }
        }
        out.push(total(NatureTotal::TotalSection { section: *section, sens: *sens }));
    }
    for section in Section::ALL {
        if tables.iter().any(|(s, _)| *s == section) {
            out.push(total(NatureTotal::Bilan { section }));
        }
    }
    if tables.iter().any(|(_, sens)| *sens == Sens::Recette) {
        out.push(total(NatureTotal::CoutBrut));
    }
    out.push(total(NatureTotal::CoutNet));
    let names: Vec<&str> = names.iter().copied().flatten().collect();
    if names.len() > 1 {
        out.extend(names.into_iter().map(|n| total(NatureTotal::Porteurs(vec![n.to_owned()]))));
    }
    out
}
