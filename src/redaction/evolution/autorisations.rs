//! What changes of a budget annex beside its lines: its authorisations over several years, and how it is presented.

use super::dispositif::capitale;
use super::enonce::Enonce;
use super::{Etats, noms};
use crate::diff::{AutorisationSuivie, Changement, autorisations_changees};
use crate::model::{Autorisation, Exercice, Montant, Nomenclature, Programme};
use crate::redaction::enumeration;

/// « autorisation de programme « Pistes » », without its article.
fn nommee(a: &Autorisation, programme: Option<&Programme>) -> String {
    let own = a.libelle.as_deref().map(str::trim).filter(|l| !l.is_empty());
    match own {
        Some(own) => format!("{} « {own} »", a.nature.nom()),
        None if a.actions.is_empty() => a.nature.nom().to_owned(),
        None => format!("{} {}", a.nature.nom(), des_actions(a, programme)),
    }
}

/// « de l’action n° 1 », « des actions n° 1 et 2 ».
fn des_actions(a: &Autorisation, programme: Option<&Programme>) -> String {
    let list: Vec<String> =
        a.actions.iter().map(|id| format!("de l’{}", noms::action_courte(programme, id))).collect();
    enumeration(&list)
}

/// « 100 000 € en 2026 et 200 000 € en 2027 ».
fn credits(a: &AutorisationSuivie) -> String {
    let list = a.credits.iter().filter(|(_, m)| !m.is_zero());
    let list: Vec<String> = list.map(|(x, m)| format!("{} en {x}", noms::euros(*m))).collect();
    enumeration(&list)
}

/// The payment credits that changed, « 100 000 € en 2026 au lieu de 80 000 € ».
fn credits_changes(a: &AutorisationSuivie, b: &AutorisationSuivie) -> Vec<String> {
    credits_avant_apres(a, b)
        .into_iter()
        .map(|(x, was, is)| match was {
            Some(was) => format!("{} en {x} au lieu de {}", noms::credit(is), noms::euros(was)),
            None => format!("{} en {x}", noms::credit(is)),
        })
        .collect()
}

fn credits_avant_apres(
    a: &AutorisationSuivie,
    b: &AutorisationSuivie,
) -> Vec<(Exercice, Option<Montant>, Option<Montant>)> {
    let mut years: Vec<Exercice> = a.credits.keys().chain(b.credits.keys()).copied().collect();
    years.sort_unstable();
    years.dedup();
    let of = |s: &AutorisationSuivie, x: Exercice| s.credits.get(&x).copied();
    years
        .into_iter()
        .map(|x| (x, of(a, x), of(b, x)))
        .filter(|(_, was, is)| was.unwrap_or_default() != is.unwrap_or_default())
        .collect()
}

/// One sentence for each authorisation that is opened, revised or closed.
pub(super) fn autorisations(e: &Etats<'_>) -> Vec<Enonce> {
    let Some(change) = &e.ecarts.budget.autorisations else { return Vec::new() };
    let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
    let mut out = Vec::new();
    for paire in autorisations_changees(&change.avant, &change.apres) {
        match paire {
            (None, Some(b)) => {
                let which = nommee(&b.autorisation, after);
                let amount = noms::euros(b.autorisation.montant);
                let paid = match credits(b) {
                    c if c.is_empty() => String::new(),
                    c => format!(", dont les crédits de paiement sont fixés à {c}"),
                };
                out.push(Enonce {
                    present: "ouvre",
                    infinitif: "ouvrir",
                    suite: format!("l’{which}, d’un montant de {amount}{paid}"),
                    article: format!("Est ouverte l’{which}, d’un montant de {amount}{paid}"),
                    propose: format!("l’{which}, d’un montant de {amount}"),
                    ..Enonce::default()
                });
            }
            (Some(a), None) => {
                let which = nommee(&a.autorisation, before);
                out.push(Enonce {
                    present: "clôture",
                    infinitif: "clôturer",
                    suite: format!("l’{which}"),
                    article: format!("L’{which} est clôturée"),
                    propose: format!("l’{which}"),
                    ..Enonce::default()
                });
            }
            (Some(a), Some(b)) => out.extend(revisee(e, a, b)),
            (None, None) => {}
        }
    }
    out
}

