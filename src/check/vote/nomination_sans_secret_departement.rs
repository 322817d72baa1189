//! A nomination that a département or a region does not vote by ballot.

use super::nomination_sans_secret::dit;
use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Scrutin, Severite};

pub(in crate::check) static NOMINATION_SANS_SECRET_DEPARTEMENT: Regle = Regle {
    code: "VOTE-06",
    nom: "nomination-sans-secret-departement",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::DEPARTEMENTS_ET_REGIONS,
    base: Some("CGCT, art. L. 3121-15 et L. 4132-14"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Un assouplissement à l’unanimité existe depuis, connu de mémoire : « motif » suffit à \
         faire taire la règle.",
    ),
    doc: "Dans un département ou une région, les votes sur les nominations ont lieu au scrutin \
          secret. Un vote qui pourvoit un poste (« poste ») sans être secret dit pourquoi, dans « \
          motif ».",
    exemple: Exemple {
        faux: "[vote]\nposte = \"représentant au conseil d’administration du collège\"",
        juste: "[vote]\nscrutin = \"secret\"\nposte = \"représentant au conseil d’administration du collège\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    let silent = vote.motif.is_some() || dit(&dossier.deliberation);
    if vote.poste.is_some() && counted.scrutin != Scrutin::Secret && !silent {
        out.push(
            regle
                .constat(voix::acte("poste"), "une nomination se vote au scrutin secret")
                .etiquette("scrutin non secret")
                .aide(
                    "écrivez scrutin = \"secret\", ou dites dans « motif » quel texte en dispense",
                ),
        );
    }
}
