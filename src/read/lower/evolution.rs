//! What an act does to an earlier one, and what of it is drafted.

use std::sync::Arc;

use super::super::raw;
use super::{Lower, Nombre};
use crate::model::{
    ActeAnterieur, Correction, Dossier, Effet, FormeDispositif, Paragraphe, PartieCorrigee,
    Redaction,
};
use crate::read::codes;

/// Lowers the earlier acts; `actes` are those whose folder could be read, at the same rank.
pub(crate) fn actes_anterieurs(
    raw: Vec<raw::deliberation::ActeAnterieur>,
    mut actes: Vec<Option<Arc<Dossier>>>,
    l: &mut Lower<'_>,
) -> Vec<ActeAnterieur> {
    let mut out = Vec::with_capacity(raw.len());
    for (i, a) in raw.into_iter().enumerate() {
        let base = format!("actes_anterieurs[{i}]");
        if a.numero.is_none() && a.date.is_none() && a.objet.is_none() && a.dossier.is_none() {
            let fault = l.fault(codes::CLE_ABSENTE, &base, "rien ne dit quel est l’acte antérieur");
            fault.etiquette = "ni numéro, ni date, ni objet, ni dossier".to_owned();
            fault.aide = Some(
                "ajoutez : numero = \"C-12-05-01\", date = 2012-12-07, ou dossier = \"../2012-12-07-ess\""
                    .to_owned(),
            );
        }
        for (cle, texte) in [("numero", &a.numero), ("objet", &a.objet), ("dossier", &a.dossier)] {
            if let Some(texte) = texte {
                l.filled(texte, &format!("{base}.{cle}"));
            }
        }
        let effet = a.effet.map_or(Effet::Modifie, |e| e.0);
        let acte = actes.get_mut(i).and_then(Option::take);
        let corrections = corrections(a.corrections, effet, acte.as_deref(), &base, l);
        out.push(ActeAnterieur {
            effet,
            numero: a.numero,
            date: a.date,
            objet: a.objet,
            dossier: a.dossier,
            acte,
            corrections,
        });
    }
    out
}

/// Lowers what is corrected of the text of an earlier act; `acte` is that act, when its folder was read.
fn corrections(
    raw: Vec<raw::deliberation::Correction>,
    effet: Effet,
    acte: Option<&Dossier>,
    base: &str,
    l: &mut Lower<'_>,
) -> Vec<Correction> {
    let mut out = Vec::with_capacity(raw.len());
    if !raw.is_empty() && effet != Effet::Rectifie {
        let fault = l.fault(
            codes::CLE_SANS_OBJET,
            &format!("{base}.corrections"),
            "seul un acte qui en rectifie un autre en corrige le texte",
        );
        fault.etiquette = format!("l’effet est « {} »", effet.cle());
        fault.aide = Some("écrivez effet = \"rectifie\", ou retirez ces corrections".to_owned());
    }
    for (j, c) in raw.into_iter().enumerate() {
        let place = format!("{base}.corrections[{j}]");
        let given = [c.objet, c.expose, c.visa, c.considerant, c.decision, c.article];
        let named: Vec<(PartieCorrigee, &str, i64)> = PartieCorrigee::ALL
            .iter()
            .zip(given)
            .filter_map(|((partie, cle, _), n)| Some((*partie, *cle, n?)))
            .collect();
        l.filled(&c.lire.0, &format!("{place}.lire"));
        let texte = l.markdown(&c.lire, &format!("{place}.lire"));
        let [(partie, cle, n)] = named[..] else {
            let fault = l.fault(
                codes::CLE_ABSENTE,
                &place,
                "une correction dit, une seule fois, quel texte elle corrige",
            );
            fault.etiquette = format!("{} clés le disent", named.len());
            fault.aide = Some("écrivez par exemple : visa = 3".to_owned());
            continue;
        };
        let at = format!("{place}.{cle}");
        let Some(n) = l.nombre(n, &at, Nombre::RANG) else { continue };
        let rang = n.saturating_sub(1) as usize;
        if let Some(acte) = acte {
            let texts = partie.textes(&acte.deliberation);
            let plural = PartieCorrigee::ALL.iter().find(|(p, ..)| *p == partie);
            let plural = plural.map_or("textes", |(.., plural)| plural);
            match texts.get(rang) {
                None => {
                    let message =
                        format!("l’acte antérieur n’a pas tant de {plural} : {}", texts.len());
                    let fault = l.fault(codes::REFERENCE, &at, message);
                    fault.etiquette = format!("il n’y a pas de numéro {n}");
                    fault.aide = Some("comptez à partir de 1, dans l’ordre imprimé".to_owned());
                }
                Some(was) if *was == texte => {
                    let fault = l.fault(
                        codes::CLE_SANS_OBJET,
                        &format!("{place}.lire"),
                        "ce texte est déjà celui de l’acte antérieur",
                    );
                    fault.etiquette = "rien n’est corrigé".to_owned();
                }
                Some(_) => {}
            }
        }
        out.push(Correction { partie, rang, texte });
    }
    out
}

/// Lowers `[redaction]`; `written` is the form of the decisions that the act writes itself.
pub(crate) fn redaction(
    raw: raw::deliberation::Redaction,
    written: Option<FormeDispositif>,
    anterieurs: &[ActeAnterieur],
    l: &mut Lower<'_>,
) -> Redaction {
    if !anterieurs.iter().any(|a| a.dossier.is_some()) {
        let fault = l.fault(
            codes::CLE_SANS_OBJET,
            "redaction",
            "rien ne peut être rédigé sans le dossier de l’acte antérieur",
        );
        fault.etiquette = "aucun acte antérieur n’a de « dossier »".to_owned();
        fault.aide = Some(
            "ajoutez [[actes_anterieurs]] avec dossier = \"../…\", ou retirez [redaction]"
                .to_owned(),
        );
    }
    let forme = raw.forme.map(|f| f.0);
    if let (Some(forme), Some(written)) = (forme, written)
        && forme != written
    {
        let (asked, there) = match forme {
            FormeDispositif::Verbes => ("en verbes", "[[articles]]"),
            FormeDispositif::Articles => ("en articles", "[[decisions]]"),
        };
        let fault = l.fault(
            codes::CLE_SANS_OBJET,
            "redaction.forme",
            format!("le dispositif est demandé {asked}, et l’acte a des {there}"),
        );
        fault.etiquette = "retirez cette clé : ce qui est écrit décide".to_owned();
    }
    let mut reprises = Vec::new();
    let given = [
        raw.rappel,
        raw.proposition,
        raw.moyens,
        raw.annule,
        raw.abroge,
        raw.rectifie,
        raw.modifie,
        raw.prolonge,
        raw.ajoute,
        raw.supprime,
        raw.renumerote,
        raw.remplace,
        raw.calendrier,
        raw.document,
        raw.fixe,
        raw.inchange,
    ];
    for ((paragraphe, cle), texte) in Paragraphe::ALL.iter().zip(given) {
        if let Some(texte) = texte {
            reprises.push((*paragraphe, l.markdown(&texte, &format!("redaction.{cle}"))));
        }
    }
    Redaction { forme, reprises }
}
