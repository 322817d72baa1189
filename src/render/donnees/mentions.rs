//! What became of the act: blanks to be filled, then the certificate that it is in force.

use serde_json::{Value, json};

use super::deliberation::Support;
use super::tete::jour;
use super::texte::words;
use crate::compute::{self, Comptes};
use crate::droit::{self, Publicite};
use crate::model::{
    Dossier, Etat, Identifiant, Mentions, ModePublicite, ModeTransmission, NatureEtape,
};

/// What the stamp of an operator says of the acknowledgement.
const RECU: &str = "Reçu en préfecture le";

/// What becomes of the act: blanks are for who writes by hand; the register has none, nor has what was voted down, nor an
/// act whose certificate says them.
pub(super) fn mentions(dossier: &Dossier, comptes: &Comptes, support: Support) -> Value {
    let blank = support != Support::Registre && comptes.etat != Etat::Rejetee;
    let m = compute::mentions(dossier, comptes.etat);
    let mut all = dates(dossier, &m).to_vec();
    let fin = end(dossier, comptes);
    match fin {
        // Taken back or annulled, it is as if it had never been in force.
        Some((NatureEtape::Retiree | NatureEtape::Annulee, _)) => {}
        _ => all.push(("Exécutoire le", m.executoire)),
    }
    all.extend(fin.map(|(nature, date)| (ended(nature), Some(date))));
    let mentions: Vec<Value> = all
        .into_iter()
        // The reception is what the prefecture says: nobody writes it by hand in a blank.
        .filter(|(quoi, date)| (blank && *quoi != RECU) || date.is_some())
        .map(|(libelle, date)| {
            json!({ "libelle": words(libelle), "date": date.map(|d| words(&jour(d))) })
        })
        .collect();
    json!(mentions)
}

/// The certificate of an act that is in force: what is certified and by which article, the days that make it so, the name
/// of the act for the prefecture.
///
/// Source: CGCT, L. 2131-1 and its like, in the words of the day (rules EXEC-01 and EXEC-06).
pub(super) fn certificat(dossier: &Dossier, comptes: &Comptes, support: Support) -> Value {
    let m = compute::mentions(dossier, comptes.etat);
    let Some(executoire) = in_force(dossier, comptes, &m) else { return Value::Null };
    if support == Support::Registre {
        return Value::Null;
    }
    let since = jour(executoire);
    let titre = if droit::certifie_sous_sa_responsabilite(dossier.seance.date) {
        let signature = dossier.deliberation.signature.qualite.as_ref();
        let who = signature.unwrap_or(&dossier.collectivite.executif.qualite);
        format!(
            "{who} certifie, sous sa responsabilité, le caractère exécutoire du présent acte, à compter du {since}"
        )
    } else {
        format!("Acte certifié exécutoire à compter du {since}")
    };
    let base = droit::article_executoire(dossier.collectivite.genre)
        .map(|a| words(&format!("Code général des collectivités territoriales, article {a}")));
    let dates: Vec<Value> = dates(dossier, &m)
        .into_iter()
        .chain(end(dossier, comptes).map(|(nature, date)| (ended(nature), Some(date))))
        .filter_map(|(quoi, date)| Some(words(&format!("{quoi} {}", jour(date?)))))
        .collect();
    json!({
        "titre": words(&titre),
        "base": base,
        "dates": dates,
        "identifiant": identifiant(dossier, &m).map(|id| id.to_string()),
    })
}

/// The same for the head of an annex that goes alone, one part after the other.
pub(super) fn certificat_bref(dossier: &Dossier, comptes: &Comptes) -> Value {
    let m = compute::mentions(dossier, comptes.etat);
    let Some(executoire) = in_force(dossier, comptes, &m) else { return Value::Null };
    let mut parts = vec![words(&format!("Acte exécutoire à compter du {}", jour(executoire)))];
    let known = dates(dossier, &m).into_iter();
    parts.extend(known.filter_map(|(quoi, d)| Some(words(&format!("{quoi} {}", jour(d?))))));
    parts.extend(identifiant(dossier, &m).map(|id| json!(id.to_string())));
    json!(parts)
}

/// The day from which the act is in force, unless it was taken back or annulled, as if it had never been.
fn in_force(dossier: &Dossier, comptes: &Comptes, m: &Mentions) -> Option<chrono::NaiveDate> {
    let fin = end(dossier, comptes).map(|(nature, _)| nature);
    let gone = matches!(fin, Some(NatureEtape::Retiree | NatureEtape::Annulee));
    m.executoire.filter(|_| comptes.etat == Etat::Adoptee && !gone)
}

/// What put an end to the act.
fn end(dossier: &Dossier, comptes: &Comptes) -> Option<(NatureEtape, chrono::NaiveDate)> {
    compute::parcours(dossier, comptes.etat).fin
}

fn ended(nature: NatureEtape) -> &'static str {
    match nature {
        NatureEtape::Retiree => "Retiré le",
        NatureEtape::Abrogee => "Abrogé le",
        _ => "Annulé par le juge le",
    }
}

/// The days that the law asks for, and the reception.
fn dates(dossier: &Dossier, m: &Mentions) -> [(&'static str, Option<chrono::NaiveDate>); 3] {
    [
        ("Transmis à la préfecture le", m.transmission),
        (RECU, m.reception),
        (posted(dossier, m), m.publication),
    ]
}

/// How the act was made public: as its ledger or its mentions say, else as the authority does, else by the law of the day.
fn posted(dossier: &Dossier, m: &Mentions) -> &'static str {
    let noted = dossier.vie.etapes.iter().filter(|e| Some(e.date) == m.publication);
    let mut noted = noted.map(|e| e.nature);
    if noted.clone().any(|n| n == NatureEtape::Publiee) {
        return "Publié le";
    }
    if noted.any(|n| n == NatureEtape::Affichee) {
        return "Affiché le";
    }
    let law = droit::seance(dossier.seance.date, dossier.collectivite.genre).publicite;
    let chosen = m.mode_publication.or(match law {
        // The choice of the communes that have one is of the law of 2022.
        Some(Publicite::Electronique) => dossier.collectivite.publicite,
        _ => None,
    });
    match (chosen, law) {
        (Some(ModePublicite::Affichage), _) | (None, Some(Publicite::Affichage)) => "Affiché le",
        (Some(ModePublicite::Papier), _) => "Publié sur papier le",
        _ => "Publié le",
    }
}

/// The identifier of an act that the prefecture says it has.
fn identifiant(dossier: &Dossier, m: &Mentions) -> Option<Identifiant> {
    let electronic = m.mode_transmission != Some(ModeTransmission::Papier);
    (m.reception.is_some() && electronic).then(|| Identifiant::of(dossier)).flatten()
}
