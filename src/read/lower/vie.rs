//! The life of the act.

use super::super::raw;
use crate::model::{Etape, Vie};

pub(crate) fn lower(raw: raw::vie::Vie) -> Vie {
    let etapes = raw.etapes.into_iter().map(|e| Etape {
        nature: e.nature.0,
        date: e.date,
        acteur: e.acteur,
        preuve: e.preuve,
    });
    Vie { etapes: etapes.collect() }
}