fn revisee(e: &Etats<'_>, a: &AutorisationSuivie, b: &AutorisationSuivie) -> Vec<Enonce> {
    let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
    let which = nommee(&a.autorisation, before);
    let mut out = Vec::new();
    let (was, is) = (a.autorisation.montant, b.autorisation.montant);
    let paid = credits_changes(a, b);
    if was != is {
        let own = match enumeration(&paid) {
            c if c.is_empty() => String::new(),
            c => format!(", et ses crédits de paiement à {c}"),
        };
        let (was, is) = (noms::euros(was), noms::euros(is));
        out.push(Enonce {
            present: "porte",
            infinitif: "porter",
            suite: format!("l’{which} à {is}, au lieu de {was}{own}"),
            article: format!("L’{which} est portée à {is}, au lieu de {was}{own}"),
            propose: format!("l’{which} à {is}, au lieu de {was}"),
            ..Enonce::default()
        });
    } else if !paid.is_empty() {
        out.push(Enonce {
            present: "fixe",
            infinitif: "fixer",
            suite: format!("comme suit les crédits de paiement de l’{which}"),
            article: format!("Les crédits de paiement de l’{which} sont fixés comme suit"),
            propose: format!("de nouveaux crédits de paiement pour l’{which}"),
            liste: vec![enumeration(&paid)],
            ..Enonce::default()
        });
    }
    let mut said = Vec::new();
    if let Some(own) = &b.autorisation.libelle
        && a.autorisation.libelle != b.autorisation.libelle
    {
        said.push(format!("est désormais intitulée « {} »", own.trim()));
    }
    if a.autorisation.actions != b.autorisation.actions {
        said.push(if b.autorisation.actions.is_empty() {
            "couvre désormais toutes les actions du programme".to_owned()
        } else {
            let list: Vec<String> = b
                .autorisation
                .actions
                .iter()
                .map(|id| format!("l’{}", noms::action_courte(after, id)))
                .collect();
            format!("couvre désormais {}", enumeration(&list))
        });
    }
    if !said.is_empty() {
        let suite = format!("l’{which} {}", enumeration(&said));
        out.push(Enonce {
            present: "dit que",
            infinitif: "dire que",
            annonce: "modifier",
            article: capitale(&suite),
            suite,
            propose: format!("l’{which}"),
            ..Enonce::default()
        });
    }
    out
}

/// How the annex is presented: its title, its chart of accounts, what it says of its credits.
pub(super) fn presentation(e: &Etats<'_>) -> Vec<Enonce> {
    let b = &e.ecarts.budget;
    if b.presence.is_some() {
        return Vec::new();
    }
    let mut liste = Vec::new();
    if let Some(c) = &b.titre {
        liste.push(format!("l’annexe est désormais intitulée « {} »", c.apres.trim()));
    }
    if let Some(Changement { avant, apres }) = &b.nomenclature {
        liste.push(match (avant, apres) {
            (Some(was), Some(is)) => format!(
                "l’annexe est désormais présentée selon la nomenclature {}, au lieu de la {}",
                is.nom(),
                was.nom()
            ),
            (None, Some(is)) => {
                format!("l’annexe est présentée selon la nomenclature {}", is.nom())
            }
            (_, None) => "l’annexe ne se réfère plus à une nomenclature".to_owned(),
        });
    }
    if let Some(Changement { avant, apres }) = &b.tolerance {
        liste.push(match (avant.is_zero(), apres.is_zero()) {
            (_, true) => "les totaux sont désormais donnés au centime".to_owned(),
            (true, _) => format!("les totaux sont désormais donnés à {} près", noms::euros(*apres)),
            _ => format!(
                "les totaux sont désormais donnés à {} près, au lieu de {}",
                noms::euros(*apres),
                noms::euros(*avant)
            ),
        });
    }
    if let Some(c) = &b.inscription_annuelle {
        liste.push(
            if c.apres {
                "l’inscription des crédits dépend désormais du budget voté chaque année"
            } else {
                "l’inscription des crédits ne dépend plus du budget voté chaque année"
            }
            .to_owned(),
        );
    }
    if let Some(c) = &b.porteur {
        liste.push(match &c.apres {
            Some(who) => format!("l’annexe est désormais portée par « {} »", who.trim()),
            None => "l’annexe n’est plus portée par un seul service".to_owned(),
        });
    }
    if let Some(c) = &b.note {
        liste.push(match (&c.avant, &c.apres) {
            (_, None) => "la note est supprimée".to_owned(),
            (None, Some(is)) => format!("l’annexe porte la note suivante : « {} »", note(is)),
            (_, Some(is)) => format!("la note est remplacée par : « {} »", note(is)),
        });
    }
    if liste.is_empty() {
        return Vec::new();
    }
    vec![Enonce {
        present: "modifie",
        infinitif: "modifier",
        suite: "comme suit la présentation de l’annexe budgétaire".to_owned(),
        article: "La présentation de l’annexe budgétaire est modifiée comme suit".to_owned(),
        propose: "la présentation de l’annexe budgétaire".to_owned(),
        liste,
        ..Enonce::default()
    }]
}

