//! What changed of a printed total of a budget annex.

use super::{Montants, dated};
use crate::diff::changement::{Changement, ecart};
use crate::diff::liste::Repere;
use crate::model::{AnnexeBudgetaire, Montant, NatureTotal, Total};

/// A printed total whose declared figures are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalSuivi {
    /// The total; it declares no figures.
    pub total: Total,
    /// What it declares, when it does.
    pub montants: Option<Montants>,
}

ecart! {
    /// What changed of a printed total, its figures apart.
    pub struct EcartTotalMentions of Total {
        /// Its printed label.
        libelle: Option<String>,
        /// A chapter printed beside it.
        chapitre: Option<String>,
        /// What the last column says.
        commentaire: Option<String>,
        /// How far its figures may stand from the sum, in euros.
        tolerance: Option<Montant>,
    }
}

/// What changed of a printed total.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartTotal {
    /// What it says.
    pub mentions: EcartTotalMentions,
    /// The figures that it declares.
    pub montants: Option<Changement<Option<Montants>>>,
}

impl Repere for TotalSuivi {
    const REPERES: usize = 1;

    fn repere(&self, rang: usize) -> Option<String> {
        let nature = match &self.total.nature {
            NatureTotal::SousTotal { action, section, sens } => {
                format!("sous-total {action} {} {}", section.nom(), sens.pluriel())
            }
            NatureTotal::Solde { action, section } => format!("solde {action} {}", section.nom()),
            NatureTotal::TotalSection { section, sens } => {
                format!("total-section {} {}", section.nom(), sens.pluriel())
            }
            NatureTotal::Bilan { section } => format!("bilan {}", section.nom()),
            NatureTotal::CoutBrut => "cout-brut".to_owned(),
            NatureTotal::CoutNet => "cout-net".to_owned(),
            NatureTotal::Porteurs(noms) => format!("porteurs {}", noms.join(" + ")),
        };
        (rang == 0).then_some(nature)
    }
}

pub(super) fn totals(b: &AnnexeBudgetaire) -> Vec<TotalSuivi> {
    b.totaux
        .iter()
        .map(|t| TotalSuivi {
            montants: t.montants.as_ref().map(|m| dated(&b.exercices, m)),
            total: Total { montants: None, ..t.clone() },
        })
        .collect()
}

impl EcartTotal {
    pub(super) fn entre(a: &TotalSuivi, b: &TotalSuivi) -> Self {
        Self {
            mentions: EcartTotalMentions::entre(&a.total, &b.total),
            montants: Changement::entre(&a.montants, &b.montants),
        }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.montants.is_none()
    }
}

/// What tells a printed total apart, the mark of its key.
#[must_use]
pub fn repere_total(total: &Total) -> String {
    let one = TotalSuivi { total: total.clone(), montants: None };
    one.repere(0).unwrap_or_default()
}
