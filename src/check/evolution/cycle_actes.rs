//! Acts that change each other in a ring.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static CYCLE_ACTES: Regle = Regle {
    code: "EVOL-04",
    nom: "cycle-actes",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un acte ne change qu’un acte antérieur. Deux actes qui se visent l’un l’autre, ou plusieurs qui se visent en rond, \
          n’ont pas d’ordre : rien ne dit quel programme est en vigueur.\n\nQuand on vérifie un acte seul, son acte \
          antérieur est lu ; quand on vérifie tout un dossier d’actes, le rond est cherché de l’un à l’autre.",
    exemple: Exemple {
        faux: "# n° 2026-051\n[[actes_anterieurs]]\ndossier = \"../2026-060\"\n\n# n° 2026-060\n[[actes_anterieurs]]\nnumero = \"2026-051\"",
        juste: "# n° 2026-051\n[[actes_anterieurs]]\ndossier = \"../2026-014\"\n\n# n° 2026-060\n[[actes_anterieurs]]\nnumero = \"2026-051\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let same = |a: &Dossier| {
        a.deliberation.numero == dossier.deliberation.numero && a.seance.date == dossier.seance.date
    };
    for (i, anterieur) in dossier.deliberation.actes_anterieurs.iter().enumerate() {
        let Some(acte) = anterieur.acte.as_deref() else { continue };
        let back = acte.deliberation.actes_anterieurs.iter().any(|a| a.designe(dossier));
        let (own, numero) = (same(acte), &acte.deliberation.numero.affiche);
        if !back && !own {
            continue;
        }
        let label = if own {
            "c’est cet acte lui-même".to_owned()
        } else {
            format!("la délibération n° {numero} vise déjà celle-ci")
        };
        let place = Lieu::new("deliberation.toml", format!("actes_anterieurs[{i}].dossier"));
        out.push(
            regle
                .constat(place, "ces actes se visent l’un l’autre en rond")
                .etiquette(label)
                .aide("un acte ne change qu’un acte antérieur : corrigez celui des deux qui se trompe de cible"),
        );
    }
}
