//! The act.

use serde_json::{Value, json};

use super::formules::{Variables, formule};
use super::mentions;
use super::presences::Assistance;
use super::texte::{Composer, maybe, words};
use super::tours;
use crate::compute::{Comptes, ComptesVote};
use crate::droit::{self, Signataires};
use crate::model::{Conseiller, Dispositif, Dossier, Etat, Resultat, Seance, Visa};
use crate::redaction;

/// On what the act is printed: who signs it there, and what is certified, are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Support {
    /// A paper of its own.
    Feuille,
    /// An extract of the register.
    Extrait,
    /// The register, whose closing sheet is signed for all acts of the sitting.
    Registre,
}

pub(super) fn piece(
    dossier: &Dossier,
    comptes: &Comptes,
    composer: &Composer<'_>,
    support: Support,
) -> Value {
    let d = &dossier.deliberation;
    let visas: Vec<Value> = d
        .visas
        .iter()
        .map(
            |Visa { texte, .. }| json!({ "mot": "VU", "texte": composer.texte_ending(texte, ',') }),
        )
        .collect();
    let considerants: Vec<Value> = d
        .considerants
        .iter()
        .map(|c| json!({ "mot": c.nature.mot(), "texte": composer.texte_ending(&c.texte, ',') }))
        .collect();
    let (decisions, articles) = dispositif(&d.dispositif, composer);
    let annexes: Vec<Value> = d
        .annexes
        .iter()
        .enumerate()
        .map(|(i, a)| json!({ "rang": i + 1, "titre": words(&a.titre) }))
        .collect();
    // Nobody signs, votes on or sends what is no act.
    let consolidee = d.consolidee.is_some();
    let wording = &dossier.collectivite.theme.formules;
    let vars = Variables::of(&dossier.collectivite, &dossier.seance, dossier.point);
    let conforme = (support == Support::Extrait).then(|| {
        words(&formule(wording.conforme.as_deref().unwrap_or("Pour extrait conforme,"), &vars))
    });
    let recours = (comptes.etat == Etat::Adoptee && support != Support::Registre)
        .then_some(wording.recours.as_deref())
        .flatten()
        .map(|r| words(&formule(r, &vars)));
    json!({
        "piece": "deliberation",
        "presences": cartouche(dossier, comptes),
        "rapporteur": d.rapporteur.as_ref().map(|r| words(&format!("Rapporteur : {r}"))),
        "expose": composer.texte(&d.expose),
        "visas": visas,
        "considerants": considerants,
        "formule": words(&opening(dossier, comptes)),
        "decisions": decisions,
        "articles": articles,
        "vote": (comptes.etat == Etat::Projet && !consolidee).then(|| words("Vote :")),
        "resultat": comptes.vote.as_ref().map(|v| resultat(dossier, v, &vars)),
        "conforme": conforme,
        "consolidee": consolidee,
        "signature": (support != Support::Registre && !consolidee).then(|| signature(dossier)),
        "signataires": if support == Support::Feuille && !consolidee { signataires(dossier, comptes) } else { Vec::new() },
        "certificat": if consolidee { Value::Null } else { mentions::certificat(dossier, comptes, support) },
        "mentions": if consolidee { json!([]) } else { mentions::mentions(dossier, comptes, support) },
        "annexes": annexes,
        "recours": recours,
    })
}

fn dispositif(dispositif: &Dispositif, composer: &Composer<'_>) -> (Value, Value) {
    match dispositif {
        Dispositif::Verbes(v) => {
            let decisions: Vec<Value> = v
                .iter()
                .map(|d| json!({ "verbe": words(&d.verbe), "texte": composer.texte(&d.texte) }))
                .collect();
            (json!(decisions), Value::Null)
        }
        Dispositif::Articles(v) => {
            let articles: Vec<Value> = v
                .iter()
                .map(|a| {
                    json!({
                        "numero": words(&a.numero),
                        "titre": maybe(a.titre.as_deref()),
                        "texte": composer.texte(&a.texte),
                    })
                })
                .collect();
            (Value::Null, json!(articles))
        }
    }
}

/// Who is there, once the assembly has come to the act.
pub(super) fn assistance<'a>(dossier: &'a Dossier, comptes: &'a Comptes) -> Option<Assistance<'a>> {
    if comptes.etat == Etat::Projet {
        return None;
    }
    Some(Assistance {
        seance: &dossier.seance,
        presence: comptes.presence.as_ref()?,
        point: dossier.point,
        votants: comptes.vote.as_ref().map(|v| v.votants),
    })
}

