//! What changed of a budget annex: lines, amounts by exercice, printed totals.

mod autorisation;
mod ligne;
mod total;

use std::collections::BTreeMap;

use super::changement::{self, Changement};
use super::liste::{self, Cle, EcartListe};
use crate::model::{
    AnnexeBudgetaire, Autorisation, Exercice, Lieu, Ligne, Montant, Nomenclature, Total,
};
use autorisation::authorisations;
pub use autorisation::{AutorisationSuivie, autorisations_changees};
use ligne::lines;
pub use ligne::{EcartLigne, EcartMentions, LigneSuivie, cles_lignes, lignes_apres, lignes_avant};
use total::totals;
pub use total::{EcartTotal, EcartTotalMentions, TotalSuivi, repere_total};

/// Amounts by exercice; an empty cell is not a zero, and an exercice that is not there is an empty cell.
pub type Montants = BTreeMap<Exercice, Option<Montant>>;

/// What changed of a budget annex.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartBudget {
    /// Whether there is one.
    pub presence: Option<Changement<bool>>,
    /// Its printed title.
    pub titre: Option<Changement<String>>,
    /// Its budget years.
    pub exercices: Option<Changement<Vec<Exercice>>>,
    /// The department whose budget this is.
    pub porteur: Option<Changement<Option<String>>>,
    /// The note under its tables.
    pub note: Option<Changement<Option<String>>>,
    /// The chart of accounts whose chapters it names.
    pub nomenclature: Option<Changement<Option<Nomenclature>>>,
    /// How far a declared figure may stand from its sum, in euros.
    pub tolerance: Option<Changement<Montant>>,
    /// Whether it says that its credits depend on the budget voted each year.
    pub inscription_annuelle: Option<Changement<bool>>,
    /// The authorisations over several years that it declares, all together.
    pub autorisations: Option<Changement<Vec<AutorisationSuivie>>>,
    /// Its lines.
    pub lignes: EcartListe<Cle, LigneSuivie, EcartLigne>,
    /// The totals it prints.
    pub totaux: EcartListe<Cle, TotalSuivi, EcartTotal>,
}

fn dated(exercices: &[Exercice], montants: &[Option<Montant>]) -> Montants {
    exercices.iter().copied().zip(montants.iter().copied()).collect()
}

fn listed(exercices: &[Exercice], montants: &Montants) -> Vec<Option<Montant>> {
    exercices.iter().map(|e| montants.get(e).copied().flatten()).collect()
}

/// What an act without budget has.
fn empty() -> AnnexeBudgetaire {
    AnnexeBudgetaire {
        titre: String::new(),
        exercices: Vec::new(),
        lignes: Vec::new(),
        porteur: None,
        totaux: Vec::new(),
        note: None,
        nomenclature: None,
        tolerance: Montant::ZERO,
        inscription_annuelle: false,
        autorisations: Vec::new(),
    }
}

impl EcartBudget {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn entre(a: Option<&AnnexeBudgetaire>, b: Option<&AnnexeBudgetaire>) -> Self {
        let none = empty();
        let presence = Changement::entre(&a.is_some(), &b.is_some());
        let (a, b) = (a.unwrap_or(&none), b.unwrap_or(&none));
        if presence.is_none() && a == b {
            return Self::default();
        }
        let (la, lb) = (lines(a), lines(b));
        let (ka, kb) = liste::apparier(&la, &lb);
        let (ta, tb) = (totals(a), totals(b));
        let (qa, qb) = liste::apparier(&ta, &tb);
        Self {
            presence,
            titre: Changement::entre(&a.titre, &b.titre),
            exercices: Changement::entre(&a.exercices, &b.exercices),
            porteur: Changement::entre(&a.porteur, &b.porteur),
            note: Changement::entre(&a.note, &b.note),
            nomenclature: Changement::entre(&a.nomenclature, &b.nomenclature),
            tolerance: Changement::entre(&a.tolerance, &b.tolerance),
            inscription_annuelle: Changement::entre(
                &a.inscription_annuelle,
                &b.inscription_annuelle,
            ),
            autorisations: Changement::entre(&authorisations(a), &authorisations(b)),
            lignes: EcartListe::entre(
                &liste::sous(ka, &la),
                &liste::sous(kb, &lb),
                |x: &&LigneSuivie, y| Some(EcartLigne::entre(x, y)).filter(|e| !e.is_empty()),
            ),
            totaux: EcartListe::entre(
                &liste::avec(qa, ta),
                &liste::avec(qb, tb),
                |x: &TotalSuivi, y| Some(EcartTotal::entre(x, y)).filter(|e| !e.is_empty()),
            ),
        }
    }

