//! A round after somebody is elected, or a fourth one.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

/// Rounds of an election at most.
const TOURS: usize = 3;

pub(in crate::check) static TOUR_DE_TROP: Regle = Regle {
    code: "ELEC-01",
    nom: "tour-de-trop",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un tour suit celui où un candidat est élu, ou l’élection a plus de trois tours. Aux deux \
          premiers, est élu qui réunit la majorité absolue des suffrages exprimés ; au troisième, \
          qui a le plus de voix, le plus âgé à égalité. Un quatrième tour n’est qu’averti.",
    exemple: Exemple {
        faux: "[[vote.tours]]\nbulletins = 9\ncandidats = [{ nom = \"ROUX\", voix = 8 }]\n\n[[vote.tours]]\nbulletins = 9\ncandidats = [{ nom = \"ROUX\", voix = 9 }]",
        juste: "[[vote.tours]]\nbulletins = 9\ncandidats = [{ nom = \"ROUX\", voix = 8 }]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = &dossier.deliberation.vote else { return };
    let Some(election) = comptes.vote.as_ref().and_then(|v| v.election.as_ref()) else { return };
    let lieu = |rank: usize| Lieu::new("deliberation.toml", format!("vote.tours[{rank}]"));
    match election.elu {
        Some((tour, rank)) if tour + 1 < vote.tours.len() => {
            let Some(elu) = vote.tours.get(tour).and_then(|t| t.candidats.get(rank)) else {
                return;
            };
            let first = Lieu::new(
                "deliberation.toml",
                format!("vote.tours[{tour}].candidats[{rank}].nom"),
            );
            out.push(
                regle
                    .constat(
                        lieu(tour + 1),
                        format!("un tour suit celui où l’élection est acquise à {}", elu.nom),
                    )
                    .etiquette("tour de trop")
                    .secondaire(first, format!("majorité réunie au tour {}", tour + 1))
                    .aide("retirez ce tour, ou corrigez les voix du précédent"),
            );
        }
        _ if vote.tours.len() > TOURS => out.push(
            regle
                .constat(lieu(TOURS), "une élection a trois tours au plus")
                .au_plus(Severite::Avertissement)
                .etiquette("quatrième tour")
                .aide("au troisième tour, le plus de voix suffit, et l’âge départage : donnez « naissance » aux candidats à égalité"),
        ),
        _ => {}
    }
}