fn cartouche(dossier: &Dossier, comptes: &Comptes) -> Value {
    assistance(dossier, comptes).map_or(Value::Null, Assistance::cartouche)
}

/// What opens the dispositif: what was voted down is no decision, and nobody may read it as one.
pub(super) fn opening(dossier: &Dossier, comptes: &Comptes) -> String {
    match &comptes.vote {
        // The articles that proclaim who is elected are no decision where nobody is.
        Some(v) if v.election.as_ref().is_some_and(|e| e.elu.is_none()) => {
            "Élection restée sans élu ; texte soumis à l’assemblée :".to_owned()
        }
        Some(v) if v.election.is_none() => match v.resultat {
            Resultat::Adoptee => dossier.deliberation.formule.clone(),
            Resultat::Rejetee => "Proposition mise aux voix et rejetée :".to_owned(),
            Resultat::Partage => "Proposition mise aux voix et non adoptée :".to_owned(),
        },
        _ => dossier.deliberation.formule.clone(),
    }
}

/// What came of the vote, then the words that close an act.
fn resultat(dossier: &Dossier, vote: &ComptesVote, vars: &Variables) -> Value {
    let phrases: Vec<Value> = redaction::resultat(dossier, vote).iter().map(|p| words(p)).collect();
    let delibere = dossier.collectivite.theme.formules.delibere.as_deref();
    let delibere = delibere.unwrap_or("Fait et délibéré en séance, les jour, mois et an susdits.");
    json!({
        "phrases": phrases,
        "tours": tours::tableau(dossier, vote),
        "delibere": words(&formule(delibere, vars)),
    })
}

/// The executive, or who signs instead.
fn signature(dossier: &Dossier) -> Value {
    let s = &dossier.deliberation.signature;
    let e = &dossier.collectivite.executif;
    let name = s.nom.clone().or_else(|| {
        let parts: Vec<&str> =
            [e.prenom.as_deref(), e.nom.as_deref()].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    });
    json!({
        "lieu": maybe(s.lieu.as_deref()),
        "qualite": words(s.qualite.as_deref().unwrap_or(&e.qualite)),
        "nom": maybe(name.as_deref()),
    })
}

/// Who signs an act beside its president, since 1 July 2022 (CGCT, L. 2121-23): nobody before the vote.
pub(super) fn signataires(dossier: &Dossier, comptes: &Comptes) -> Vec<Value> {
    let seance = &dossier.seance;
    if comptes.vote.is_none()
        || droit::seance(seance.date, dossier.collectivite.genre).signataires
            != Some(Signataires::PresidentEtSecretaires)
    {
        return Vec::new();
    }
    let secretaires = seance.secretaires_of(dossier.point);
    if secretaires.is_empty() {
        return Vec::new();
    }
    if seance.president_of(dossier.point).is_some_and(|c| !is_executif(dossier, c)) {
        return bureau(seance, dossier.point);
    }
    std::iter::once(signature(dossier)).chain(secretaires.into_iter().map(secretaire)).collect()
}

/// Who presides and who keeps the record, as they sign.
pub(super) fn bureau(seance: &Seance, point: Option<usize>) -> Vec<Value> {
    let president =
        seance.president_of(point).map(|c| en_seance(c, "Le président", "La présidente"));
    president.into_iter().chain(seance.secretaires_of(point).into_iter().map(secretaire)).collect()
}

fn secretaire(membre: &Conseiller) -> Value {
    en_seance(membre, "Le secrétaire", "La secrétaire")
}

/// Whether a member who presides is the executive itself, who signs under that quality.
fn is_executif(dossier: &Dossier, membre: &Conseiller) -> bool {
    let e = &dossier.collectivite.executif;
    e.nom.as_ref().is_some_and(|nom| nom.to_lowercase() == membre.nom.to_lowercase())
}

/// A member who signs for what was done in the sitting.
fn en_seance(membre: &Conseiller, masculin: &str, feminin: &str) -> Value {
    let word = if membre.feminin() { feminin } else { masculin };
    json!({
        "qualite": words(&format!("{word} de séance")),
        "nom": words(&membre.signature()),
    })
}
