//! What heads every document: identity, theme, act.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::texte::{maybe, words};
use crate::model::{Dossier, Etat, FormatImage, Police};
use crate::render::Document;
use crate::typographie::{self, date};

pub(super) fn meta(dossier: &Dossier, document: Document) -> Value {
    let d = &dossier.deliberation;
    let nature = match (d.etat, document) {
        (Etat::Projet, Document::Deliberation | Document::Acte) => "Projet de délibération",
        (Etat::Adoptee, Document::Deliberation | Document::Acte) => "Délibération",
        (_, Document::AnnexeBudgetaire) => "Annexe budgétaire de la délibération",
        (_, Document::FichesActions) => "Fiches actions de la délibération",
        (_, Document::Programme) => "Programme de la délibération",
        (_, Document::Annexe(_)) => "Annexe de la délibération",
        (Etat::Projet, Document::Dossier) => "Dossier du projet de délibération",
        (Etat::Adoptee, Document::Dossier) => "Dossier de la délibération",
    };
    let titre = format!("{nature} n° {} – {}", d.numero, d.objet.join(" – "));
    let day = dossier.seance.date;
    json!({
        "titre": clip(&typographie::composer_simple(&titre)),
        "auteur": clip(&typographie::composer_simple(&dossier.collectivite.nom)),
        "sujet": clip(&typographie::composer_simple(&d.objet.join(" – "))),
        "mots_cles": ["délibération", d.numero],
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

pub(super) fn theme(dossier: &Dossier) -> Value {
    let t = &dossier.collectivite.theme;
    let police = |p: Police| match p {
        Police::Serif => "Libertinus Serif",
        Police::Sans => "Source Sans 3",
    };
    let pied = t.pied.as_deref().unwrap_or(&dossier.collectivite.nom);
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

pub(super) fn logo(dossier: &Dossier) -> Value {
    dossier.collectivite.logo.as_ref().map_or(Value::Null, |logo| {
        json!({
            "fichier": fichier_logo(logo.format),
            "rapport": logo.dimensions.map_or(2.0, |(w, h)| {
                (f64::from(w) / f64::from(h)).clamp(0.2, 8.0)
            }),
            "alternative": typographie::composer_simple(&logo.alternative),
        })
    })
}

pub(super) fn tete(dossier: &Dossier) -> Value {
    let c = &dossier.collectivite;
    let d = &dossier.deliberation;
    let s = &dossier.seance;
    let assemblee = s.assemblee.as_deref().unwrap_or(&c.assemblee);
    let projet = d.etat == Etat::Projet;
    let nature = if projet { "Projet de délibération" } else { "Délibération" };
    let hour = s.heure.map_or(String::new(), |h| format!(" à {}", date::heure(h)));
    let objet: Vec<Value> = d.objet.iter().map(|o| words(o)).collect();
    let adresse: Vec<Value> = c.adresse.iter().map(|l| words(l)).collect();
    let genre = capital(c.genre.nom());
    json!({
        "republique": c.theme.republique,
        "departement": maybe(c.departement.as_deref()),
        "collectivite": words(&c.nom),
        "genre": if genre.is_empty() { Value::Null } else { words(&genre) },
        "adresse": adresse,
        "assemblee": words(&capital(assemblee)),
        "seance": words(&format!("Séance du {}{hour}", jour(s.date))),
        "lieu": maybe(s.lieu.as_deref()),
        "nature": words(nature),
        "projet": projet,
        "numero": words(&d.numero),
        "objet": objet,
    })
}

/// A day in full, « 7 décembre 2012 ».
pub(super) fn jour(day: NaiveDate) -> String {
    date::date_longue(day)
}

/// With a capital first letter.
pub(super) fn capital(texte: &str) -> String {
    let mut chars = texte.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
