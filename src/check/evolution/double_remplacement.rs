//! Two acts that replace the same one.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{ActeAnterieur, Constat, Dossier, Effet, Lieu, Severite};

pub(in crate::check) static DOUBLE_REMPLACEMENT: Regle = Regle {
    code: "EVOL-05",
    nom: "double-remplacement",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un acte annulé et remplacé n’existe plus : un second acte ne peut plus le remplacer. C’est l’acte qui l’a remplacé \
          qu’il faut viser.\n\nQuand on vérifie tout un dossier d’actes, les deux remplaçants sont trouvés où qu’ils \
          soient ; un acte seul est comparé à ceux qu’il nomme.",
    exemple: Exemple {
        faux: "[[actes_anterieurs]]\neffet = \"remplace\"\nnumero = \"2026-014\"    # déjà remplacée par la n° 2026-051",
        juste: "[[actes_anterieurs]]\neffet = \"remplace\"\nnumero = \"2026-051\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acts = &dossier.deliberation.actes_anterieurs;
    for (i, anterieur) in acts.iter().enumerate().filter(|(_, a)| a.effet == Effet::Remplace) {
        let same = |other: &ActeAnterieur| match anterieur.acte.as_deref() {
            Some(acte) => other.designe(acte),
            None => anterieur.numero.is_some() && other.numero == anterieur.numero,
        };
        let replaces = |a: &ActeAnterieur| a.effet == Effet::Remplace && same(a);
        let place = Lieu::new("deliberation.toml", format!("actes_anterieurs[{i}]"));
        if acts[..i].iter().any(replaces) {
            out.push(
                regle
                    .constat(place, "le même acte est remplacé deux fois")
                    .etiquette("cet acte est déjà nommé plus haut")
                    .aide("retirez l’une des deux"),
            );
            continue;
        }
        let mut by = acts.iter().filter_map(|a| a.acte.as_deref());
        let by = by.find(|a| a.deliberation.actes_anterieurs.iter().any(replaces));
        if let Some(by) = by {
            let numero = &by.deliberation.numero.affiche;
            out.push(
                regle
                    .constat(place, "l’acte visé est déjà remplacé")
                    .etiquette(format!("la délibération n° {numero} l’a annulé et remplacé"))
                    .aide(format!("visez la délibération n° {numero}")),
            );
        }
    }
}
