//! What each code means, those of the reader and those of the rules alike.

use super::commandes::COMMANDES;
use super::{Examen, REGLES, Regle, Vigueur};
use crate::model::Severite;
use crate::read::codes::{self, Code};
use crate::typographie::date::date_longue;

/// A family of codes (*famille*): what comes before the hyphen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Famille {
    /// The letters of its codes, `BUDG`.
    pub prefixe: &'static str,
    /// What it is about, in French.
    pub nom: &'static str,
}

/// Every family, in the order in which they are listed; some have no rule yet.
pub const FAMILLES: &[Famille] = &[
    Famille { prefixe: "LECT", nom: "Lecture des fichiers" },
    Famille { prefixe: "CONV", nom: "Convocation" },
    Famille { prefixe: "QUOR", nom: "Quorum" },
    Famille { prefixe: "PROC", nom: "Pouvoirs" },
    Famille { prefixe: "PRES", nom: "Présidence et secrétariat" },
    Famille { prefixe: "VOTE", nom: "Vote" },
    Famille { prefixe: "ELEC", nom: "Élections" },
    Famille { prefixe: "FORM", nom: "Forme de l’acte" },
    Famille { prefixe: "COHE", nom: "Cohérence des pièces" },
    Famille { prefixe: "VIE", nom: "Vie de l’acte" },
    Famille { prefixe: "PROG", nom: "Programme et fiches" },
    Famille { prefixe: "EVOL", nom: "Évolution d’un acte" },
    Famille { prefixe: "BUDG", nom: "Budget" },
    Famille { prefixe: "SUBV", nom: "Subventions" },
    Famille { prefixe: "EPCI", nom: "Intercommunalité" },
    Famille { prefixe: "ACTE", nom: "Transmission à la préfecture" },
    Famille { prefixe: "ENVOI", nom: "Envoi et publication" },
    Famille { prefixe: "PUBL", nom: "Publicité" },
    Famille { prefixe: "EXEC", nom: "Caractère exécutoire" },
    Famille { prefixe: "RECO", nom: "Recours" },
    Famille { prefixe: "SCDL", nom: "Données ouvertes" },
    Famille { prefixe: "A11Y", nom: "Accessibilité" },
    Famille { prefixe: "ARCH", nom: "Archivage" },
    Famille { prefixe: "VERI", nom: "Vérification" },
];

/// The home of what the codes of the reader mean.
const DIAGNOSTICS: &str = include_str!("../../docs/diagnostics.md");

/// What a code means (*notice*).
#[derive(Debug, Clone, Copy)]
pub enum Notice {
    /// A fault of form.
    Lecture(&'static Code),
    /// A rule.
    Regle(&'static Regle),
    /// What another command than the verification finds.
    Commande(&'static Code),
}

impl Notice {
    /// Those of every code, family by family.
    pub fn all() -> impl Iterator<Item = Self> {
        FAMILLES.iter().flat_map(|f| Self::unsorted().filter(|n| n.famille() == Some(f)))
    }

    fn unsorted() -> impl Iterator<Item = Self> {
        let rules = REGLES.iter().copied().map(Self::Regle);
        let others = COMMANDES.iter().map(Self::Commande);
        codes::ALL.iter().map(Self::Lecture).chain(rules).chain(others)
    }

    /// That of a code, in capitals or not, or of a name: `BUDG-07`, `repartition-fausse`.
    #[must_use]
    pub fn of(mot: &str) -> Option<Self> {
        let code = mot.trim().to_uppercase();
        Self::unsorted().find(|n| n.code() == code || n.nom() == mot.trim())
    }

    /// The code that a typing slip most likely meant.
    #[must_use]
    pub fn nearest(mot: &str) -> Option<&'static str> {
        let words: Vec<(String, &'static str)> = Self::unsorted()
            .flat_map(|n| [(n.code().to_lowercase(), n.code()), (n.nom().to_owned(), n.code())])
            .collect();
        let known: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let near = crate::read::nearest(mot.trim(), &known)?;
        words.iter().find(|(word, _)| word == near).map(|(_, code)| *code)
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Lecture(code) | Self::Commande(code) => code.code,
            Self::Regle(regle) => regle.code,
        }
    }

    /// Its name.
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Lecture(code) | Self::Commande(code) => code.nom,
            Self::Regle(regle) => regle.nom,
        }
    }

    /// How serious its findings are at most.
    #[must_use]
    pub fn severite(self) -> Severite {
        match self {
            Self::Lecture(code) | Self::Commande(code) => code.severite,
            Self::Regle(regle) => regle.severite,
        }
    }

