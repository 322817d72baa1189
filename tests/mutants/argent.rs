//! What can be broken in a budget.

use std::collections::BTreeSet;
use std::fmt::Write;

use delibere::model::{Montant, NatureTotal, Section, Sens};

use super::toml::{Cle, bloc, cles, elements, line_of, mots, replace};
use super::{Mutant, Sujet};

const BUDGET: &str = "budget.toml";

/// The same dossier with all its usual totals declared, its chart named, and an authorisation for its capital; nothing
/// when it has no budget or declares totals already.
pub fn avec_totaux(sujet: &Sujet) -> Option<Sujet> {
    let budget = sujet.texte(BUDGET).filter(|t| !t.contains("[[totaux]]"))?;
    let lecture = delibere::read(&sujet.memory(None)).expect("memory does not fail");
    let sums = delibere::compute(&lecture.dossier?).budget?;
    let list = |amounts: &[Montant]| {
        amounts
            .iter()
            .map(|m| format!("\"{}\"", m.to_string().replace('.', ",")))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let section = |s: &Section| s.nom();
    let sens = |s: &Sens| if *s == Sens::Depense { "depense" } else { "recette" };
    let mut out = budget.to_owned();
    for (total, serie) in &sums.imprimes {
        let keys = match &total.nature {
            NatureTotal::SousTotal { action, section: a, sens: b } => format!(
                "nature = \"sous-total\"\naction = \"{action}\"\nsection = \"{}\"\nsens = \"{}\"",
                section(a),
                sens(b)
            ),
            NatureTotal::TotalSection { section: a, sens: b } => {
                format!(
                    "nature = \"total-section\"\nsection = \"{}\"\nsens = \"{}\"",
                    section(a),
                    sens(b)
                )
            }
            NatureTotal::Bilan { section: a } => {
                format!("nature = \"bilan\"\nsection = \"{}\"", section(a))
            }
            NatureTotal::CoutBrut => "nature = \"cout-brut\"".to_owned(),
            NatureTotal::CoutNet => "nature = \"cout-net\"".to_owned(),
            NatureTotal::Porteurs(p) => {
                format!("nature = \"porteurs\"\nporteurs = [\"{}\"]", p.join("\", \""))
            }
            NatureTotal::Solde { .. } => continue,
        };
        write!(out, "\n[[totaux]]\n{keys}\nmontants = [{}]\n", list(&serie.exercices))
            .expect("a string takes it");
    }
    let capital = sums
        .totaux
        .iter()
        .find(|(a, b, _)| (*a, *b) == (Section::Investissement, Sens::Depense))
        .map(|(.., serie)| serie)?;
    write!(
        out,
        "\n[[autorisations]]\nnature = \"programme\"\nlibelle = \"Travaux\"\nmontant = {}\ncredits = [{}]\n",
        list(&[capital.periode]),
        list(&capital.exercices)
    )
    .expect("a string takes it");
    let first = out.find("\n\n").map_or(0, |i| i + 2);
    out.insert_str(first, "nomenclature = \"M57\"\n");
    let mut fichiers = sujet.fichiers.clone();
    for (nom, texte) in &mut fichiers {
        if nom == BUDGET {
            texte.clone_from(&out);
        }
    }
    let nom = format!("{}, totaux déclarés", sujet.nom);
    Some(Sujet { nom, fichiers, seance: sujet.seance, double: true })
}

/// An amount of a file as it reads.
fn read(texte: &str, cell: &std::ops::Range<usize>) -> Option<Montant> {
    mots(texte, cell).parse().ok()
}

/// An amount as a file takes it.
fn typed(cents: i128) -> String {
    let (sign, cents) = if cents < 0 { ("-", -cents) } else { ("", cents) };
    format!("\"{sign}{},{:02}\"", cents / 100, cents % 100)
}

/// A wrong amount: the slip changes with the rank.
fn slip(montant: Montant, rang: usize) -> (i128, &'static str) {
    let cents = montant.cents();
    if cents == 0 {
        return (50_000, "zéro devenu 500");
    }
    let swapped = || {
        let digits: Vec<char> = (cents.abs() / 100).to_string().chars().collect();
        let at = (1..digits.len()).find(|i| digits[*i] != digits[*i - 1])?;
        let mut new = digits.clone();
        new.swap(at, at - 1);
        let euros: i128 = new.iter().collect::<String>().parse().ok()?;
        Some((euros * 100 + cents.abs() % 100) * cents.signum())
    };
    match rang % 5 {
        0 => (cents + 100, "un euro de plus"),
        1 => swapped().map_or((cents * 10, "un zéro de plus"), |c| (c, "deux chiffres échangés")),
        2 => (cents * 10, "un zéro de plus"),
        3 => (0, "mis à zéro"),
        _ => (-cents, "signe inversé"),
    }
}

struct Budget<'a> {
    texte: &'a str,
    cles: Vec<Cle>,
    out: Vec<Mutant>,
}

