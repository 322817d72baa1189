//! Members who have an interest in a matter, which two rules keep out of its vote.

use super::voix;
use crate::check::{Regle, passages};
use crate::compute::Comptes;
use crate::model::{CauseNonParticipation, Constat, Dossier, Etat, Lieu};

/// Finds a member who has an interest in the matter, and votes on it or reports on it.
pub(super) fn check(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = dossier.deliberation.vote.as_ref().filter(|_| comptes.etat != Etat::Projet)
    else {
        return;
    };
    let seance = &dossier.seance;
    let interested = vote.non_participations.iter().enumerate();
    let interested = interested.filter(|(_, n)| n.cause == CauseNonParticipation::Interet);
    let named = voix::noms(vote);
    for (i, one) in interested {
        let nom = seance.nom_de(&one.membre);
        let declared = voix::acte(&format!("non_participations[{i}].membre"));
        if let Some((_, lieu)) = named.iter().find(|(id, _)| **id == one.membre) {
            out.push(
                regle
                    .constat(
                        lieu.clone(),
                        format!("{nom} est intéressé à l’affaire et compte parmi ceux qui votent"),
                    )
                    .etiquette("voix d’un membre intéressé")
                    .secondaire(declared.clone(), "intéressé à l’affaire")
                    .aide("retirez ce nom des voix : la délibération serait illégale"),
            );
        }
        let Some((lieu, rapporteur)) = rapporteur(dossier) else { continue };
        let wanted = seance.conseiller(&one.membre).map(|c| passages::plat(&c.nom));
        let found = passages::Passage::new(lieu.clone(), rapporteur);
        if wanted.is_some_and(|w| found.position(&w, 0).is_some()) {
            out.push(
                regle
                    .constat(lieu, format!("{nom} est intéressé à l’affaire et la rapporte"))
                    .etiquette("rapport d’un membre intéressé")
                    .secondaire(declared, "intéressé à l’affaire")
                    .aide("confiez le rapport à un autre membre"),
            );
        }
    }
}

/// Who reports on the act, with the place where that is said.
fn rapporteur(dossier: &Dossier) -> Option<(Lieu, &str)> {
    if let Some(nom) = &dossier.deliberation.rapporteur {
        return Some((Lieu::new("deliberation.toml", "rapporteur"), nom));
    }
    let rank = dossier.point?;
    let nom = dossier.seance.points.get(rank)?.rapporteur.as_deref()?;
    Some((Lieu::new("seance.toml", format!("points[{rank}].rapporteur")), nom))
}
