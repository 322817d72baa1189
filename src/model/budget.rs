//! The budget annex.

use super::{Exercice, IdAction, Montant};

/// The budget annexed to an act (*annexe budgétaire*): lines, and the totals that the document prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexeBudgetaire {
    /// Its printed title.
    pub titre: String,
    /// Its budget years, in order; every amount list has one place for each.
    pub exercices: Vec<Exercice>,
    /// Its lines, in printed order.
    pub lignes: Vec<Ligne>,
    /// The department whose budget this is, bearer of the lines that name no other (*porteur*).
    pub porteur: Option<String>,
    /// The totals it prints. Empty: the computed ones are printed.
    pub totaux: Vec<Total>,
    /// A note under the tables.
    pub note: Option<String>,
}

/// One line of the budget (*ligne*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ligne {
    /// The action it pays for.
    pub action: Option<IdAction>,
    /// Its label; the budget label of the action when absent, none when empty.
    pub libelle: Option<String>,
    /// What is bought or received.
    pub detail: Option<String>,
    /// In which section of the budget.
    pub section: Section,
    /// Money spent or received.
    pub sens: Sens,
    /// Chapter of the accounts, « 011 », as text; may be absent.
    pub chapitre: Option<String>,
    /// One amount per exercice; an empty cell is not a zero.
    pub montants: Vec<Option<Montant>>,
    /// Whose budget pays (*porteur*), « RH »; that of the annex when absent.
    pub porteur: Option<String>,
    /// Who funds, for a receipt (*financeur*).
    pub financeur: Option<String>,
    /// What the last column says.
    pub commentaire: Option<String>,
    /// How many lines the comment stands beside, itself included: 1 or more.
    pub commentaire_lignes: usize,
}

/// A section of a local budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Running costs.
    Fonctionnement,
    /// Capital.
    Investissement,
}

impl Section {
    /// Both sections, in the order of a budget.
    pub const ALL: [Self; 2] = [Self::Fonctionnement, Self::Investissement];

    /// Its key in the files and its name in a sentence, the same word.
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Fonctionnement => "fonctionnement",
            Self::Investissement => "investissement",
        }
    }

    /// Its name after « de »: « de fonctionnement », « d’investissement ».
    #[must_use]
    pub fn de(self) -> &'static str {
        match self {
            Self::Fonctionnement => "de fonctionnement",
            Self::Investissement => "d’investissement",
        }
    }
}

/// Whether money goes out or comes in (*sens*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sens {
    /// Spent.
    Depense,
    /// Received.
    Recette,
}

impl Sens {
    /// Both, spending first.
    pub const ALL: [Self; 2] = [Self::Depense, Self::Recette];

    /// Its printed name, in the plural: « dépenses ».
    #[must_use]
    pub fn pluriel(self) -> &'static str {
        match self {
            Self::Depense => "dépenses",
            Self::Recette => "recettes",
        }
    }
}

/// A total that the document prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// What it adds up.
    pub nature: NatureTotal,
    /// Its printed label; a usual one when absent.
    pub libelle: Option<String>,
    /// A chapter printed beside it.
    pub chapitre: Option<String>,
    /// The figures the document declares. `None`: the computed ones are printed. They are an assertion to verify, and
    /// are printed as they were adopted even when they are wrong.
    pub montants: Option<Vec<Option<Montant>>>,
    /// What the last column says.
    pub commentaire: Option<String>,
}

/// What a total adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NatureTotal {
    /// The lines of an action and of those under it, in one table.
    SousTotal {
        /// The action.
        action: IdAction,
        /// The section of the table.
        section: Section,
        /// The sens of the table.
        sens: Sens,
    },
    /// What an action receives less what it spends, in one section; printed at the end of that section's receipts.
    Solde {
        /// The action.
        action: IdAction,
        /// The section.
        section: Section,
    },
    /// A whole table.
    TotalSection {
        /// The section of the table.
        section: Section,
        /// The sens of the table.
        sens: Sens,
    },
    /// Receipts less spending of a section.
    Bilan {
        /// The section.
        section: Section,
    },
    /// All spending, both sections.
    CoutBrut,
    /// All spending less all receipts.
    CoutNet,
    /// The net cost borne by these departments (*porteurs*).
    Porteurs(Vec<String>),
}

impl NatureTotal {
    /// The usual label of such a total, where the document gives none; an action is named by its identifier.
    #[must_use]
    pub fn libelle(&self) -> String {
        match self {
            Self::SousTotal { action, .. } => format!("Sous-total action {action}"),
            Self::Solde { action, .. } => format!("Solde action {action}"),
            Self::TotalSection { section, sens } => {
                format!("Total des {} {}", sens.pluriel(), section.de())
            }
            Self::Bilan { section } => format!("Bilan de la section {}", section.de()),
            Self::CoutBrut => "Coût brut".to_owned(),
            Self::CoutNet => "Coût net".to_owned(),
            Self::Porteurs(noms) => format!("Coût net, budget {}", noms.join(" et ")),
        }
    }
}