impl Budget<'_> {
    fn of<'k>(&'k self, table: &'k str, nom: &'k str) -> impl Iterator<Item = Cle> + 'k {
        self.cles.iter().filter(move |c| c.table == table && c.nom == nom).cloned()
    }

    fn key(&self, table: &str, rang: usize, nom: &str) -> Option<Cle> {
        self.cles.iter().find(|c| c.table == table && c.rang == rang && c.nom == nom).cloned()
    }

    fn word(&self, table: &str, rang: usize, nom: &str) -> Option<&str> {
        self.key(table, rang, nom).map(|c| mots(self.texte, &c.valeur))
    }

    /// A mutant whose right lines are given, in the broken text.
    fn push(&mut self, genre: &'static str, texte: String, lignes: &[usize], quoi: String) {
        let lignes = lignes.iter().map(|l| (BUDGET.to_owned(), *l)).collect();
        self.out.push(Mutant { genre, fichier: BUDGET.to_owned(), texte, lignes, quoi });
    }

    /// A mutant that replaces the value of a key.
    fn set(&mut self, genre: &'static str, cle: &Cle, by: &str) {
        let quoi = format!("ligne {} : {} → {by}", cle.ligne, &self.texte[cle.valeur.clone()]);
        self.push(genre, replace(self.texte, &cle.valeur, by), &[cle.ligne], quoi);
    }
}

pub fn mutants(sujet: &Sujet) -> Vec<Mutant> {
    let Some(texte) = sujet.texte(BUDGET) else { return Vec::new() };
    let mut b = Budget { texte, cles: cles(texte), out: Vec::new() };
    let declared = texte.contains("[[totaux]]");
    if declared {
        amounts(&mut b, "lignes", "montants", "un montant de ligne");
        amounts(&mut b, "totaux", "montants", "un total déclaré");
        amounts(&mut b, "autorisations", "credits", "un crédit de paiement");
        columns(&mut b);
        rows(&mut b);
        porteurs(&mut b);
        actions(&mut b);
        authorised(&mut b);
    }
    chapters(&mut b);
    sides(&mut b);
    forms(&mut b);
    let mut out = b.out;
    out.extend(mention(sujet));
    out
}

/// Each amount of a list, by a slip.
fn amounts(b: &mut Budget<'_>, table: &str, nom: &str, genre: &'static str) {
    let keys: Vec<Cle> = b.of(table, nom).collect();
    for cle in keys {
        for (j, cell) in elements(b.texte, &cle.valeur).into_iter().enumerate() {
            let Some(montant) = read(b.texte, &cell) else { continue };
            let (wrong, how) = slip(montant, cle.rang + j);
            let quoi =
                format!("ligne {}, case {} : {} ({how})", cle.ligne, j + 1, &b.texte[cell.clone()]);
            let line = line_of(b.texte, cell.start);
            let broken = replace(b.texte, &cell, &typed(wrong));
            b.push(genre, broken, &[line], quoi);
        }
    }
}

