//! Names in a secret vote.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Scrutin, Severite};

pub(in crate::check) static NOMS_AU_SCRUTIN_SECRET: Regle = Regle {
    code: "VOTE-07",
    nom: "noms-au-scrutin-secret",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2121-21"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Au scrutin secret, personne ne sait qui a voté quoi : les voix se donnent en nombres. \
          Le programme n’imprime aucun nom, mais le fichier n’en porte pas non plus.",
    exemple: Exemple {
        faux: "[vote]\nscrutin = \"secret\"\ncontre = [\"FONTANEL\"]",
        juste: "[vote]\nscrutin = \"secret\"\ncontre = 1",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    if counted.scrutin != Scrutin::Secret {
        return;
    }
    for (cle, voix) in voix::sens(vote) {
        let named = voix.map_or(0, |v| v.noms().len());
        if named > 0 {
            out.push(
                regle
                    .constat(
                        voix::acte(cle),
                        "au scrutin secret, le sens d’un vote ne porte aucun nom",
                    )
                    .etiquette("des noms")
                    .aide(format!("gardez le nombre : {cle} = {named}")),
            );
        }
    }
}