    /// Its family.
    #[must_use]
    pub fn famille(self) -> Option<&'static Famille> {
        let prefixe = self.code().split('-').next()?;
        FAMILLES.iter().find(|f| f.prefixe == prefixe)
    }

    /// What it means, in one sentence.
    #[must_use]
    pub fn resume(self) -> &'static str {
        match self {
            Self::Regle(regle) => sentence(regle.doc),
            Self::Lecture(code) | Self::Commande(code) => sentence(meaning(code)),
        }
    }

    /// What identifies it, each with its label, in French: severity, force, who, legal basis, reading.
    #[must_use]
    pub fn traits(self) -> Vec<(&'static str, String)> {
        let mut out = vec![("Gravité", self.severite().to_string())];
        let r = match self {
            Self::Regle(r) => r,
            Self::Lecture(_) => {
                out.push(("Porte sur", "l’écriture des fichiers".to_owned()));
                return out;
            }
            Self::Commande(code) => {
                let what = match code.code.starts_with("ENVOI") {
                    true => "ce qui part : « transmettre », « publier »",
                    false => "un ensemble d’actes : « consolider », « historique »",
                };
                out.push(("Porte sur", what.to_owned()));
                return out;
            }
        };
        out.push(("En vigueur", vigueur(&r.vigueur)));
        out.push(("S’applique à", a_qui(r)));
        out.push(("Base légale", r.base.unwrap_or("aucun texte").to_owned()));
        out.push(("Lecture", r.lecture.nom().to_owned()));
        if let Some(reserve) = r.reserve {
            out.push(("Non vérifié", reserve.to_owned()));
        }
        out
    }

    /// What it means, a faulty example and its correction, in Markdown.
    #[must_use]
    pub fn texte(self) -> String {
        match self {
            Self::Lecture(code) | Self::Commande(code) => meaning(code).to_owned(),
            Self::Regle(r) => format!(
                "{}\n\nFaux :\n\n```toml\n{}\n```\n\nJuste :\n\n```toml\n{}\n```\n",
                r.doc, r.exemple.faux, r.exemple.juste
            ),
        }
    }

    /// Its page, in Markdown, under a heading of that level.
    #[must_use]
    pub fn markdown(self, niveau: usize) -> String {
        let mut out = format!("{} {}\n\n`{}`\n\n", "#".repeat(niveau), self.code(), self.nom());
        for (label, value) in self.traits() {
            out.push_str(&format!("- **{label}** : {value}\n"));
        }
        out.push_str(&format!("\n{}\n", self.texte().trim()));
        out
    }
}

/// The days on which a rule is in force, in French.
pub(super) fn vigueur(vigueur: &Vigueur) -> String {
    match (vigueur.depuis.map(date_longue), vigueur.jusqu_au.map(date_longue)) {
        (None, None) => "toujours".to_owned(),
        (Some(depuis), None) => format!("depuis le {depuis}"),
        (None, Some(fin)) => format!("jusqu’au {fin}"),
        (Some(depuis), Some(fin)) => format!("du {depuis} au {fin}"),
    }
}

/// The kinds of authority that a rule applies to, in French.
pub(super) fn genres(regle: &Regle) -> String {
    let noms: Vec<&str> = regle.genres.iter().map(|g| g.nom()).filter(|n| !n.is_empty()).collect();
    match noms.split_last() {
        None => "toutes les collectivités".to_owned(),
        Some((seul, [])) => (*seul).to_owned(),
        Some((dernier, autres)) => format!("{} et {dernier}", autres.join(", ")),
    }
}

fn a_qui(regle: &Regle) -> String {
    let what = match regle.run {
        Examen::Acte(_) | Examen::Ecrits(_) => "chaque acte",
        Examen::Textes(_) => "chaque acte, et ce que la séance dit d’elle-même",
        Examen::Seance(_) => "la séance entière",
        Examen::Ignores(_) => "ce que le dossier ignore",
    };
    format!("{} ; {what}", genres(regle))
}

/// What a fault of form, or a finding of another command, means: its section in the documentation, without its name.
fn meaning(code: &Code) -> &'static str {
    let section = DIAGNOSTICS
        .split("\n## ")
        .find_map(|s| s.strip_prefix(code.code)?.strip_prefix('\n'))
        .unwrap_or("")
        .trim();
    section.split_once(" – ").map_or(section, |(_, texte)| texte)
}

/// The first sentence of a text.
fn sentence(texte: &'static str) -> &'static str {
    let first = texte.split("\n\n").next().unwrap_or(texte);
    let first = first.trim_start_matches("*Avertissement.* ");
    // « L. 2121-11 » and « M. Untel » end no sentence.
    let ends = |at: usize| {
        let word = first[..at].rsplit([' ', '\u{a0}']).next().unwrap_or("");
        let next = first[at + 2..].chars().next();
        word.chars().count() > 2 && next.is_some_and(|c| !c.is_lowercase() && !c.is_ascii_digit())
    };
    let end = first.match_indices(". ").map(|(at, _)| at).find(|at| ends(*at));
    end.map_or(first, |at| &first[..=at]).trim_end_matches([':', ' ', '\u{a0}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_not_cut_at_an_article() {
        let texte = "L’article L. 2121-11 le dit. La suite.\n\nAutre.";
        assert_eq!(sentence(texte), "L’article L. 2121-11 le dit.");
        assert_eq!(sentence("Deux choses :"), "Deux choses");
        assert_eq!(sentence("*Avertissement.* Un nom."), "Un nom.");
    }
}
