//! A material error: « au lieu de …, lire … », wherever words or figures changed.

use super::dispositif::capitale;
use super::enonce::{Enonce, pluriel};
use super::{Etats, noms};
use crate::diff::{Sort, mots};
use crate::model::{
    ActeAnterieur, Champ, Correction, Dispositif, Dossier, Effet, PartieCorrigee, Texte,
};
use crate::redaction::{enumeration, ordinal};

/// Words of a sentence that are shown around what is corrected, so that it is found.
const VOISINS: usize = 2;

pub(super) fn enonces(e: &Etats<'_>) -> Vec<Enonce> {
    let liste = corrections(e);
    if liste.is_empty() {
        return Vec::new();
    }
    let acts = e.dossier.deliberation.actes_anterieurs.iter();
    let acts: Vec<String> =
        acts.filter(|a: &&ActeAnterieur| a.effet == Effet::Rectifie).map(noms::acte).collect();
    let which = enumeration(&acts);
    let n = liste.len();
    let error = pluriel(n, "l’erreur matérielle", "les erreurs matérielles");
    let entache = pluriel(n, "qui entache", "qui entachent");
    vec![Enonce {
        present: "rectifie",
        infinitif: "rectifier",
        suite: format!("comme suit {error} {entache} {which}"),
        article: format!(
            "{} {entache} {which} {} comme suit",
            capitale(error),
            pluriel(n, "est rectifiée", "sont rectifiées")
        ),
        propose: format!("{error} {entache} {which}"),
        liste,
        ..Enonce::default()
    }]
}

/// Where a text of an act stands, « au troisième visa ».
fn place(acte: &Dossier, correction: &Correction) -> String {
    let n = u32::try_from(correction.rang + 1).unwrap_or(u32::MAX);
    let feminine = |n: u32| if n == 1 { "première".to_owned() } else { ordinal(n) };
    match (correction.partie, &acte.deliberation.dispositif) {
        (PartieCorrigee::Objet, _) => "dans l’objet".to_owned(),
        (PartieCorrigee::Expose, _) => format!("au {} paragraphe de l’exposé", ordinal(n)),
        (PartieCorrigee::Visa, _) => format!("au {} visa", ordinal(n)),
        (PartieCorrigee::Considerant, _) => format!("au {} considérant", ordinal(n)),
        (PartieCorrigee::Article, Dispositif::Articles(v)) => {
            let numero = v.get(correction.rang).map_or("article", |a| a.numero.trim());
            format!("à l’{}", numero.replacen("Article", "article", 1))
        }
        _ => format!("à la {} décision", feminine(n)),
    }
}

/// What is corrected of the text of the earlier acts themselves.
fn textes(e: &Etats<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for anterieur in &e.dossier.deliberation.actes_anterieurs {
        let Some(acte) = anterieur.acte.as_deref() else { continue };
        for correction in
            anterieur.corrections.iter().filter(|_| anterieur.effet == Effet::Rectifie)
        {
            let was = correction.partie.textes(&acte.deliberation);
            if let Some(was) = was.get(correction.rang) {
                texts(&place(acte, correction), was, &correction.texte, &mut out);
            }
        }
    }
    out
}

