//! A total of a table in a text that is not the sum of its figures.

use rust_decimal::Decimal;

use super::pourcentage_faux;
use super::tableau::{Role, Tableau};
use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Lieu, Severite};
use crate::reperage::{Cellule, Quantite};
use crate::typographie::nombre;

pub(in crate::check) static TOTAL_DE_TABLEAU_FAUX: Regle = Regle {
    code: "COHE-10",
    nom: "total-de-tableau-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Dans un tableau d’un texte, une ligne « Total », « Sous-total » ou « Ensemble », ou une colonne « Total », n’est pas \
          la somme de ses chiffres.\n\n\
          Une colonne « Coût total » est jugée si les autres lignes du tableau montrent qu’elle ajoute ses voisines de gauche, \
          ou celles de droite. Une cellule vide compte pour zéro ; les lignes « dont … » ne sont pas ajoutées. Des chiffres en \
          milliers ou en millions, dits par leur cellule, par leur en-tête ou par la ligne qui annonce le tableau (« en k€ »), \
          sont arrondis : leur total peut différer d’autant. Un écart de plus de moitié n’est signalé que si le tableau est \
          sûrement une addition : une autre colonne du même total tombe juste, les parts imprimées confirment la somme, ou \
          les chiffres sont ceux de la somme, déplacés. Un tableau dont le total ne se comprend pas à coup sûr (soldes, taux, \
          unités mêlées, recettes et dépenses dans les mêmes lignes) n’est pas jugé.",
    exemple: Exemple {
        faux: "texte = \"\"\"\n| Poste | Montant |\n|---|--:|\n| Travaux | 12 000 € |\n| Études | 3 000 € |\n| Total | 16 000 € |\n\"\"\"",
        juste: "texte = \"\"\"\n| Poste | Montant |\n|---|--:|\n| Travaux | 12 000 € |\n| Études | 3 000 € |\n| Total | 15 000 € |\n\"\"\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for table in Tableau::all(textes.releve) {
        let before = out.len();
        rows(regle, &table, out);
        // One cell is told once, by its column rather than by its row.
        let told: Vec<Lieu> = out[before..].iter().map(|c| c.lieu.clone()).collect();
        let rows_end = out.len();
        columns(regle, &table, out);
        let mut at = 0;
        out.retain(|c| {
            at += 1;
            at <= rows_end || !told.contains(&c.lieu)
        });
    }
}

/// The rows that are totals.
fn rows(regle: &Regle, table: &Tableau<'_>, out: &mut Vec<Constat>) {
    let directions = Directions::new(table);
    // Shares are judged each by its own amount.
    let parts = pourcentage_faux::parts(table);
    let shares = parts.map(|(_, percents, _)| percents);
    for (row, role) in table.roles.iter().enumerate() {
        if !matches!(role, Role::Total | Role::SousTotal) || !directions.judges(table, row) {
            continue;
        }
        let (mut right, mut wrong) = (0, Vec::new());
        for column in 1..table.entetes.len() {
            let Some(printed) = table.quantite(row, column) else { continue };
            if !table.additive(column) || shares == Some(column) {
                continue;
            }
            let Some(sums) = candidates(table, row, column, printed) else { continue };
            if sums.iter().any(|s| s.fits(printed)) {
                right += 1;
            } else {
                let sure = sums.into_iter().filter(|s| s.chiffres >= 2);
                let nearest = sure.min_by_key(|s| (s.somme - printed.valeur).abs());
                wrong.extend(nearest.map(|n| (column, n)));
            }
        }
        // When no column of several adds up, the row is another thing than it seems.
        if right == 0 && wrong.len() > 1 {
            continue;
        }
        for (column, sum) in wrong {
            let Some(printed) = table.quantite(row, column) else { continue };
            let borne_out = || {
                parts.is_some_and(|(amounts, percents, total)| {
                    (amounts, total) == (column, row)
                        && confirmed(table, (amounts, percents, total), sum.somme)
                })
            };
            if right > 0 || sum.plausible(printed) || sum.slip(printed) || borne_out() {
                say(regle, table, (row, column), &sum, header(table, column), out);
            }
        }
    }
}

