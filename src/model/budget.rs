//! The budget annex.

use super::{Exercice, IdAction, Montant};

/// The budget annexed to an act (*annexe budgétaire*): lines, and the totals that the document prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexeBudgetaire {
    /// Its printed title.
    pub titre: String,
    /// Its budget years, in order; every amount list has one place for each.
    pub exercices: Vec<Exercice>,
    /// The chart of accounts whose chapters it names; the usual one of the authority and of the year when absent.
    pub nomenclature: Option<Nomenclature>,
    /// Its lines, in printed order.
    pub lignes: Vec<Ligne>,
    /// The department whose budget this is, bearer of the lines that name no other (*porteur*).
    pub porteur: Option<String>,
    /// The totals it prints. Empty: the computed ones are printed.
    pub totaux: Vec<Total>,
    /// How far a declared figure may stand from its sum without being wrong, in euros: what rounding explains.
    pub tolerance: Montant,
    /// Whether it says that its credits depend on the budget voted each year; it is printed under the tables.
    pub inscription_annuelle: bool,
    /// The authorisations over several years that it declares.
    pub autorisations: Vec<Autorisation>,
    /// A note under the tables.
    pub note: Option<String>,
}

impl AnnexeBudgetaire {
    /// What [`AnnexeBudgetaire::inscription_annuelle`] prints.
    pub const MENTION_ANNUELLE: &'static str =
        "Sous réserve de l’inscription annuelle des crédits au budget.";
}

/// A chart of accounts (*nomenclature*, *instruction budgétaire et comptable*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nomenclature {
    /// Communes and their groupings, until the M57.
    M14,
    /// Industrial and commercial services.
    M4,
    /// Départements, until the M57.
    M52,
    /// All authorities, whichever form of it.
    M57,
    /// The same, full form.
    M57Developpee,
    /// The same, abridged form, open to communes of less than 3,500 inhabitants.
    M57Abregee,
    /// Fire and rescue services.
    M61,
    /// Regions, until the M57.
    M71,
}

impl Nomenclature {
    /// Every chart with its key in the files and its printed name.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::M14, "M14", "M14"),
        (Self::M4, "M4", "M4"),
        (Self::M52, "M52", "M52"),
        (Self::M57, "M57", "M57"),
        (Self::M57Developpee, "M57-developpee", "M57 développée"),
        (Self::M57Abregee, "M57-abregee", "M57 abrégée"),
        (Self::M61, "M61", "M61"),
        (Self::M71, "M71", "M71"),
    ];

    /// Its printed name, « M57 abrégée ».
    #[must_use]
    pub fn nom(self) -> &'static str {
        Self::ALL.iter().find(|(n, ..)| *n == self).map_or("", |(.., nom)| nom)
    }

    /// The chart of which it is a form: itself, except for those of the M57.
    #[must_use]
    pub fn famille(self) -> Self {
        match self {
            Self::M57Developpee | Self::M57Abregee => Self::M57,
            other => other,
        }
    }
}

/// An authorisation over several years, with the payment credits that each year opens (*autorisation*, AP/CP, AE/CP).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Autorisation {
    /// Capital or running costs.
    pub nature: NatureAutorisation,
    /// What it pays for.
    pub libelle: Option<String>,
    /// The actions whose lines it covers; all those of its section when empty.
    pub actions: Vec<IdAction>,
    /// The most that may be committed.
    pub montant: Montant,
    /// The payment credits (*crédits de paiement*), one per exercice; an empty cell opens none.
    pub credits: Vec<Option<Montant>>,
}

/// The two kinds of authorisations (CGCT, L. 2311-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NatureAutorisation {
    /// Of programme (*autorisation de programme*), for capital.
    Programme,
    /// Of commitment (*autorisation d’engagement*), for running costs.
    Engagement,
}

impl NatureAutorisation {
    /// Its name in a sentence, « autorisation de programme ».
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Programme => "autorisation de programme",
            Self::Engagement => "autorisation d’engagement",
        }
    }

    /// The section whose lines it may cover.
    #[must_use]
    pub fn section(self) -> Section {
        match self {
            Self::Programme => Section::Investissement,
            Self::Engagement => Section::Fonctionnement,
        }
    }
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
    /// How far they may stand from the sum; that of the annex when absent.
    pub tolerance: Option<Montant>,
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