fn corrections(e: &Etats<'_>) -> Vec<String> {
    let mut out = textes(e);
    let p = &e.ecarts.programme;
    if let Some(c) = &p.titre {
        words("dans le titre du programme", &c.avant, &c.apres, &mut out);
    }
    for (_, c) in &p.orientations.modifies {
        words("dans les orientations", &c.avant.plain(), &c.apres.plain(), &mut out);
    }
    for (id, c) in &p.actions.modifies {
        let place = format!("à l’{}", noms::action_courte(e.base.programme.as_ref(), id));
        let number = c.etat.numero.as_ref().map(|n| (&n.avant, &n.apres));
        let label = c.etat.libelle.as_ref().map(|l| (&l.avant, &l.apres));
        for (avant, apres) in [number, label].into_iter().flatten() {
            words(&place, avant, apres, &mut out);
        }
        let labels = &c.libelles;
        for l in [&labels.deliberation, &labels.budget, &labels.fiche, &labels.programme]
            .into_iter()
            .flatten()
        {
            let text = |t: &Option<String>| t.clone().unwrap_or_default();
            words(&place, &text(&l.avant), &text(&l.apres), &mut out);
        }
    }
    for (_, c) in &p.mesures.modifies {
        if let Some(t) = &c.texte {
            words("dans le calendrier", &t.avant.plain(), &t.apres.plain(), &mut out);
        }
    }
    for (_, c) in &p.echeances.modifies {
        if let Some(l) = &c.libelle {
            words("dans le calendrier", &l.avant, &l.apres, &mut out);
        }
    }
    for (_, c) in &p.document.modifies {
        texts("dans le document d’orientation", &c.avant, &c.apres, &mut out);
    }
    for (id, c) in &e.ecarts.fiches.modifies {
        let numero = e.base.programme.as_ref().and_then(|p| p.action(id)).map(|a| a.numero.clone());
        let sheet = format!("dans la fiche action n° {}", numero.unwrap_or_else(|| id.0.clone()));
        let before = e.base.fiches.iter().find(|f| f.action == *id);
        for (cle, champ) in &c.champs.modifies {
            let field = before.and_then(|f| {
                let named = |x: &&Champ| cle.repere.ends_with(&format!("|{}", x.libelle));
                f.champs.iter().find(named)
            });
            let place = match field {
                Some(f) => format!("{sheet}, rubrique « {} »", f.libelle),
                None => sheet.clone(),
            };
            if let Some(l) = &champ.tete.libelle {
                words(&sheet, &l.avant, &l.apres, &mut out);
            }
            if let Some(t) = &champ.texte {
                texts(&place, t.avant, t.apres, &mut out);
            }
        }
    }
    let lines = crate::diff::lignes_avant(e.base.budget.as_ref());
    for (cle, c) in &e.ecarts.budget.lignes.modifies {
        let programme = e.base.programme.as_ref();
        let named = lines.get(cle).map(|l| noms::ligne(&l.ligne, programme)).unwrap_or_default();
        let place = format!("dans l’annexe budgétaire, ligne {named}");
        for (exercice, m) in &c.montants {
            out.push(format!(
                "{place}, exercice {exercice}, au lieu de « {} », lire « {} »",
                noms::credit(m.avant),
                noms::credit(m.apres)
            ));
        }
        let m = &c.mentions;
        for change in [&m.libelle, &m.detail, &m.chapitre, &m.porteur, &m.financeur, &m.commentaire]
            .into_iter()
            .flatten()
        {
            let text = |t: &Option<String>| t.clone().unwrap_or_default();
            words(&place, &text(&change.avant), &text(&change.apres), &mut out);
        }
    }
    for (cle, c) in &e.ecarts.budget.totaux.modifies {
        let label = cle.repere.clone();
        let named = c.mentions.libelle.as_ref().and_then(|l| l.avant.clone()).unwrap_or(label);
        if let Some(m) = &c.montants {
            let (Some(avant), Some(apres)) = (&m.avant, &m.apres) else { continue };
            let declared = e.base.budget.as_ref().and_then(|b| {
                b.totaux.iter().find(|t| t.montants.is_some() && same(t, &cle.repere))
            });
            let named = declared.and_then(|t| t.libelle.clone()).unwrap_or(named);
            for (exercice, is) in apres {
                let was = avant.get(exercice).copied().flatten();
                if was != *is {
                    out.push(format!(
                        "dans l’annexe budgétaire, « {named} », exercice {exercice}, au lieu de « {} », lire « {} »",
                        noms::credit(was),
                        noms::credit(*is)
                    ));
                }
            }
        }
    }
    out
}

fn same(total: &crate::model::Total, repere: &str) -> bool {
    crate::diff::repere_total(total) == repere
}

fn texts(place: &str, avant: &Texte, apres: &Texte, out: &mut Vec<String>) {
    words(place, &avant.plain(), &apres.plain(), out);
}

/// Each change with the words around it.
fn words(place: &str, avant: &str, apres: &str, out: &mut Vec<String>) {
    let fragments = mots(avant, apres);
    let mut i = 0;
    while i < fragments.len() {
        if fragments[i].sort == Sort::Garde {
            i += 1;
            continue;
        }
        let start = i;
        let (mut gone, mut new) = (String::new(), String::new());
        while let Some(f) = fragments.get(i).filter(|f| f.sort != Sort::Garde) {
            if f.sort == Sort::Retire {
                gone.push_str(&f.texte)
            } else {
                new.push_str(&f.texte)
            }
            i += 1;
        }
        let before = start.checked_sub(1).and_then(|b| fragments.get(b));
        let before = before.map_or_else(String::new, |f| last_words(&f.texte));
        let after = fragments.get(i).map_or_else(String::new, |f| first_words(&f.texte));
        let shown = |inside: &str| {
            format!("{before}{inside}{after}").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        out.push(format!("{place}, au lieu de « {} », lire « {} »", shown(&gone), shown(&new)));
    }
}

fn last_words(texte: &str) -> String {
    let line = texte.rsplit('\n').next().unwrap_or("");
    let starts: Vec<usize> = line
        .char_indices()
        .filter(|(i, c)| {
            !c.is_whitespace() && line[..*i].chars().next_back().is_none_or(char::is_whitespace)
        })
        .map(|(i, _)| i)
        .collect();
    let from = starts.len().checked_sub(VOISINS).and_then(|n| starts.get(n)).copied().unwrap_or(0);
    line[from..].to_owned()
}

fn first_words(texte: &str) -> String {
    let line = texte.split('\n').next().unwrap_or("");
    let ends: Vec<usize> = line
        .char_indices()
        .filter(|(i, c)| {
            !c.is_whitespace()
                && line[i + c.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
        })
        .map(|(i, c)| i + c.len_utf8())
        .collect();
    // The rest of a word that is cut counts as one more.
    let wanted = if line.starts_with(char::is_whitespace) { VOISINS } else { VOISINS + 1 };
    let to = ends.get(wanted - 1).or(ends.last()).copied().unwrap_or(line.len());
    line[..to].to_owned()
}
