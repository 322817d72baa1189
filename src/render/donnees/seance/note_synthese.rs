//! The statements of reasons, in the order of the agenda.

use serde_json::{Value, json};

use super::super::texte::{Composer, maybe, words};
use super::acte;
use super::reunion::{Reunion, paragraphes};
use crate::model::{Deliberation, Dispositif};

/// So many points are found without a contents.
const SANS_SOMMAIRE: usize = 4;

/// Endings of infinitives that no present tense has.
const INFINITIFS: [&str; 10] =
    ["er", "ir", "dre", "ttre", "crire", "duire", "truire", "faire", "clure", "uivre"];

/// What the members receive with their summons: nothing of what was added since.
pub(super) fn piece(reunion: Reunion<'_>) -> Value {
    let points: Vec<Value> = reunion
        .convoques()
        .map(|(i, p)| {
            let acte = reunion.acte(i).map(|(acte, _)| acte);
            let composer = Composer { programme: acte.and_then(|a| a.programme.as_ref()) };
            let d = acte.map(|a| &a.deliberation);
            // The act of an election says who is elected: nobody knows it before.
            let election = d.is_some_and(is_election);
            let texte = match d {
                Some(d) if !d.expose.is_empty() => composer.texte(&d.expose),
                Some(_) if election => json!([]),
                Some(d) => Value::Array(acte::considerants(d, &composer)),
                None => composer.texte(&p.texte),
            };
            let decisions = d.filter(|_| !election).map(|d| acte::dispositif(d, &composer));
            let decisions = decisions.filter(|v| !v.is_empty());
            let instance = reunion.instance();
            let propose = match d {
                Some(_) if election => {
                    let e = if instance.feminine() { "e" } else { "" };
                    let le = instance.le_capitale();
                    Some(format!("{le} est appelé{e} à procéder à cette élection."))
                }
                Some(d) if decisions.is_some() => Some(propose(&instance.au(), d)),
                _ => None,
            };
            json!({
                "titre": words(&reunion.titre(i)),
                "rapporteur": reunion.rapporteur_nomme(i),
                "suite": [],
                "texte": texte,
                "propose": maybe(propose.as_deref()),
                "decisions": decisions,
            })
        })
        .collect();
    let intro: &[&str] = if reunion.communal() {
        &[
            "Note jointe à la convocation, en application de l’article L. 2121-12 du code général des collectivités \
           territoriales.",
        ]
    } else {
        &[]
    };
    json!({
        "piece": "note-synthese",
        "intro": paragraphes(intro),
        "sommaire": points.len() > SANS_SOMMAIRE,
        "points": points,
    })
}

/// What announces a dispositif that is printed as it is drafted.
fn propose(au: &str, d: &Deliberation) -> String {
    match &d.dispositif {
        Dispositif::Verbes(v) if v.iter().all(|x| infinitif(&x.verbe)) => {
            format!("Il est proposé {au} de :")
        }
        _ => format!("Il est proposé {au} d’adopter le dispositif suivant :"),
    }
}

/// Whether an act is that of an election.
fn is_election(d: &Deliberation) -> bool {
    d.vote.as_ref().is_some_and(|v| v.poste.is_some() || !v.tours.is_empty())
}

fn infinitif(verbe: &str) -> bool {
    let first = verbe.split_whitespace().next().unwrap_or("").to_lowercase();
    INFINITIFS.iter().any(|fin| first.ends_with(fin))
}
