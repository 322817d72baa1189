//! The figures that a paragraph written by the drafter cites, against those of the two states.

use std::collections::BTreeSet;

use super::Etats;
use crate::model::{AnnexeBudgetaire, Dossier, Montant, Paragraphe};

/// What a paragraph that was taken over says that the two states do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cite {
    /// Nothing of that kind changes: the paragraph has no object any more.
    SansObjet(Paragraphe),
    /// An amount that neither state, nor the gap between them, has.
    Montant {
        /// The paragraph.
        paragraphe: Paragraphe,
        /// The amount, as it is written.
        ecrit: String,
        /// Which time it stands there, from 0.
        rang: usize,
    },
    /// The number of an action that neither programme has.
    Action {
        /// The paragraph.
        paragraphe: Paragraphe,
        /// The words, as they are written: « action n° 9 ».
        ecrit: String,
        /// Which time they stand there, from 0.
        rang: usize,
    },
}

/// What the paragraphs taken over say that the two states do not; nothing for an act that is not drafted.
#[must_use]
pub fn cites(dossier: &Dossier) -> Vec<Cite> {
    let Some(etats) = Etats::of(dossier) else { return Vec::new() };
    let known = montants(&etats);
    let numbers: BTreeSet<String> = [&etats.base.programme, &etats.dossier.programme]
        .into_iter()
        .flatten()
        .flat_map(|p| p.actions.iter().map(|a| a.numero.trim().to_owned()))
        .collect();
    let mut out = Vec::new();
    for p in super::paragraphes(dossier) {
        let Some(texte) = &p.reprise else { continue };
        if texte.is_empty() {
            continue;
        }
        if p.enonces.is_empty() {
            out.push(Cite::SansObjet(p.paragraphe));
        }
        let plain = texte.plain();
        let mut seen: Vec<String> = Vec::new();
        for (ecrit, montant) in amounts(&plain) {
            let rang = seen.iter().filter(|s| **s == ecrit).count();
            seen.push(ecrit.clone());
            if !known.contains(&montant) {
                out.push(Cite::Montant { paragraphe: p.paragraphe, ecrit, rang });
            }
        }
        for (ecrit, numero) in actions(&plain) {
            let rang = seen.iter().filter(|s| **s == ecrit).count();
            seen.push(ecrit.clone());
            if !numbers.contains(&numero) {
                out.push(Cite::Action { paragraphe: p.paragraphe, ecrit, rang });
            }
        }
    }
    out
}

/// Every amount of either state: cells, printed totals, sums, and their gaps.
fn montants(e: &Etats<'_>) -> BTreeSet<Montant> {
    let mut out = BTreeSet::new();
    let cells = |b: &AnnexeBudgetaire| -> Vec<Montant> {
        let lines = b.lignes.iter().flat_map(|l| l.montants.iter().copied().flatten());
        let totals = b.totaux.iter().filter_map(|t| t.montants.as_ref());
        lines.chain(totals.flatten().copied().flatten()).collect()
    };
    for budget in [&e.base.budget, &e.dossier.budget].into_iter().flatten() {
        out.extend(cells(budget));
        for ligne in &budget.lignes {
            out.insert(ligne.montants.iter().copied().flatten().sum());
        }
    }
    for (_, l) in &e.ecarts.budget.lignes.modifies {
        for c in l.montants.values() {
            out.insert(c.apres.unwrap_or_default() - c.avant.unwrap_or_default());
        }
    }
    let s = &e.sommes;
    let series = s
        .tables
        .values()
        .chain(s.chapitres.values())
        .chain(s.porteurs.values())
        .chain(s.actions.values())
        .chain([&s.cout_brut, &s.recettes, &s.cout_net]);
    for serie in series {
        for somme in serie.exercices.values().chain([&serie.periode]) {
            out.extend([somme.avant, somme.apres, somme.ecart()]);
        }
    }
    // A gap is written without its sign: « 15 000 € de moins ».
    let negatives: Vec<Montant> = out.iter().filter(|m| **m < Montant::ZERO).map(|m| -*m).collect();
    out.extend(negatives);
    out
}

