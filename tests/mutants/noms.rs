//! What can be broken in the names, the labels, the sheets and the years of a dossier: what another place says as well.

use super::acte::set;
use super::toml::{Cle, cles, elements, line_of, mots, replace};
use super::{Mutant, Sujet};

/// A word with two of its letters exchanged, as a hurried hand types it; nothing when it is too short.
fn slip(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let at = (1..letters.len().saturating_sub(1)).rev().find(|i| {
        letters[*i] != letters[*i + 1]
            && letters[*i].is_alphabetic()
            && letters[*i + 1].is_alphabetic()
    })?;
    letters.swap(at, at + 1);
    Some(letters.into_iter().collect())
}

/// Those of the keys whose value is one text, or each text of their list.
fn texts(texte: &str, cle: &Cle) -> Vec<std::ops::Range<usize>> {
    match texte[cle.valeur.clone()].starts_with('[') {
        true => elements(texte, &cle.valeur),
        false => vec![cle.valeur.clone()],
    }
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
                // Where no other piece has the label, nothing says which is right.
                ("actions", "libelle") if told_elsewhere(sujet, fichier, word) => {
                    let other = keys
                        .iter()
                        .find(|c| c.table == "actions" && c.nom == "libelle" && c.rang != cle.rang);
                    if let Some(other) = other {
                        push("le libellé d’une action", &texte[other.valeur.clone()]);
                    }
                }
                ("champs", "nature") if cle.rang == 0 => {
                    push("un champ de fiche inconnu", &format!("\"{word}s\""))
                }
                ("champs", "texte") if titled(&keys, texte, cle) => {
                    push("le titre d’une fiche", "\"Rénovation du gymnase\"");
                }
                ("calendrier", "debut") => push("l’année d’un terme", "2039"),
                ("", "exercices") => {
                    if let Some(first) = elements(texte, &cle.valeur).first() {
                        let wrong = format!("{}9", &texte[first.clone()][..3]);
                        let list = replace(texte, first, &wrong);
                        let shift = wrong.len() - first.len();
                        let by = list[cle.valeur.start..cle.valeur.end + shift].to_owned();
                        if by != value {
                            push("un exercice", &by);
                        }
                    }
                }
                ("visas", "numero") => push("le numéro d’un acte visé", &format!("\"{word}9\"")),
                ("mentions", "publication") => push("publié avant la séance", "2001-01-01"),
                ("signature", "nom") => {
                    if let Some(first) = word.split(' ').next() {
                        push(
                            "le prénom du signataire retiré",
                            &format!("\"{}\"", word[first.len()..].trim()),
                        );
                    }
                }
                ("convocation", "affichage") => {
                    push("convocation affichée après la séance", "2039-01-01")
                }
                ("", "secretaires" | "president")
                | ("vote", "contre" | "abstentions" | "pour")
                | ("presences", "presents" | "excuses" | "absents") => {
                    for cell in texts(texte, cle) {
                        let typed = texte[cell.clone()].starts_with('"');
                        let Some(wrong) = slip(mots(texte, &cell)).filter(|_| typed) else {
                            continue;
                        };
                        let line = line_of(texte, cell.start);
                        out.push(Mutant {
                            genre: "le nom d’un membre",
                            fichier: fichier.clone(),
                            texte: replace(texte, &cell, &format!("\"{wrong}\"")),
                            lignes: vec![(fichier.clone(), line)],
                            quoi: format!("ligne {line} : {} → {wrong}", mots(texte, &cell)),
                        });
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// Whether another file of the dossier has those words, in capitals or not.
fn told_elsewhere(sujet: &Sujet, fichier: &str, words: &str) -> bool {
    let words = words.to_lowercase();
    let others = sujet.fichiers.iter().filter(|(nom, _)| nom != fichier);
    others.map(|(_, texte)| texte.to_lowercase()).any(|texte| texte.contains(&words))
}

/// Whether a text is that of the title of a sheet.
fn titled(keys: &[Cle], texte: &str, cle: &Cle) -> bool {
    keys.iter().any(|c| {
        c.table == cle.table
            && c.rang == cle.rang
            && c.nom == "nature"
            && mots(texte, &c.valeur) == "titre"
    })
}
