//! What is decided: one paragraph for each kind of change.

use super::enonce::{Enonce, pluriel};
use super::{Etats, actions, calendrier, montants, noms, presence, rectification};
use crate::model::{ActeAnterieur, Effet, Exercice, Paragraphe};
use crate::redaction::{en_lettres, enumeration};

/// The paragraphs of the dispositif, in the order of the act.
pub(super) fn paragraphes(e: &Etats<'_>) -> Vec<(Paragraphe, Vec<Enonce>)> {
    let mut out = vec![(Paragraphe::Annule, annule(e)), (Paragraphe::Abroge, abroge(e))];
    // What replaces the whole of an act needs not say what of it changes: its annexes stand for those of that act.
    if !e.has(Effet::Remplace) {
        let corrected = e.has(Effet::Rectifie);
        out.push((
            Paragraphe::Rectifie,
            if corrected { rectification::enonces(e) } else { Vec::new() },
        ));
        if e.has(Effet::Modifie) {
            let changes = changements(e);
            if changes.iter().any(|(_, c)| !c.is_empty()) {
                out.push((Paragraphe::Modifie, vec![modifie(e)]));
            }
            out.extend(changes);
        }
        // The rest is unchanged only where something changes.
        if out.iter().any(|(p, e)| !e.is_empty() && *p != Paragraphe::Abroge) {
            out.push((Paragraphe::Inchange, inchange(e)));
        }
    }
    out.retain(|(_, enonces)| !enonces.is_empty());
    out
}

/// What changes of the programme, one paragraph for each kind.
pub(super) fn changements(e: &Etats<'_>) -> Vec<(Paragraphe, Vec<Enonce>)> {
    if presence::du_programme(e) {
        return vec![
            (Paragraphe::Ajoute, presence::nouveaux(e)),
            (Paragraphe::Supprime, presence::supprimes(e)),
            (Paragraphe::Fixe, montants::fixe(e)),
        ];
    }
    let with = |mut enonces: Vec<Enonce>, more: Vec<Enonce>| {
        enonces.extend(more);
        enonces
    };
    vec![
        (Paragraphe::Prolonge, prolonge(e)),
        (Paragraphe::Ajoute, with(actions::ajoute(e), presence::nouveaux(e))),
        (Paragraphe::Supprime, with(actions::supprime(e), presence::supprimes(e))),
        (Paragraphe::Renumerote, actions::renumerote(e)),
        (Paragraphe::Remplace, actions::remplace(e)),
        (Paragraphe::Calendrier, calendrier::calendrier(e)),
        (Paragraphe::Document, calendrier::document(e)),
        (Paragraphe::Fixe, montants::fixe(e)),
    ]
}

/// The earlier acts to which something is done, named.
fn actes(e: &Etats<'_>, effets: &[Effet]) -> Vec<String> {
    let acts = e.dossier.deliberation.actes_anterieurs.iter();
    acts.filter(|a: &&ActeAnterieur| effets.contains(&a.effet)).map(noms::acte).collect()
}

