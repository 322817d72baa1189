//! A power held by somebody who is not there.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::{Comptes, presence};
use crate::model::{Constat, Dossier, IdConseiller, Lieu, SensMouvement, Severite};

pub(in crate::check) static POUVOIR_SANS_PORTEUR: Regle = Regle {
    code: "PROC-02",
    nom: "pouvoir-sans-porteur",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-20, L. 3121-16 et L. 4132-15"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Un pouvoir va d’un membre absent à un membre présent. Il ne vaut pas si celui qui le \
          porte n’est pas dans la salle et n’y arrive pas ensuite. (Que celui qui le donne soit \
          absent, et ne se le donne pas à lui-même, est dit à la lecture : LECT-33.)",
    exemple: Exemple {
        faux: "[presences]\nexcuses = [\"GIRARD\"]\n\n[[presences.pouvoirs]]\nmandant = \"MOREAU\"\nmandataire = \"GIRARD\"",
        juste: "[presences]\nexcuses = [\"GIRARD\"]\n\n[[presences.pouvoirs]]\nmandant = \"MOREAU\"\nmandataire = \"BENALI\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(presences) = seance.presences.as_ref().filter(|_| affaire::pleniere(dossier)) else {
        return;
    };
    let arrives = |id: &IdConseiller| {
        seance.mouvements.iter().any(|m| m.sens == SensMouvement::Arrivee && m.membre == *id)
    };
    for (i, pouvoir) in presences.pouvoirs.iter().enumerate() {
        let (mandant, mandataire) =
            (seance.nom_de(&pouvoir.mandant), seance.nom_de(&pouvoir.mandataire));
        if !presences.presents.contains(&pouvoir.mandataire) && !arrives(&pouvoir.mandataire) {
            out.push(
                regle
                    .constat(
                        Lieu::new("seance.toml", format!("presences.pouvoirs[{i}].mandataire")),
                        format!("{mandataire} porte le pouvoir de {mandant} et n’est pas dans la salle"),
                    )
                    .etiquette("absent de la séance")
                    .aide("confiez le pouvoir à un membre présent ; sinon, comptez celui qui le donne parmi les excusés"),
            );
        }
    }
    for (j, leaving) in seance.mouvements.iter().enumerate() {
        let Some(holder) =
            leaving.pouvoir.as_ref().filter(|_| leaving.sens == SensMouvement::Depart)
        else {
            continue;
        };
        let there = presence::compute(seance, Some(leaving.point), None);
        if there.is_some_and(|p| !p.presents.contains(holder)) {
            out.push(
                regle
                    .constat(
                        Lieu::new("seance.toml", format!("mouvements[{j}].pouvoir")),
                        format!(
                            "{} reçoit le pouvoir de {} et n’est pas dans la salle à ce moment",
                            seance.nom_de(holder),
                            seance.nom_de(&leaving.membre)
                        ),
                    )
                    .etiquette("absent pour ce point")
                    .aide("celui qui part donne pouvoir à un membre qui reste"),
            );
        }
    }
}