fn note(texte: &str) -> &str {
    texte.trim().trim_end_matches('.')
}

/// A mention of the annex that changed: what it is, before, after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// « Nomenclature ».
    pub quoi: String,
    /// What it was; empty for nothing.
    pub avant: String,
    /// What it is; empty for nothing.
    pub apres: String,
}

/// What changed of the presentation of the annex, for a table.
#[must_use]
pub fn mentions(budget: &crate::diff::EcartBudget) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut tell = |quoi: &str, avant: String, apres: String| {
        out.push(Mention { quoi: quoi.to_owned(), avant, apres });
    };
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    if let Some(c) = &budget.titre {
        tell("Titre", c.avant.clone(), c.apres.clone());
    }
    if let Some(c) = &budget.exercices {
        let of = |x: &[Exercice]| x.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        tell("Exercices", of(&c.avant), of(&c.apres));
    }
    if let Some(c) = &budget.nomenclature {
        let of = |n: Option<Nomenclature>| n.map_or_else(String::new, |n| n.nom().to_owned());
        tell("Nomenclature", of(c.avant), of(c.apres));
    }
    if let Some(c) = &budget.tolerance {
        let of = |m: Montant| {
            if m.is_zero() { "aucune".to_owned() } else { noms::euros(m) }
        };
        tell("Tolérance des totaux déclarés", of(c.avant), of(c.apres));
    }
    if let Some(c) = &budget.inscription_annuelle {
        let of = |oui: bool| if oui { "oui" } else { "non" }.to_owned();
        tell("Inscription des crédits chaque année", of(c.avant), of(c.apres));
    }
    if let Some(c) = &budget.porteur {
        tell("Porteur", text(&c.avant), text(&c.apres));
    }
    if let Some(c) = &budget.note {
        tell("Note", text(&c.avant), text(&c.apres));
    }
    out
}

/// An amount of an authorisation that changed: which one, of what, before, after.
pub type MontantAutorise = (String, String, Option<Montant>, Option<Montant>);

/// The amounts that changed of the authorisations, « Montant » then each exercice.
#[must_use]
pub fn montants_autorises(
    change: Option<&Changement<Vec<AutorisationSuivie>>>,
    programme: Option<&Programme>,
) -> Vec<MontantAutorise> {
    let Some(change) = change else { return Vec::new() };
    let mut out = Vec::new();
    for (a, b) in autorisations_changees(&change.avant, &change.apres) {
        let Some(shown) = b.or(a) else { continue };
        let nom = capitale(&nommee(&shown.autorisation, programme));
        let amount = |s: Option<&AutorisationSuivie>| s.map(|s| s.autorisation.montant);
        if amount(a) != amount(b) {
            out.push((nom.clone(), "Montant".to_owned(), amount(a), amount(b)));
        }
        let mut years: Vec<Exercice> =
            [a, b].into_iter().flatten().flat_map(|s| s.credits.keys().copied()).collect();
        years.sort_unstable();
        years.dedup();
        for x in years {
            let of = |s: Option<&AutorisationSuivie>| s.and_then(|s| s.credits.get(&x).copied());
            if of(a) != of(b) {
                out.push((nom.clone(), format!("Crédits de {x}"), of(a), of(b)));
            }
        }
    }
    out
}
