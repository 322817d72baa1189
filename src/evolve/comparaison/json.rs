//! The report on two acts, for programs.

use serde_json::{Map, Value, json};

use super::Comparaison;
use crate::diff::{Fragment, LigneSuivie, SerieSomme, Somme, Sort, lignes_apres, mots};
use crate::model::{Action, Dossier, Exercice, IdAction, Montant, Texte};
use crate::redaction::evolution::{mentions, montants_autorises, textes};

pub(super) fn of(c: &Comparaison<'_>) -> Value {
    json!({
        "avant": acte(c.avant),
        "apres": acte(c.apres),
        "identiques": c.ecarts.is_empty() && textes(c.avant, c.apres).is_empty(),
        "actions": actions(c),
        "fiches": fiches(c),
        "budget": budget(c),
        "calendrier": calendrier(c),
        "programme": programme(c),
        "acte": textes(c.avant, c.apres)
            .iter()
            .map(|(nom, avant, apres)| prose(nom, avant, apres))
            .collect::<Vec<_>>(),
    })
}

fn acte(d: &Dossier) -> Value {
    json!({
        "numero": d.deliberation.numero.affiche,
        "date": d.seance.date.to_string(),
        "objet": d.deliberation.objet,
    })
}

fn nom(id: &IdAction, action: Option<&Action>) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("id".into(), json!(id.0));
    out.insert("numero".into(), json!(action.map(|a| &a.numero)));
    out.insert("libelle".into(), json!(action.map(|a| &a.libelle)));
    out
}

/// A change of a short value.
fn changement(champ: &str, avant: impl Into<Value>, apres: impl Into<Value>) -> Value {
    json!({ "champ": champ, "avant": avant.into(), "apres": apres.into() })
}

/// A change of prose, word by word.
fn prose(champ: &str, avant: &Texte, apres: &Texte) -> Value {
    let (a, b) = (avant.plain(), apres.plain());
    let mots: Vec<Value> = mots(&a, &b)
        .into_iter()
        .map(|Fragment { sort, texte }| {
            let sort = match sort {
                Sort::Garde => "garde",
                Sort::Retire => "retire",
                Sort::Ajoute => "ajoute",
            };
            json!({ "sort": sort, "texte": texte })
        })
        .collect();
    json!({ "champ": champ, "avant": a, "apres": b, "mots": mots })
}

fn actions(c: &Comparaison<'_>) -> Value {
    let list = &c.ecarts.programme.actions;
    let after = c.apres.programme.as_ref();
    let modified: Vec<Value> = list
        .modifies
        .iter()
        .map(|(id, e)| {
            let mut changes = Vec::new();
            let s = &e.etat;
            if let Some(x) = &s.numero {
                changes.push(changement("numero", &*x.avant, &*x.apres));
            }
            if let Some(x) = &s.libelle {
                changes.push(changement("libelle", &*x.avant, &*x.apres));
            }
            let l = &e.libelles;
            for (champ, x) in [
                ("libelles.deliberation", &l.deliberation),
                ("libelles.budget", &l.budget),
                ("libelles.fiche", &l.fiche),
                ("libelles.programme", &l.programme),
            ] {
                if let Some(x) = x {
                    changes.push(changement(champ, x.avant.clone(), x.apres.clone()));
                }
            }
            if let Some(x) = &s.parent {
                let of = |p: &Option<IdAction>| p.as_ref().map(|p| p.0.clone());
                changes.push(changement("parent", of(&x.avant), of(&x.apres)));
            }
            if let Some(x) = &s.orientations {
                changes.push(changement("orientations", x.avant.clone(), x.apres.clone()));
            }
            if let Some(x) = &s.declaree {
                changes.push(changement("declaree", x.avant, x.apres));
            }
            if let Some(x) = &s.echeances {
                let of = |t: &[crate::model::Terme]| -> Vec<&str> {
                    let all = crate::model::Terme::ALL.iter();
                    all.filter(|(y, _)| t.contains(y)).map(|(_, mot)| *mot).collect()
                };
                changes.push(changement("echeances", of(&x.avant), of(&x.apres)));
            }
            let mut out = nom(id, after.and_then(|p| p.action(id)));
            out.insert("changements".into(), json!(changes));
            Value::Object(out)
        })
        .collect();
    let named = |list: &[(IdAction, Action)]| -> Vec<Value> {
        list.iter().map(|(id, a)| Value::Object(nom(id, Some(a)))).collect()
    };
    json!({
        "ajoutees": named(&list.ajoutes),
        "supprimees": named(&list.retires),
        "modifiees": modified,
    })
}

