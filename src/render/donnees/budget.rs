//! The budget annex: lines in their tables, sub-totals after their lines.

mod rang;

use serde_json::{Value, json};

use super::tete::capital;
use super::texte::maybe;
use crate::compute::{Comptes, ComptesBudget, Serie};
use crate::model::{
    Action, AnnexeBudgetaire, Dossier, IdAction, Ligne, Montant, NatureTotal, Programme, Section,
    Sens, Total,
};
use crate::typographie::nombre;
use rang::Rang;

pub(super) fn piece(dossier: &Dossier, comptes: &Comptes) -> Value {
    let (Some(budget), Some(sums)) = (&dossier.budget, &comptes.budget) else {
        return Value::Null;
    };
    let annexe = Annexe::new(budget, sums, dossier.programme.as_ref());
    let tables: Vec<Value> = annexe.tables();
    let mut years: Vec<String> = budget.exercices.iter().map(ToString::to_string).collect();
    if annexe.periode {
        years.push("Total".to_owned());
    }
    json!({
        "piece": "budget",
        "exercices": years,
        "colonne_chapitre": budget.lignes.iter().any(|l| l.chapitre.is_some()),
        "colonne_commentaire": budget.lignes.iter().any(|l| comment(l).is_some())
            || budget.totaux.iter().any(|t| t.commentaire.is_some()),
        "chiffres": annexe.longest(&tables),
        "lettres_action": longest_number(dossier),
        "tables": tables,
        "note": note(budget),
    })
}

/// What stands under the tables: the note of the annex, and that its credits depend on each year's budget.
fn note(budget: &AnnexeBudgetaire) -> Value {
    let mention = budget.inscription_annuelle.then_some(AnnexeBudgetaire::MENTION_ANNUELLE);
    let words: Vec<&str> = budget.note.as_deref().into_iter().chain(mention).collect();
    maybe((!words.is_empty()).then(|| words.join(" ")).as_deref())
}

/// How many characters « Action 1.1.1 » takes at most.
fn longest_number(dossier: &Dossier) -> usize {
    let actions = dossier.programme.as_ref().map_or(&[][..], |p| &p.actions);
    let longest = actions.iter().map(|a| a.numero.chars().count()).max().unwrap_or(0);
    "Action ".len() + longest.min(12)
}

struct Annexe<'a> {
    budget: &'a AnnexeBudgetaire,
    programme: Option<&'a Programme>,
    imprimes: &'a [(Total, Serie)],
    /// Whether a column gives the total of the period: only where the document declares no figure of its own.
    periode: bool,
    /// Whether some amount has cents: then all are printed with them.
    cents: bool,
}

impl<'a> Annexe<'a> {
    fn new(
        budget: &'a AnnexeBudgetaire,
        sums: &'a ComptesBudget,
        programme: Option<&'a Programme>,
    ) -> Self {
        let amounts = budget.lignes.iter().flat_map(|l| &l.montants);
        let declared = budget.totaux.iter().filter_map(|t| t.montants.as_ref()).flatten();
        let cents = amounts.chain(declared).flatten().any(|m| !m.decimal().fract().is_zero());
        let periode =
            budget.totaux.iter().all(|t| t.montants.is_none()) && budget.exercices.len() > 1;
        Self { budget, programme, imprimes: &sums.imprimes, periode, cents }
    }

    fn longest(&self, tables: &[Value]) -> usize {
        tables
            .iter()
            .filter_map(|t| t["lignes"].as_array())
            .flatten()
            .filter_map(|l| l["montants"].as_array())
            .flatten()
            .filter_map(|m| m.as_str())
            .map(|m| m.chars().count())
            .max()
            .unwrap_or(4)
    }

    fn tables(&self) -> Vec<Value> {
        let mut out = Vec::new();
        for section in Section::ALL {
            let present: Vec<Sens> = Sens::ALL
                .into_iter()
                .filter(|sens| self.lines(section, *sens).next().is_some())
                .collect();
            for sens in &present {
                let last = present.last() == Some(sens);
                let titre = format!("Section {} – {}", section.de(), capital(sens.pluriel()));
                out.push(rang::table(&titre, self.table(section, *sens, last)));
            }
        }
        let recap: Vec<Rang> = self
            .imprimes
            .iter()
            .filter(|(t, _)| {
                matches!(
                    t.nature,
                    NatureTotal::CoutBrut | NatureTotal::CoutNet | NatureTotal::Porteurs(_)
                )
            })
            .map(|(t, s)| self.total(t, s, "cumul"))
            .collect();
        if !recap.is_empty() {
            out.push(rang::table("Récapitulatif", recap));
        }
        out
    }

    fn lines(&self, section: Section, sens: Sens) -> impl Iterator<Item = (usize, &'a Ligne)> {
        self.budget
            .lignes
            .iter()
            .enumerate()
            .filter(move |(_, l)| l.section == section && l.sens == sens)
    }

    fn under(&self, ligne: &Ligne, action: &IdAction) -> bool {
        ligne
            .action
            .as_ref()
            .is_some_and(|id| id == action || self.programme.is_some_and(|p| p.descend(id, action)))
    }

