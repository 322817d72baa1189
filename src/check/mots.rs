//! Words that rules look for, whatever their case, their accents and their typography.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Dispositif, Dossier, Montant, Piece};

/// A text reduced to its words: lower case, no accent, one space between two words and at both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mots(String);

impl Mots {
    pub(super) fn new(texte: &str) -> Self {
        let mut out = String::with_capacity(texte.len() + 2);
        out.push(' ');
        let mut push = |c: char| match c {
            'œ' | 'Œ' => out.push_str("oe"),
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if !out.ends_with(' ') => out.push(' '),
            _ => {}
        };
        for c in texte.chars() {
            // Most letters have no accent, and an act may be long.
            if c.is_ascii() {
                push(c);
            } else {
                std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).for_each(&mut push);
            }
        }
        if !out.ends_with(' ') {
            out.push(' ');
        }
        Self(out)
    }

    /// Whether one of those runs of words stands there; a star at the end stands for any end of word.
    pub(super) fn un_de(&self, groupes: &[&str]) -> bool {
        groupes.iter().any(|g| match g.strip_suffix('*') {
            Some(start) => self.0.contains(&format!(" {start}")),
            None => self.0.contains(&format!(" {g} ")),
        })
    }
}

/// All the words of an act: its texts, the titles and texts of its annexes, the notes of its budget.
pub(super) fn acte(dossier: &Dossier) -> Mots {
    let d = &dossier.deliberation;
    let mut texts: Vec<String> = d.objet.clone();
    texts.push(d.expose.plain());
    texts.extend(d.visas.iter().map(|v| v.texte.plain()));
    texts.extend(d.considerants.iter().map(|c| c.texte.plain()));
    texts.extend(decisions(dossier).map(|(_, _, texte)| texte));
    for annexe in &d.annexes {
        texts.push(annexe.titre.clone());
        if let Piece::Texte(texte) = &annexe.piece {
            texts.push(texte.plain());
        }
    }
    if let Some(budget) = &dossier.budget {
        texts.extend(budget.note.clone());
        texts.extend(budget.lignes.iter().filter_map(|l| l.commentaire.clone()));
        texts.extend(budget.totaux.iter().filter_map(|t| t.commentaire.clone()));
    }
    Mots::new(&texts.join("\n"))
}

/// What is decided: the path of each text, its verb or its title, and its words.
pub(super) fn decisions(dossier: &Dossier) -> impl Iterator<Item = (String, String, String)> {
    let verbs = match &dossier.deliberation.dispositif {
        Dispositif::Verbes(decisions) => decisions
            .iter()
            .enumerate()
            .map(|(i, d)| (format!("decisions[{i}].texte"), d.verbe.clone(), d.texte.plain()))
            .collect::<Vec<_>>(),
        Dispositif::Articles(articles) => articles
            .iter()
            .enumerate()
            .map(|(i, a)| {
                let titre = a.titre.clone().unwrap_or_default();
                (format!("articles[{i}].texte"), titre, a.texte.plain())
            })
            .collect(),
    };
    verbs.into_iter()
}

/// The amounts in euros that a text gives, each as it is written there.
pub(super) fn montants(texte: &str) -> Vec<(String, Montant)> {
    let figure = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.');
    let ends = texte.match_indices('€').chain(texte.match_indices("euros"));
    let mut out: Vec<(usize, String, Montant)> = ends
        .filter_map(|(end, _)| {
            let before = &texte[..end];
            let start = before.trim_end_matches(figure).len();
            let typed = before[start..].trim_matches(|c: char| !c.is_ascii_digit());
            Some((start, typed.to_owned(), typed.parse().ok()?))
        })
        .collect();
    out.sort_by_key(|(start, ..)| *start);
    out.into_iter().map(|(_, typed, montant)| (typed, montant)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_dress() {
        let mots = Mots::new("Sous réserve de l’INSCRIPTION annuelle, des crédits");
        assert!(mots.un_de(&["reserve de l inscription annuelle"]));
        assert!(mots.un_de(&["credit*"]) && !mots.un_de(&["credit"]));
    }

    #[test]
    fn amounts_of_a_sentence_are_read() {
        let found = montants("une aide de 4 500 € sur 17\u{202f}800,50 €, soit 3 euros");
        let typed: Vec<&str> = found.iter().map(|(t, _)| t.as_str()).collect();
        assert_eq!(typed, ["4 500", "17\u{202f}800,50", "3"]);
        assert_eq!(found[1].1.cents(), 1_780_050);
        assert!(montants("en 2026, le maire").is_empty());
    }
}
