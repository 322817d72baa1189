//! A quorum that only the health emergency makes enough.

use super::quorum;
use crate::check::{Examen, Exemple, Lecture, Regle, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static QUORUM_DEROGATOIRE: Regle = Regle {
    code: "QUOR-05",
    nom: "quorum-derogatoire",
    severite: Severite::Information,
    vigueur: super::urgence_sanitaire::VIGUEUR,
    genres: &[],
    base: Some(
        "ordonnance n° 2020-391, art. 2 ; loi n° 2020-1379, art. 6 ; loi n° 2021-1465, art. 10",
    ),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Textes cités de mémoire ; les bornes des sous-périodes n’ont pas été vérifiées.",
    ),
    doc: "Pendant l’état d’urgence sanitaire, le quorum était d’un tiers des membres, présents ou \
          représentés selon la période, et un membre pouvait porter deux pouvoirs. Le programme \
          ne sait pas quelle sous-période s’applique : il dit seulement que le quorum ordinaire \
          n’est pas atteint.",
    exemple: Exemple {
        faux: "# en mars 2021, trois présents pour sept membres en exercice",
        juste: "# en mars 2021, quatre présents pour sept membres en exercice",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(presence) = comptes.presence.as_ref().filter(|_| dossier.deliberation.vote.is_some())
    else {
        return;
    };
    if presence.quorum.atteint()
        || !affaire::pleniere(dossier)
        || !quorum::deroge(dossier, presence)
    {
        return;
    }
    out.push(
        regle
            .constat(
                quorum::lieu(dossier),
                format!(
                    "le quorum ordinaire n’est pas atteint ({} pour {} membres) ; l’état d’urgence sanitaire en admettait \
                     un tiers",
                    quorum::presents(presence.quorum.presents),
                    presence.en_exercice
                ),
            )
            .etiquette("quorum du tiers")
            .aide("vérifiez la règle en vigueur ce jour-là"),
    );
}
