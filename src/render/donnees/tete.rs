//! What heads every document: identity, theme, act.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::texte::{maybe, words};
use crate::compute::{self, Comptes};
use crate::model::{
    Collectivite, Dossier, Etat, FormatImage, NatureEtape, Police, Resultat, Seance,
};
use crate::redaction::Instance;
use crate::render::Document;
use crate::typographie::{self, date};

pub(super) fn meta(dossier: &Dossier, etat: Etat, document: Document) -> Value {
    let d = &dossier.deliberation;
    let nature = match (etat, document) {
        (_, Document::Deliberation | Document::Acte | Document::Dossier)
            if d.consolidee.is_some() =>
        {
            "Version consolidée de la délibération"
        }
        (Etat::Projet, Document::Deliberation | Document::Acte) => "Projet de délibération",
        (_, Document::Deliberation | Document::Acte) => "Délibération",
        (_, Document::Extrait) => "Extrait du registre : délibération",
        (_, Document::AnnexeBudgetaire) => "Annexe budgétaire de la délibération",
        (_, Document::FichesActions) => "Fiches actions de la délibération",
        (_, Document::Programme) => "Programme de la délibération",
        (_, Document::TableauComparatif) => "Tableau comparatif de la délibération",
        (_, Document::FichesModifiees) => "Fiches actions modifiées par la délibération",
        (_, Document::Annexe(_)) => "Annexe de la délibération",
        (Etat::Projet, Document::Dossier) => "Dossier du projet de délibération",
        (_, Document::Dossier) => "Dossier de la délibération",
    };
    let titre = format!("{nature} n° {} – {}", d.numero.affiche, d.objet.join(" – "));
    let mots_cles = ["délibération", &d.numero.affiche];
    describe(&dossier.collectivite, dossier.seance.date, &titre, &d.objet.join(" – "), &mots_cles)
}

/// The metadata of a document.
pub(super) fn describe(
    collectivite: &Collectivite,
    day: NaiveDate,
    titre: &str,
    sujet: &str,
    mots_cles: &[&str],
) -> Value {
    json!({
        "titre": clip(&typographie::composer_simple(titre)),
        "auteur": clip(&typographie::composer_simple(&collectivite.nom)),
        "sujet": clip(&typographie::composer_simple(sujet)),
        "mots_cles": mots_cles,
        "annee": day.year(),
        "mois": day.month(),
        "jour": day.day(),
    })
}

/// A PDF string holds 32 767 bytes: metadata stop well before, at a character.
fn clip(texte: &str) -> String {
    let mut end = texte.len().min(8000);
    while !texte.is_char_boundary(end) {
        end -= 1;
    }
    texte[..end].to_owned()
}

pub(super) fn theme(collectivite: &Collectivite) -> Value {
    let t = &collectivite.theme;
    let police = |p: Police| match p {
        Police::Serif => "Libertinus Serif",
        Police::Sans => "Source Sans 3",
    };
    let pied = t.pied.as_deref().unwrap_or(&collectivite.nom);
    json!({
        "couleur": t.couleur.to_string(),
        "couleur_fond": t.couleur_fond.to_string(),
        "police_texte": police(t.police_texte),
        "police_titres": police(t.police_titres),
        "marges": {
            "haut": t.marges.haut, "bas": t.marges.bas,
            "gauche": t.marges.gauche, "droite": t.marges.droite,
        },
        "entete": words(t.entete.as_deref().unwrap_or("")),
        "pied": words(pied),
    })
}

/// The virtual file of a logo; its name says its format.
pub(crate) fn fichier_logo(format: FormatImage) -> &'static str {
    match format {
        FormatImage::Png => "/logo.png",
        FormatImage::Jpeg => "/logo.jpg",
        FormatImage::Svg => "/logo.svg",
    }
}

pub(super) fn logo(collectivite: &Collectivite) -> Value {
    collectivite.logo.as_ref().map_or(Value::Null, |logo| {
        json!({
            "fichier": fichier_logo(logo.format),
            "rapport": logo.dimensions.map_or(2.0, |(w, h)| {
                (f64::from(w) / f64::from(h)).clamp(0.2, 8.0)
            }),
            "alternative": typographie::composer_simple(&logo.alternative),
        })
    })
}

