//! The action sheets.

use super::super::raw;
use super::{Actions, Lower};
use crate::model::{Champ, FicheAction, Largeur};

pub(crate) fn lower(
    raw: raw::fiche::Fiche,
    actions: Actions<'_>,
    l: &mut Lower<'_>,
) -> FicheAction {
    let action = l.action(&raw.action, "action", actions);
    let champs =
        raw.champs
            .into_iter()
            .enumerate()
            .map(|(i, c)| {
                let nature = c.nature.0;
                let libelle = c.libelle.unwrap_or_else(|| nature.libelle().to_owned());
                l.filled(&libelle, &format!("champs[{i}].libelle"));
                Champ {
                    nature,
                    libelle,
                    texte: l.markdown(&c.texte, &format!("champs[{i}].texte")),
                    largeur: c.largeur.map_or(
                        if nature.pleine() { Largeur::Pleine } else { Largeur::Moitie },
                        |w| w.0,
                    ),
                }
            })
            .collect();
    FicheAction { action, intitule: raw.intitule, titre: raw.titre, champs }
}