fn header<'a>(table: &'a Tableau<'_>, column: usize) -> &'a str {
    table.grille.rangs[0].get(column).map_or("", |r| table.ecrit.mots(r).trim())
}

/// A sum that a total may be.
struct Somme {
    somme: Decimal,
    /// How many figures it adds.
    chiffres: u32,
    /// How far rounded figures may put it.
    tolerance: Decimal,
    /// The first figure added, by its row and column.
    premiere: (usize, usize),
}

impl Somme {
    fn fits(&self, printed: &Quantite) -> bool {
        (self.somme - printed.valeur).abs() <= self.tolerance
    }

    /// Whether the gap is that of a slip: a sum that is twice the total is of other things.
    fn plausible(&self, printed: &Quantite) -> bool {
        let largest = self.somme.abs().max(printed.valeur.abs());
        (self.somme - printed.valeur).abs() * Decimal::TWO <= largest
    }

    /// Whether the total has the digits of the sum, in another order or with a zero more or less.
    fn slip(&self, printed: &Quantite) -> bool {
        let digits = |d: Decimal| -> Vec<u8> {
            let all = d.abs().normalize().to_string();
            let mut digits: Vec<u8> = all.bytes().filter(|b| (b'1'..=b'9').contains(b)).collect();
            digits.sort_unstable();
            digits
        };
        let said = digits(printed.valeur);
        said.len() > 1 && said == digits(self.somme)
    }
}

/// Whether the printed shares are those of a sum.
fn confirmed(
    table: &Tableau<'_>,
    (amounts, percents, total): (usize, usize, usize),
    somme: Decimal,
) -> bool {
    let mut shares = 0;
    !somme.is_zero()
        && (0..table.roles.len()).filter(|r| *r != total).all(|row| {
            let (Some(amount), Some(share)) =
                (table.quantite(row, amounts), table.quantite(row, percents))
            else {
                return true;
            };
            shares += 1;
            let real = amount.valeur.saturating_mul(Decimal::ONE_HUNDRED) / somme;
            (real - share.valeur).abs() < Decimal::new(1, share.decimales)
        })
        && shares > 1
}

/// The sums that a total of a column may be; nothing when a figure of it is not understood.
fn candidates(
    table: &Tableau<'_>,
    row: usize,
    column: usize,
    printed: &Quantite,
) -> Option<Vec<Somme>> {
    let roles = &table.roles;
    // What stands between is not known: nothing can be said.
    let known = if row == 0 { 1..roles.len() } else { 0..row };
    if known.clone().any(|k| roles[k] == Role::Autre) {
        return None;
    }
    let after_last =
        |wanted: &[Role]| (0..row).rev().find(|k| wanted.contains(&roles[*k])).map_or(0, |k| k + 1);
    let these = |from: usize, role: Role| -> Vec<usize> {
        (from..row).filter(|k| roles[*k] == role).collect()
    };
    let since = after_last(&[Role::SousTotal, Role::Total]);
    let details = these(since, Role::Detail);
    let mut sets = vec![details.clone()];
    // A total may stand on top of what it adds.
    let below =
        (row + 1..roles.len()).take_while(|k| !matches!(roles[*k], Role::Total | Role::SousTotal));
    sets.push(below.filter(|k| roles[*k] == Role::Detail).collect());
    if roles[row] == Role::Total {
        let total = after_last(&[Role::Total]);
        sets.push(these(0, Role::Detail));
        sets.push(these(total, Role::Detail));
        sets.push(these(total, Role::SousTotal));
        sets.push(these(0, Role::Total));
        if row == 0 {
            sets.push((1..roles.len()).filter(|k| roles[*k] == Role::Detail).collect());
        }
        // Sub-totals, and the rows after the last one.
        let mut both = these(total, Role::SousTotal);
        both.extend(these(after_last(&[Role::SousTotal]), Role::Detail));
        sets.push(both);
    }
    // Rows that are the sum of those after them are totals without the word.
    for rows in [details, these(0, Role::Detail)] {
        let parents = parents(table, &rows, column);
        if !parents.is_empty() {
            sets.push(rows.iter().copied().filter(|k| !parents.contains(k)).collect());
        }
    }
    let mut out = Vec::new();
    for set in &sets {
        let cells = set.iter().map(|r| (*r, column));
        out.extend(sum(table, cells, (column, printed))?);
    }
    (!out.is_empty()).then_some(out)
}

