//! What is left aside, with its reason.

use super::super::raw;
use super::Lower;
use crate::model::{CodeIgnore, Verifications};
use crate::read::codes;

pub(crate) fn lower(
    raw: Option<raw::verifications::Verifications>,
    l: &mut Lower<'_>,
) -> Verifications {
    let ignorer = raw.map_or_else(Vec::new, |r| r.ignorer);
    let place = |i: usize, cle: &str| format!("verifications.ignorer[{i}].{cle}");
    for (i, one) in ignorer.iter().enumerate() {
        l.filled(&one.code, &place(i, "code"));
        if one.motif.trim().is_empty() {
            let fault = l.fault(
                codes::VIDE,
                &place(i, "motif"),
                "un code ne s’ignore pas sans raison, et celle-ci est vide",
            );
            fault.etiquette = "raison vide".to_owned();
            fault.aide = Some("dites pourquoi, pour qui relira : motif = \"…\"".to_owned());
        }
    }
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "le code",
        "un code s’ignore une fois par fichier",
        ignorer.iter().enumerate().map(|(i, one)| (place(i, "code"), one.code.as_str())),
    );
    let lower = |one: raw::verifications::CodeIgnore| CodeIgnore {
        code: one.code,
        motif: one.motif.trim().to_owned(),
    };
    Verifications { ignorer: ignorer.into_iter().map(lower).collect() }
}
