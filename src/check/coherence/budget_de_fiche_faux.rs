//! An amount in the budget field of a sheet that the lines of its action do not give.

use std::ops::Range;

use rust_decimal::Decimal;

use super::branches::Branches;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{
    AnnexeBudgetaire, Constat, Dossier, Lieu, NatureChamp, Section, Sens, Severite,
};
use crate::reperage::{Ecrit, Ecriture, EcritureSomme, Releve, annees, sommes};
use crate::typographie::nombre;

pub(in crate::check) static BUDGET_DE_FICHE_FAUX: Regle = Regle {
    code: "COHE-05",
    nom: "budget-de-fiche-faux",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le champ `budget` d’une fiche donne un montant que les lignes de l’action ne donnent pas.\n\n\
          Le montant est cherché parmi ceux des lignes, leurs sommes par exercice et sur la période, en dépenses, en \
          recettes et net de recettes, par section ou en tout, avec ou sans les sous-actions. Suivi d’une année (« 12 000 € en \
          2026 »), il doit être de cet exercice. Un champ de plusieurs montants sans année n’est pas jugé, sauf le \
          premier, quand ce qui le suit le détaille (« dont », des montants par année) ou le dit annuel (« par an ») ; ni \
          un montant arrondi en lettres.",
    exemple: Exemple {
        faux: "# fiche ; au budget, 1 000 € par an pendant trois ans\n[[champs]]\nnature = \"budget\"\ntexte = \"5 000 €\"",
        juste: "[[champs]]\nnature = \"budget\"\ntexte = \"3 000 € sur trois ans\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let (Some(branches), Some(budget)) = (Branches::new(dossier), &dossier.budget) else { return };
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Champ(..))) {
        let Ecriture::Champ(f, c) = ecrit.ecriture else { continue };
        let fiche = &dossier.fiches[f];
        let lines = branches.lignes(&fiche.action);
        let Some(action) = branches.action(&fiche.action) else { continue };
        if fiche.champs[c].nature != NatureChamp::Budget || lines.is_empty() {
            continue;
        }
        let said = sommes(ecrit);
        for (k, somme) in said.iter().enumerate() {
            let until = said.get(k + 1).map_or(ecrit.texte.len(), |s| s.plage.start);
            let exercice = year_after(ecrit, somme.plage.end, until, budget);
            // « 99 000 €, dont 90 000 € d’aide »: the first is the whole; « 9 000 € par an » is that of each year.
            let after = ecrit.jeton_a(somme.plage.end);
            let yearly = ecrit.suite(after, &["par", "an"]).is_some();
            let by_year = || {
                said.len() > 2
                    && said[1..].iter().enumerate().all(|(j, s)| {
                        let until = said.get(j + 2).map_or(ecrit.texte.len(), |s| s.plage.start);
                        year_after(ecrit, s.plage.end, until, budget).is_some()
                    })
            };
            let whole = k == 0 && (yearly || detailed(ecrit, somme.plage.end, until) || by_year());
            let judged = (exercice.is_some() || said.len() == 1 || whole)
                && !about(ecrit, &somme.plage, yearly);
            if !judged || matches!(somme.ecriture, EcritureSomme::Abregee | EcritureSomme::Lettres)
            {
                continue;
            }
            let own = |i: &&usize| budget.lignes[**i].action.as_ref() == Some(&fiche.action);
            let own: Vec<usize> = lines.iter().filter(own).copied().collect();
            let given = |lines: &[usize]| possible(budget, lines, exercice).contains(&somme.valeur);
            if given(lines) || given(&own) {
                continue;
            }
            let spent = total(budget, lines, exercice);
            let when = exercice.map_or_else(
                || "sur la période".to_owned(),
                |e| format!("en {}", budget.exercices[e]),
            );
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&somme.plage),
                        format!(
                            "la fiche de l’action {} donne {}, que ses lignes de budget ne donnent pas",
                            action.numero,
                            ecrit.mots(&somme.plage)
                        ),
                    )
                    .etiquette("montant de la fiche")
                    .secondaire(
                        Lieu::new("budget.toml", format!("lignes[{}].montants", lines[0])),
                        format!("dépenses de l’action {when} : {} €", nombre::montant(spent)),
                    )
                    .aide("mettez d’accord la fiche et le budget"),
            );
        }
    }
}

