//! The budget annex for a spreadsheet: a workbook whose totals are formulas, and a CSV of its lines.

use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};

use super::csv::{cellule, write};
use crate::compute::{ComptesBudget, Serie, porteur};
use crate::model::{
    AnnexeBudgetaire, Dossier, IdAction, Ligne, Montant, NatureTotal, Programme, Section, Sens,
};

/// The columns before the amounts.
const COLONNES: [&str; 8] =
    ["section", "sens", "action", "libelle", "detail", "chapitre", "porteur", "financeur"];

/// Where the columns that formulas name stand.
const SECTION: char = 'A';
const SENS: char = 'B';
const ACTION: char = 'C';
const PORTEUR: char = 'G';

/// The texts of a line, in the order of the columns.
fn textes(budget: &AnnexeBudgetaire, ligne: &Ligne, programme: Option<&Programme>) -> [String; 8] {
    let id = ligne.action.as_ref();
    let label = ligne.libelle.clone().or_else(|| {
        let action = programme.and_then(|p| p.action(id?))?;
        Some(action.libelles.budget.clone().unwrap_or_else(|| action.libelle.clone()))
    });
    [
        ligne.section.nom().to_owned(),
        sens(ligne.sens).to_owned(),
        id.map_or_else(String::new, ToString::to_string),
        label.unwrap_or_default(),
        ligne.detail.clone().unwrap_or_default(),
        ligne.chapitre.clone().unwrap_or_default(),
        porteur(budget, ligne).unwrap_or_default().to_owned(),
        ligne.financeur.clone().unwrap_or_default(),
    ]
}

fn sens(sens: Sens) -> &'static str {
    match sens {
        Sens::Depense => "dépense",
        Sens::Recette => "recette",
    }
}

/// The lines of the annex in CSV, in UTF-8: amounts in euros with a point, an empty cell for none.
#[must_use]
pub fn csv(dossier: &Dossier) -> Option<Vec<u8>> {
    let budget = dossier.budget.as_ref()?;
    let header = COLONNES.iter().map(|c| (*c).to_owned());
    let mut rows: Vec<Vec<String>> =
        vec![header.chain(budget.exercices.iter().map(ToString::to_string)).collect()];
    for ligne in &budget.lignes {
        let mut row: Vec<String> =
            textes(budget, ligne, dossier.programme.as_ref()).iter().map(|t| cellule(t)).collect();
        row.extend(ligne.montants.iter().map(|m| m.map_or_else(String::new, |m| m.to_string())));
        rows.push(row);
    }
    Some(write(rows, b','))
}

/// The workbook of the annex: its lines, then its totals as formulas over them, each with the figure that is computed
/// here, and what the act declares beside it when it declares something.
///
/// Nothing in it comes from a clock: it is dated as the sitting.
///
/// # Errors
/// When the annex is larger than a sheet (a million rows, sixteen thousand columns).
pub fn xlsx(
    dossier: &Dossier,
    comptes: Option<&ComptesBudget>,
) -> Result<Option<Vec<u8>>, XlsxError> {
    let (Some(budget), Some(comptes)) = (&dossier.budget, comptes) else { return Ok(None) };
    let mut book = Workbook::new();
    let day = dossier.seance.date;
    let year = u16::try_from(day.year()).unwrap_or(2000);
    let created = ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(&budget.titre)
            .set_author(&dossier.collectivite.nom)
            .set_creation_datetime(&created),
    );
    let sheet = book.add_worksheet();
    sheet.set_name("Budget")?;
    Feuille {
        sheet,
        budget,
        programme: dossier.programme.as_ref(),
        gras: Format::new().set_bold(),
    }
    .fill(comptes)?;
    book.save_to_buffer().map(Some)
}

struct Feuille<'a> {
    sheet: &'a mut Worksheet,
    budget: &'a AnnexeBudgetaire,
    programme: Option<&'a Programme>,
    gras: Format,
}

/// The shape of an amount in a cell.
fn euros() -> Format {
    Format::new().set_num_format("#,##0.00")
}

