//! The report of a verification.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::texte::inlines;
use super::{envelope, tete};
use crate::check::Rapport;
use crate::check::rapport::{Constate, DossierVerifie, Extrait, Identite};
use crate::model::texte::Inline;
use crate::model::{Collectivite, Executif, GenreCollectivite, Theme, Verifications};

/// Whose paper the report is printed on: that of the first dossier that reads.
pub(crate) fn collectivite(rapport: &Rapport) -> Arc<Collectivite> {
    rapport.collectivite().map_or_else(|| Arc::new(nobody()), Arc::clone)
}

fn identite(rapport: &Rapport) -> Option<&Identite> {
    rapport.dossiers.iter().find_map(|d| d.identite.as_ref())
}

/// Nobody's paper: that of a dossier whose authority could not be read.
fn nobody() -> Collectivite {
    Collectivite {
        nom: String::new(),
        genre: GenreCollectivite::Autre,
        siren: None,
        siret: None,
        departement: None,
        code_departement: None,
        population: None,
        commune_3500: None,
        publicite: None,
        adresse: Vec::new(),
        assemblee: String::new(),
        executif: Executif::default(),
        numerotation: None,
        teletransmission: None,
        logo: None,
        theme: Theme { republique: false, ..Theme::default() },
        verifications: Verifications::default(),
    }
}

/// The data of the report.
pub(crate) fn donnees_rapport(rapport: &Rapport) -> Value {
    let collectivite = collectivite(rapport);
    // No clock: the day is that of the sitting, or none is true.
    let jour = identite(rapport)
        .map_or_else(|| NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default(), |i| i.seance.date);
    let titre = rapport.titre();
    let mut head = tete::tete_collectivite(&collectivite);
    tete::extend(
        &mut head,
        json!({
            "nature": plain("Rapport de vérification"),
            "rappel": plain(&titre),
            "projet": false,
            "etat": null,
            "numero": "",
            "objet": [],
            "seance": "",
            "lieu": null,
        }),
    );
    let dossiers: Vec<Value> = rapport.dossiers.iter().map(dossier).collect();
    let piece = json!({
        "piece": "rapport",
        "titre": plain(Rapport::TITRE),
        "objet": plain(&rapport.objet()),
        "dossiers": dossiers,
        "outil": plain(&format!("{} – le même dossier donne toujours le même rapport.", Rapport::outil())),
    });
    let meta = tete::describe(&collectivite, jour, &titre, &titre, &["vérification"]);
    envelope("rapport", &collectivite, meta, head, vec![piece])
}

/// Words as they are: what is quoted from a file is not composed.
fn plain(texte: &str) -> Value {
    inlines(&[Inline::Texte(texte.to_owned())])
}

fn dossier(d: &DossierVerifie) -> Value {
    let identite = d.identite.as_ref();
    let mut lignes = vec![("Dossier", d.dossier.clone())];
    lignes.extend(identite.into_iter().flat_map(Identite::lignes));
    let lignes: Vec<Value> = lignes.iter().map(|(l, t)| labelled(l, t)).collect();
    let acts = identite.filter(|i| i.est_seance).map_or(&[][..], |i| &i.actes);
    let actes: Vec<Value> = acts
        .iter()
        .map(|a| {
            json!({ "numero": plain(&a.numero), "objet": plain(&a.objet), "etat": plain(a.etat()) })
        })
        .collect();
    let parties: Vec<Value> = d
        .parties
        .iter()
        .map(|p| {
            let acte = p.acte.and_then(|i| identite?.actes.get(i));
            let titre = match acte {
                Some(a) => format!("{} – {}", tete::capital(&a.titre()), p.piece.nom()),
                None => p.piece.nom().to_owned(),
            };
            let constats: Vec<Value> = p.constats.iter().map(constat).collect();
            json!({ "titre": plain(&titre), "constats": constats })
        })
        .collect();
    let ignores: Vec<Value> = d.ignores.iter().map(constat).collect();
    let titre =
        identite.map_or_else(|| format!("Dossier {}", d.dossier), |i| tete::capital(&i.titre()));
    let rule = |regle: &crate::check::Regle, texte: &str| {
        json!([plain(&format!("{} {}", regle.code, regle.nom)), plain(texte)])
    };
    let mut verifie = Vec::new();
    let (mut reserves, mut ecartees) = (Vec::new(), Vec::new());
    match &d.portee {
        Some(p) => {
            verifie.extend([plain(&p.droit()), plain(&p.recherche())]);
            reserves.extend(p.reserves().map(|(r, t)| rule(r, t)));
            ecartees.extend(p.ecartees.iter().map(|e| rule(e.regle, &e.raison)));
        }
        None => verifie.push(plain(
            "Le dossier ne se lit pas : aucune règle n’a été appliquée. Corrigez d’abord les fautes de lecture.",
        )),
    }
    let filtre: Vec<Value> = d.filtre.iter().map(|f| plain(f)).collect();
    json!({
        "nom": plain(&d.dossier),
        "titre": plain(&titre),
        "identite": lignes,
        "verdict": plain(&d.verdict()),
        "bloque": d.bloque,
        "actes": actes,
        "parties": parties,
        "ignores": ignores,
        "verifie": verifie,
        "reserves": reserves,
        "ecartees": ecartees,
        "filtre": filtre,
    })
}

fn labelled(libelle: &str, texte: &str) -> Value {
    json!({ "libelle": plain(libelle), "texte": plain(texte) })
}

fn constat(c: &Constate) -> Value {
    let mut raisons = Vec::new();
    if let Some((par, motif)) = &c.ignore {
        raisons.extend([labelled("Raison", motif), labelled("Ignoré par", par)]);
    }
    let mut suites = Vec::new();
    suites.extend(c.base.map(|b| labelled("Base légale", b)));
    suites.extend(c.aide.as_deref().map(|a| labelled("Conseil", a)));
    let extraits: Vec<Value> = c.extraits.iter().map(extrait).collect();
    json!({
        "gravite": c.severite.to_string(),
        "ignore": c.ignore.is_some(),
        "code": c.code,
        "message": plain(&tete::capital(&c.message)),
        "raisons": raisons,
        "extraits": extraits,
        "suites": suites,
    })
}

fn extrait(e: &Extrait) -> Value {
    let avant = e.position.map_or(Value::Null, |_| plain(&e.avant));
    json!({
        "lieu": plain(&e.lieu()),
        "avant": avant,
        "marque": plain(&e.marque),
        "apres": plain(&e.apres),
        "etiquette": plain(&e.etiquette),
    })
}
