//! A draft that bears what only a voted act has.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};

pub(in crate::check) static PROJET_VOTE: Regle = Regle {
    code: "VOTE-16",
    nom: "projet-vote",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un projet ne porte ni vote, ni date de transmission, de publication ou de caractère \
          exécutoire : tout cela vient après la séance. Un acte sans vote est un projet, même \
          s’il ne le déclare pas.",
    exemple: Exemple {
        faux: "etat = \"projet\"\n\n[mentions]\ntransmission = 2026-06-22",
        juste: "etat = \"projet\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let lieu = |chemin: &str| Lieu::new("deliberation.toml", chemin);
    let declared = acte.etat == Some(Etat::Projet);
    if declared && acte.vote.is_some() {
        out.push(
            regle
                .constat(lieu("etat"), "l’acte est déclaré à l’état de projet, et il porte un vote")
                .etiquette("projet")
                .secondaire(lieu("vote"), "le vote")
                .aide("retirez « etat » : le vote le dit"),
        );
    }
    if !declared && comptes.etat != Etat::Projet {
        return;
    }
    let m = &acte.mentions;
    let dated = [
        ("transmission", m.transmission),
        ("reception", m.reception),
        ("publication", m.publication),
        ("executoire", m.executoire),
        ("notification", m.notification),
    ];
    for (cle, _) in dated.iter().filter(|(_, date)| date.is_some()) {
        let (what, aide) = if declared {
            (
                "l’acte est un projet, et il porte une date qui vient après le vote",
                "retirez cette date, ou l’état de projet une fois l’acte voté",
            )
        } else {
            (
                "l’acte n’a pas de vote, et il porte une date qui vient après le vote",
                "donnez le vote : ajoutez [vote], avec les voix contre et les abstentions",
            )
        };
        out.push(
            regle
                .constat(lieu(&format!("mentions.{cle}")), what)
                .etiquette("date d’un acte voté")
                .aide(aide),
        );
    }
}
