//! A summons on paper, since it is electronic unless a member asks otherwise.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, ModeConvocation, Severite};

pub(in crate::check) static CONVOCATION_SUR_PAPIER: Regle = Regle {
    code: "CONV-09",
    nom: "convocation-sur-papier",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2019, 12, 29),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-10 (loi n° 2019-1461 du 27 décembre 2019, art. 9)"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 29 décembre 2019, la convocation est transmise de manière dématérialisée, \
          sauf aux conseillers qui demandent le papier. Le programme le rappelle quand « mode » \
          vaut « papier ».",
    exemple: Exemple {
        faux: "[convocation]\ndate = 2026-03-05\nmode = \"papier\"",
        juste: "[convocation]\ndate = 2026-03-05\nmode = \"dematerialisee\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let mode = dossier.seance.convocation.as_ref().and_then(|c| c.mode);
    if mode == Some(ModeConvocation::Papier) && affaire::pleniere(dossier) {
        out.push(
            regle
                .constat(
                    Lieu::new("seance.toml", "convocation.mode"),
                    "la convocation est transmise de manière dématérialisée, sauf aux conseillers qui demandent le papier",
                )
                .etiquette("convocation sur papier")
                .aide("gardez « papier » si tous l’ont demandé, sinon écrivez mode = \"dematerialisee\""),
        );
    }
}
