//! A member who holds more than one power.

use super::urgence_sanitaire;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::{Comptes, presence};
use crate::model::{Constat, Dossier, IdConseiller, Lieu, SensMouvement, Severite};
use std::collections::BTreeMap;

pub(in crate::check) static POUVOIRS_EN_TROP: Regle = Regle {
    code: "PROC-01",
    nom: "pouvoirs-en-trop",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-20, L. 3121-16 et L. 4132-15"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Les deux pouvoirs de l’état d’urgence sanitaire sont admis de mémoire, sur toute la \
         période. La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "Un membre ne porte qu’un seul pouvoir. Pendant l’état d’urgence sanitaire (du 24 mars \
          2020 au 31 juillet 2022), il pouvait en porter deux : le programme les admet.",
    exemple: Exemple {
        faux: "[[presences.pouvoirs]]\nmandant = \"MOREAU\"\nmandataire = \"BENALI\"\n\n[[presences.pouvoirs]]\nmandant = \"GIRARD\"\nmandataire = \"BENALI\"",
        juste: "[[presences.pouvoirs]]\nmandant = \"MOREAU\"\nmandataire = \"BENALI\"\n\n[[presences.pouvoirs]]\nmandant = \"GIRARD\"\nmandataire = \"ROUX\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(presences) = seance.presences.as_ref().filter(|_| affaire::pleniere(dossier)) else {
        return;
    };
    let allowed = if urgence_sanitaire::couvre(seance.date) { 2 } else { 1 };
    let mut held: BTreeMap<&IdConseiller, Vec<usize>> = BTreeMap::new();
    for (i, pouvoir) in presences.pouvoirs.iter().enumerate() {
        held.entry(&pouvoir.mandataire).or_default().push(i);
    }
    let place = |i: usize| Lieu::new("seance.toml", format!("presences.pouvoirs[{i}].mandataire"));
    let from = |i: usize| match presences.pouvoirs.get(i) {
        Some(p) => format!("pouvoir de {}", seance.nom_de(&p.mandant)),
        None => String::new(),
    };
    for (holder, ranks) in held.iter().filter(|(_, ranks)| ranks.len() > allowed) {
        let Some((extra, others)) = ranks.split_last() else { continue };
        let mut constat = regle
            .constat(place(*extra), too_many(&seance.nom_de(holder), ranks.len(), allowed))
            .etiquette(from(*extra))
            .aide("confiez ce pouvoir à un autre membre présent, ou comptez ce membre parmi les excusés");
        for i in others {
            constat = constat.secondaire(place(*i), from(*i));
        }
        out.push(constat);
    }
    // A power given on leaving comes on top of those that are in force at that moment.
    for (j, leaving) in seance.mouvements.iter().enumerate() {
        let Some(holder) =
            leaving.pouvoir.as_ref().filter(|_| leaving.sens == SensMouvement::Depart)
        else {
            continue;
        };
        if held.get(holder).is_some_and(|ranks| ranks.len() > allowed) {
            continue;
        }
        let Some(there) = presence::compute(seance, Some(leaving.point), None) else { continue };
        let count = there.pouvoirs.iter().filter(|(_, h)| h == holder).count();
        if count > allowed {
            out.push(
                regle
                    .constat(
                        Lieu::new("seance.toml", format!("mouvements[{j}].pouvoir")),
                        too_many(&seance.nom_de(holder), count, allowed),
                    )
                    .etiquette(format!("pouvoir de {}, qui part", seance.nom_de(&leaving.membre)))
                    .aide("celui qui part donne pouvoir à un membre qui n’en porte pas"),
            );
        }
    }
}

fn too_many(nom: &str, count: usize, allowed: usize) -> String {
    let only = if allowed == 1 { "un seul" } else { "deux au plus" };
    format!("{nom} porte {count} pouvoirs ; un membre en porte {only}")
}