fn fiches(c: &Comparaison<'_>) -> Value {
    let list = &c.ecarts.fiches;
    let modified: Vec<Value> = list
        .modifies
        .iter()
        .map(|(id, e)| {
            let mut changes = Vec::new();
            for (champ, x) in [("intitule", &e.tete.intitule), ("titre", &e.tete.titre)] {
                if let Some(x) = x {
                    changes.push(changement(champ, x.avant.clone(), x.apres.clone()));
                }
            }
            for (_, champ) in &e.champs.ajoutes {
                changes.push(changement(&champ.libelle, Value::Null, champ.texte.plain()));
            }
            for (_, champ) in &e.champs.retires {
                changes.push(changement(&champ.libelle, champ.texte.plain(), Value::Null));
            }
            for (cle, champ) in &e.champs.modifies {
                let label = cle.repere.split_once('|').map_or("", |(_, l)| l);
                if let Some(x) = &champ.tete.libelle {
                    changes.push(changement("rubrique", &*x.avant, &*x.apres));
                }
                if let Some(x) = &champ.texte {
                    changes.push(prose(label, x.avant, x.apres));
                }
            }
            json!({ "action": id.0, "changements": changes })
        })
        .collect();
    let ids = |list: &[(IdAction, crate::model::FicheAction)]| -> Vec<String> {
        list.iter().map(|(id, _)| id.0.clone()).collect()
    };
    json!({
        "ajoutees": ids(&list.ajoutes),
        "supprimees": ids(&list.retires),
        "modifiees": modified,
    })
}

fn cellule(avant: Option<Montant>, apres: Option<Montant>) -> Value {
    let gap = apres.unwrap_or_default() - avant.unwrap_or_default();
    json!({ "avant": avant, "apres": apres, "ecart": gap })
}

fn ligne(l: &LigneSuivie, montants: Map<String, Value>) -> Value {
    let l = &l.ligne;
    let own = [&l.detail, &l.libelle].into_iter().flatten().find(|t| !t.is_empty());
    json!({
        "action": l.action.as_ref().map(|a| &a.0),
        "nom": own,
        "section": l.section.nom(),
        "sens": l.sens.pluriel().trim_end_matches('s'),
        "chapitre": l.chapitre,
        "porteur": l.porteur,
        "financeur": l.financeur,
        "montants": montants,
    })
}