/// The sum of some cells, against the total of a column: none when they have no figure; nothing when one is not understood.
fn sum(
    table: &Tableau<'_>,
    cells: impl Iterator<Item = (usize, usize)>,
    (total, printed): (usize, &Quantite),
) -> Option<Option<Somme>> {
    let mut somme = Decimal::ZERO;
    let mut chiffres = 0u32;
    let mut decimales = u32::MAX;
    let mut premiere = None;
    for (row, column) in cells {
        match table.cellules.get(row)?.get(column)? {
            Cellule::Vide => {}
            Cellule::Nombre(q) if q.unite == printed.unite => {
                somme = somme.saturating_add(q.valeur);
                chiffres += 1;
                decimales = decimales.min(q.decimales);
                premiere = premiere.or(Some((row, column)));
            }
            _ => return None,
        }
    }
    // A distribution adds up to a hundred; rates do not add up.
    let percents = printed.pourcentage() || (printed.unite.is_empty() && table.en_pourcents(total));
    if percents && printed.valeur != Decimal::ONE_HUNDRED {
        return None;
    }
    let rounded = percents || rounded_unit(&printed.unite) || table.arrondie(total);
    let tolerance = if percents {
        // A hundred is not rounded, whatever it is written with.
        Decimal::new(5, decimales.min(20) + 1) * Decimal::from(chiffres)
    } else if rounded {
        Decimal::new(5, printed.decimales + 1) * Decimal::from(chiffres + 1)
    } else {
        Decimal::ZERO
    };
    Some(premiere.map(|premiere| Somme { somme, chiffres, tolerance, premiere }))
}

/// Whether figures in that unit are rounded ones, whose sum may be off by their rounding.
fn rounded_unit(unite: &str) -> bool {
    ["million", "milliard", "millier", "k€", "m€", "md€", "k ", "keuro"]
        .iter()
        .any(|u| unite.starts_with(u))
}

/// The rows that are the sum of two rows or more that follow them.
fn parents(table: &Tableau<'_>, rows: &[usize], column: usize) -> Vec<usize> {
    let value = |k: usize| table.quantite(rows[k], column).map_or(Decimal::ZERO, |q| q.valeur);
    let mut out = Vec::new();
    let mut i = 0;
    while i < rows.len() {
        let mut total = Decimal::ZERO;
        // A parent has few children: a table of a thousand rows is not searched whole for each.
        let reach = (i + 1..rows.len().min(i + 24)).find(|k| {
            total += value(*k);
            *k > i + 1 && total == value(i) && !total.is_zero()
        });
        match reach {
            Some(last) => {
                out.push(rows[i]);
                i = last + 1;
            }
            None => i += 1,
        }
    }
    out
}

/// How a table has receipts and expenses.
enum Directions {
    /// One of them at most.
    Une,
    /// One after the other, each with its rows and then its own total: « Total dépenses », « Total recettes ».
    Separees,
    /// In the same rows: what a total of them is cannot be known.
    Melees,
}

