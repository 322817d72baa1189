//! A table of a text, read as columns of figures.

use crate::reperage::{Cellule, Ecrit, Grille, Quantite, Releve, plier};

/// A table with its cells read.
pub(super) struct Tableau<'a> {
    pub(super) ecrit: &'a Ecrit,
    pub(super) grille: &'a Grille,
    /// The cells below the header, row by row.
    pub(super) cellules: Vec<Vec<Cellule>>,
    /// What each row adds.
    pub(super) roles: Vec<Role>,
    /// The headers of the columns, folded.
    pub(super) entetes: Vec<String>,
    /// Whether all its figures are in thousands or millions, as its corner or the line above says.
    milliers: bool,
}

/// What a row is in a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is added.
    Detail,
    /// It is a part of the row above.
    Dont,
    /// It is the sum of the rows since the last one of its kind.
    SousTotal,
    /// It is the sum of what stands above.
    Total,
    /// What it has to do with the others is not known.
    Autre,
}

/// Words of a header whose column does not add up, each whole: « âge » is not in « chauffage ».
const NON_ADDITIFS: &[&str] = &[
    "taux", "prix", "tarif", "annee", "numero", "n", "chapitre", "compte", "par", "duree", "date",
    "age", "seuil", "rang", "note", "article", "nature", "fonction", "ratio", "echelon", "delai",
];

/// First letters of such words.
const DEBUTS_NON_ADDITIFS: &[&str] = &[
    "moyen",
    "quotient",
    "coefficient",
    "indic",
    "unitaire",
    "consommation",
    "evolution",
    "variation",
    "plafond",
    "max",
    "cumul",
];

/// Words at the start of a row that is not one of several things added.
const NON_DETAILS: &[&str] = &[
    "solde",
    "resultat",
    "ecart",
    "moyenne",
    "report",
    "taux",
    "part ",
    "excedent",
    "deficit",
    "reste",
    "variation",
    "evolution",
    "pour memoire",
    "rappel",
    "difference",
    "bilan",
    "net",
    "autofinancement",
    "capacite",
    "population",
    "plafond",
    "maximum",
    "minimum",
    "mediane",
    "inscrits",
    "votants",
    "exprimes",
    "ratio",
];

impl<'a> Tableau<'a> {
    /// Every table of the texts that is understood.
    pub(super) fn all(releve: &'a Releve) -> impl Iterator<Item = Self> {
        let grids = releve.ecrits.iter().flat_map(|e| e.grilles.iter().map(move |g| (e, g)));
        grids.filter_map(|(ecrit, grille)| Self::new(ecrit, grille))
    }

    fn new(ecrit: &'a Ecrit, grille: &'a Grille) -> Option<Self> {
        let (entete, rangs) = grille.rangs.split_first()?;
        if rangs.len() < 2 && entete.len() < 3 {
            return None;
        }
        let fold = |r: &std::ops::Range<usize>| -> String {
            ecrit.mots(r).trim().chars().map(plier).collect()
        };
        let cellules: Vec<Vec<Cellule>> = rangs
            .iter()
            .map(|r| r.iter().map(|c| Cellule::lire(ecrit.mots(c))).collect())
            .collect();
        let mut roles: Vec<Role> = rangs
            .iter()
            .zip(&cellules)
            .map(|(r, read)| r.get(nom(read)).map_or(Role::Autre, |c| role(&fold(c))))
            .collect();
        // A row without a figure is a heading inside the table.
        for (role, row) in roles.iter_mut().zip(&cellules) {
            let figures = row.iter().skip(1).any(|c| c.quantite().is_some());
            if *role == Role::Detail && !figures {
                *role = Role::Dont;
            }
        }
        let entetes: Vec<String> = entete.iter().map(fold).collect();
        let above = entete.first().and_then(|c| c.start.checked_sub(1)).map(|at| {
            let line = ecrit.ligne(at);
            ecrit.mots(&line).chars().map(plier).collect::<String>()
        });
        let milliers = entetes.first().is_some_and(|e| dit_milliers(e))
            || above.is_some_and(|line| ["en ", "("].iter().any(|m| says_after(&line, m)));
        Some(Self { ecrit, grille, cellules, roles, entetes, milliers })
    }

    /// The cell of a row below the header.
    pub(super) fn quantite(&self, row: usize, column: usize) -> Option<&Quantite> {
        self.cellules.get(row)?.get(column)?.quantite()
    }

    /// The words of a cell below the header.
    pub(super) fn mots(&self, row: usize, column: usize) -> &str {
        self.place(row, column).map_or("", |r| self.ecrit.mots(r).trim())
    }