fn serie(serie: &SerieSomme, groupe: Value) -> Value {
    let one = |s: &Somme| cellule(Some(s.avant), Some(s.apres));
    let mut out = match groupe {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    let years: Map<String, Value> =
        serie.exercices.iter().map(|(x, s)| (x.to_string(), one(s))).collect();
    out.insert("exercices".into(), Value::Object(years));
    out.insert("periode".into(), one(&serie.periode));
    Value::Object(out)
}

fn budget(c: &Comparaison<'_>) -> Value {
    let b = &c.ecarts.budget;
    let years = |d: &Dossier| -> Vec<u16> {
        d.budget.iter().flat_map(|b| b.exercices.iter().map(|Exercice(x)| *x)).collect()
    };
    let all = |l: &LigneSuivie, new: bool| {
        let cell = |m: Option<Montant>| if new { cellule(None, m) } else { cellule(m, None) };
        ligne(l, l.montants.iter().map(|(x, m)| (x.to_string(), cell(*m))).collect())
    };
    let now = c.apres.budget.as_ref().map(|after| lignes_apres(c.avant.budget.as_ref(), after));
    let modified: Vec<Value> = b
        .lignes
        .modifies
        .iter()
        .filter_map(|(cle, e)| {
            let l = now.as_ref()?.get(cle)?;
            let cells = e.montants.iter().map(|(x, m)| (x.to_string(), cellule(m.avant, m.apres)));
            Some(ligne(l, cells.collect()))
        })
        .collect();
    let s = &c.sommes;
    let programme = c.apres.programme.as_ref().or(c.avant.programme.as_ref());
    json!({
        "exercices": { "avant": years(c.avant), "apres": years(c.apres) },
        "presentation": mentions(b)
            .into_iter()
            .map(|m| changement(&m.quoi, m.avant, m.apres))
            .collect::<Vec<_>>(),
        "autorisations": montants_autorises(b.autorisations.as_ref(), programme)
            .into_iter()
            .map(|(nom, quoi, avant, apres)| {
                let mut one = cellule(avant, apres);
                one["autorisation"] = json!(nom);
                one["montant"] = json!(quoi);
                one
            })
            .collect::<Vec<_>>(),
        "lignes": {
            "ajoutees": b.lignes.ajoutes.iter().map(|(_, l)| all(l, true)).collect::<Vec<_>>(),
            "supprimees": b.lignes.retires.iter().map(|(_, l)| all(l, false)).collect::<Vec<_>>(),
            "modifiees": modified,
        },
        "sommes": {
            "tables": s.tables.iter().map(|((section, sens), x)| {
                serie(x, json!({ "section": section.nom(), "sens": sens.pluriel().trim_end_matches('s') }))
            }).collect::<Vec<_>>(),
            "chapitres": s.chapitres.iter().map(|((section, sens, chapitre), x)| {
                serie(x, json!({
                    "section": section.nom(),
                    "sens": sens.pluriel().trim_end_matches('s'),
                    "chapitre": chapitre,
                }))
            }).collect::<Vec<_>>(),
            "porteurs": s.porteurs.iter().map(|(p, x)| serie(x, json!({ "porteur": p }))).collect::<Vec<_>>(),
            "actions": s.actions.iter().map(|(a, x)| {
                serie(x, json!({ "action": a.as_ref().map(|a| &a.0) }))
            }).collect::<Vec<_>>(),
            "cout_brut": serie(&s.cout_brut, Value::Null),
            "recettes": serie(&s.recettes, Value::Null),
            "cout_net": serie(&s.cout_net, Value::Null),
        },
    })
}

fn calendrier(c: &Comparaison<'_>) -> Vec<Value> {
    let p = &c.ecarts.programme;
    let mut out = Vec::new();
    for (_, e) in &p.echeances.ajoutes {
        out.push(changement("echeance", Value::Null, &*e.libelle));
    }
    for (_, e) in &p.echeances.retires {
        out.push(changement("echeance", &*e.libelle, Value::Null));
    }
    for (_, e) in &p.echeances.modifies {
        if let Some(x) = &e.libelle {
            out.push(changement("echeance", &*x.avant, &*x.apres));
        }
    }
    for (_, m) in &p.mesures.ajoutes {
        out.push(changement("mesure", Value::Null, m.texte.plain()));
    }
    for (_, m) in &p.mesures.retires {
        out.push(changement("mesure", m.texte.plain(), Value::Null));
    }
    for (cle, m) in &p.mesures.modifies {
        let said = cle.repere.split_once('|').map_or("", |(_, t)| t);
        if let Some(x) = &m.echeance {
            let mut one = changement("terme", &*x.avant.repere, &*x.apres.repere);
            one["mesure"] = json!(said);
            out.push(one);
        }
        if let Some(x) = &m.texte {
            out.push(prose("mesure", &x.avant, &x.apres));
        }
    }
    out
}

fn programme(c: &Comparaison<'_>) -> Vec<Value> {
    let p = &c.ecarts.programme;
    let mut out = Vec::new();
    if let Some(x) = &p.titre {
        out.push(changement("titre", &*x.avant, &*x.apres));
    }
    for (id, o) in &p.orientations.ajoutes {
        out.push(changement(&format!("orientations.{id}"), Value::Null, o.texte.plain()));
    }
    for (id, o) in &p.orientations.retires {
        out.push(changement(&format!("orientations.{id}"), o.texte.plain(), Value::Null));
    }
    for (id, x) in &p.orientations.modifies {
        out.push(prose(&format!("orientations.{id}"), &x.avant, &x.apres));
    }
    for (_, m) in &p.membres.ajoutes {
        out.push(changement("comite", Value::Null, &*m.nom));
    }
    for (_, m) in &p.membres.retires {
        out.push(changement("comite", &*m.nom, Value::Null));
    }
    for (_, m) in &p.membres.modifies {
        if let Some(x) = &m.qualite {
            out.push(changement("comite", x.avant.clone(), x.apres.clone()));
        }
    }
    let heading = |repere: &str| {
        let title = repere.split_once('|').map_or("", |(_, t)| t);
        format!("document : {title}")
    };
    for (k, x) in &p.document.ajoutes {
        out.push(changement(&heading(&k.repere), Value::Null, x.texte.plain()));
    }
    for (k, x) in &p.document.retires {
        out.push(changement(&heading(&k.repere), x.texte.plain(), Value::Null));
    }
    for (k, x) in &p.document.modifies {
        out.push(prose(&heading(&k.repere), &x.avant, &x.apres));
    }
    out
}
