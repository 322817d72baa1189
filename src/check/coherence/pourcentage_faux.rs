//! A percentage of a table that is not the share of its amount in the total.

use rust_decimal::Decimal;

use super::tableau::{Role, Tableau};
use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Severite};
use crate::typographie::nombre;

pub(in crate::check) static POURCENTAGE_FAUX: Regle = Regle {
    code: "COHE-11",
    nom: "pourcentage-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Dans un tableau d’un texte, une colonne de pourcentages donne la part de chaque montant dans le total, et l’un \
          d’eux ne correspond pas.\n\n\
          La colonne n’est jugée que si elle est la seule de pourcentages, que son en-tête dit « % » ou « part », et que \
          plus de la moitié des lignes se vérifient sur une colonne de montants : les autres colonnes de pourcentages sont \
          des taux. Une colonne « Évolution » ou « Variation », après les deux seules de montants, est jugée de même. Un \
          écart d’une unité de la dernière décimale imprimée est un arrondi.",
    exemple: Exemple {
        faux: "texte = \"\"\"\n| Financeur | Montant | Part |\n|---|--:|--:|\n| État | 5 000 € | 50 % |\n| Région | 3 000 € | 30 % |\n| Commune | 2 000 € | 25 % |\n| Total | 10 000 € | 100 % |\n\"\"\"",
        juste: "texte = \"\"\"\n| Financeur | Montant | Part |\n|---|--:|--:|\n| État | 5 000 € | 50 % |\n| Région | 3 000 € | 30 % |\n| Commune | 2 000 € | 20 % |\n| Total | 10 000 € | 100 % |\n\"\"\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for table in Tableau::all(textes.releve) {
        shares(regle, &table, out);
        changes(regle, &table, out);
    }
}

/// The columns of amounts and of their shares, with the row of the total; nothing when the table has another shape.
pub(super) fn parts(table: &Tableau<'_>) -> Option<(usize, usize, usize)> {
    let (amounts, percents) = pair(table)?;
    if table.roles.contains(&Role::Autre) || table.roles.contains(&Role::SousTotal) {
        return None;
    }
    let totals: Vec<usize> =
        (0..table.roles.len()).filter(|r| table.roles[*r] == Role::Total).collect();
    let [total] = totals.as_slice() else { return None };
    let judged = |amounts: &usize| {
        table.quantite(*total, *amounts).filter(|q| !q.valeur.is_zero())?;
        let (right, wrong) = verified(table, (*amounts, percents, *total))?;
        Some((right, wrong.len(), *amounts))
    };
    if let [only] = amounts.as_slice() {
        return judged(only).map(|(.., amounts)| (amounts, percents, *total));
    }
    // Of several columns of amounts, the shares are those of the one that they verify.
    let all = amounts.iter().filter_map(judged).filter(|(right, wrong, _)| right > wrong);
    all.max_by_key(|(right, ..)| *right).map(|(.., amounts)| (amounts, percents, *total))
}

/// A row whose percentage is not what its amounts give, and what they give.
type Ecart = (usize, Decimal, u32);

/// How many rows give the share of their amount in the total, and those that do not.
fn verified(
    table: &Tableau<'_>,
    (amounts, percents, total): (usize, usize, usize),
) -> Option<(usize, Vec<Ecart>)> {
    let base = table.quantite(total, amounts)?;
    let (mut right, mut wrong) = (0, Vec::new());
    for row in 0..table.roles.len() {
        let (Some(amount), Some(percent)) =
            (table.quantite(row, amounts), table.quantite(row, percents))
        else {
            continue;
        };
        let share = amount.valeur.saturating_mul(Decimal::ONE_HUNDRED) / base.valeur;
        // Rounded up or down, so that the column adds up to a hundred.
        let unit = Decimal::new(1, percent.decimales);
        if (share - percent.valeur).abs() < unit {
            right += usize::from(row != total);
        } else {
            wrong.push((row, share, percent.decimales));
        }
    }
    Some((right, wrong))
}

