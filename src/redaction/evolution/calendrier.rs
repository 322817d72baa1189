//! What of the calendar changes, and of the rest of the programme.

use super::enonce::{Enonce, pluriel};
use super::{Etats, actions, noms};
use crate::diff::{Changement, Cle, EcheanceSuivie, MesureSuivie};
use crate::model::{Echeance, Membre, Programme, Terme};
use crate::redaction::enumeration;

/// « court terme », from the key of a stage.
fn terme(cle: &Cle) -> String {
    format!("{} terme", cle.repere)
}

/// The stage that a key names.
fn echeance<'a>(programme: Option<&'a Programme>, cle: &Cle) -> Option<&'a Echeance> {
    let mot = |t: Terme| Terme::ALL.iter().find(|(x, _)| *x == t).map_or("", |(_, mot)| *mot);
    programme?.calendrier.iter().filter(|s| mot(s.terme) == cle.repere).nth(cle.rang)
}

/// « couvre désormais les années 2027 et 2028 ».
fn annees(stage: &Echeance) -> String {
    match (stage.debut, stage.fin) {
        (Some(a), Some(b)) if a == b => format!("couvre désormais l’année {a}"),
        (Some(a), Some(b)) if a.0 + 1 == b.0 => format!("couvre désormais les années {a} et {b}"),
        (Some(a), Some(b)) => format!("couvre désormais les années {a} à {b}"),
        (Some(a), None) => format!("commence désormais en {a}"),
        (None, Some(b)) => format!("s’achève désormais en {b}"),
        (None, None) => "n’est plus datée".to_owned(),
    }
}

/// Whether a measure stands at a stage.
fn of(mesure: &MesureSuivie, stage: &EcheanceSuivie) -> bool {
    let mot = Terme::ALL.iter().find(|(t, _)| *t == stage.terme).map_or("", |(_, mot)| *mot);
    mesure.echeance.repere == mot
}

fn mesure(texte: &crate::model::Texte) -> String {
    format!("« {} »", texte.plain().trim().trim_end_matches('.'))
}

pub(super) fn calendrier(e: &Etats<'_>) -> Vec<Enonce> {
    let p = &e.ecarts.programme;
    let mut liste = Vec::new();
    for (cle, c) in &p.echeances.modifies {
        let Some(stage) = echeance(e.dossier.programme.as_ref(), cle) else { continue };
        let mut said = Vec::new();
        if let Some(l) = &c.libelle {
            said.push(format!("devient « {} »", l.apres));
        }
        if c.debut.is_some() || c.fin.is_some() {
            said.push(annees(stage));
        }
        let was = c.libelle.as_ref().map_or(&stage.libelle, |l| &l.avant);
        liste.push(format!("l’échéance « {was} » {}", enumeration(&said)));
    }
    for (_, stage) in &p.echeances.ajoutes {
        liste.push(format!("l’échéance « {} » est ajoutée", stage.libelle));
    }
    for (_, stage) in &p.echeances.retires {
        let had = p.mesures.retires.iter().any(|(_, m)| of(m, stage));
        let with = if had { ", avec ses mesures" } else { "" };
        liste.push(format!("l’échéance « {} » est supprimée{with}", stage.libelle));
    }
    for (cle, c) in &p.mesures.modifies {
        let was = was(e, cle, c.texte.as_ref().map(|t| &t.avant));
        let mut said = Vec::new();
        if let Some(m) = &c.echeance {
            said.push(format!("passe du {} au {}", terme(&m.avant), terme(&m.apres)));
        }
        if let Some(t) = &c.texte {
            said.push(format!("devient {}", mesure(&t.apres)));
        }
        if let Some(a) = &c.action {
            said.push(match &a.apres {
                Some(id) => {
                    let named = noms::action_courte(e.dossier.programme.as_ref(), id);
                    format!("relève désormais de l’{named}")
                }
                None => "ne relève plus d’une action".to_owned(),
            });
        }
        liste.push(format!("la mesure {was} {}", enumeration(&said)));
    }
    for (_, m) in &p.mesures.ajoutes {
        liste.push(format!("la mesure {} est ajoutée au {}", mesure(&m.texte), terme(&m.echeance)));
    }
    let stays = |m: &MesureSuivie| !p.echeances.retires.iter().any(|(_, s)| of(m, s));
    for (_, m) in p.mesures.retires.iter().filter(|(_, m)| stays(m)) {
        liste.push(format!("la mesure {} est retirée du {}", mesure(&m.texte), terme(&m.echeance)));
    }
    for (id, c) in &p.actions.modifies {
        if let Some(t) = &c.etat.echeances {
            let named = noms::action_courte(e.dossier.programme.as_ref(), id);
            liste.push(format!("l’{named} est désormais réalisée {}", actions::termes(&t.apres)));
        }
    }
    if liste.is_empty() {
        return Vec::new();
    }
    vec![Enonce {
        present: "modifie",
        infinitif: "modifier",
        suite: "comme suit le calendrier du programme".to_owned(),
        article: "Le calendrier du programme est modifié comme suit".to_owned(),
        propose: "le calendrier du programme".to_owned(),
        liste,
        ..Enonce::default()
    }]
}