/// What heads a document of an act.
pub(super) fn tete(dossier: &Dossier, comptes: &Comptes) -> Value {
    let mut out = instance(&dossier.collectivite, &dossier.seance);
    extend(&mut out, acte(dossier, comptes));
    // No assembly sat: the day is that of the law, not of a meeting.
    if let Some(day) = dossier.deliberation.consolidee {
        let numero = &dossier.deliberation.numero.affiche;
        let own = json!({
            "seance": words(&format!("Version au {}", jour(day))),
            "lieu": null,
            // Its object ends with its day, which each page says already.
            "rappel": words(&format!("Version consolidée de la délibération n° {numero}")),
        });
        extend(&mut out, own);
    }
    out
}

/// What heads a document of a sitting, named by `nature`.
pub(super) fn tete_seance(collectivite: &Collectivite, seance: &Seance, nature: &str) -> Value {
    let mut out = instance(collectivite, seance);
    let own = json!({
        "nature": words(nature), "projet": false, "etat": null, "numero": "", "objet": [],
    });
    extend(&mut out, own);
    out
}

/// What names an act.
fn acte(dossier: &Dossier, comptes: &Comptes) -> Value {
    let d = &dossier.deliberation;
    let projet = comptes.etat == Etat::Projet;
    let nature = match (d.consolidee, projet) {
        (Some(_), _) => "Version consolidée de la délibération",
        (None, true) => "Projet de délibération",
        (None, false) => "Délibération",
    };
    let objet: Vec<Value> = d.objet.iter().map(|o| words(o)).collect();
    json!({
        "nature": words(nature),
        "projet": projet,
        "etat": if d.consolidee.is_some() { Some("CONSOLIDÉ") } else { etat(dossier, comptes) }.map(words),
        "numero": words(&d.numero.affiche),
        "objet": objet,
    })
}

/// What is stamped on an act that is no decision, or no longer one.
fn etat(dossier: &Dossier, comptes: &Comptes) -> Option<&'static str> {
    match (comptes.etat, &comptes.vote) {
        (Etat::Adoptee, _) => match compute::parcours(dossier, comptes.etat).fin?.0 {
            NatureEtape::Retiree => Some("RETIRÉE"),
            NatureEtape::Abrogee => Some("ABROGÉE"),
            _ => Some("ANNULÉE"),
        },
        (Etat::Projet, _) => Some("PROJET"),
        (Etat::Rejetee, Some(v)) if v.election.is_some() => Some("SCRUTIN SANS ÉLU"),
        (Etat::Rejetee, Some(v)) if v.resultat == Resultat::Partage => {
            Some("PROPOSITION NON ADOPTÉE")
        }
        (Etat::Rejetee, _) => Some("PROPOSITION REJETÉE"),
    }
}

/// The authority and its assembly.
pub(super) fn tete_collectivite(collectivite: &Collectivite) -> Value {
    let c = collectivite;
    let adresse: Vec<Value> = c.adresse.iter().map(|l| words(l)).collect();
    let genre = capital(c.genre.nom());
    json!({
        "republique": c.theme.republique,
        "departement": maybe(c.departement.as_deref()),
        "collectivite": words(&c.nom),
        "genre": if genre.is_empty() { Value::Null } else { words(&genre) },
        "adresse": adresse,
        "assemblee": words(&capital(&c.assemblee)),
    })
}

/// The same, and where and when the assembly sits.
fn instance(collectivite: &Collectivite, seance: &Seance) -> Value {
    let mut out = tete_collectivite(collectivite);
    let hour = seance.heure.map_or(String::new(), |h| format!(" à {}", date::heure(h)));
    let assemblee = Instance::of(collectivite, seance).0;
    let own = json!({
        "assemblee": words(&capital(assemblee)),
        "seance": words(&format!("Séance du {}{hour}", jour(seance.date))),
        "lieu": maybe(seance.lieu.as_deref()),
    });
    extend(&mut out, own);
    out
}

/// Adds to an object, or changes it.
pub(super) fn extend(out: &mut Value, more: Value) {
    if let (Value::Object(out), Value::Object(mut more)) = (out, more) {
        out.append(&mut more);
    }
}

/// A day in full, « 7 décembre 2012 ».
pub(super) fn jour(day: NaiveDate) -> String {
    date::date_longue(day)
}

/// A day in figures, « 07/12/2012 », for tables.
pub(super) fn jour_bref(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// With a capital first letter.
pub(super) fn capital(texte: &str) -> String {
    let mut chars = texte.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