fn shares(regle: &Regle, table: &Tableau<'_>, out: &mut Vec<Constat>) {
    let Some((amounts, percents, total)) = parts(table) else { return };
    let Some((right, wrong)) = verified(table, (amounts, percents, total)) else { return };
    if right <= wrong.len() {
        return;
    }
    for (row, share, decimales) in wrong {
        let (Some(place), Some(amount)) = (table.place(row, percents), table.place(row, amounts))
        else {
            continue;
        };
        let said = crate::compute::arrondi(share, decimales + 1);
        out.push(
            regle
                .constat(
                    table.ecrit.lieu_de(place),
                    format!(
                        "la part de « {} » n’est pas {}",
                        table.libelle(row),
                        table.mots(row, percents)
                    ),
                )
                .etiquette(format!("d’après les montants : {} %", nombre::montant(said)))
                .secondaire(table.ecrit.lieu_de(amount), "montant de cette ligne")
                .aide("corrigez la part ou le montant"),
        );
    }
}

/// The column that says how much each amount changed from one column to the next.
fn changes(regle: &Regle, table: &Tableau<'_>, out: &mut Vec<Constat>) {
    let said = |c: &usize| {
        let entete = table.entetes[*c].as_str();
        ["evolution", "variation"].iter().any(|w| entete.starts_with(w))
    };
    let figures = |c: usize| (0..table.cellules.len()).filter_map(move |r| table.quantite(r, c));
    let width = table.entetes.len();
    let changes: Vec<usize> = (1..width).filter(said).collect();
    let amounts: Vec<usize> =
        (1..width).filter(|c| !said(c) && figures(*c).next().is_some()).collect();
    let ([change], [before, after]) = (changes.as_slice(), amounts.as_slice()) else { return };
    let percents = |c: usize| figures(c).all(|q| q.pourcentage());
    let column = table.en_pourcents(*change) || percents(*change);
    if after > change || !column || [before, after].iter().any(|c| percents(**c)) {
        return;
    }
    let (mut right, mut wrong) = (0, Vec::new());
    for row in 0..table.cellules.len() {
        let cells = (table.quantite(row, *before), table.quantite(row, *after));
        let ((Some(a), Some(b)), Some(printed)) = (cells, table.quantite(row, *change)) else {
            continue;
        };
        if a.valeur <= Decimal::ZERO {
            continue;
        }
        let real = (b.valeur - a.valeur).saturating_mul(Decimal::ONE_HUNDRED) / a.valeur;
        if (real - printed.valeur).abs() < Decimal::new(1, printed.decimales) {
            right += 1;
        } else {
            wrong.push((row, real, printed.decimales));
        }
    }
    if right < 2 || right <= wrong.len() {
        return;
    }
    for (row, real, decimales) in wrong {
        let (Some(place), Some(amount)) = (table.place(row, *change), table.place(row, *after))
        else {
            continue;
        };
        let said = crate::compute::arrondi(real, decimales + 1);
        let message = format!(
            "l’évolution de « {} » n’est pas {}",
            table.libelle(row),
            table.mots(row, *change)
        );
        out.push(
            regle
                .constat(table.ecrit.lieu_de(place), message)
                .etiquette(format!("d’après les montants : {} %", nombre::montant(said)))
                .secondaire(table.ecrit.lieu_de(amount), "dernier montant de cette ligne")
                .aide("corrigez le pourcentage ou l’un des deux montants"),
        );
    }
}

/// The columns of amounts and the only column of percentages.
fn pair(table: &Tableau<'_>) -> Option<(Vec<usize>, usize)> {
    let (mut amounts, mut percents) = (Vec::new(), Vec::new());
    for column in 1..table.entetes.len() {
        let figures = (0..table.cellules.len()).filter_map(|r| table.quantite(r, column));
        let (mut all, mut percent) = (0, 0);
        for q in figures {
            all += 1;
            percent += usize::from(q.pourcentage());
        }
        let entete = &table.entetes[column];
        let says = table.en_pourcents(column)
            || entete.starts_with("part")
            || entete.contains("repartition");
        match (all, percent) {
            (0, _) => {}
            _ if says && (percent == all || table.en_pourcents(column)) => percents.push(column),
            (_, 0) => amounts.push(column),
            _ => return None,
        }
    }
    match percents.as_slice() {
        [p] if !amounts.is_empty() => Some((amounts, *p)),
        _ => None,
    }
}