    pub(super) fn appliquer(
        &self,
        base: Option<&AnnexeBudgetaire>,
        conflits: &mut Vec<Lieu>,
    ) -> Option<AnnexeBudgetaire> {
        let mut present = base.is_some();
        if let Some(c) = &self.presence {
            present = c.apres;
        } else if !present && !self.is_empty() {
            conflits.push(Lieu::new("budget.toml", ""));
        }
        if !present {
            return None;
        }
        let none = empty();
        let base = base.unwrap_or(&none);
        let at = |cle: String| Lieu::new("budget.toml", cle);
        let (mut titre, mut porteur) = (base.titre.clone(), base.porteur.clone());
        let mut note = base.note.clone();
        if let Some(c) = &self.titre {
            c.appliquer(&mut titre, || at("titre".to_owned()), conflits);
        }
        if let Some(c) = &self.porteur {
            c.appliquer(&mut porteur, || at("porteur".to_owned()), conflits);
        }
        if let Some(c) = &self.note {
            c.appliquer(&mut note, || at("note".to_owned()), conflits);
        }
        let (mut nomenclature, mut tolerance) = (base.nomenclature, base.tolerance);
        let mut inscription_annuelle = base.inscription_annuelle;
        let mut autorisations = authorisations(base);
        if let Some(c) = &self.nomenclature {
            c.appliquer(&mut nomenclature, || at("nomenclature".to_owned()), conflits);
        }
        if let Some(c) = &self.tolerance {
            c.appliquer(&mut tolerance, || at("tolerance".to_owned()), conflits);
        }
        if let Some(c) = &self.inscription_annuelle {
            let place = || at("inscription_annuelle".to_owned());
            c.appliquer(&mut inscription_annuelle, place, conflits);
        }
        if let Some(c) = &self.autorisations {
            c.appliquer(&mut autorisations, || at("autorisations".to_owned()), conflits);
        }
        let exercices = changement::exercices(self.exercices.as_ref(), &base.exercices);
        let of_base = lines(base);
        let lignes = self.lignes.appliquer(
            liste::avec(liste::cles(&of_base), of_base),
            |k| at(format!("lignes[{}]", k.repere)),
            conflits,
            |e, l, conflits| {
                let name = l.ligne.detail.clone().or_else(|| l.ligne.libelle.clone());
                let action = l.ligne.action.as_ref().map(|a| a.0.clone());
                let place = at(format!("lignes[{}]", name.or(action).unwrap_or_default()));
                e.mentions.appliquer(&mut l.ligne, &place, conflits);
                for (exercice, c) in &e.montants {
                    let cell = l.montants.entry(*exercice).or_default();
                    let place = || at(format!("{}.montants[{exercice}]", place.chemin));
                    c.appliquer(cell, place, conflits);
                }
            },
        );
        let of_base = totals(base);
        let totaux = self.totaux.appliquer(
            liste::avec(liste::cles(&of_base), of_base),
            |k| at(format!("totaux[{}]", k.repere)),
            conflits,
            |e, t, conflits| {
                let place = at(format!("totaux[{}]", t.total.nature.libelle()));
                e.mentions.appliquer(&mut t.total, &place, conflits);
                if let Some(c) = &e.montants {
                    c.appliquer(&mut t.montants, || place.clone(), conflits);
                }
            },
        );
        let lignes = lignes
            .into_iter()
            .map(|(_, l)| Ligne { montants: listed(&exercices, &l.montants), ..l.ligne })
            .collect();
        let totaux = totaux
            .into_iter()
            .map(|(_, t)| Total { montants: t.montants.map(|m| listed(&exercices, &m)), ..t.total })
            .collect();
        let autorisations = autorisations
            .into_iter()
            .map(|a| Autorisation {
                credits: exercices.iter().map(|x| a.credits.get(x).copied()).collect(),
                ..a.autorisation
            })
            .collect();
        Some(AnnexeBudgetaire {
            titre,
            exercices,
            lignes,
            porteur,
            totaux,
            note,
            nomenclature,
            tolerance,
            inscription_annuelle,
            autorisations,
        })
    }
}
