//! The days of an act, as its ledger says them, else its mentions; and where each is said.

use crate::compute::{self, Comptes};
use crate::model::{Dossier, Lieu, Mentions, NatureEtape};

/// The days of the act: those of vie.toml, else those that it declares.
pub(super) fn dates(dossier: &Dossier, comptes: &Comptes) -> Mentions {
    compute::mentions(dossier, comptes.etat)
}

/// Where one of those days is said, by the name of its mention.
pub(super) fn lieu(dossier: &Dossier, comptes: &Comptes, cle: &str) -> Lieu {
    let dates = dates(dossier, comptes);
    let (natures, day): (&[NatureEtape], _) = match cle {
        "transmission" => (&[NatureEtape::Transmise], dates.transmission),
        "reception" => (&[NatureEtape::Recue], dates.reception),
        "publication" => (&[NatureEtape::Publiee, NatureEtape::Affichee], dates.publication),
        _ => (&[], None),
    };
    let noted =
        dossier.vie.etapes.iter().rposition(|e| natures.contains(&e.nature) && Some(e.date) == day);
    match noted {
        Some(rang) => Lieu::new("vie.toml", format!("etapes[{rang}].date")),
        None => Lieu::new("deliberation.toml", format!("mentions.{cle}")),
    }
}
