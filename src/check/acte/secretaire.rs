//! Who keeps the record of a voted act, which two rules ask for: one before 1 July 2022, one since.

use crate::check::{Regle, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu};

/// Finds a voted act of the whole assembly that names no secretary.
pub(super) fn check(
    regle: &Regle,
    dossier: &Dossier,
    comptes: &Comptes,
    message: &str,
    out: &mut Vec<Constat>,
) {
    if comptes.etat == Etat::Projet
        || !affaire::pleniere(dossier)
        || !dossier.seance.secretaires_of(dossier.point).is_empty()
    {
        return;
    }
    out.push(
        regle
            .constat(Lieu::new("seance.toml", "date"), message)
            .etiquette("secrétaire inconnu")
            .aide("ajoutez secretaires = [\"…\"]"),
    );
}
