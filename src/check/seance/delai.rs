//! The delay of a summons, which several rules ask for, each for its kind of authority and its day.

use crate::check::{Regle, affaire};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Etat, Lieu};
use crate::typographie::date::date_longue;

/// Finds a summons that was not sent that many clear days before the sitting, or that an adopted act does not give.
///
/// In an emergency the delay is another ([`super::URGENCE_MAL_JUGEE`]).
pub(super) fn check(
    regle: &Regle,
    dossier: &Dossier,
    comptes: &Comptes,
    exiges: i64,
    out: &mut Vec<Constat>,
) {
    if !affaire::pleniere(dossier) {
        return;
    }
    let seance = &dossier.seance;
    let Some(convocation) = &seance.convocation else {
        if comptes.etat != Etat::Projet {
            let message = "l’acte est voté et la séance ne dit pas quand ses membres ont été convoqués : le délai ne \
                           se vérifie pas";
            out.push(
                regle
                    .constat(Lieu::new("seance.toml", "date"), message)
                    .etiquette("convocation inconnue")
                    .aide("ajoutez [convocation] avec date = 2026-06-12, le jour de l’envoi"),
            );
        }
        return;
    };
    let francs = droit::jours_francs(convocation.date, seance.date);
    // A second summons has a delay of its own ([`super::SECONDE_CONVOCATION_TROP_PROCHE`]).
    let special = convocation.urgence.is_some() || convocation.seance_sans_quorum.is_some();
    if special || francs >= exiges {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("seance.toml", "convocation.date"),
                format!("la convocation laisse {}, il en faut {exiges}", jours(francs)),
            )
            .etiquette(format!("envoyée le {}", date_longue(convocation.date)))
            .secondaire(
                Lieu::new("seance.toml", "date"),
                format!("séance du {}", date_longue(seance.date)),
            )
            .aide(
                "ni le jour de l’envoi ni celui de la séance ne comptent ; en cas d’urgence, ajoutez \
                 [convocation.urgence] avec son motif et le vote de l’assemblée",
            ),
    );
}

/// « 1 jour franc », « 4 jours francs ».
pub(super) fn jours(francs: i64) -> String {
    match francs.max(0) {
        0 => "aucun jour franc".to_owned(),
        1 => "1 jour franc".to_owned(),
        n => format!("{n} jours francs"),
    }
}
