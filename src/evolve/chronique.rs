//! The acts one after the other, and the life of one action.

use chrono::NaiveDate;

use super::graphe::{Graphe, executoire, fin, named};
use crate::compute::compute;
use crate::diff::{Contenu, EcartAction, Sort, diff_contenus, mots};
use crate::model::{Effet, Etat, IdAction, NatureEtape};
use crate::redaction::{enumeration, evolution};
use crate::typographie::date::date_longue;

/// An act in the chronicle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entree {
    /// The rank of the act in the graph.
    pub acte: usize,
    /// The day of its sitting.
    pub date: NaiveDate,
    /// Its printed number.
    pub numero: String,
    /// The last segment of its object.
    pub objet: String,
    /// What it does to the others, and what became of it, one sentence each.
    pub faits: Vec<String>,
}

/// The acts of a set, in order.
#[must_use]
pub fn chronique(graphe: &Graphe<'_>) -> Vec<Entree> {
    (0..graphe.actes.len()).map(|i| entree(graphe, i)).collect()
}

fn entree(graphe: &Graphe<'_>, acte: usize) -> Entree {
    let dossier = graphe.actes[acte].dossier;
    let d = &dossier.deliberation;
    let mut faits = Vec::new();
    for lien in &graphe.liens[acte] {
        let which = named(graphe.actes[lien.cible].dossier);
        faits.push(match lien.effet {
            Effet::Modifie => format!("modifie {which}"),
            Effet::Remplace => format!("annule et remplace {which}"),
            Effet::Abroge => format!("abroge {which}"),
            Effet::Rectifie => format!("rectifie {which}"),
        });
    }
    faits.push(match (compute(dossier).etat, executoire(dossier)) {
        (Etat::Projet, _) => "en projet".to_owned(),
        (Etat::Rejetee, _) => "rejetée".to_owned(),
        (Etat::Adoptee, Some(day)) => format!("exécutoire depuis le {}", date_longue(day)),
        (Etat::Adoptee, None) => {
            "adoptée ; sa transmission et sa publication ne sont pas datées, elle ne compte pas encore".to_owned()
        }
    });
    faits.extend(fin(dossier).map(|(nature, day)| {
        let day = date_longue(day);
        match nature {
            NatureEtape::Abrogee => format!("abrogée le {day}"),
            NatureEtape::Retiree => {
                format!("retirée le {day} : elle est censée n’avoir jamais existé")
            }
            _ => format!("annulée le {day} : elle est censée n’avoir jamais existé"),
        }
    }));
    let by = |effet: Effet, word: &str| {
        let acts: Vec<String> = (0..graphe.actes.len())
            .filter(|j| graphe.liens[*j].iter().any(|l| l.cible == acte && l.effet == effet))
            .map(|j| graphe.actes[j].dossier.deliberation.numero.affiche.clone())
            .collect();
        (!acts.is_empty()).then(|| format!("{word} par la délibération n° {}", enumeration(&acts)))
    };
    for (effet, word) in [
        (Effet::Modifie, "modifiée"),
        (Effet::Rectifie, "rectifiée"),
        (Effet::Remplace, "remplacée"),
        (Effet::Abroge, "abrogée"),
    ] {
        faits.extend(by(effet, word));
    }
    Entree {
        acte,
        date: dossier.seance.date,
        numero: d.numero.affiche.clone(),
        objet: d.objet.last().cloned().unwrap_or_default(),
        faits,
    }
}

/// What each act did to one action: only the acts that name it or change it.
///
/// An act is compared with the first one that it changes; one that changes none, with nothing.
#[must_use]
pub fn vie(graphe: &Graphe<'_>, id: &IdAction) -> Vec<Entree> {
    let mut out = Vec::new();
    for i in 0..graphe.actes.len() {
        let base = graphe.liens[i].iter().find(|l| l.effet != Effet::Abroge).map(|l| l.cible);
        let before = base.map_or_else(Contenu::vide, |b| Contenu::of(graphe.actes[b].dossier));
        let after = Contenu::of(graphe.actes[i].dossier);
        let faits = faits(&before, &after, id);
        if !faits.is_empty() {
            out.push(Entree { faits, ..entree(graphe, i) });
        }
    }
    out
}

fn faits(before: &Contenu<'_>, after: &Contenu<'_>, id: &IdAction) -> Vec<String> {
    let ecarts = diff_contenus(before, after);
    let mut out = Vec::new();
    let actions = &ecarts.programme.actions;
    if let Some((_, a)) = actions.ajoutes.iter().find(|(i, _)| i == id) {
        out.push(format!("créée : {}", evolution::action(a)));
    }
    if let Some((_, a)) = actions.retires.iter().find(|(i, _)| i == id) {
        // An act that carries no programme at all does not end one action of it.
        if after.programme.is_some() {
            out.push(format!("supprimée : {}", evolution::action(a)));
        }
        return out;
    }
    if let Some(EcartAction { etat, libelles }) = actions.modifie(id) {
        if let Some(n) = &etat.numero {
            out.push(format!("n° {} devient n° {}", n.avant, n.apres));
        }
        if let Some(l) = &etat.libelle {
            out.push(format!("« {} » devient « {} »", l.avant, l.apres));
        } else if !libelles.is_empty() {
            out.push("un de ses libellés change".to_owned());
        }
        if etat.parent.is_some() {
            out.push("rattachée autrement".to_owned());
        }
        if etat.echeances.is_some() {
            out.push("échéances modifiées".to_owned());
        }
        if etat.orientations.is_some() {
            out.push("orientations modifiées".to_owned());
        }
    }
    if let Some(e) = ecarts.fiches.modifie(id) {
        let words: usize = e
            .champs
            .modifies
            .iter()
            .filter_map(|(_, c)| c.texte.as_ref())
            .flat_map(|t| mots(&t.avant.plain(), &t.apres.plain()))
            .filter(|f| f.sort != Sort::Garde)
            .map(|f| f.texte.split_whitespace().count())
            .sum();
        let s = if words > 1 { "s" } else { "" };
        out.push(format!("fiche modifiée ({words} mot{s})"));
    }
    let has = |list: &[(IdAction, crate::model::FicheAction)]| list.iter().any(|(i, _)| i == id);
    if has(&ecarts.fiches.ajoutes) && !out.iter().any(|f| f.starts_with("créée")) {
        out.push("fiche ajoutée".to_owned());
    }
    if has(&ecarts.fiches.retires) {
        out.push("fiche supprimée".to_owned());
    }
    let sums = crate::diff::sommes(before.budget.as_deref(), after.budget.as_deref());
    if let Some(serie) = sums.actions.get(&Some(id.clone())).filter(|s| s.change()) {
        let euros = |m: crate::model::Montant| {
            format!("{} €", crate::typographie::nombre::montant(m.decimal()))
        };
        out.push(format!(
            "coût net : {} → {}",
            euros(serie.periode.avant),
            euros(serie.periode.apres)
        ));
    }
    out
}
