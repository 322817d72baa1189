//! What can be broken in an act, its programme and its sheets.

use super::toml::{Cle, cles, elements, mots, replace};
use super::{Mutant, Sujet};

/// A mutant that replaces the value of a key of a file.
pub fn set(genre: &'static str, fichier: &str, texte: &str, cle: &Cle, by: &str) -> Mutant {
    let shown: String = texte[cle.valeur.clone()].chars().take(40).collect();
    Mutant {
        genre,
        fichier: fichier.to_owned(),
        texte: replace(texte, &cle.valeur, by),
        lignes: vec![(fichier.to_owned(), cle.ligne)],
        quoi: format!("ligne {} : {} → {by}", cle.ligne, shown.replace('\n', " ")),
    }
}

/// A day some days later, as a file takes it.
pub fn later(day: &str, days: i64) -> Option<String> {
    let day = day.parse::<chrono::NaiveDate>().ok()?;
    Some((day + chrono::TimeDelta::days(days)).to_string())
}

pub fn mutants(sujet: &Sujet) -> Vec<Mutant> {
    let mut out = Vec::new();
    for (fichier, texte) in &sujet.fichiers {
        if !fichier.ends_with(".toml") {
            continue;
        }
        let keys = cles(texte);
        for cle in &keys {
            let value = &texte[cle.valeur.clone()];
            let word = mots(texte, &cle.valeur);
            let mut push = |genre, by: &str| out.push(set(genre, fichier, texte, cle, by));
            match (cle.table.as_str(), cle.nom.as_str()) {
                ("visas", "date") => {
                    if let Some(day) = later(value, 1) {
                        push("la date d’un visa", &day);
                    }
                    push("une date impossible", "2025-02-30");
                }
                ("", "siren") => {
                    let last = word.chars().last().and_then(|c| c.to_digit(10)).unwrap_or(0);
                    push(
                        "un chiffre du SIREN",
                        &format!("\"{}{}\"", &word[..word.len() - 1], (last + 1) % 10),
                    );
                }
                ("actions", "id") => {
                    let other = keys
                        .iter()
                        .find(|c| c.table == "actions" && c.nom == "id" && c.rang != cle.rang);
                    if let Some(other) = other {
                        push("un identifiant d’action doublé", &texte[other.valeur.clone()]);
                    }
                }
                ("actions", "numero") => {
                    let other = keys
                        .iter()
                        .find(|c| c.table == "actions" && c.nom == "numero" && c.rang != cle.rang);
                    if let Some(other) = other {
                        push("un numéro d’action doublé", &texte[other.valeur.clone()]);
                    }
                }
                ("actions", "parent") => push("un parent inconnu", &format!("\"{word}x\"")),
                ("actions", "orientations") => {
                    if let Some(first) = elements(texte, &cle.valeur).first() {
                        let by = format!("[\"{}x\"]", mots(texte, first));
                        push("une orientation inconnue", &by);
                    }
                }
                ("", "exercices") => {
                    let mut years: Vec<&str> =
                        elements(texte, &cle.valeur).into_iter().map(|e| &texte[e]).collect();
                    if years.len() > 1 {
                        years.swap(0, 1);
                        push("deux exercices inversés", &format!("[{}]", years.join(", ")));
                    }
                }
                ("", "action") if fichier.starts_with("fiches/") => {
                    push("une fiche d’une action inconnue", &format!("\"{word}x\""));
                }
                ("calendrier", "fin") => push("un terme qui finit avant de commencer", "2001"),
                ("calendrier", "terme") => push("un terme inconnu", "\"proche\""),
                ("annexes", "fichier") => push("une annexe introuvable", "\"absente.md\""),
                ("mentions", "executoire") => push("exécutoire avant la séance", "2001-01-01"),
                ("mentions", "transmission") => push("transmis avant la séance", "2001-01-01"),
                ("convocation", "date") => push("convoqué après la séance", "2030-01-01"),
                _ => {}
            }
        }
    }
    out
}
