//! The summons and the form of power that goes with it.

use serde_json::{Value, json};

use super::super::tete::jour;
use super::super::texte::{maybe, words};
use super::reunion::{Reunion, motive, paragraphes};
use crate::model::{Collectivite, GenreCollectivite, ModeConvocation};
use crate::typographie::date;

pub(super) fn piece(reunion: Reunion<'_>) -> Value {
    let du = reunion.instance().du();
    let seance = &reunion.dossier.seance;
    let c = &reunion.dossier.collectivite;
    let convocation = seance.convocation.as_ref();
    let points: Vec<Value> = reunion.convoques().map(|(i, _)| reunion.rang(i, &[])).collect();
    let lieu_date = convocation.map_or(String::new(), |s| match commune(c) {
        Some(lieu) => format!("{lieu}, le {}", jour(s.date)),
        None => format!("Le {}", jour(s.date)),
    });
    let dematerialisee =
        convocation.is_some_and(|s| s.mode == Some(ModeConvocation::Dematerialisee));
    let affichage = convocation.and_then(|s| s.affichage);
    let mentions: Vec<String> =
        affichage.map(|d| format!("Convocation affichée le {}", jour(d))).into_iter().collect();
    let f = &c.theme.formules;
    let politesse = f.politesse.clone().unwrap_or_else(|| {
        "Je vous prie d’agréer, Mesdames, Messieurs, l’expression de ma considération distinguée."
            .to_owned()
    });
    let executif: Vec<&str> =
        [c.executif.prenom.as_deref(), c.executif.nom.as_deref()].into_iter().flatten().collect();
    json!({
        "piece": "convocation",
        "lieu_date": words(&lieu_date),
        "destinataire": words(&format!("Mesdames et Messieurs les membres {du}")),
        "objet": words(&format!("Convocation {du}")),
        "voie": dematerialisee.then(|| words("Par voie dématérialisée")),
        "salut": words("Mesdames, Messieurs,"),
        "corps": paragraphes(&corps(reunion)),
        "titre_ordre": words("Ordre du jour"),
        "points": points,
        "politesse": [words(&reunion.formule(&politesse))],
        "mentions": paragraphes(&mentions),
        "signature": {
            "qualite": words(&c.executif.qualite),
            "nom": maybe((!executif.is_empty()).then(|| executif.join(" ")).as_deref()),
        },
        "pouvoir": pouvoir(reunion),
    })
}

/// What is asked of the members, then what is out of the ordinary in it.
fn corps(reunion: Reunion<'_>) -> Vec<String> {
    let instance = reunion.instance();
    let seance = &reunion.dossier.seance;
    let c = &reunion.dossier.collectivite;
    let corps = c.theme.formules.convocation.clone().unwrap_or_else(|| {
        let heure = if seance.heure.is_some() { " à {heure}" } else { "" };
        let lieu = if seance.lieu.is_some() { " ({lieu})" } else { "" };
        format!(
            "J’ai l’honneur de vous convier à la séance {} qui se tiendra le {{date}}{heure}{lieu}, afin de délibérer \
             sur l’ordre du jour ci-après.",
            instance.du()
        )
    });
    let mut out = vec![reunion.formule(&corps)];
    let Some(convocation) = &seance.convocation else { return out };
    if let Some(urgence) = &convocation.urgence {
        let article =
            if reunion.communal() { " (CGCT, art. L. 2121-11 et L. 2121-12)" } else { "" };
        out.push(motive(
            "Cette convocation vous est adressée dans un délai abrégé, en raison de l’urgence",
            urgence.motif.as_deref(),
        ));
        let le = instance.le_capitale();
        out.push(format!(
            "{le} se prononcera sur l’urgence dès l’ouverture de la séance{article}."
        ));
    }
    if let Some(premiere) = convocation.seance_sans_quorum {
        let article = if reunion.communal() { " (CGCT, art. L. 2121-17)" } else { "" };
        out.push(format!(
            "Le quorum n’ayant pas été atteint à la séance du {}, cette convocation est la seconde : {} délibérera \
             valablement sans condition de quorum{article}.",
            jour(premiere),
            instance.le()
        ));
    }
    out
}

fn pouvoir(reunion: Reunion<'_>) -> Value {
    let seance = &reunion.dossier.seance;
    let du = reunion.instance().du();
    let lignes = [
        ("Je soussigné(e)", true),
        (&*format!("membre {du}, donne pouvoir à"), true),
        (
            &*format!(
                "également membre {du}, pour voter en mon nom à la séance du {}.",
                date::jour_date(seance.date)
            ),
            false,
        ),
    ]
    .map(|(texte, blanc)| json!({ "texte": words(texte), "blanc": blanc }));
    json!({
        "titre": words("Pouvoir"),
        "lignes": lignes,
        "lieu": words("Fait à"),
        "date": words("le"),
        "signature": words("Signature :"),
        "note": words(&regle(&reunion.dossier.collectivite, reunion.communal())),
    })
}

/// What the code says of powers to that kind of authority.
fn regle(collectivite: &Collectivite, communal: bool) -> String {
    let article = match collectivite.genre {
        GenreCollectivite::Departement => " (CGCT, art. L. 3121-16)",
        GenreCollectivite::Region => " (CGCT, art. L. 4132-15)",
        _ if communal => {
            return "Un membre ne peut porter qu’un seul pouvoir. Le pouvoir est toujours révocable ; sauf maladie \
                    dûment constatée, il ne vaut pas pour plus de trois séances consécutives (CGCT, art. L. 2121-20)."
                .to_owned();
        }
        _ => return "Le pouvoir est toujours révocable.".to_owned(),
    };
    format!("Un membre ne peut porter qu’un seul pouvoir{article}.")
}

/// The commune of the last line of an address, « 14750 Saint-Aubin-sur-Mer », which dates a letter.
fn commune(collectivite: &Collectivite) -> Option<String> {
    collectivite.adresse.iter().rev().find_map(|line| {
        let (code, rest) = line.trim().split_once(' ')?;
        let postal = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
        let name =
            rest.split(" CEDEX").next()?.split(" Cedex").next()?.split(" cedex").next()?.trim();
        (postal && !name.is_empty()).then(|| name.to_owned())
    })
}
