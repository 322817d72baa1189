//! A quorum that is reached only because those who stand aside are not counted.

use super::quorum;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static QUORUM_SANS_DEPORTS: Regle = Regle {
    code: "QUOR-04",
    nom: "quorum-sans-deports",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2022, 2, 23),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2131-11 et L. 1111-6"),
    lecture: Lecture::Lu,
    reserve: Some(
        "Les départements et les régions sont concernés depuis la loi n° 2025-1249, dont la date \
         d’effet est citée de mémoire : la règle ne les juge pas.",
    ),
    doc: "Les élus qui se déportent en application du II de l’article L. 1111-6 (ils représentent \
          la collectivité dans un autre organisme) ne sont pas comptés parmi les membres en \
          exercice pour le quorum. Le programme le dit quand le quorum n’est atteint qu’à cette \
          condition : à vous de vérifier que le déport est bien de ceux-là.",
    exemple: Exemple {
        faux: "[[vote.non_participations]]\nmembre = \"QUILLET\"\ncause = \"interet\"\nquitte_la_salle = true",
        juste: "# le même, si le quorum est atteint sans l’exclure",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(presence) = comptes.presence.as_ref().filter(|_| dossier.deliberation.vote.is_some())
    else {
        return;
    };
    let reached = presence.quorum.atteint() || quorum::deroge(dossier, presence);
    if reached || !affaire::pleniere(dossier) || !quorum::deporte(dossier, presence) {
        return;
    }
    out.push(
        regle
            .constat(
                quorum::lieu(dossier),
                format!(
                    "le quorum n’est atteint que si les élus qui se déportent ne comptent pas parmi les {} membres en \
                     exercice",
                    presence.en_exercice
                ),
            )
            .etiquette(quorum::presents(presence.quorum.presents))
            .aide(
                "c’est le cas de ceux qui représentent la collectivité dans l’organisme intéressé, et d’eux seuls \
                 (L. 1111-6, II)",
            ),
    );
}