    fn table(&self, section: Section, sens: Sens, last: bool) -> Vec<Rang> {
        let lines: Vec<(usize, &Ligne)> = self.lines(section, sens).collect();
        let mut out: Vec<Rang> = Vec::new();
        let mut comment_left = 0;
        for (k, (_, ligne)) in lines.iter().enumerate() {
            let span_action = span(&lines, k);
            let span_comment = if comment_left > 0 {
                comment_left -= 1;
                0
            } else {
                let span = ligne.commentaire_lignes.min(lines.len() - k);
                comment_left = span - 1;
                span
            };
            out.push(self.line(ligne, span_action, span_comment));
            // Sub-totals whose last line in this table is this one, the deepest action first.
            let mut here: Vec<&(Total, Serie)> = self
                .imprimes
                .iter()
                .filter(|(t, _)| match &t.nature {
                    NatureTotal::SousTotal { action, section: s, sens: d } => {
                        *s == section && *d == sens && self.is_last(&lines, k, action)
                    }
                    NatureTotal::Solde { action, section: s } => {
                        *s == section
                            && self.carries(section, sens, action)
                            && self.is_last(&lines, k, action)
                    }
                    _ => false,
                })
                .collect();
            here.sort_by_key(|(t, _)| std::cmp::Reverse(self.depth(&t.nature)));
            out.extend(here.into_iter().map(|(t, s)| self.total(t, s, "sous-total")));
        }
        for (t, s) in self.imprimes {
            match t.nature {
                NatureTotal::TotalSection { section: a, sens: b } if a == section && b == sens => {
                    out.push(self.total(t, s, "total"));
                }
                NatureTotal::Bilan { section: a } if a == section && last => {
                    out.push(self.total(t, s, "bilan"));
                }
                _ => {}
            }
        }
        out
    }

    /// A balance stands in the receipts of its action; in its spending when it has no receipt.
    fn carries(&self, section: Section, sens: Sens, action: &IdAction) -> bool {
        sens == Sens::Recette
            || !self.lines(section, Sens::Recette).any(|(_, l)| self.under(l, action))
    }

    fn is_last(&self, lines: &[(usize, &Ligne)], k: usize, action: &IdAction) -> bool {
        lines.iter().rposition(|(_, l)| self.under(l, action)) == Some(k)
    }

    fn depth(&self, nature: &NatureTotal) -> usize {
        let (NatureTotal::SousTotal { action, .. } | NatureTotal::Solde { action, .. }) = nature
        else {
            return 0;
        };
        let actions = self.programme.map_or(&[][..], |p| &p.actions);
        actions.iter().filter(|a| self.programme.is_some_and(|p| p.descend(action, &a.id))).count()
    }

    fn action(&self, id: &IdAction) -> Option<&'a Action> {
        self.programme.and_then(|p| p.action(id))
    }

    fn line(&self, ligne: &Ligne, action_span: usize, comment_span: usize) -> Rang {
        let action = ligne.action.as_ref().and_then(|id| self.action(id));
        let libelle = ligne.libelle.clone().unwrap_or_else(|| {
            action.map_or_else(String::new, |a| {
                a.libelles.budget.clone().unwrap_or_else(|| a.libelle.clone())
            })
        });
        let number = action.map_or_else(String::new, |a| format!("Action {}", a.numero));
        let mut montants: Vec<String> = ligne.montants.iter().map(|m| self.amount(*m)).collect();
        if self.periode {
            let sum: Montant = ligne.montants.iter().flatten().copied().sum();
            montants.push(self.amount(Some(sum)));
        }
        Rang {
            genre: "ligne",
            action: number,
            libelle,
            detail: ligne.detail.clone().unwrap_or_default(),
            chapitre: ligne.chapitre.clone().unwrap_or_default(),
            montants,
            commentaire: comment(ligne).unwrap_or_default(),
            etendue_action: action_span,
            etendue_commentaire: comment_span,
        }
    }

    fn total(&self, total: &Total, computed: &Serie, genre: &'static str) -> Rang {
        let montants: Vec<String> = match &total.montants {
            Some(declared) => declared.iter().map(|m| self.amount(*m)).collect(),
            None => {
                let all = computed.exercices.iter().map(|m| self.amount(Some(*m)));
                all.chain(self.periode.then(|| self.amount(Some(computed.periode)))).collect()
            }
        };
        let libelle = total.libelle.clone().unwrap_or_else(|| self.usual(&total.nature));
        Rang {
            genre,
            action: String::new(),
            libelle,
            detail: String::new(),
            chapitre: total.chapitre.clone().unwrap_or_default(),
            montants,
            commentaire: total.commentaire.clone().unwrap_or_default(),
            etendue_action: 1,
            etendue_commentaire: 1,
        }
    }

    /// The usual label, with the printed number of the action rather than its identifier.
    fn usual(&self, nature: &NatureTotal) -> String {
        match nature {
            NatureTotal::SousTotal { action, .. } => match self.action(action) {
                Some(a) => format!("Sous-total action {}", a.numero),
                None => nature.libelle(),
            },
            NatureTotal::Solde { action, .. } => match self.action(action) {
                Some(a) => format!("Solde action {}", a.numero),
                None => nature.libelle(),
            },
            _ => nature.libelle(),
        }
    }

    fn amount(&self, montant: Option<Montant>) -> String {
        match montant {
            None => String::new(),
            Some(m) if self.cents => nombre::montant_cents(m.decimal()),
            Some(m) => nombre::montant(m.decimal()),
        }
    }
}

/// What the last column says of a line: its comment, else who pays or funds.
fn comment(ligne: &Ligne) -> Option<String> {
    ligne.commentaire.clone().or_else(|| match (&ligne.financeur, &ligne.porteur) {
        (Some(f), _) => Some(format!("Financement : {f}")),
        (None, Some(p)) => Some(format!("Budget {p}")),
        (None, None) => None,
    })
}

/// How many lines, this one included, share the action and label printed at `k`; 0 when an upper one covers it.
fn span(lines: &[(usize, &Ligne)], k: usize) -> usize {
    let covered = |k: usize| {
        k > 0
            && lines[k].1.action.is_some()
            && lines[k].1.action == lines[k - 1].1.action
            && lines[k].1.libelle.is_none()
    };
    if covered(k) {
        return 0;
    }
    1 + (k + 1..lines.len()).take_while(|i| covered(*i)).count()
}
