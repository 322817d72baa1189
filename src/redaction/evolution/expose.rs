//! The statement of reasons: what was adopted, what is proposed, what it costs.

use super::enonce::{Enonce, pluriel};
use super::{Etats, dispositif, montants, noms};
use crate::compute;
use crate::model::{Dossier, Effet, Etat, Paragraphe};
use crate::redaction::{en_lettres_feminin, enumeration};

pub(super) fn paragraphe(
    e: &Etats<'_>,
    paragraphe: Paragraphe,
    decisions: &[(Paragraphe, Vec<Enonce>)],
) -> Vec<Enonce> {
    match paragraphe {
        Paragraphe::Rappel => rappels(e),
        Paragraphe::Proposition => proposition(e, decisions),
        Paragraphe::Moyens => moyens(e),
        _ => Vec::new(),
    }
}

/// Each earlier act, from the oldest one.
fn rappels(e: &Etats<'_>) -> Vec<Enonce> {
    let acts = e.dossier.deliberation.actes_anterieurs.iter();
    let mut acts: Vec<&Dossier> = acts.filter_map(|a| a.acte.as_deref()).collect();
    acts.sort_by_key(|d| d.seance.date);
    acts.into_iter().map(|d| Enonce::phrase(rappel(e, d), Vec::new())).collect()
}

fn rappel(e: &Etats<'_>, acte: &Dossier) -> String {
    // Of the same day, an act is told by its number alone: a *bis* follows it at once.
    let same_day = acte.seance.date == e.dossier.seance.date;
    let by = if same_day {
        format!("Par délibération n° {} de ce jour", acte.deliberation.numero.affiche)
    } else {
        format!("Par {}", noms::de_dossier(acte))
    };
    let who = noms::instance(acte).le();
    // What was not voted yet was not adopted: its etat says it, and its vote.
    let adopted =
        compute::compute(acte).etat == Etat::Adoptee || acte.seance.date < e.dossier.seance.date;
    let mut out = match &acte.programme {
        Some(p) => {
            let verb = if adopted { "a adopté" } else { "est appelé à adopter" };
            let mut out = format!("{by}, {who} {verb} le programme « {} »", p.titre.trim());
            let n = p.actions.iter().filter(|a| a.parent.is_none()).count();
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            let years = match (p.exercices.first(), p.exercices.last()) {
                (Some(a), Some(b)) if b.0 == a.0 + 1 => format!(" pour les exercices {a} et {b}"),
                (Some(a), Some(b)) if a != b => format!(" pour les exercices {a} à {b}"),
                (Some(a), _) => format!(" pour l’exercice {a}"),
                _ => String::new(),
            };
            if n > 0 {
                let actions = pluriel(n as usize, "action", "actions");
                out.push_str(&format!(", qui compte {} {actions}{years}", en_lettres_feminin(n)));
            } else {
                out.push_str(&years);
            }
            out
        }
        None => {
            let objet = acte.deliberation.objet.join(" – ");
            format!("{by}, {who} a délibéré sur l’objet suivant : « {objet} »")
        }
    };
    let m = compute::mentions(acte, compute::compute(acte).etat);
    let sent =
        m.transmission.map(|d| format!("transmise au représentant de l’État le {}", noms::jour(d)));
    let published = m.publication.map(|d| noms::publiee(acte, d));
    let said: Vec<String> = [sent, published].into_iter().flatten().collect();
    let said = enumeration(&said);
    match (said.is_empty(), m.executoire.map(noms::jour)) {
        (true, None) => {}
        (false, None) => out.push_str(&format!(". Cette délibération a été {said}")),
        (true, Some(day)) => {
            out.push_str(&format!(". Cette délibération est exécutoire depuis le {day}"));
        }
        (false, Some(day)) => {
            out.push_str(&format!(". Cette délibération, {said}, est exécutoire depuis le {day}"));
        }
    }
    out
}

fn proposition(e: &Etats<'_>, decisions: &[(Paragraphe, Vec<Enonce>)]) -> Vec<Enonce> {
    let proposed = |of: &[(Paragraphe, Vec<Enonce>)]| -> Vec<String> {
        of.iter().flat_map(|(_, e)| e.iter().filter_map(Enonce::proposition)).collect()
    };
    let said = proposed(decisions);
    let to = noms::instance(e.dossier).au();
    // What replaces the whole of an act is proposed for what it changes.
    let why =
        if e.has(Effet::Remplace) { proposed(&dispositif::changements(e)) } else { Vec::new() };
    match (said.as_slice(), why.as_slice()) {
        ([], _) => Vec::new(),
        ([one], []) => vec![Enonce::phrase(format!("Il est proposé {to} {one}"), Vec::new())],
        ([one], [why]) => {
            vec![Enonce::phrase(format!("Il est proposé {to} {one}, afin {why}"), Vec::new())]
        }
        ([one], _) => vec![Enonce::phrase(format!("Il est proposé {to} {one}, afin"), why)],
        (_, why) => {
            let mut said = said.clone();
            if let (Some(first), false) = (said.first_mut(), why.is_empty()) {
                first.push_str(&format!(", afin {}", enumeration(why)));
            }
            vec![Enonce::phrase(format!("Il est proposé {to}"), said)]
        }
    }
}

fn moyens(e: &Etats<'_>) -> Vec<Enonce> {
    let net = &e.sommes.cout_net;
    if !net.change() || e.base.budget.is_none() || e.dossier.budget.is_none() {
        return Vec::new();
    }
    let cout = dispositif::capitale(montants::cout(e));
    let period = net.periode;
    // What is only corrected costs no more than what was meant.
    if e.has(Effet::Rectifie) && !e.has(Effet::Modifie) && !e.has(Effet::Remplace) {
        let (was, is) = (noms::euros(period.avant), noms::euros(period.apres));
        return vec![Enonce::phrase(
            format!(
                "{cout}, ainsi rectifié, est de {is} sur l’ensemble de la période, au lieu de {was}"
            ),
            Vec::new(),
        )];
    }
    let head = if period.ecart().is_zero() {
        format!("{cout} demeure de {} sur l’ensemble de la période", noms::euros(period.apres))
    } else {
        format!(
            "{cout} passe de {} à {} sur l’ensemble de la période, {}",
            noms::euros(period.avant),
            noms::euros(period.apres),
            montants::soit(period)
        )
    };
    vec![Enonce::phrase(
        format!("{head}. Il s’établit à {}", montants::par_exercice(e)),
        Vec::new(),
    )]
}