/// Two years of a line that changed places.
fn columns(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("lignes", "montants").collect();
    for cle in keys {
        let cells = elements(b.texte, &cle.valeur);
        let value = |r: &std::ops::Range<usize>| read(b.texte, r).unwrap_or_default();
        let Some(at) = (1..cells.len()).find(|i| value(&cells[*i]) != value(&cells[*i - 1])) else {
            continue;
        };
        let (left, right) = (&b.texte[cells[at - 1].clone()], &b.texte[cells[at].clone()]);
        let broken = replace(&replace(b.texte, &cells[at], left), &cells[at - 1], right);
        b.push("deux exercices échangés", broken, &[cle.ligne], format!("ligne {}", cle.ligne));
    }
}

/// A line taken out, or there twice.
fn rows(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("lignes", "montants").collect();
    for cle in keys {
        let zero = elements(b.texte, &cle.valeur)
            .iter()
            .all(|c| read(b.texte, c).is_none_or(Montant::is_zero));
        if zero {
            continue;
        }
        let block = bloc(b.texte, cle.entete);
        let body = &b.texte[block.clone()];
        let broken = replace(b.texte, &block, "");
        let totals: Vec<usize> = cles(&broken)
            .iter()
            .filter(|c| c.table == "totaux" && c.nom == "montants")
            .map(|c| c.ligne)
            .collect();
        let quoi = format!("table de la ligne {}", cle.entete);
        b.push("une ligne retirée", broken, &totals, quoi.clone());
        let broken = format!("{}{body}\n{}", &b.texte[..block.start], &b.texte[block.start..]);
        let count = body.matches('\n').count();
        let lines: Vec<usize> = (cle.entete..=cle.entete + 2 * count + 1).collect();
        b.push("une ligne doublée", broken, &lines, quoi);
    }
}

/// A line borne by another department.
fn porteurs(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("lignes", "porteur").collect();
    let mut names: BTreeSet<String> =
        keys.iter().map(|c| mots(b.texte, &c.valeur).to_owned()).collect();
    names.extend(b.word("", 0, "porteur").map(str::to_owned));
    for cle in keys {
        let own = mots(b.texte, &cle.valeur).to_owned();
        // Two departments of one total are the same for it.
        let together = b.of("totaux", "porteurs").any(|p| {
            let list = elements(b.texte, &p.valeur);
            list.len() > 1 && list.iter().any(|e| mots(b.texte, e) == own)
        });
        let other = if together {
            b.word("", 0, "porteur").map(str::to_owned)
        } else {
            names.iter().find(|n| **n != own).cloned()
        };
        if let Some(other) = other {
            b.set("un porteur changé", &cle, &format!("\"{other}\""));
        }
    }
}

/// A line given to another action, where a printed figure changes.
fn actions(b: &mut Budget<'_>) {
    let subtotals: BTreeSet<(String, String, String)> = b
        .of("totaux", "nature")
        .filter(|c| mots(b.texte, &c.valeur) == "sous-total")
        .filter_map(|c| {
            Some((
                b.word("totaux", c.rang, "action")?.to_owned(),
                b.word("totaux", c.rang, "section")?.to_owned(),
                b.word("totaux", c.rang, "sens").unwrap_or("depense").to_owned(),
            ))
        })
        .collect();
    let keys: Vec<Cle> = b.of("lignes", "action").collect();
    for cle in keys {
        let own = mots(b.texte, &cle.valeur).to_owned();
        let (Some(section), Some(sens)) =
            (b.word("lignes", cle.rang, "section"), b.word("lignes", cle.rang, "sens"))
        else {
            continue;
        };
        let has =
            |id: &str| subtotals.contains(&(id.to_owned(), section.to_owned(), sens.to_owned()));
        let target = subtotals.iter().find(|(id, s, d)| *id != own && s == section && d == sens);
        if let Some((id, ..)) = target.filter(|_| has(&own)) {
            let by = format!("\"{id}\"");
            b.set("une ligne donnée à une autre action", &cle, &by);
        }
    }
}

/// The amount of an authorisation, the chart of accounts.
fn authorised(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("autorisations", "montant").collect();
    for cle in keys {
        let Some(montant) = read(b.texte, &cle.valeur) else { continue };
        for rang in 0..4 {
            let (wrong, _) = slip(montant, rang);
            b.set("le montant d’une autorisation", &cle, &typed(wrong));
        }
    }
    if let Some(cle) = b.key("", 0, "nomenclature") {
        let own = mots(b.texte, &cle.valeur).to_owned();
        let charts = ["M14", "M52", "M57", "M71", "M61", "M75"];
        for other in charts.into_iter().filter(|c| *c != own) {
            b.set("la nomenclature", &cle, &format!("\"{other}\""));
        }
    }
}

