//! What can be broken in a sitting: who is there, who votes for whom, what the votes are.

use super::acte::set;
use super::toml::{cles, mots};
use super::{Mutant, Sujet};

pub fn mutants(sujet: &Sujet) -> Vec<Mutant> {
    let mut out = Vec::new();
    for (fichier, texte) in &sujet.fichiers {
        if !fichier.ends_with(".toml") {
            continue;
        }
        let keys = cles(texte);
        for cle in &keys {
            let word = mots(texte, &cle.valeur);
            let mut push = |genre, by: &str| out.push(set(genre, fichier, texte, cle, by));
            match (cle.table.as_str(), cle.nom.as_str()) {
                ("presences.pouvoirs", "mandataire") => {
                    push("un mandataire inconnu", &format!("\"{word}X\""));
                    let other = keys
                        .iter()
                        .find(|c| c.table == cle.table && c.nom == cle.nom && c.rang != cle.rang);
                    if let Some(other) = other {
                        push("un mandataire qui porte deux pouvoirs", &texte[other.valeur.clone()]);
                    }
                    let own = keys
                        .iter()
                        .find(|c| c.table == cle.table && c.nom == "mandant" && c.rang == cle.rang);
                    if let Some(own) = own {
                        push("un pouvoir donné à soi-même", &texte[own.valeur.clone()]);
                    }
                }
                ("presences.pouvoirs", "mandant") => {
                    push("un mandant inconnu", &format!("\"{word}X\""));
                }
                ("mouvements", "membre") => {
                    push("un mouvement d’un inconnu", &format!("\"{word}X\""))
                }
                ("mouvements", "point") => push("un mouvement à un point inconnu", "\"99\""),
                ("points", "dossier") => push("un point sans dossier", &format!("\"{word}-x\"")),
                ("vote", "resultat") => {
                    let other = if word == "adoptee" { "rejetee" } else { "adoptee" };
                    push("un résultat de vote faux", &format!("\"{other}\""));
                }
                ("vote", "contre" | "abstentions") if word.parse::<u32>().is_ok() => {
                    push("plus de voix que de votants", "999");
                }
                ("vote.tours", "bulletins") => push("le nombre de bulletins d’un tour", "3"),
                ("vote.non_participations", "membre") => {
                    push("un non-votant inconnu", &format!("\"{word}X\""));
                }
                ("", "president") => push("un président inconnu", &format!("\"{word}X\"")),
                _ => {}
            }
        }
    }
    out
}
