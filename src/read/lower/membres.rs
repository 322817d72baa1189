//! Who may be named, and by which words.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Lower;
use crate::model::{Conseiller, IdConseiller};
use crate::read::codes;
use crate::read::fault::{cite, enumerate};
use crate::read::forme::nearest;

/// What the files may call the members (*annuaire*).
#[derive(Debug, Clone)]
pub(crate) enum Annuaire {
    /// The members, in office or not, and who each word may mean.
    Connu { membres: Vec<Inscrit>, noms: BTreeMap<String, Vec<usize>> },
    /// Nobody says who sits.
    Absent,
    /// The list of members has faults, or the day is not known: nothing is said of a name.
    Illisible,
}

/// A member, as the files may name one.
#[derive(Debug, Clone)]
pub(crate) struct Inscrit {
    pub(crate) membre: Conseiller,
    /// Whether this member is in office on the day of the sitting.
    pub(crate) en_exercice: bool,
}

/// Who a name means.
#[derive(Debug)]
pub(crate) enum Trouve<'a> {
    Un(&'a Conseiller),
    Plusieurs(Vec<&'a Conseiller>),
    HorsMandat(&'a Conseiller),
    Aucun,
}

impl Annuaire {
    pub(crate) fn new(membres: Vec<Inscrit>) -> Self {
        if membres.is_empty() {
            return Self::Absent;
        }
        let mut noms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (rank, Inscrit { membre, .. }) in membres.iter().enumerate() {
            let nom = plain(&membre.nom);
            let mut words = vec![plain(&membre.id.0), nom.clone()];
            if let Some(prenom) = membre.prenom.as_deref().map(plain) {
                words.push(format!("{prenom} {nom}"));
                words.push(format!("{nom} {prenom}"));
            }
            words.sort();
            words.dedup();
            for word in words.into_iter().filter(|w| !w.is_empty()) {
                noms.entry(word).or_default().push(rank);
            }
        }
        Self::Connu { membres, noms }
    }

    /// Who a typed name means: an identifier as it stands, else a name, whatever its case and accents.
    pub(crate) fn find(&self, typed: &str) -> Trouve<'_> {
        let Self::Connu { membres, noms } = self else { return Trouve::Aucun };
        let typed = typed.trim();
        let exact = |i: &&Inscrit| i.membre.id.0 == typed && i.en_exercice;
        if let Some(found) = membres.iter().find(exact) {
            return Trouve::Un(&found.membre);
        }
        let (titre, nom) = split_title(typed);
        let meant = |titre: Option<bool>, nom: &str| -> Vec<&Inscrit> {
            let ranks = noms.get(&plain(nom)).into_iter().flatten();
            ranks
                .filter_map(|r| membres.get(*r))
                .filter(|i| match (titre, &i.membre.civilite) {
                    (Some(feminin), Some(_)) => i.membre.feminin() == feminin,
                    _ => true,
                })
                .collect()
        };
        let found = meant(titre, nom);
        let here: Vec<&Conseiller> =
            found.iter().filter(|i| i.en_exercice).map(|i| &i.membre).collect();
        match (here.as_slice(), found.first()) {
            ([one], _) => Trouve::Un(one),
            ([], Some(past)) => Trouve::HorsMandat(&past.membre),
            ([], None) => Trouve::Aucun,
            _ => Trouve::Plusieurs(here),
        }
    }

    /// The known name that a slip most likely meant, as the files may write it.
    fn near(&self, typed: &str) -> Option<&str> {
        let Self::Connu { membres, noms } = self else { return None };
        let known: Vec<&str> = noms.keys().map(String::as_str).collect();
        let word = plain(split_title(typed.trim()).1);
        let near = nearest(&word, &known)?;
        let ranks = noms.get(near)?;
        let one = ranks.iter().filter_map(|r| membres.get(*r)).find(|i| i.en_exercice)?;
        // A name that several bear would be the next fault.
        Some(if ranks.len() > 1 { &one.membre.id.0 } else { &one.membre.nom })
    }
}

/// A title before a name, feminine or not, and the rest.
fn split_title(typed: &str) -> (Option<bool>, &str) {
    let Some((first, rest)) = typed.split_once(char::is_whitespace) else { return (None, typed) };
    match first.to_lowercase().trim_end_matches('.') {
        "m" | "mr" | "monsieur" => (Some(false), rest),
        "mme" | "mlle" | "madame" | "mademoiselle" => (Some(true), rest),
        _ => (None, typed),
    }
}

/// A name in lower case, without accents, its other signs turned into single spaces.
pub(crate) fn plain(nom: &str) -> String {
    let mut out = String::new();
    for c in nom.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

impl Lower<'_> {
    /// The member that a file names there; a name that means nobody, or several, is a fault.
    pub(crate) fn membre(
        &mut self,
        typed: &str,
        chemin: &str,
        annuaire: &Annuaire,
    ) -> Option<IdConseiller> {
        match annuaire {
            Annuaire::Illisible => return None,
            Annuaire::Absent => {
                // One absence, told once: every other name would say the same.
                if !std::mem::replace(&mut self.sans_assemblee, true) {
                    let message = format!(
                        "« {} » ne désigne personne : l’assemblée n’est pas décrite",
                        cite(typed)
                    );
                    let fault = self.fault(codes::REFERENCE, chemin, message);
                    fault.etiquette = "membre d’une assemblée inconnue".to_owned();
                    fault.aide = Some(SANS_ASSEMBLEE.to_owned());
                }
                return None;
            }
            Annuaire::Connu { .. } => {}
        }
        let (message, etiquette, aide) = match annuaire.find(typed) {
            Trouve::Un(membre) => return Some(membre.id.clone()),
            Trouve::Plusieurs(several) => {
                let ids: Vec<String> =
                    several.iter().map(|c| format!("« {} »", cite(&c.id.0))).collect();
                (
                    format!("« {} » désigne plusieurs membres", cite(typed)),
                    "nom ambigu",
                    format!("écrivez {}", either(&ids)),
                )
            }
            Trouve::HorsMandat(past) => (
                format!("ce membre n’est pas en exercice ce jour-là : {}", past.nom_complet()),
                "membre hors de son mandat",
                "vérifiez « depuis » et « jusqu_au », ou la date de la séance".to_owned(),
            ),
            Trouve::Aucun => (
                format!("« {} » ne désigne aucun membre de l’assemblée", cite(typed)),
                "membre inconnu",
                match annuaire.near(typed) {
                    Some(near) => format!("vouliez-vous écrire « {} » ?", cite(near)),
                    None => format!("membres : {}", enumerate(annuaire.noms())),
                },
            ),
        };
        let fault = self.fault(codes::REFERENCE, chemin, message);
        fault.etiquette = etiquette.to_owned();
        fault.aide = Some(aide);
        None
    }

    /// Who reports, « Mme Claire LEROY, 2e adjointe »: a member, or the words as they are typed.
    pub(crate) fn rapporteur(&self, typed: String, annuaire: &Annuaire) -> String {
        match annuaire.find(&typed) {
            Trouve::Un(membre) => match &membre.qualite {
                Some(qualite) => format!("{}, {qualite}", membre.nom_complet()),
                None => membre.nom_complet(),
            },
            _ => typed,
        }
    }
}

/// What to do where a member is named and nobody says who sits.
pub(crate) const SANS_ASSEMBLEE: &str =
    "décrivez les membres dans assemblee.toml, à côté de collectivite.toml, ou dans seance.toml";

/// « a », « b » or « c », as a sentence says them.
fn either(words: &[String]) -> String {
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} ou {last}", others.join(", ")),
        None => String::new(),
    }
}

