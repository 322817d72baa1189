//! What changed of the budget annex: how it is presented, its lines, its sums.

use super::{Comparaison, name, option, passage};
use crate::diff::{SerieSomme, Somme, lignes_apres};
use crate::model::{IdAction, Montant, Programme};
use crate::redaction::evolution::{ligne_seule, mentions, montants_autorises};
use crate::typographie::nombre;

/// How the annex is presented, and its authorisations over several years.
pub(super) fn presentation(c: &Comparaison<'_>) -> Vec<String> {
    let mut out: Vec<String> = mentions(&c.ecarts.budget)
        .into_iter()
        .map(|m| format!("~ {} : {}", m.quoi, passage(&m.avant, &m.apres)))
        .collect();
    let programme = c.apres.programme.as_ref().or(c.avant.programme.as_ref());
    for (nom, quoi, was, is) in
        montants_autorises(c.ecarts.budget.autorisations.as_ref(), programme)
    {
        let gap = is.unwrap_or_default() - was.unwrap_or_default();
        out.push(format!("~ {nom}, {quoi} : {} → {} ({})", euros(was), euros(is), signed(gap)));
    }
    out
}

fn euros(montant: Option<Montant>) -> String {
    montant.map_or_else(|| "–".to_owned(), |m| nombre::montant(m.decimal()))
}

fn signed(gap: Montant) -> String {
    let plus = if gap > Montant::ZERO { "+" } else { "" };
    format!("{plus}{}", nombre::montant(gap.decimal()))
}

pub(super) fn lignes(c: &Comparaison<'_>) -> Vec<String> {
    let list = &c.ecarts.budget.lignes;
    let (before, after) = (c.avant.programme.as_ref(), c.apres.programme.as_ref());
    let mut out: Vec<String> = Vec::new();
    for (list, sign, programme) in [(&list.ajoutes, "+", after), (&list.retires, "−", before)] {
        for (_, l) in list {
            let cells: Vec<String> = l
                .montants
                .iter()
                .filter_map(|(x, m)| Some(format!("{x} : {}", euros(Some((*m)?)))))
                .collect();
            let place = format!("{} {}", l.ligne.sens.pluriel(), l.ligne.section.de());
            out.push(format!(
                "{sign} {} ({place}) {}",
                ligne_seule(&l.ligne, programme),
                cells.join(", ")
            ));
        }
    }
    let now = c.apres.budget.as_ref().map(|b| lignes_apres(c.avant.budget.as_ref(), b));
    for (cle, e) in &list.modifies {
        let Some(l) = now.as_ref().and_then(|n| n.get(cle)) else { continue };
        let place = format!("{} {}", l.ligne.sens.pluriel(), l.ligne.section.de());
        out.push(format!("~ {} ({place})", ligne_seule(&l.ligne, after)));
        for (x, m) in &e.montants {
            let gap = m.apres.unwrap_or_default() - m.avant.unwrap_or_default();
            out.push(format!("  {x} : {} → {} ({})", euros(m.avant), euros(m.apres), signed(gap)));
        }
        let m = &e.mentions;
        for (what, change) in m.textes() {
            let words = passage(option(change.avant.as_ref()), option(change.apres.as_ref()));
            out.push(format!("  {what} : {words}"));
        }
        if let Some(a) = &m.action {
            let named =
                |p: &Option<IdAction>, of| p.as_ref().map_or_else(String::new, |id| name(of, id));
            out.push(format!(
                "  action : {}",
                passage(&named(&a.avant, before), &named(&a.apres, after))
            ));
        }
    }
    out
}

/// One line for each sum that changed, exercice by exercice then for the period.
pub(super) fn montants(c: &Comparaison<'_>) -> Vec<String> {
    let s = &c.sommes;
    let mut out = Vec::new();
    let mut tell = |what: String, serie: &SerieSomme| {
        if !serie.change() {
            return;
        }
        out.push(what);
        let one = |s: &Somme| {
            format!("{} → {} ({})", euros(Some(s.avant)), euros(Some(s.apres)), signed(s.ecart()))
        };
        for (x, somme) in serie.exercices.iter().filter(|(_, s)| !s.ecart().is_zero()) {
            out.push(format!("  {x} : {}", one(somme)));
        }
        if serie.exercices.len() > 1 {
            out.push(format!("  ensemble : {}", one(&serie.periode)));
        }
    };
    for ((section, sens), serie) in &s.tables {
        tell(format!("{} {}", sens.pluriel(), section.de()), serie);
    }
    for ((section, sens, chapitre), serie) in &s.chapitres {
        if let Some(chapitre) = chapitre {
            tell(format!("chapitre {chapitre}, {} {}", sens.pluriel(), section.de()), serie);
        }
    }
    for (porteur, serie) in s.porteurs.iter().filter(|_| s.porteurs.len() > 1) {
        let who = porteur
            .as_deref()
            .map_or_else(|| "sans porteur".to_owned(), |p| format!("porteur « {p} »"));
        tell(format!("{who}, coût net"), serie);
    }
    let programme = c.apres.programme.as_ref();
    // In the order of the programme, then those that are no more.
    let rank = |id: &IdAction| programme.and_then(|p| p.actions.iter().position(|a| a.id == *id));
    let mut of_actions: Vec<_> = s.actions.iter().collect();
    of_actions.sort_by_key(|(id, _)| id.as_ref().and_then(rank).unwrap_or(usize::MAX));
    for (id, serie) in of_actions {
        if let Some(id) = id {
            let of = |p: Option<&Programme>| p.and_then(|p| p.action(id)).is_some();
            let programme = if of(programme) { programme } else { c.avant.programme.as_ref() };
            tell(format!("{}, coût net", name(programme, id)), serie);
        }
    }
    tell("coût net du programme".to_owned(), &s.cout_net);
    out
}
