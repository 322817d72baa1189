//! An act declared voted without a vote.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};

pub(in crate::check) static VOTE_ABSENT: Regle = Regle {
    code: "VOTE-15",
    nom: "vote-absent",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2121-15 et L. 2121-21"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "L’acte est déclaré adopté ou rejeté, et rien ne dit comment l’assemblée a voté.",
    exemple: Exemple { faux: "etat = \"adoptee\"", juste: "[vote]\ncontre = [\"ROUX\"]" },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let said = match acte.etat {
        Some(Etat::Adoptee) => "adopté",
        Some(Etat::Rejetee) => "rejeté",
        _ => return,
    };
    if acte.vote.is_none() {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "etat"),
                    format!("l’acte est déclaré {said}, et son vote n’est pas donné"),
                )
                .etiquette("sans vote")
                .aide("ajoutez [vote], avec les voix contre et les abstentions ; « etat » devient inutile"),
        );
    }
}
