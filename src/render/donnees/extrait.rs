//! The extract of the register.

use serde_json::{Value, json};

use super::deliberation::{self, Support};
use super::formules;
use super::presences::Assistance;
use super::texte::{Composer, prose, words};
use crate::compute::Comptes;
use crate::model::Dossier;
use crate::redaction::Instance;

/// The act as the register has it, headed by the attendance as it stood for it.
pub(super) fn piece(dossier: &Dossier, comptes: &Comptes, composer: &Composer<'_>) -> Value {
    let mut out = deliberation::piece(dossier, comptes, composer, Support::Extrait);
    let presences =
        deliberation::assistance(dossier, comptes).map_or(Value::Null, Assistance::presences);
    let c = &dossier.collectivite;
    let instance = Instance::of(c, &dossier.seance);
    let ouverture = formules::ouverture(c, &dossier.seance, dossier.point);
    let ouverture = match formules::huis_clos(&dossier.seance) {
        Some(closed) => format!("{ouverture} {closed}"),
        None => ouverture,
    };
    if let Value::Object(map) = &mut out {
        map.insert("piece".into(), json!("extrait"));
        map.insert("registre".into(), words("Extrait du registre des délibérations"));
        map.insert("instance".into(), words(&instance.du()));
        map.insert("ouverture".into(), prose(&ouverture));
        map.insert("presences".into(), presences);
    }
    out
}