/// The first letter in capitals.
pub(super) fn capitale(texte: &str) -> String {
    let mut chars = texte.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn annule(e: &Etats<'_>) -> Vec<Enonce> {
    let actes = actes(e, &[Effet::Remplace]);
    if actes.is_empty() {
        return Vec::new();
    }
    let (n, which) = (actes.len(), enumeration(&actes));
    let annexes = if e.dossier.deliberation.annexes.is_empty() {
        ""
    } else {
        pluriel(
            n,
            ", dont les annexes se substituent aux siennes",
            ", dont les annexes se substituent aux leurs",
        )
    };
    vec![Enonce {
        present: "annule et remplace",
        infinitif: "annuler et de remplacer",
        suite: format!("{which} par la présente délibération{annexes}"),
        article: format!(
            "{} {} par la présente délibération{annexes}",
            capitale(&which),
            pluriel(n, "est annulée et remplacée", "sont annulées et remplacées"),
        ),
        propose: which,
        ..Enonce::default()
    }]
}

fn abroge(e: &Etats<'_>) -> Vec<Enonce> {
    let actes = actes(e, &[Effet::Abroge]);
    if actes.is_empty() {
        return Vec::new();
    }
    let which = enumeration(&actes);
    vec![Enonce {
        present: "abroge",
        infinitif: "abroger",
        suite: which.clone(),
        article: format!(
            "{} {}",
            capitale(&which),
            pluriel(actes.len(), "est abrogée", "sont abrogées")
        ),
        propose: which,
        ..Enonce::default()
    }]
}

fn modifie(e: &Etats<'_>) -> Enonce {
    let actes = actes(e, &[Effet::Modifie]);
    let which = enumeration(&actes);
    Enonce {
        present: "modifie",
        infinitif: "modifier",
        suite: format!("{which} dans les conditions qui suivent"),
        article: format!(
            "{} {} dans les conditions prévues aux articles suivants",
            capitale(&which),
            pluriel(actes.len(), "est modifiée", "sont modifiées"),
        ),
        ..Enonce::default()
    }
}

fn inchange(e: &Etats<'_>) -> Vec<Enonce> {
    let actes = actes(e, &[Effet::Modifie, Effet::Rectifie]);
    if actes.is_empty() {
        return Vec::new();
    }
    let des: Vec<String> = actes.iter().map(|a| format!("de {a}")).collect();
    let suite = format!("les autres dispositions {} demeurent inchangées", enumeration(&des));
    vec![Enonce {
        present: "dit que",
        infinitif: "dire que",
        article: capitale(&suite),
        suite,
        ..Enonce::default()
    }]
}

/// The exercices of the programme, else of its budget.
fn exercices(e: &Etats<'_>) -> Option<(Vec<Exercice>, Vec<Exercice>)> {
    // The years of an annex that is new, or no more, come and go with it.
    let budget = &e.ecarts.budget;
    let of_budget = || budget.exercices.as_ref().filter(|_| budget.presence.is_none());
    let change = e.ecarts.programme.exercices.as_ref().or_else(of_budget)?;
    Some((change.avant.clone(), change.apres.clone()))
}

/// « à l’exercice 2026 », « aux exercices 2026 à 2029 », « aux exercices 2026 et 2028 ».
fn aux_exercices(exercices: &[Exercice]) -> String {
    let years: Vec<String> = exercices.iter().map(ToString::to_string).collect();
    let which = match (exercices.first(), exercices.last()) {
        (Some(first), Some(last))
            if years.len() > 2 && usize::from(last.0 - first.0) + 1 == years.len() =>
        {
            format!("{first} à {last}")
        }
        _ => enumeration(&years),
    };
    format!("{} {which}", pluriel(years.len(), "à l’exercice", "aux exercices"))
}

fn prolonge(e: &Etats<'_>) -> Vec<Enonce> {
    let Some((avant, apres)) = exercices(e) else { return Vec::new() };
    let Some(last) = apres.last() else { return Vec::new() };
    let new: Vec<String> =
        apres.iter().filter(|x| !avant.contains(x)).map(ToString::to_string).collect();
    let gone = avant.iter().any(|x| !apres.contains(x));
    let follows = avant
        .last()
        .is_some_and(|old| apres.iter().filter(|x| !avant.contains(x)).all(|x| x > old));
    if gone || !follows {
        let (was, is) = (aux_exercices(&avant), aux_exercices(&apres));
        let instead =
            format!("au lieu {}", was.replacen("aux ", "des ", 1).replacen("à l’", "de l’", 1));
        // What only loses years is brought back to the others.
        let shorter = new.is_empty();
        return vec![Enonce {
            present: if shorter { "ramène" } else { "fixe" },
            infinitif: if shorter { "ramener" } else { "fixer" },
            suite: format!("la durée du programme {is}, {instead}"),
            article: format!(
                "La durée du programme est {} {is}, {instead}",
                if shorter { "ramenée" } else { "fixée" }
            ),
            propose: format!("la durée du programme {is}"),
            ..Enonce::default()
        }];
    }
    let n = u32::try_from(new.len()).unwrap_or(u32::MAX);
    let by = match n {
        1 => format!("d’un exercice, en {last}"),
        n => format!("de {} exercices, jusqu’en {last}", en_lettres(n)),
    };
    vec![Enonce {
        present: "prolonge",
        infinitif: "prolonger",
        suite: format!("le programme {by}"),
        article: format!("Le programme est prolongé {by}"),
        propose: format!("le programme {by}"),
        ..Enonce::default()
    }]
}
