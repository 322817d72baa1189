//! What becomes of a regulatory act before 1 July 2022, which two rules look at.

use crate::check::{Regle, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Portee, Severite};

/// Finds an act that is regulatory, or may be, and that no collection of acts is said to hold; only a voted one that is
/// declared regulatory is blamed for it, and only a draft that is still bare is told of it otherwise.
pub(super) fn check(
    regle: &Regle,
    dossier: &Dossier,
    comptes: &Comptes,
    message: &str,
    out: &mut Vec<Constat>,
) {
    let acte = &dossier.deliberation;
    if acte.mentions.recueil.is_some() || comptes.etat == Etat::Rejetee {
        return;
    }
    let (chemin, etiquette) = match acte.portee {
        Some(Portee::Reglementaire) => ("portee", "acte réglementaire"),
        Some(Portee::Individuelle | Portee::Autre) => return,
        None if affaire::a_preparer(dossier, comptes.etat) => ("objet[0]", "acte réglementaire ?"),
        None => return,
    };
    let voted = comptes.etat == Etat::Adoptee && acte.portee.is_some();
    out.push(
        regle
            .constat(Lieu::new("deliberation.toml", chemin), message)
            .au_plus(if voted { Severite::Avertissement } else { Severite::Information })
            .etiquette(etiquette)
            .aide("le jour venu, ajoutez dans [mentions] la date du recueil : recueil = … ; si l’acte n’est pas réglementaire : portee = \"autre\""),
    );
}
