//! A public vote that does not name every voter.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::{Comptes, Voix};
use crate::model::{Constat, Dossier, Scrutin, Severite};

pub(in crate::check) static SCRUTIN_PUBLIC_SANS_NOMS: Regle = Regle {
    code: "VOTE-04",
    nom: "scrutin-public-sans-noms",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-15, L. 2121-21, L. 3121-15 et L. 4132-14"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Au scrutin public, le registre et le procès-verbal portent le nom des votants et le \
          sens de leur vote : les voix se donnent en listes de noms. « pour » peut rester absent \
          : ceux qui ne sont nommés nulle part votent pour.",
    exemple: Exemple {
        faux: "[vote]\nscrutin = \"public\"\ncontre = 4",
        juste: "[vote]\nscrutin = \"public\"\ncontre = [\"FONTANEL\", \"PASCAREL\", \"KERBRAT\", \"DUBREUILH\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    if vote.scrutin != Scrutin::Public {
        return;
    }
    let unnamed = |voix: &Voix| voix.nombre as usize != voix.noms.len();
    let ways = [
        ("pour", &counted.pour, vote.pour.is_some()),
        ("contre", &counted.contre, vote.contre.is_some()),
        ("abstentions", &counted.abstentions, vote.abstentions.is_some()),
    ];
    for (cle, counted, typed) in ways {
        // Those for that nobody types are the rest: they lack names only because the others do.
        if typed && unnamed(counted) {
            out.push(
                regle
                    .constat(
                        voix::acte(cle),
                        "au scrutin public, chaque votant est nommé avec le sens de son vote",
                    )
                    .etiquette("un nombre, sans noms")
                    .aide(format!("donnez la liste des membres : {cle} = [\"…\", \"…\"]")),
            );
        }
    }
    if vote.pour.is_none() && comptes.presence.is_none() {
        out.push(
            regle
                .constat(
                    voix::acte("scrutin"),
                    "au scrutin public, chaque votant est nommé, et personne ne l’est",
                )
                .etiquette("ceux qui votent pour ne sont pas connus")
                .aide("nommez-les : pour = [\"…\", \"…\"]"),
        );
    }
}
