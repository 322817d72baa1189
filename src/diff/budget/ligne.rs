//! What changed of a line of a budget annex.

use std::collections::BTreeMap;

use super::{Montants, dated};
use crate::diff::changement::{Changement, ecart};
use crate::diff::liste::{self, Cle, Repere};
use crate::model::{AnnexeBudgetaire, Exercice, IdAction, Ligne, Montant, Section, Sens};

/// A line whose amounts are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LigneSuivie {
    /// The line; its list of amounts is empty.
    pub ligne: Ligne,
    /// Its amounts.
    pub montants: Montants,
}

ecart! {
    /// What changed of a line, its amounts apart.
    pub struct EcartMentions of Ligne {
        /// The action it pays for.
        action: Option<IdAction>,
        /// Its label.
        libelle: Option<String>,
        /// What is bought or received.
        detail: Option<String>,
        /// Its section.
        section: Section,
        /// Money spent or received.
        sens: Sens,
        /// Its chapter.
        chapitre: Option<String>,
        /// Whose budget pays.
        porteur: Option<String>,
        /// Who funds.
        financeur: Option<String>,
        /// What the last column says.
        commentaire: Option<String>,
        /// How many lines that stands beside.
        commentaire_lignes: usize,
    }
}

impl EcartMentions {
    /// The texts that changed, each with what a reader calls it.
    pub fn textes(&self) -> impl Iterator<Item = (&'static str, &Changement<Option<String>>)> {
        [
            ("libellé", &self.libelle),
            ("détail", &self.detail),
            ("chapitre", &self.chapitre),
            ("porteur", &self.porteur),
            ("financeur", &self.financeur),
            ("commentaire", &self.commentaire),
        ]
        .into_iter()
        .filter_map(|(quoi, change)| Some((quoi, change.as_ref()?)))
    }
}

/// What changed of a line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartLigne {
    /// What it says.
    pub mentions: EcartMentions,
    /// The amounts that changed, by exercice.
    pub montants: BTreeMap<Exercice, Changement<Option<Montant>>>,
}

impl Repere for LigneSuivie {
    const REPERES: usize = 3;

    fn repere(&self, rang: usize) -> Option<String> {
        let l = &self.ligne;
        let (action, detail) = (l.action.as_ref().map(|a| a.0.as_str()), l.detail.as_deref());
        let libelle = l.libelle.as_deref();
        let mut out = format!("{}|{}", l.section.nom(), l.sens.pluriel());
        match rang {
            0 => {
                let (porteur, financeur) = (l.porteur.as_deref(), l.financeur.as_deref());
                let whole = [action, detail, libelle, l.chapitre.as_deref(), porteur, financeur];
                join(&mut out, &whole);
            }
            1 => join(&mut out, &[detail, libelle, action]),
            // The same words for another action.
            2 if detail.is_some() => join(&mut out, &[detail, libelle, l.chapitre.as_deref()]),
            _ => return None,
        }
        Some(out)
    }

    fn mots(&self) -> Option<(String, String)> {
        let l = &self.ligne;
        let action = l.action.as_ref().map_or("", |a| a.0.as_str());
        let detail = l.detail.as_deref().unwrap_or_default();
        let libelle = l.libelle.as_deref().unwrap_or_default();
        let group = format!("{}|{}|{action}", l.section.nom(), l.sens.pluriel());
        Some((group, format!("{detail} {libelle}")))
    }
}

/// Adds parts to a mark; what is absent is not what is empty.
fn join(out: &mut String, parts: &[Option<&str>]) {
    for part in parts {
        match part {
            None => out.push_str("|-"),
            Some(part) => {
                out.push_str("|=");
                out.push_str(part);
            }
        }
    }
}

pub(super) fn lines(b: &AnnexeBudgetaire) -> Vec<LigneSuivie> {
    b.lignes
        .iter()
        .map(|l| LigneSuivie {
            montants: dated(&b.exercices, &l.montants),
            // Field by field: the amounts are told apart, and not copied to be dropped.
            ligne: Ligne {
                action: l.action.clone(),
                libelle: l.libelle.clone(),
                detail: l.detail.clone(),
                section: l.section,
                sens: l.sens,
                chapitre: l.chapitre.clone(),
                montants: Vec::new(),
                porteur: l.porteur.clone(),
                financeur: l.financeur.clone(),
                commentaire: l.commentaire.clone(),
                commentaire_lignes: l.commentaire_lignes,
            },
        })
        .collect()
}

impl EcartLigne {
    pub(super) fn entre(a: &LigneSuivie, b: &LigneSuivie) -> Self {
        let mut montants = BTreeMap::new();
        for exercice in a.montants.keys().chain(b.montants.keys()) {
            let cell = |l: &LigneSuivie| l.montants.get(exercice).copied().flatten();
            if let Some(c) = Changement::entre(&cell(a), &cell(b)) {
                montants.insert(*exercice, c);
            }
        }
        Self { mentions: EcartMentions::entre(&a.ligne, &b.ligne), montants }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.montants.is_empty()
    }
}

/// The lines of a budget under the keys of the differences from it.
#[must_use]
pub fn lignes_avant(avant: Option<&AnnexeBudgetaire>) -> BTreeMap<Cle, LigneSuivie> {
    let lines = avant.map(lines).unwrap_or_default();
    liste::cles(&lines).into_iter().zip(lines).collect()
}

/// The lines of the second budget under the keys of the differences between two.
#[must_use]
pub fn lignes_apres(
    avant: Option<&AnnexeBudgetaire>,
    apres: &AnnexeBudgetaire,
) -> BTreeMap<Cle, LigneSuivie> {
    let before = avant.map(lines).unwrap_or_default();
    let after = lines(apres);
    let (_, keys) = liste::apparier(&before, &after);
    keys.into_iter().zip(after).collect()
}

/// The keys of the lines of two budgets, in their order; the same line has the same key in both.
#[must_use]
pub fn cles_lignes(
    avant: Option<&AnnexeBudgetaire>,
    apres: Option<&AnnexeBudgetaire>,
) -> (Vec<Cle>, Vec<Cle>) {
    let of = |b: Option<&AnnexeBudgetaire>| b.map(lines).unwrap_or_default();
    liste::apparier(&of(avant), &of(apres))
}
