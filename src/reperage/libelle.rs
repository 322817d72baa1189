//! The significant words of a label, and whether one label says what another says.

use super::jeton::{GenreJeton, plier, tokens};

/// A label by its significant words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Libelle {
    /// The significant words, folded.
    mots: Vec<Mot>,
    /// The first letters of all its words and of the significant ones, in order, with the word that each belongs to.
    initiales: [Vec<(char, usize)>; 2],
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Mot {
    plie: String,
    /// Written in capitals among words that are not: ESS, CLM.
    sigle: bool,
}

/// Words that do not tell one label from another.
const VIDES: &[&str] = &[
    "d", "de", "des", "du", "l", "la", "le", "les", "un", "une", "a", "au", "aux", "en", "et",
    "ou", "pour", "par", "sur", "sous", "dans", "avec", "sans", "son", "sa", "ses", "ce", "cette",
    "ces", "leur", "leurs", "action", "actions", "fiche", "no", "n",
];

impl Libelle {
    /// Reads a label.
    #[must_use]
    pub fn new(texte: &str) -> Self {
        let mut mots = Vec::new();
        let mut initiales = [Vec::new(), Vec::new()];
        let mixed = texte.chars().any(char::is_lowercase);
        for jeton in tokens(texte).iter().filter(|j| j.genre == GenreJeton::Mot) {
            let raw = &texte[jeton.debut..jeton.fin];
            let plie: String = raw.chars().map(plier).collect();
            let Some(first) = plie.chars().next() else { continue };
            let empty = VIDES.contains(&plie.as_str());
            initiales[0].push((first, if empty { usize::MAX } else { mots.len() }));
            if !empty {
                initiales[1].push((first, mots.len()));
                let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
                mots.push(Mot { plie, sigle: mixed && capitals >= 2 });
            }
        }
        Self { mots, initiales }
    }

    /// Whether it has no significant word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mots.is_empty()
    }

    /// Whether all its significant words are said by the other label, an abbreviation for what it stands for.
    #[must_use]
    pub fn dans(&self, autre: &Self) -> bool {
        (0..self.mots.len()).all(|i| {
            autre.mots.iter().any(|m| same(&self.mots[i].plie, &m.plie))
                || autre.spells(&self.mots[i]).is_some()
                || autre.mots.iter().any(|m| self.spells(m).is_some_and(|run| run.contains(&i)))
        })
    }

    /// Whether one of two labels says all that the other says.
    #[must_use]
    pub fn accorde(&self, autre: &Self) -> bool {
        self.dans(autre) || autre.dans(self)
    }

    /// Whether some significant word of the other is one of this one.
    #[must_use]
    pub fn partage(&self, autre: &Self) -> bool {
        self.mots.iter().any(|m| {
            m.plie.len() >= 4
                && autre.mots.iter().any(|a| a.plie.len() >= 4 && same(&m.plie, &a.plie))
        })
    }

    /// The words whose first letters an abbreviation is made of.
    fn spells(&self, sigle: &Mot) -> Option<Vec<usize>> {
        if !sigle.sigle || sigle.plie.len() < 2 {
            return None;
        }
        let letters: Vec<char> = sigle.plie.chars().collect();
        let find = |initials: &Vec<(char, usize)>| {
            initials
                .windows(letters.len())
                .find(|w| w.iter().map(|(c, _)| c).eq(&letters))
                .map(|w| w.iter().map(|(_, i)| *i).collect::<Vec<_>>())
        };
        self.initiales.iter().find_map(find)
    }
}

/// Whether two words are the same one: plural, feminine, cut short, or misspelt when it is long.
fn same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short == long
        || (short.len() >= 4 && long.starts_with(short))
        || (short.len() < 4 && long.strip_suffix(['s', 'x']) == Some(short))
        || (short.len() >= 8 && strsim::levenshtein(short, long) <= short.len() / 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> bool {
        Libelle::new(a).accorde(&Libelle::new(b))
    }

    #[test]
    fn a_shorter_label_agrees() {
        for (a, b) in [
            ("positionnement", "POSITIONNEMENT DE CAEN LA MER"),
            ("constitution d'une charte", "CHARTE"),
            ("communication", "Communication-événementiel"),
            ("formation des techniciens", "Formations"),
            ("appels à projets", "Appel à projets ESS"),
            ("aide à l'entrepreneuriat social", "ENTREPREUNARIAT SOCIAL"),
            ("Formation ESS", "Formation à l'Économie Sociale et Solidaire"),
            ("charte pour CLM", "charte pour Caen la mer"),
            ("charte pour Caen la mer", "charte pour CLM"),
        ] {
            assert!(agree(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn labels_that_each_say_something_else_do_not() {
        for (a, b) in [
            ("formation des techniciens", "Formation ESS"),
            ("sensibilisation élus", "Sensibilisation ESS"),
            ("aide à l'entrepreneuriat social", "entrepreneuriat ESS"),
            ("Pistes cyclables", "Stationnement des vélos"),
        ] {
            assert!(!agree(a, b), "{a} / {b}");
        }
    }
}