impl Annuaire {
    /// The family names of those in office, each once.
    fn noms(&self) -> Vec<&str> {
        let membres = match self {
            Self::Connu { membres, .. } => membres.as_slice(),
            _ => &[],
        };
        let mut out: Vec<&str> = Vec::new();
        for nom in membres.iter().filter(|i| i.en_exercice).map(|i| i.membre.nom.as_str()) {
            if out.last() != Some(&nom) {
                out.push(nom);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annuaire(membres: &[(&str, &str, &str, &str)]) -> Annuaire {
        let one = |(id, civilite, prenom, nom): &(&str, &str, &str, &str)| Inscrit {
            membre: Conseiller {
                id: IdConseiller((*id).to_owned()),
                civilite: Some((*civilite).to_owned()),
                prenom: Some((*prenom).to_owned()),
                nom: (*nom).to_owned(),
                qualite: None,
                groupe: None,
                commune: None,
                rang: 1,
                suppleant_de: None,
            },
            en_exercice: true,
        };
        Annuaire::new(membres.iter().map(one).collect())
    }

    #[test]
    fn a_member_has_many_names() {
        let annuaire = annuaire(&[
            ("le-goffic", "M.", "Yannick", "LE GOFFIC"),
            ("esteve", "Mme", "Marion", "ESTÈVE"),
            ("martin-paul", "M.", "Paul", "MARTIN"),
            ("martin-anne", "Mme", "Anne", "MARTIN"),
        ]);
        let id = |typed: &str| match annuaire.find(typed) {
            Trouve::Un(membre) => membre.id.0.clone(),
            other => format!("{other:?}"),
        };
        for typed in ["le-goffic", "Le Goffic", "M. LE GOFFIC", "yannick le goffic"] {
            assert_eq!(id(typed), "le-goffic", "{typed}");
        }
        for typed in ["esteve", "Estève", "Mme Marion ESTÈVE", "ESTÈVE Marion"] {
            assert_eq!(id(typed), "esteve", "{typed}");
        }
        assert_eq!(id("Mme MARTIN"), "martin-anne");
        assert_eq!(id("Paul Martin"), "martin-paul");
        assert!(matches!(annuaire.find("MARTIN"), Trouve::Plusieurs(all) if all.len() == 2));
        assert!(matches!(annuaire.find("M. ESTÈVE"), Trouve::Aucun));
        assert!(matches!(annuaire.find(""), Trouve::Aucun));
        assert_eq!(annuaire.near("ESTEVEZ"), Some("ESTÈVE"));
        assert_eq!(annuaire.near("MARTIM"), Some("martin-paul"));
    }
}
