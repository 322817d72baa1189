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
          La colonne n’est jugée que si elle est la seule de pourcentages, à côté d’une seule de montants, que son en-tête \
          dit « % » ou « part », et que plus de la moitié des lignes se vérifient : les autres colonnes de pourcentages \
          sont des taux. Un écart d’une unité de la dernière décimale imprimée est un arrondi.",
    exemple: Exemple {
        faux: "texte = \"\"\"\n| Financeur | Montant | Part |\n|---|--:|--:|\n| État | 5 000 € | 50 % |\n| Région | 3 000 € | 30 % |\n| Commune | 2 000 € | 25 % |\n| Total | 10 000 € | 100 % |\n\"\"\"",
        juste: "texte = \"\"\"\n| Financeur | Montant | Part |\n|---|--:|--:|\n| État | 5 000 € | 50 % |\n| Région | 3 000 € | 30 % |\n| Commune | 2 000 € | 20 % |\n| Total | 10 000 € | 100 % |\n\"\"\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for table in Tableau::all(textes.releve) {
        shares(regle, &table, out);
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
    table.quantite(*total, amounts).filter(|q| !q.valeur.is_zero())?;
    Some((amounts, percents, *total))
}

fn shares(regle: &Regle, table: &Tableau<'_>, out: &mut Vec<Constat>) {
    let Some((amounts, percents, total)) = parts(table) else { return };
    let Some(base) = table.quantite(total, amounts) else { return };
    let (mut right, mut wrong) = (0, Vec::new());
    for row in 0..table.roles.len() {
        let (Some(amount), Some(percent)) =
            (table.quantite(row, amounts), table.quantite(row, percents))
        else {
            continue;
        };
        let share = amount.valeur * Decimal::ONE_HUNDRED / base.valeur;
        // Rounded up or down, so that the column adds up to a hundred.
        let unit = Decimal::new(1, percent.decimales);
        if (share - percent.valeur).abs() < unit {
            right += usize::from(row != total);
        } else {
            wrong.push((row, share, percent.decimales));
        }
    }
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
                        table.mots(row, 0),
                        table.mots(row, percents)
                    ),
                )
                .etiquette(format!("d’après les montants : {} %", nombre::montant(said)))
                .secondaire(table.ecrit.lieu_de(amount), "montant de cette ligne")
                .aide("corrigez la part ou le montant"),
        );
    }
}

/// The only column of amounts and the only column of percentages.
fn pair(table: &Tableau<'_>) -> Option<(usize, usize)> {
    let (mut amounts, mut percents) = (Vec::new(), Vec::new());
    for column in 1..table.entetes.len() {
        let figures = (0..table.cellules.len()).filter_map(|r| table.quantite(r, column));
        let (mut all, mut percent) = (0, 0);
        for q in figures {
            all += 1;
            percent += usize::from(q.pourcentage());
        }
        let entete = &table.entetes[column];
        let says =
            entete.contains('%') || entete.starts_with("part") || entete.contains("repartition");
        match (all, percent) {
            (0, _) => {}
            _ if says && (percent == all || entete.contains('%')) => percents.push(column),
            (_, 0) => amounts.push(column),
            _ => return None,
        }
    }
    match (amounts.as_slice(), percents.as_slice()) {
        ([a], [p]) => Some((*a, *p)),
        _ => None,
    }
}
