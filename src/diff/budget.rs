//! What changed of a budget annex: lines, amounts by exercice, printed totals.

use std::collections::BTreeMap;

use super::changement::{self, Changement, ecart};
use super::liste::{self, Cle, EcartListe, Repere};
use crate::model::{
    AnnexeBudgetaire, Autorisation, Exercice, IdAction, Lieu, Ligne, Montant, NatureTotal,
    Nomenclature, Section, Sens, Total,
};

/// Amounts by exercice; an empty cell is not a zero, and an exercice that is not there is an empty cell.
pub type Montants = BTreeMap<Exercice, Option<Montant>>;

/// A line whose amounts are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LigneSuivie {
    /// The line; its list of amounts is empty.
    pub ligne: Ligne,
    /// Its amounts.
    pub montants: Montants,
}

/// A printed total whose declared figures are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalSuivi {
    /// The total; it declares no figures.
    pub total: Total,
    /// What it declares, when it does.
    pub montants: Option<Montants>,
}

/// An authorisation over several years whose payment credits are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutorisationSuivie {
    /// The authorisation; its list of credits is empty.
    pub autorisation: Autorisation,
    /// Its payment credits; an exercice that is not there opens none.
    pub credits: BTreeMap<Exercice, Montant>,
}

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

/// What changed of a line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartLigne {
    /// What it says.
    pub mentions: EcartMentions,
    /// The amounts that changed, by exercice.
    pub montants: BTreeMap<Exercice, Changement<Option<Montant>>>,
}

/// What changed of a printed total.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartTotal {
    /// What it says.
    pub mentions: EcartTotalMentions,
    /// The figures that it declares.
    pub montants: Option<Changement<Option<Montants>>>,
}

impl Repere for LigneSuivie {
    fn reperes(&self) -> Vec<Option<String>> {
        let l = &self.ligne;
        let (action, detail) = (l.action.as_ref().map(|a| a.0.as_str()), l.detail.as_deref());
        let place = format!("{}|{}", l.section.nom(), l.sens.pluriel());
        let said = text(&[detail, l.libelle.as_deref()]);
        let whole = [
            action,
            detail,
            l.libelle.as_deref(),
            l.chapitre.as_deref(),
            l.porteur.as_deref(),
            l.financeur.as_deref(),
        ];
        vec![
            Some(format!("{place}|{}", text(&whole))),
            Some(format!("{place}|{}|{said}", text(&[action]))),
            // The same words for another action.
            (detail.is_some())
                .then(|| format!("{place}|{said}|{}", text(&[l.chapitre.as_deref()]))),
        ]
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

/// What is absent is not what is empty.
fn text(parts: &[Option<&str>]) -> String {
    let parts: Vec<String> =
        parts.iter().map(|p| p.map_or_else(|| "-".to_owned(), |p| format!("={p}"))).collect();
    parts.join("|")
}

impl Repere for TotalSuivi {
    fn reperes(&self) -> Vec<Option<String>> {
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
        vec![Some(nature)]
    }
}

fn dated(exercices: &[Exercice], montants: &[Option<Montant>]) -> Montants {
    exercices.iter().copied().zip(montants.iter().copied()).collect()
}

fn listed(exercices: &[Exercice], montants: &Montants) -> Vec<Option<Montant>> {
    exercices.iter().map(|e| montants.get(e).copied().flatten()).collect()
}

fn lines(b: &AnnexeBudgetaire) -> Vec<LigneSuivie> {
    b.lignes
        .iter()
        .map(|l| LigneSuivie {
            montants: dated(&b.exercices, &l.montants),
            ligne: Ligne { montants: Vec::new(), ..l.clone() },
        })
        .collect()
}

fn totals(b: &AnnexeBudgetaire) -> Vec<TotalSuivi> {
    b.totaux
        .iter()
        .map(|t| TotalSuivi {
            montants: t.montants.as_ref().map(|m| dated(&b.exercices, m)),
            total: Total { montants: None, ..t.clone() },
        })
        .collect()
}

fn authorisations(b: &AnnexeBudgetaire) -> Vec<AutorisationSuivie> {
    b.autorisations
        .iter()
        .map(|a| AutorisationSuivie {
            credits: b
                .exercices
                .iter()
                .zip(&a.credits)
                .filter_map(|(x, m)| Some((*x, (*m)?)))
                .collect(),
            autorisation: Autorisation { credits: Vec::new(), ..a.clone() },
        })
        .collect()
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

impl EcartLigne {
    fn entre(a: &LigneSuivie, b: &LigneSuivie) -> Self {
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

impl EcartTotal {
    fn entre(a: &TotalSuivi, b: &TotalSuivi) -> Self {
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
                &liste::avec(ka, la),
                &liste::avec(kb, lb),
                |x: &LigneSuivie, y| Some(EcartLigne::entre(x, y)).filter(|e| !e.is_empty()),
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

/// What tells a printed total apart, the mark of its key.
#[must_use]
pub fn repere_total(total: &Total) -> String {
    let one = TotalSuivi { total: total.clone(), montants: None };
    one.reperes().into_iter().flatten().next().unwrap_or_default()
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