fn chapters(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("lignes", "chapitre").collect();
    for cle in keys {
        let code = mots(b.texte, &cle.valeur).to_owned();
        let running = b.word("lignes", cle.rang, "section") == Some("fonctionnement");
        let spent = b.word("lignes", cle.rang, "sens") == Some("depense");
        b.set("un chapitre qui n’existe pas", &cle, &format!("\"{code}7\""));
        if let Some(short) = code.strip_prefix('0') {
            b.set("un zéro de chapitre perdu", &cle, &format!("\"{short}\""));
        }
        let other = if running { "21" } else { "011" };
        b.set("un chapitre de l’autre section", &cle, &format!("\"{other}\""));
        let side = match (running, spent) {
            (true, true) => "74",
            (true, false) => "65",
            (false, true) => "13",
            (false, false) => "23",
        };
        b.set("un chapitre de l’autre sens", &cle, &format!("\"{side}\""));
        if code == "74" && b.key("lignes", cle.rang, "financeur").is_some() {
            b.set("une participation passée au chapitre 70", &cle, "\"70\"");
        }
        let row: usize = b.texte.split_inclusive('\n').take(cle.ligne - 1).map(str::len).sum();
        let end = b.texte[row..].find('\n').map_or(b.texte.len(), |i| row + i + 1);
        let broken = replace(b.texte, &(row..end), "");
        b.push("un chapitre retiré", broken, &[cle.entete], format!("ligne {}", cle.ligne));
    }
}

fn sides(b: &mut Budget<'_>) {
    for (nom, a, z, genre) in [
        ("section", "fonctionnement", "investissement", "une section inversée"),
        ("sens", "depense", "recette", "un sens inversé"),
    ] {
        let keys: Vec<Cle> = b.of("lignes", nom).collect();
        for cle in keys {
            let other = if mots(b.texte, &cle.valeur) == a { z } else { a };
            b.set(genre, &cle, &format!("\"{other}\""));
        }
    }
}

/// What cannot be read.
fn forms(b: &mut Budget<'_>) {
    let keys: Vec<Cle> = b.of("lignes", "montants").collect();
    for cle in keys {
        let cells = elements(b.texte, &cle.valeur);
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { continue };
        let by = match cle.rang % 3 {
            0 => "12.5",
            1 => "\"12.500\"",
            _ => "\"12 5OO\"",
        };
        let line = line_of(b.texte, first.start);
        let broken = replace(b.texte, first, by);
        b.push("un montant illisible", broken, &[line], format!("ligne {line} : {by}"));
        let broken = replace(b.texte, &(last.end..last.end), ", 0");
        b.push("une case de trop", broken, &[cle.ligne], format!("ligne {}", cle.ligne));
    }
    let keys: Vec<Cle> = b.of("lignes", "action").collect();
    for cle in keys {
        let by = format!("\"{}x\"", mots(b.texte, &cle.valeur));
        b.set("une action inconnue au budget", &cle, &by);
    }
}

/// The words that say that a plan opens no credit, taken out.
fn mention(sujet: &Sujet) -> Option<Mutant> {
    let acte = sujet.texte("deliberation.toml")?;
    let at = acte.find("chaque année au budget les crédits de paiement")?;
    let start = acte[..at].rfind("[[decisions]]")?;
    let end = acte[at..].find("\n[[").map(|i| at + i + 1)?;
    let programme = sujet.texte("programme.toml")?;
    let line = cles(programme).into_iter().find(|c| c.nom == "exercices")?.ligne;
    Some(Mutant {
        genre: "la mention de l’inscription annuelle retirée",
        fichier: "deliberation.toml".to_owned(),
        texte: replace(acte, &(start..end), ""),
        lignes: vec![("programme.toml".to_owned(), line)],
        quoi: format!("décision de la ligne {}", line_of(acte, start)),
    })
}