    /// The words that name a row below the header.
    pub(super) fn libelle(&self, row: usize) -> &str {
        self.cellules.get(row).map_or("", |read| self.mots(row, nom(read)))
    }

    pub(super) fn place(&self, row: usize, column: usize) -> Option<&std::ops::Range<usize>> {
        self.grille.rangs.get(row + 1)?.get(column)
    }

    /// Whether the figures of a column add up.
    pub(super) fn additive(&self, column: usize) -> bool {
        let entete = self.entetes.get(column).map_or("", String::as_str);
        !entete.contains(['/', '°'])
            && !words(entete).any(|mot| {
                NON_ADDITIFS
                    .iter()
                    .any(|m| mot.strip_prefix(m).is_some_and(|s| s.is_empty() || s == "s"))
                    || DEBUTS_NON_ADDITIFS.iter().any(|m| mot.starts_with(m))
            })
    }

    /// Whether the figures of a column are rounded ones, as its header says: « En k€ », « en milliers d’euros ».
    pub(super) fn arrondie(&self, column: usize) -> bool {
        self.milliers || self.entetes.get(column).is_some_and(|e| dit_milliers(e))
    }

    /// Whether the header of a column says that it counts things or gives shares.
    pub(super) fn compte(&self, column: usize) -> bool {
        let counts = ["quantite", "quantites", "nombre", "qte", "part", "parts"];
        self.entetes.get(column).is_some_and(|e| words(e).any(|m| counts.contains(&m)))
    }

    /// Whether the header of a column says that it holds percentages.
    pub(super) fn en_pourcents(&self, column: usize) -> bool {
        // « TVA 20 % » holds amounts.
        let sign = |e: &String| {
            let before = e.split('%').next().filter(|b| b.len() < e.len());
            before.is_some_and(|b| !b.trim_end().ends_with(|c: char| c.is_ascii_digit()))
        };
        self.entetes.get(column).is_some_and(sign)
    }

    /// Whether a column is the total of others: « Total », « Coût total », « Ensemble ».
    pub(super) fn est_total(&self, column: usize) -> bool {
        let Some(entete) = self.entetes.get(column) else { return false };
        let share = entete.contains('%') || words(entete).any(|m| ["du", "part"].contains(&m));
        entete == "ensemble"
            || entete.starts_with("total ")
            || (!share
                && words(entete).any(|m| ["total", "totale", "totaux", "totales"].contains(&m)))
    }
}

/// The cell that names a row: the first, or the first one of words when a number of order, say, is left blank there.
fn nom(row: &[Cellule]) -> usize {
    match row.first() {
        Some(Cellule::Vide) => row.iter().position(|c| *c == Cellule::Mots).unwrap_or(0),
        _ => 0,
    }
}

/// The words of a folded header.
fn words(entete: &str) -> impl Iterator<Item = &str> {
    entete.split(|c: char| !c.is_alphanumeric()).filter(|m| !m.is_empty())
}

/// Whether a folded header says that its figures are thousands or millions.
fn dit_milliers(entete: &str) -> bool {
    ["k€", "m€", "md€", "keuro", "meuro", "millier", "million", "milliard"]
        .iter()
        .any(|u| entete.contains(u))
}

/// Whether a folded line says so right after some word: « en milliers d’euros », « (k€) »; « un coût de 3 M€ » does not.
fn says_after(line: &str, mot: &str) -> bool {
    line.match_indices(mot).any(|(i, _)| {
        let rest: String = line[i + mot.len()..].chars().take(8).collect();
        rest.starts_with(['k', 'm']) && dit_milliers(&rest)
    })
}

fn role(libelle: &str) -> Role {
    let starts = |words: &[&str]| words.iter().any(|w| libelle.starts_with(w));
    if starts(&["sous-total", "sous total", "s/total", "sous‑total"]) {
        return Role::SousTotal;
    }
    if ["cout total", "montant total", "budget total", "depenses totales", "recettes totales"]
        .contains(&libelle)
    {
        return Role::Total;
    }
    if starts(&["total", "totaux", "ensemble"]) {
        // « Ensemble du territoire » holds more than the rows do.
        let whole = libelle.starts_with("ensemble") && libelle != "ensemble";
        let part = ["hors ", "cumul", "rest", "moyen", " net"].iter().any(|w| libelle.contains(w))
            && !libelle.contains("hors tax");
        return if whole || part { Role::Autre } else { Role::Total };
    }
    if starts(&["dont", "-", "–", "—", "•", "→", "y compris", "soit"]) {
        return Role::Dont;
    }
    // An allocation of a result has what is carried forward among its lines.
    if starts(NON_DETAILS) && !libelle.starts_with("report a nouveau") {
        return Role::Autre;
    }
    Role::Detail
}
