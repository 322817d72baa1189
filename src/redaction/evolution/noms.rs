//! How acts, actions, lines and amounts are named in a sentence.

use chrono::NaiveDate;

use crate::droit::{self, Publicite};
use crate::model::{
    ActeAnterieur, Action, AnnexeBudgetaire, Dossier, Exercice, IdAction, Ligne, Montant,
    Programme, Section, Sens,
};
use crate::redaction::Instance;
use crate::typographie::date::date_longue;
use crate::typographie::nombre;

/// « la délibération n° C-12-05-01 du 7 décembre 2012 », by what the act that changes it says of it: its number, its
/// date, its object (« la délibération ayant pour objet « Plan vélo » »); by the number and date of its folder when it
/// says nothing.
#[must_use]
pub fn acte(anterieur: &ActeAnterieur) -> String {
    let mut out = "la délibération".to_owned();
    let ActeAnterieur { numero, date, objet, .. } = anterieur;
    // What is written designates it, and it alone; the folder does where nothing is.
    let written = numero.is_some() || date.is_some() || objet.is_some();
    if let Some(numero) = if written { numero.as_deref() } else { anterieur.numero() } {
        out.push_str(&format!(" n° {numero}"));
    }
    if let Some(date) = if written { *date } else { anterieur.date() } {
        out.push_str(&format!(" du {}", jour(date)));
    }
    if let Some(objet) = &anterieur.objet {
        out.push_str(&format!(" ayant pour objet « {} »", objet.trim()));
    }
    out
}

/// The same for an act that was read.
pub(super) fn de_dossier(dossier: &Dossier) -> String {
    let numero = &dossier.deliberation.numero.affiche;
    format!("délibération n° {numero} du {}", jour(dossier.seance.date))
}

/// « affichée le 13 décembre 2012 », as the law of its sitting had it made public.
#[must_use]
pub fn publiee(dossier: &Dossier, day: NaiveDate) -> String {
    let seance = droit::seance(dossier.seance.date, dossier.collectivite.genre);
    let word = match seance.publicite {
        Some(Publicite::Affichage) => "affichée",
        _ => "publiée",
    };
    format!("{word} le {}", jour(day))
}

/// A day, with plain spaces.
pub(super) fn jour(date: NaiveDate) -> String {
    date_longue(date).replace('\u{a0}', " ")
}

/// « conseil communautaire », with its preposition.
pub(super) fn instance(dossier: &Dossier) -> Instance<'_> {
    Instance::of(&dossier.collectivite, &dossier.seance)
}

/// The label of an action in the deliberation.
pub(super) fn libelle(action: &Action) -> &str {
    match action.libelles.deliberation.as_deref().map(str::trim) {
        Some(l) if !l.is_empty() => l,
        _ => action.libelle.trim(),
    }
}

/// « action n° 7, « Monnaie locale » », without its article.
#[must_use]
pub fn action(action: &Action) -> String {
    let numero = action.numero.trim();
    match (numero.is_empty(), libelle(action)) {
        (true, libelle) => format!("action « {libelle} »"),
        (false, "") => format!("action n° {numero}"),
        (false, libelle) => format!("action n° {numero}, « {libelle} »"),
    }
}

/// « action n° 7 », or its label where it has no number.
pub(super) fn action_courte(programme: Option<&Programme>, id: &IdAction) -> String {
    match programme.and_then(|p| p.action(id)) {
        Some(a) if !a.numero.trim().is_empty() => format!("action n° {}", a.numero.trim()),
        Some(a) => format!("action « {} »", libelle(a)),
        None => format!("action « {id} »"),
    }
}

/// What a line is called: « Forum ESS » (action n° 4).
#[must_use]
pub fn ligne(ligne: &Ligne, programme: Option<&Programme>) -> String {
    let own = [&ligne.detail, &ligne.libelle].into_iter().flatten().find(|t| !t.trim().is_empty());
    let action = ligne.action.as_ref().map(|id| action_courte(programme, id));
    match (own, action) {
        (Some(own), Some(action)) => format!("« {} » ({action})", own.trim()),
        (Some(own), None) => format!("« {} »", own.trim()),
        (None, Some(action)) => format!("de l’{action}"),
        (None, None) => "sans libellé".to_owned(),
    }
}

/// The same where no word comes before: « ligne de l’action n° 1.1 » for one without a name of its own.
#[must_use]
pub fn ligne_seule(l: &Ligne, programme: Option<&Programme>) -> String {
    let named = ligne(l, programme);
    if named.starts_with('«') { named } else { format!("ligne {named}") }
}

/// « en dépenses de fonctionnement ».
pub(super) fn table(section: Section, sens: Sens) -> String {
    format!("en {} {}", sens.pluriel(), section.de())
}

/// « 25 000 € ».
pub(super) fn euros(montant: Montant) -> String {
    format!("{} €", nombre::montant(montant.decimal()).replace(['\u{202f}', '\u{a0}'], " "))
}

/// An amount of a cell: an empty one is no credit.
pub(super) fn credit(montant: Option<Montant>) -> String {
    montant.map_or_else(|| "aucun crédit".to_owned(), euros)
}

/// « 1 000 € par an de 2013 à 2015 », « 1 000 € par an en 2013 et 2014 ».
pub(super) fn par_an(montant: Montant, first: Exercice, last: Exercice) -> String {
    let amount = euros(montant);
    if first.0 + 1 == last.0 {
        format!("{amount} par an en {first} et {last}")
    } else {
        format!("{amount} par an de {first} à {last}")
    }
}

/// « 5 000 € en 2013 et 6 000 € en 2014 »; one amount for all years once, « 1 000 € par an de 2013 à 2015 ».
pub(super) fn credits(budget: &AnnexeBudgetaire, ligne: &Ligne) -> String {
    let cells: Vec<(Exercice, Montant)> = budget
        .exercices
        .iter()
        .zip(&ligne.montants)
        .filter_map(|(e, m)| Some((*e, (*m)?)))
        .filter(|(_, m)| !m.is_zero())
        .collect();
    match cells.as_slice() {
        [] => "aucun crédit".to_owned(),
        [(first, m), .., (last, _)]
            if cells.len() == budget.exercices.len() && cells.iter().all(|(_, n)| n == m) =>
        {
            par_an(*m, *first, *last)
        }
        _ => {
            let parts: Vec<String> =
                cells.iter().map(|(e, m)| format!("{} en {e}", euros(*m))).collect();
            crate::redaction::enumeration(&parts)
        }
    }
}