/// The amounts of a text, « 25 000 € » or « 25 000 euros », as written and as read.
fn amounts(texte: &str) -> Vec<(String, Montant)> {
    let mut out = Vec::new();
    for unit in ["€", "euros", "euro"] {
        for (end, _) in texte.match_indices(unit) {
            let longer = unit == "euro" && texte[end..].starts_with("euros");
            let before = &texte[..end];
            let number = before.trim_end();
            let start = number
                .char_indices()
                .rev()
                .take_while(|(_, c)| {
                    c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.')
                })
                .map(|(i, _)| i)
                .last();
            let Some(start) = start.filter(|_| !longer) else { continue };
            // A comma before a space ends what is before it: « en 2014, 500 € ».
            let written = &number[start..];
            let cut = written
                .char_indices()
                .filter(|(i, c)| {
                    matches!(c, ',' | '.')
                        && written[i + 1..].chars().next().is_none_or(char::is_whitespace)
                })
                .map(|(i, _)| i + 1)
                .next_back();
            let written = &written[cut.unwrap_or(0)..];
            let written = written.trim_start_matches(|c: char| !c.is_ascii_digit());
            // « en 2014 25 000 € »: the groups of three digits that end it are the amount.
            if let Some(written) = grouped(written)
                && let Ok(montant) = written.parse::<Montant>()
            {
                out.push((format!("{written}{}{unit}", &before[number.len()..]), montant));
            }
        }
    }
    out
}

/// The number that ends some digits and spaces.
fn grouped(digits: &str) -> Option<&str> {
    let whole = digits.find([',', '.']).map_or(digits, |at| &digits[..at]);
    let mut start = None;
    let mut end = whole.len();
    loop {
        let part = whole[..end].trim_end();
        let group = part
            .rfind(char::is_whitespace)
            .map_or(0, |i| i + part[i..].chars().next().map_or(1, char::len_utf8));
        let size = part.len() - group;
        if size == 0 || (start.is_some() && size > 3) {
            break;
        }
        start = Some(group);
        // A group that is not of three digits is the first of its number.
        if size != 3 || group == 0 {
            break;
        }
        end = group;
    }
    start.map(|s| &digits[s..])
}

/// The actions that a text names by number, « action n° 9 ».
fn actions(texte: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (at, word) in texte.match_indices("action n°") {
        let rest = &texte[at + word.len()..];
        let number = rest.trim_start();
        let end = number
            .find(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
            .unwrap_or(number.len());
        let number = number[..end].trim_end_matches(['.', '-']);
        if number.starts_with(|c: char| c.is_ascii_digit()) {
            let space = rest.len() - rest.trim_start().len();
            let ecrit = &texte[at..at + word.len() + space + number.len()];
            out.push((ecrit.to_owned(), number.to_owned()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_found() {
        let read = |t: &str| -> Vec<String> {
            amounts(t).into_iter().map(|(_, m)| m.to_string()).collect()
        };
        assert_eq!(read("25 000 € en 2014 au lieu de 10 000,50 €"), ["25000", "10000.5"]);
        assert_eq!(read("en 2014 25 000 euros"), ["25000"]);
        assert_eq!(read("en 2014, 500 €, 1000 € et 12 €"), ["500", "1000", "12"]);
        assert_eq!(read("aucun montant, l’euro"), Vec::<String>::new());
    }

    #[test]
    fn actions_are_found() {
        assert_eq!(
            actions("l’action n° 3.1, puis la fiche action n° 4."),
            [
                ("action n° 3.1".to_owned(), "3.1".to_owned()),
                ("action n° 4".to_owned(), "4".to_owned())
            ]
        );
    }
}
