//! What an act does to an earlier one, and what of it is drafted.

use std::sync::Arc;

use super::super::raw;
use super::Lower;
use crate::model::{ActeAnterieur, Dossier, Effet, FormeDispositif, Paragraphe, Redaction};
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
        out.push(ActeAnterieur {
            effet: a.effet.map_or(Effet::Modifie, |e| e.0),
            numero: a.numero,
            date: a.date,
            objet: a.objet,
            dossier: a.dossier,
            acte: actes.get_mut(i).and_then(Option::take),
        });
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