/// The words of a measure before the change: those of its key when they did not change.
fn was(_: &Etats<'_>, cle: &Cle, avant: Option<&crate::model::Texte>) -> String {
    match avant {
        Some(texte) => mesure(texte),
        None => {
            let (_, texte) = cle.repere.split_once('|').unwrap_or(("", &cle.repere));
            format!("« {} »", texte.trim().trim_end_matches('.'))
        }
    }
}

pub(super) fn document(e: &Etats<'_>) -> Vec<Enonce> {
    let p = &e.ecarts.programme;
    let mut liste = Vec::new();
    if let Some(c) = &p.titre {
        liste.push(format!("il est désormais intitulé « {} »", c.apres.trim()));
    }
    for (_, o) in &p.orientations.ajoutes {
        liste.push(format!("l’orientation {} est ajoutée", mesure(&o.texte)));
    }
    for (_, o) in &p.orientations.retires {
        liste.push(format!("l’orientation {} est supprimée", mesure(&o.texte)));
    }
    for (_, c) in &p.orientations.modifies {
        liste.push(format!("l’orientation {} devient {}", mesure(&c.avant), mesure(&c.apres)));
    }
    for (id, c) in &p.actions.modifies {
        if let Some(o) = &c.etat.orientations {
            let programme = e.dossier.programme.as_ref();
            let named = noms::action_courte(programme, id);
            liste.push(match orientations(programme, &o.apres) {
                texts if texts.is_empty() => format!("l’{named} ne sert plus d’orientation"),
                texts => format!(
                    "l’{named} sert désormais {} {}",
                    pluriel(texts.len(), "l’orientation", "les orientations"),
                    enumeration(&texts)
                ),
            });
        }
    }
    let others = liste.len();
    liste.extend(comite(e));
    let committee = liste.len() - others;
    let headings: Vec<String> = p
        .document
        .modifies
        .iter()
        .map(|(cle, _)| cle)
        .chain(p.document.ajoutes.iter().map(|(cle, _)| cle))
        .chain(p.document.retires.iter().map(|(cle, _)| cle))
        .map(|cle| cle.repere.split_once('|').map_or("", |(_, t)| t).trim().to_owned())
        .collect();
    let named: Vec<String> = headings
        .iter()
        .filter(|h| !h.is_empty())
        .map(|h| format!("« {} »", h.trim_end_matches([':', ' ', '\u{a0}'])))
        .collect();
    if !named.is_empty() {
        let under = pluriel(named.len(), "sous le titre", "sous les titres");
        liste
            .push(format!("le document d’orientation est modifié {under} {}", enumeration(&named)));
    } else if !headings.is_empty() || p.document.ordre.is_some() {
        liste.push("le document d’orientation est modifié".to_owned());
    }
    if liste.is_empty() {
        return Vec::new();
    }
    vec![Enonce {
        present: "modifie",
        infinitif: "modifier",
        suite: "comme suit le programme".to_owned(),
        article: "Le programme est modifié comme suit".to_owned(),
        propose: match liste.len() {
            n if n == committee => "la composition du comité de pilotage".to_owned(),
            _ => "le texte du programme".to_owned(),
        },
        liste,
        ..Enonce::default()
    }]
}

fn orientations(programme: Option<&Programme>, ids: &[String]) -> Vec<String> {
    let known = programme.map_or(&[][..], |p| &p.orientations);
    known.iter().filter(|o| ids.contains(&o.id)).map(|o| mesure(&o.texte)).collect()
}

fn comite(e: &Etats<'_>) -> Vec<String> {
    let p = &e.ecarts.programme;
    let mut out = Vec::new();
    let who = |m: &Membre| {
        let parts = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    // A committee that is new comes with its members.
    if let Some(Changement { avant: None, apres: Some(titre) }) = &p.comite {
        let names: Vec<String> = p.membres.ajoutes.iter().map(|(_, m)| who(m)).collect();
        let members = match enumeration(&names) {
            m if m.is_empty() => String::new(),
            m => format!(", composé de {m}"),
        };
        return vec![format!("un comité de pilotage est institué (« {titre} »){members}")];
    }
    for (list, one, many) in [
        (&p.membres.ajoutes, "entre au comité de pilotage", "entrent au comité de pilotage"),
        (&p.membres.retires, "quitte le comité de pilotage", "quittent le comité de pilotage"),
    ] {
        let names: Vec<String> = list.iter().map(|(_, m)| who(m)).collect();
        if let Some(last) = names.last() {
            // « un cuisinier, désigné par ses pairs, »: an apposition is closed before the verb.
            let comma = if last.contains(", ") { "," } else { "" };
            let verb = pluriel(names.len(), one, many);
            out.push(format!("{}{comma} {verb}", enumeration(&names)));
        }
    }
    for (cle, c) in &p.membres.modifies {
        if let Some(q) = &c.qualite {
            let nom = c.nom.as_ref().map_or_else(
                || cle.repere.replace('|', " ").trim().to_owned(),
                |n| n.apres.clone(),
            );
            let quality = q.apres.as_deref().unwrap_or("membre");
            out.push(format!("{nom} siège au comité de pilotage en qualité de « {quality} »"));
        }
    }
    if out.is_empty()
        && let Some(c) = &p.comite
    {
        out.push(match (&c.avant, &c.apres) {
            (Some(_), None) => "le comité de pilotage est supprimé".to_owned(),
            (_, t) => {
                format!(
                    "le comité de pilotage est désormais intitulé « {} »",
                    t.as_deref().unwrap_or("")
                )
            }
        });
    }
    out
}