impl Directions {
    fn new(table: &Tableau<'_>) -> Self {
        let says = |r: usize, word: &str| table.libelle(r).to_lowercase().contains(word);
        let both = |rows: &[usize]| {
            rows.iter().any(|r| says(*r, "recette")) && rows.iter().any(|r| says(*r, "dépense"))
        };
        let all: Vec<usize> = (0..table.roles.len()).collect();
        if !both(&all) {
            return Self::Une;
        }
        // Each total of a direction has rows of its own, which name neither.
        let mut details = 0;
        for r in all {
            match table.roles[r] {
                Role::Detail | Role::Autre if says(r, "recette") || says(r, "dépense") => {
                    return Self::Melees;
                }
                Role::Detail => details += 1,
                Role::Total if says(r, "recette") != says(r, "dépense") => {
                    if std::mem::take(&mut details) == 0 {
                        return Self::Melees;
                    }
                }
                _ => {}
            }
        }
        Self::Separees
    }

    /// Whether what a row adds can be known.
    fn judges(&self, table: &Tableau<'_>, row: usize) -> bool {
        let label = table.libelle(row).to_lowercase();
        match self {
            Self::Une => true,
            Self::Separees => label.contains("recette") != label.contains("dépense"),
            Self::Melees => false,
        }
    }
}

/// The columns that are totals of those to their left, or of those to their right when they come first.
fn columns(regle: &Regle, table: &Tableau<'_>, out: &mut Vec<Constat>) {
    let width = table.entetes.len();
    let figures = |range: std::ops::Range<usize>| -> Vec<usize> {
        let has = |c: &usize| (0..table.cellules.len()).any(|r| table.quantite(r, *c).is_some());
        range.filter(has).collect()
    };
    for column in (1..width).filter(|c| table.est_total(*c)) {
        let previous = (1..column).rev().find(|c| table.est_total(*c)).map_or(1, |c| c + 1);
        let next = (column + 1..width).find(|c| table.est_total(*c)).unwrap_or(width);
        let left = figures(previous..column);
        let first = left.len() < 2 && previous == 1;
        let parts = if first { figures(column + 1..next) } else { left };
        let odd = |c: &usize| !table.additive(*c) || table.compte(*c);
        if parts.len() < 2 || parts.iter().any(|c| table.en_pourcents(*c)) {
            continue;
        }
        // Ceilings and counts add up where several rows show it.
        let shown = if parts.iter().any(odd) { 2 } else { 0 };
        let mut wrong = Vec::new();
        let mut right = 0;
        for row in 0..table.cellules.len() {
            let Some(printed) = table.quantite(row, column) else { continue };
            let cells = parts.iter().map(|c| (row, *c));
            match sum(table, cells, (column, printed)).flatten() {
                Some(sum) if sum.fits(printed) => right += 1,
                Some(sum) => wrong.push((row, sum)),
                None => {}
            }
        }
        // Years and rows that add up show that the column is their sum.
        let years = parts.iter().all(|c| {
            let e = table.entetes[*c].trim();
            e.len() == 4 && e.bytes().all(|b| b.is_ascii_digit())
        });
        if right >= shown && (right > wrong.len() || (years && right >= wrong.len())) {
            for (row, sum) in wrong {
                let what = table.libelle(row);
                say(regle, table, (row, column), &sum, what, out);
            }
        }
    }
}

fn say(
    regle: &Regle,
    table: &Tableau<'_>,
    (row, column): (usize, usize),
    sum: &Somme,
    what: &str,
    out: &mut Vec<Constat>,
) {
    let Some(place) = table.place(row, column) else { return };
    let printed = table.mots(row, column);
    let label = table.libelle(row);
    let of = if what.is_empty() || what == label { String::new() } else { format!(" ({what})") };
    let unit = table.quantite(row, column).map_or("", |q| q.unite.as_str());
    let total = format!("{} {unit}", nombre::montant(sum.somme));
    let mut constat = regle
        .constat(
            table.ecrit.lieu_de(place),
            format!("« {label} »{of} n’est pas la somme de ses chiffres : {printed}"),
        )
        .etiquette(format!("la somme est {}", total.trim()))
        .aide("corrigez le total ou le chiffre qui manque ; l’acte s’imprime tel qu’il est écrit");
    if let Some(first) = table.place(sum.premiere.0, sum.premiere.1) {
        constat = constat.secondaire(table.ecrit.lieu_de(first), "premier chiffre de la somme");
    }
    out.push(constat);
}
