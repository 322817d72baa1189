//! The sums of a budget annex, for each exercice and for the whole period.

use std::collections::{BTreeMap, BTreeSet, HashMap};

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

/// Which lines a total adds up, and with which sign (*composition*).
#[derive(Debug, Clone)]
pub struct Composition<'a> {
    budget: &'a AnnexeBudgetaire,
    parents: HashMap<&'a IdAction, Option<&'a IdAction>>,
}

impl<'a> Composition<'a> {
    /// The composition of the totals of a budget; `programme` says which action stands under which.
    #[must_use]
    pub fn new(budget: &'a AnnexeBudgetaire, programme: Option<&'a Programme>) -> Self {
        let known = programme.map_or(&[][..], |p| &p.actions);
        Self { budget, parents: known.iter().map(|a| (&a.id, a.parent.as_ref())).collect() }
    }

    /// An action and those above it, each once.
    #[must_use]
    pub fn branche(&self, action: Option<&'a IdAction>) -> Vec<&'a IdAction> {
        let mut above: Vec<&IdAction> = Vec::new();
        let mut seen: BTreeSet<&IdAction> = BTreeSet::new();
        let mut current = action;
        // An action that descends from itself counts a line once.
        while let Some(id) = current.filter(|id| seen.insert(id)) {
            above.push(id);
            current = self.parents.get(id).copied().flatten();
        }
        above
    }

    /// Whether an action is another one or stands under it.
    fn descend(&self, action: Option<&'a IdAction>, ancestor: &IdAction) -> bool {
        let mut current = action;
        // The reader refuses cycles; the bound keeps a model built by hand from looping.
        for _ in 0..=self.parents.len() {
            match current {
                Some(id) if id == ancestor => return true,
                Some(id) => current = self.parents.get(id).copied().flatten(),
                None => return false,
            }
        }
        false
    }

    /// With which sign a total takes a line: 1, −1, or 0 when it does not.
    #[must_use]
    pub fn signe(&self, nature: &NatureTotal, ligne: &'a Ligne) -> i8 {
        let cost = if ligne.sens == Sens::Depense { 1 } else { -1 };
        let under = |action: &IdAction| self.descend(ligne.action.as_ref(), action);
        match nature {
            NatureTotal::SousTotal { action, section, sens } => {
                i8::from(ligne.section == *section && ligne.sens == *sens && under(action))
            }
            NatureTotal::Solde { action, section } => {
                if ligne.section == *section && under(action) { -cost } else { 0 }
            }
            NatureTotal::TotalSection { section, sens } => {
                i8::from(ligne.section == *section && ligne.sens == *sens)
            }
            NatureTotal::Bilan { section } if ligne.section == *section => -cost,
            NatureTotal::Bilan { .. } => 0,
            NatureTotal::CoutBrut => i8::from(ligne.sens == Sens::Depense),
            NatureTotal::CoutNet => cost,
            NatureTotal::Porteurs(wanted) => {
                let bears = porteur(self.budget, ligne);
                if bears.is_some_and(|p| wanted.iter().any(|w| w == p)) { cost } else { 0 }
            }
        }
    }
}

/// The sums that one pass over the lines gives.
struct Sommes<'a> {
    tables: BTreeMap<(Section, Sens), Serie>,
    /// The net cost of each department, with its rank: the order in which the lines name them.
    porteurs: BTreeMap<Option<&'a str>, (usize, Serie)>,
    places: usize,
}

impl<'a> Sommes<'a> {
    fn new(budget: &'a AnnexeBudgetaire) -> Self {
        let places = budget.exercices.len();
        let mut out = Self { tables: BTreeMap::new(), porteurs: BTreeMap::new(), places };
        for ligne in &budget.lignes {
            let key = (ligne.section, ligne.sens);
            out.tables.entry(key).or_insert_with(|| Serie::zero(places)).add(ligne, false);
            let rank = out.porteurs.len();
            let (_, serie) = out
                .porteurs
                .entry(porteur(budget, ligne))
                .or_insert_with(|| (rank, Serie::zero(places)));
            serie.add(ligne, ligne.sens == Sens::Recette);
        }
        out
    }

    /// The sum of the tables that are kept; zero when there is none.
    fn sum(&self, keep: impl Fn(Section, Sens) -> bool) -> Serie {
        let kept = self.tables.iter().filter(|((section, sens), _)| keep(*section, *sens));
        kept.fold(Serie::zero(self.places), |sum, (_, serie)| sum.plus(serie))
    }

    fn bilan(&self, section: Section) -> Serie {
        let side = |sens| self.sum(|a, b| (a, b) == (section, sens));
        side(Sens::Recette).less(&side(Sens::Depense))
    }

    fn portes(&self, wanted: &[String]) -> Serie {
        let named: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
        named
            .into_iter()
            .filter_map(|name| self.porteurs.get(&Some(name)))
            .fold(Serie::zero(self.places), |sum, (_, serie)| sum.plus(serie))
    }
}

/// Computes the sums of a budget; `programme` says which action stands under which.
#[must_use]
pub fn compute(budget: &AnnexeBudgetaire, programme: Option<&Programme>) -> ComptesBudget {
    let parts = Parts::new(budget, programme);
    let sums = Sommes::new(budget);
    let tables: Vec<(Section, Sens)> = sums.tables.keys().copied().collect();
    let cout_brut = sums.sum(|_, sens| sens == Sens::Depense);
    let cout_net = cout_brut.clone().less(&sums.sum(|_, sens| sens == Sens::Recette));
    let mut porteurs: Vec<(Option<&str>, usize, Serie)> =
        sums.porteurs.iter().map(|(name, (rank, serie))| (*name, *rank, serie.clone())).collect();
    porteurs.sort_by_key(|(_, rank, _)| *rank);
    let names: Vec<Option<&str>> = porteurs.iter().map(|(name, ..)| *name).collect();
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
                NatureTotal::TotalSection { section, sens } => {
                    sums.sum(|a, b| (a, b) == (*section, *sens))
                }
                NatureTotal::Bilan { section } => sums.bilan(*section),
                NatureTotal::CoutBrut => cout_brut.clone(),
                NatureTotal::CoutNet => cout_net.clone(),
                NatureTotal::Porteurs(wanted) => sums.portes(wanted),
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
        totaux: tables.iter().map(|(s, d)| (*s, *d, sums.tables[&(*s, *d)].clone())).collect(),
        bilans: Section::ALL
            .into_iter()
            .filter(|section| tables.iter().any(|(s, _)| s == section))
            .map(|section| (section, sums.bilan(section)))
            .collect(),
        nets: parts.actions.iter().map(|a| ((*a).clone(), net(a))).collect(),
        cout_brut,
        cout_net,
        porteurs: porteurs
            .into_iter()
            .map(|(name, _, serie)| (name.map(str::to_owned), serie))
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
        let composition = Composition::new(budget, programme);
        let places = budget.exercices.len();
        let mut tables = BTreeMap::new();
        let mut used: BTreeSet<&IdAction> = BTreeSet::new();
        for (i, ligne) in budget.lignes.iter().enumerate() {
            for id in composition.branche(ligne.action.as_ref()) {
                let (serie, lines) = tables
                    .entry((ligne.section, ligne.sens, id))
                    .or_insert_with(|| (Serie::zero(places), Vec::new()));
                serie.add(ligne, false);
                lines.push(i);
                used.insert(id);
            }
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
    let total = |nature| Total {
        nature,
        libelle: None,
        chapitre: None,
        montants: None,
        tolerance: None,
        commentaire: None,
    };
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