impl Feuille<'_> {
    fn fill(&mut self, comptes: &ComptesBudget) -> Result<(), XlsxError> {
        let first = COLONNES.len() as u16;
        let years = self.budget.exercices.len() as u16;
        for (i, titre) in COLONNES.iter().enumerate() {
            self.sheet.write_string_with_format(0, i as u16, *titre, &self.gras)?;
        }
        for (i, year) in self.budget.exercices.iter().enumerate() {
            let col = first + i as u16;
            self.sheet.write_string_with_format(0, col, year.to_string(), &self.gras)?;
        }
        self.sheet.write_string_with_format(0, first + years, "total", &self.gras)?;
        let mut row = 1;
        for ligne in &self.budget.lignes {
            for (i, texte) in textes(self.budget, ligne, self.programme).iter().enumerate() {
                self.sheet.write_string(row, i as u16, texte)?;
            }
            let mut sum = Montant::ZERO;
            for (i, montant) in ligne.montants.iter().enumerate() {
                if let Some(m) = montant {
                    self.amount(row, first + i as u16, *m)?;
                    sum = sum + *m;
                }
            }
            self.across(row, first, years, sum)?;
            row += 1;
        }
        let last = row;
        row += 1;
        for (total, serie) in &comptes.imprimes {
            let label = total.libelle.clone().unwrap_or_else(|| total.nature.libelle());
            self.sheet.write_string_with_format(row, 3, label, &self.gras)?;
            self.sums(row, first, last, &total.nature, serie)?;
            self.across(row, first, years, serie.periode)?;
            row += 1;
            if let Some(declared) = &total.montants {
                self.sheet.write_string(row, 3, "déclaré par l’acte")?;
                for (i, montant) in declared.iter().enumerate() {
                    if let Some(m) = montant {
                        self.amount(row, first + i as u16, *m)?;
                    }
                }
                row += 1;
            }
        }
        self.sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// A figure of a file: exact to the cent below ten thousand billion, whatever the spreadsheet does with it.
    fn amount(&mut self, row: u32, col: u16, montant: Montant) -> Result<(), XlsxError> {
        let figure: f64 = montant.to_string().parse().unwrap_or_default();
        self.sheet.write_number_with_format(row, col, figure, &euros()).map(drop)
    }

    /// The sum of a row over its years.
    fn across(&mut self, row: u32, first: u16, years: u16, sum: Montant) -> Result<(), XlsxError> {
        if years == 0 {
            return Ok(());
        }
        let (a, b) = (column(first), column(first + years - 1));
        let formula =
            Formula::new(format!("=SUM({a}{0}:{b}{0})", row + 1)).set_result(sum.to_string());
        self.sheet.write_formula_with_format(row, first + years, formula, &euros()).map(drop)
    }

    /// A total of each year, as formulas over the lines.
    fn sums(
        &mut self,
        row: u32,
        first: u16,
        last: u32,
        nature: &NatureTotal,
        serie: &Serie,
    ) -> Result<(), XlsxError> {
        for (i, montant) in serie.exercices.iter().enumerate() {
            let col = column(first + i as u16);
            let formula = self.formula(nature, &col, last);
            let formula = Formula::new(formula).set_result(montant.to_string());
            self.sheet.write_formula_with_format(row, first + i as u16, formula, &euros())?;
        }
        Ok(())
    }

    /// What a total adds up, in the column of a year.
    fn formula(&self, nature: &NatureTotal, col: &str, last: u32) -> String {
        let range = |c: &str| format!("${c}$2:${c}${last}");
        let sum = |criteria: &[(char, &str)]| {
            let mut out = format!("SUMIFS({}", range(col));
            for (c, value) in criteria {
                out.push_str(&format!(",{},\"{}\"", range(&c.to_string()), criterion(value)));
            }
            out + ")"
        };
        let table = |s: Section, d: Sens| [(SECTION, s.nom()), (SENS, sens(d))];
        let branch = |action: &IdAction, s: Section, d: Sens| {
            let ids = self.branch(action);
            let each = ids.iter().map(|id| {
                let [section, sens] = table(s, d);
                sum(&[section, sens, (ACTION, id)])
            });
            let all: Vec<String> = each.collect();
            if all.is_empty() { "0".to_owned() } else { all.join("+") }
        };
        let both = |more: Option<(char, &str)>| {
            let with = |d: Sens| {
                let mut criteria = vec![(SENS, sens(d))];
                criteria.extend(more);
                sum(&criteria)
            };
            format!("{}-{}", with(Sens::Depense), with(Sens::Recette))
        };
        let formula = match nature {
            NatureTotal::SousTotal { action, section, sens } => branch(action, *section, *sens),
            NatureTotal::Solde { action, section } => format!(
                "({})-({})",
                branch(action, *section, Sens::Recette),
                branch(action, *section, Sens::Depense)
            ),
            NatureTotal::TotalSection { section, sens } => sum(&table(*section, *sens)),
            NatureTotal::Bilan { section } => format!(
                "{}-{}",
                sum(&table(*section, Sens::Recette)),
                sum(&table(*section, Sens::Depense))
            ),
            NatureTotal::CoutBrut => sum(&[(SENS, sens(Sens::Depense))]),
            NatureTotal::CoutNet => both(None),
            NatureTotal::Porteurs(noms) => {
                let all: Vec<String> = noms.iter().map(|n| both(Some((PORTEUR, n)))).collect();
                if all.is_empty() { "0".to_owned() } else { all.join("+") }
            }
        };
        format!("={formula}")
    }

    /// The identifiers of an action and of those under it that have lines.
    fn branch(&self, action: &IdAction) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for id in self.budget.lignes.iter().filter_map(|l| l.action.as_ref()) {
            let under = id == action || self.programme.is_some_and(|p| p.descend(id, action));
            if under && !ids.contains(&id.0) {
                ids.push(id.0.clone());
            }
        }
        ids
    }
}

/// A text as the criterion of a formula: between quotation marks, its jokers and comparison signs taken as they are.
fn criterion(texte: &str) -> String {
    let mut out = String::from("=");
    for c in texte.chars() {
        match c {
            '"' => out.push_str("\"\""),
            '~' | '*' | '?' => {
                out.push('~');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// The letters of a column, from 0.
fn column(index: u16) -> String {
    let mut n = index;
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(n % 26).unwrap_or(0)));
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(criterion("a\"b*"), "=a\"\"b~*");
    }
}
