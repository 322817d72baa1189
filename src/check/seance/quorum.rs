//! The quorum of an act, which two rules ask for, each for its kinds of authority.

use super::urgence_sanitaire;
use crate::check::{Regle, affaire};
use crate::compute::{Comptes, ComptesPresence};
use crate::model::{CauseNonParticipation, Constat, Dossier, Etat, Lieu, Severite};

/// Finds an act that the assembly voted without its quorum, or whose attendance is not known.
pub(super) fn check(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if comptes.etat == Etat::Projet || !affaire::pleniere(dossier) || !affaire::examinee(dossier) {
        return;
    }
    let Some(presence) = &comptes.presence else {
        let message = "l’acte est voté et la séance ne dit pas qui y est présent : le quorum ne se vérifie pas";
        out.push(
            regle
                .constat(Lieu::new("seance.toml", "date"), message)
                .etiquette("présents inconnus")
                .aide("nommez les membres ([[conseillers]], ou assemblee.toml) et qui est là ([presences])"),
        );
        return;
    };
    let quorum = &presence.quorum;
    // The law sends the executive out at the vote of its accounts, and only then: the quorum is that of the debate.
    let accounts =
        dossier.deliberation.vote.iter().flat_map(|v| &v.non_participations).filter(|n| {
            n.cause == CauseNonParticipation::CompteAdministratif
                && presence.sortis.contains(&n.membre)
        });
    let accounts = u32::try_from(accounts.count()).unwrap_or(u32::MAX);
    if accounts > 0 && quorum.presents.saturating_add(accounts) >= quorum.requis {
        return;
    }
    if quorum.atteint() || deroge(dossier, presence) || deporte(dossier, presence) {
        return;
    }
    let mut constat = regle
        .constat(
            lieu(dossier),
            format!(
                "le quorum n’est pas atteint : {} pour {} membres en exercice, il en faut {}",
                presents(quorum.presents),
                presence.en_exercice,
                quorum.requis
            ),
        )
        .etiquette("vote sans quorum")
        .aide(
            "les pouvoirs ne comptent pas ; l’affaire se délibère après une seconde convocation, à trois jours au moins \
             (convocation.seance_sans_quorum)",
        );
    let sortis = u32::try_from(presence.sortis.len()).unwrap_or(u32::MAX);
    if quorum.presents + sortis >= quorum.requis {
        // Those who leave for the vote were there when the matter was opened, which is when the quorum is judged.
        constat = constat.au_plus(Severite::Avertissement);
        constat.aide = Some(
            "il l’était à l’ouverture de ce point : vérifiez qui quitte la salle (quitte_la_salle)"
                .to_owned(),
        );
    }
    let left = dossier.seance.mouvements.iter().enumerate().filter(|(_, m)| {
        m.sens == crate::model::SensMouvement::Depart && dossier.point.is_some_and(|p| m.point <= p)
    });
    for (i, m) in left {
        let words = format!("départ de {}", dossier.seance.nom_de(&m.membre));
        constat =
            constat.secondaire(Lieu::new("seance.toml", format!("mouvements[{i}].membre")), words);
    }
    out.push(constat);
}

/// Where the vote of an act stands.
pub(super) fn lieu(dossier: &Dossier) -> Lieu {
    let chemin = if dossier.deliberation.vote.is_some() { "vote" } else { "etat" };
    Lieu::new("deliberation.toml", chemin)
}

/// « 1 présent », « 12 présents ».
pub(super) fn presents(n: u32) -> String {
    if n <= 1 { format!("{n} présent") } else { format!("{n} présents") }
}

/// Whether the quorum of the health emergency, a third of the members, those represented included in some of its
/// periods, may have been enough.
pub(super) fn deroge(dossier: &Dossier, presence: &ComptesPresence) -> bool {
    let represented = u32::try_from(presence.pouvoirs.len()).unwrap_or(u32::MAX);
    urgence_sanitaire::couvre(dossier.seance.date)
        && (presence.quorum.presents + represented) * 3 > presence.en_exercice
}

/// Whether the quorum is reached once those who stand aside for an interest are not counted among the members.
pub(super) fn deporte(dossier: &Dossier, presence: &ComptesPresence) -> bool {
    if !super::QUORUM_SANS_DEPORTS.s_applique(dossier.seance.date, dossier.collectivite.genre) {
        return false;
    }
    let aside = dossier.deliberation.vote.iter().flat_map(|v| &v.non_participations);
    let aside = aside.filter(|n| n.cause == CauseNonParticipation::Interet && n.quitte_la_salle);
    let aside = u32::try_from(aside.count()).unwrap_or(u32::MAX);
    aside > 0 && presence.quorum.presents * 2 > presence.en_exercice.saturating_sub(aside)
}
