//! The texts of an act, and the words that are sought in them.

use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Deliberation, Dispositif, Lieu, Texte};

/// A text of an act, with its place.
pub(super) struct Passage {
    lieu: Lieu,
    texte: String,
    /// The same without case, accents and typography, character for character.
    plat: String,
}

/// Some words found in a passage.
pub(super) struct Trouve {
    /// Their place.
    pub(super) lieu: Lieu,
    /// The words as they are written.
    pub(super) mots: String,
    /// The byte of [`Passage::plat`] at which they start.
    pub(super) debut: usize,
    /// The byte after them.
    pub(super) fin: usize,
}

impl Passage {
    pub(super) fn new(lieu: Lieu, texte: impl Into<String>) -> Self {
        let texte = texte.into();
        let plat = plat(&texte);
        Self { lieu, texte, plat }
    }

    /// The text without case, accents and typography.
    pub(super) fn plat(&self) -> &str {
        &self.plat
    }

    /// Whether one of those whole words is there; they are given without capitals, accents or typography.
    pub(super) fn has(&self, mots: &[&str]) -> bool {
        mots.iter().any(|m| self.position(m, 0).is_some())
    }

    /// The first of those whole words, with its place.
    pub(super) fn find(&self, mots: &[&str]) -> Option<Trouve> {
        let found = mots.iter().filter_map(|m| Some((self.position(m, 0)?, m.len())));
        let (at, len) = found.min()?;
        Some(self.trouve(at, len))
    }

    /// Those bytes of [`Passage::plat`], as they are written.
    pub(super) fn trouve(&self, at: usize, len: usize) -> Trouve {
        let before = self.plat[..at].chars().count();
        let count = self.plat[at..at + len].chars().count();
        let mots: String = self.texte.chars().skip(before).take(count).collect();
        let same = &self.plat[at..at + len];
        // Which time the words stand there, written the same way: a place is found again by them.
        let rang = self.plat[..at]
            .match_indices(same)
            .filter(|(i, _)| {
                let start = self.plat[..*i].chars().count();
                self.texte.chars().skip(start).take(count).eq(mots.chars())
            })
            .count();
        Trouve { lieu: self.lieu.clone().mots(mots.clone(), rang), mots, debut: at, fin: at + len }
    }

    /// Where that whole word stands, from a byte of [`Passage::plat`] on.
    pub(super) fn position(&self, mot: &str, depuis: usize) -> Option<usize> {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        self.plat.get(depuis..)?.match_indices(mot).map(|(i, _)| depuis + i).find(|i| {
            !letter(self.plat[..*i].chars().next_back())
                && !letter(self.plat[i + mot.len()..].chars().next())
        })
    }
}

/// A text without case, accents and typography, one character for one.
pub(super) fn plat(texte: &str) -> String {
    let one = |c: char| match c {
        '’' | 'ʼ' => '\'',
        c if c.is_whitespace() => ' ',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => std::iter::once(c).nfd().next().unwrap_or(c).to_lowercase().next().unwrap_or(c),
    };
    texte.chars().map(one).collect()
}

const ACTE: &str = "deliberation.toml";

fn passage(chemin: String, texte: &Texte) -> Passage {
    Passage::new(Lieu::new(ACTE, chemin), texte.plain())
}

/// The segments of the object.
pub(super) fn objet(acte: &Deliberation) -> Vec<Passage> {
    let segment =
        |(i, s): (usize, &String)| Passage::new(Lieu::new(ACTE, format!("objet[{i}]")), s.as_str());
    acte.objet.iter().enumerate().map(segment).collect()
}

/// What is decided: each decision, verb and text together in [`Decide`], or each article.
pub(super) fn dispositif(acte: &Deliberation) -> Vec<Decide> {
    match &acte.dispositif {
        Dispositif::Verbes(decisions) => decisions
            .iter()
            .enumerate()
            .map(|(i, d)| Decide {
                verbe: plat(&d.verbe),
                texte: passage(format!("decisions[{i}].texte"), &d.texte),
            })
            .collect(),
        Dispositif::Articles(articles) => articles
            .iter()
            .enumerate()
            .map(|(i, a)| Decide {
                verbe: String::new(),
                texte: passage(format!("articles[{i}].texte"), &a.texte),
            })
            .collect(),
    }
}

/// One decision or one article.
pub(super) struct Decide {
    /// The verb without case or accents; empty for an article.
    pub(super) verbe: String,
    /// What is decided.
    pub(super) texte: Passage,
}

/// The statement of reasons and the recitals.
pub(super) fn motifs(acte: &Deliberation) -> Vec<Passage> {
    let mut out = vec![passage("expose".to_owned(), &acte.expose)];
    let recital = |(i, c): (usize, &crate::model::Considerant)| {
        passage(format!("considerants[{i}].texte"), &c.texte)
    };
    out.extend(acte.considerants.iter().enumerate().map(recital));
    out
}

/// The citations.
pub(super) fn visas(acte: &Deliberation) -> Vec<Passage> {
    let visa =
        |(i, v): (usize, &crate::model::Visa)| passage(format!("visas[{i}].texte"), &v.texte);
    acte.visas.iter().enumerate().map(visa).collect()
}

/// Every text of the act but its object: citations, reasons, what is decided.
pub(super) fn textes(acte: &Deliberation) -> Vec<Passage> {
    let mut out = visas(acte);
    out.extend(motifs(acte));
    out.extend(dispositif(acte).into_iter().map(|d| d.texte));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_as_they_are_written() {
        let passage = Passage::new(
            Lieu::new("f", "c"),
            "Déclarations d’INTÉRÊT\u{a0}communautaire, d'intérêt communautaire",
        );
        let found = passage.find(&["d'interet communautaire"]).expect("found");
        assert_eq!(found.mots, "d’INTÉRÊT\u{a0}communautaire");
        assert_eq!(found.lieu.mots.as_ref().map(|m| m.rang), Some(0));
        assert!(!passage.has(&["declaration"]) && passage.has(&["declarations"]));
        let second = passage.position("d'interet communautaire", found.fin).expect("found");
        let second = passage.trouve(second, "d'interet communautaire".len());
        assert_eq!(second.mots, "d'intérêt communautaire");
        assert_eq!(second.lieu.mots.map(|m| m.rang), Some(0));
    }
}
