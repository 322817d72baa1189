//! An act that is drafted from two states that are the same.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Effet, Etat, Lieu, Severite};
use crate::redaction::evolution::paragraphes;

pub(in crate::check) static ACTE_SANS_EFFET: Regle = Regle {
    code: "EVOL-06",
    nom: "acte-sans-effet",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un acte que le programme rédige (`[redaction]`) dit ce qui change de l’acte antérieur. Si le programme, le budget \
          et les fiches des deux dossiers sont les mêmes, il n’y a rien à décider.\n\nC’est l’état d’un dossier que \
          `delibere evoluer` vient d’ouvrir : changez-y ce qui doit l’être. Tant que l’acte est un projet, ce n’est qu’un \
          avertissement.",
    exemple: Exemple {
        faux: "[[actes_anterieurs]]\ndossier = \"../2026-03-12-velo\"    # le même programme\n\n[redaction]",
        juste: "[[actes_anterieurs]]\ndossier = \"../2026-03-12-velo\"    # programme.toml a une action de plus\n\n[redaction]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let d = &dossier.deliberation;
    let changes = |e: &Effet| matches!(e, Effet::Modifie | Effet::Rectifie);
    let Some(rang) = d.actes_anterieurs.iter().position(|a| a.acte.is_some() && changes(&a.effet))
    else {
        return;
    };
    let all = d.actes_anterieurs.iter().all(|a| changes(&a.effet));
    let decided = || paragraphes(dossier).iter().any(|p| !p.paragraphe.de_l_expose());
    if d.redaction.is_none() || !all || decided() {
        return;
    }
    let place = Lieu::new("deliberation.toml", format!("actes_anterieurs[{rang}]"));
    // A project that was just opened is still to be written.
    let most = match comptes.etat {
        Etat::Projet => Severite::Avertissement,
        _ => Severite::Erreur,
    };
    out.push(
        regle
            .constat(place, "rien ne change de l’acte antérieur : il n’y a rien à décider")
            .au_plus(most)
            .etiquette("le programme, le budget et les fiches sont les mêmes")
            .aide("changez programme.toml, budget.toml ou une fiche ; « delibere comparer » dit ce qui change"),
    );
}
