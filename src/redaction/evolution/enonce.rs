//! One decision, sayable as a verb, as an article and as a proposal.

use crate::model::Texte;
use crate::model::texte::{Bloc, Inline, Liste};
use crate::redaction::{de, enumeration};

/// A drafted sentence (*énoncé*), without its final stop; a list may follow it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Enonce {
    /// The verb in the present, « ajoute »; empty in the statement of reasons.
    pub present: &'static str,
    /// The same in the infinitive, « ajouter ».
    pub infinitif: &'static str,
    /// The infinitive of the proposal, where it is not that one: « renuméroter », which is decided by « dit que ».
    pub annonce: &'static str,
    /// What follows the verb.
    pub suite: String,
    /// The whole sentence, for an article.
    pub article: String,
    /// What follows « il est proposé » and the infinitive, in a few words; nothing to leave it out.
    pub propose: String,
    /// What is listed after the sentence, one item each.
    pub liste: Vec<String>,
}

impl Enonce {
    /// The verb of what the drafter adds where nothing is drafted.
    pub(super) fn decide() -> Self {
        Self { present: "décide", infinitif: "décider", ..Self::default() }
    }

    /// A paragraph of the statement of reasons.
    pub(super) fn phrase(suite: impl Into<String>, liste: Vec<String>) -> Self {
        Self { suite: suite.into(), liste, ..Self::default() }
    }

    /// What follows the verb, with its list and its final stop.
    #[must_use]
    pub fn suite(&self) -> Texte {
        texte(&self.suite, &self.liste)
    }

    /// The sentence of an article, with its list and its final stop.
    #[must_use]
    pub fn article(&self) -> Texte {
        texte(&self.article, &self.liste)
    }

    /// « d’ajouter au programme l’action n° 7 »; nothing when it is not announced.
    #[must_use]
    pub fn proposition(&self) -> Option<String> {
        let verb = if self.annonce.is_empty() { self.infinitif } else { self.annonce };
        (!self.propose.is_empty()).then(|| de(&format!("{verb} {}", self.propose)))
    }
}

/// A sentence and what it lists: in the sentence when there is one item, else below it.
fn texte(phrase: &str, liste: &[String]) -> Texte {
    let paragraph = |t: String| Bloc::Paragraphe(vec![Inline::Texte(t)]);
    let blocs = match liste {
        [] => vec![paragraph(format!("{phrase}."))],
        [one] => vec![paragraph(format!("{phrase} : {one}."))],
        many => {
            let last = many.len() - 1;
            let item = |(i, t): (usize, &String)| {
                vec![paragraph(format!("{t}{}", if i == last { "." } else { " ;" }))]
            };
            vec![
                paragraph(format!("{phrase} :")),
                Bloc::Liste(Liste {
                    debut: None,
                    elements: many.iter().enumerate().map(item).collect(),
                }),
            ]
        }
    };
    Texte { blocs }
}

/// « une action » or « des actions » and their numbers: the words that agree with how many there are.
pub(super) fn pluriel<'a>(n: usize, one: &'a str, many: &'a str) -> &'a str {
    if n > 1 { many } else { one }
}

/// « n° 3 », « n° 3 et 4 ».
pub(super) fn numeros<S: AsRef<str>>(numeros: &[S]) -> String {
    format!("n° {}", enumeration(numeros))
}