/// Whether an amount is a rough one, a bound, one without tax or one for each of something.
fn about(ecrit: &Ecrit, plage: &Range<usize>, yearly: bool) -> bool {
    const AVANT: &[&str] =
        &["environ", "pres", "autour", "jusqu", "maximum", "plafond", "plus", "moins", "minimum"];
    let (start, end) = (ecrit.jeton_a(plage.start), ecrit.jeton_a(plage.end));
    (start.saturating_sub(3)..start).any(|k| ecrit.est_un(k, AVANT))
        || (!yearly && ecrit.est_un(end, &["ht", "hors", "par", "/", "maximum", "environ"]))
}

/// Whether the words between two amounts say that the second is a part of the first.
fn detailed(ecrit: &Ecrit, from: usize, until: usize) -> bool {
    until < ecrit.texte.len()
        && (ecrit.jeton_a(from)..ecrit.jeton_a(until)).any(|k| ecrit.est(k, "dont"))
}

/// The budget year that the words after an amount name, « en 2026 ».
fn year_after(
    ecrit: &Ecrit,
    from: usize,
    until: usize,
    budget: &AnnexeBudgetaire,
) -> Option<usize> {
    let start = ecrit.jeton_a(from);
    let near = start..ecrit.jeton_a(until).min(start + 4);
    let said = annees(ecrit, near);
    let [one] = said.as_slice() else { return None };
    if one.debut != one.fin {
        return None;
    }
    budget.exercices.iter().position(|e| e.0 == one.debut)
}

/// Every amount that some lines give, in one budget year or in all and over the period.
fn possible(budget: &AnnexeBudgetaire, lines: &[usize], exercice: Option<usize>) -> Vec<Decimal> {
    let columns: Vec<Vec<usize>> = match exercice {
        Some(e) => vec![vec![e]],
        None => {
            let all: Vec<usize> = (0..budget.exercices.len()).collect();
            all.iter().map(|e| vec![*e]).chain([all.clone()]).collect()
        }
    };
    let mut out = Vec::new();
    for years in &columns {
        let sum = |keep: &dyn Fn(&usize) -> bool| -> Decimal {
            lines.iter().filter(|i| keep(i)).map(|i| cell(budget, *i, years)).sum()
        };
        out.extend(lines.iter().map(|i| cell(budget, *i, years)));
        for sens in Sens::ALL {
            out.push(sum(&|i| budget.lignes[*i].sens == sens));
            for section in Section::ALL {
                let part = |i: &usize| {
                    budget.lignes[*i].sens == sens && budget.lignes[*i].section == section
                };
                out.push(sum(&part));
            }
        }
        let spent = sum(&|i| budget.lignes[*i].sens == Sens::Depense);
        out.push(spent - sum(&|i| budget.lignes[*i].sens == Sens::Recette));
    }
    out
}

fn cell(budget: &AnnexeBudgetaire, line: usize, years: &[usize]) -> Decimal {
    let montants = &budget.lignes[line].montants;
    let cells = years.iter().filter_map(|e| montants.get(*e).copied().flatten());
    cells.map(|m| m.decimal()).sum()
}

fn total(budget: &AnnexeBudgetaire, lines: &[usize], exercice: Option<usize>) -> Decimal {
    let years: Vec<usize> =
        exercice.map_or_else(|| (0..budget.exercices.len()).collect(), |e| vec![e]);
    let spent = lines.iter().filter(|i| budget.lignes[**i].sens == Sens::Depense);
    spent.map(|i| cell(budget, *i, &years)).sum()
}
