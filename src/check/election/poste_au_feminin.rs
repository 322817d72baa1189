//! A man elected to an office that is written in the feminine.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

/// The feminine of the offices that a council fills, where it is not that of the masculine.
const FEMININS: &[&str] = &[
    "adjointe",
    "adjointes",
    "présidente",
    "présidentes",
    "vice-présidente",
    "vice-présidentes",
    "conseillère",
    "conseillères",
    "déléguée",
    "déléguées",
    "représentante",
    "représentantes",
    "suppléante",
    "suppléantes",
];

pub(in crate::check) static POSTE_AU_FEMININ: Regle = Regle {
    code: "ELEC-03",
    nom: "poste-au-feminin",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le poste est écrit au féminin, et c’est un homme qui est élu : l’acte imprimerait « M. \
          Untel est élu troisième adjointe ». Le poste s’imprime comme il est écrit.",
    exemple: Exemple {
        faux: "[vote]\nposte = \"troisième adjointe au maire\"",
        juste: "[vote]\nposte = \"troisième adjoint au maire\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = &dossier.deliberation.vote else { return };
    let election = comptes.vote.as_ref().and_then(|v| v.election.as_ref());
    let (Some(poste), Some((tour, rank))) = (&vote.poste, election.and_then(|e| e.elu)) else {
        return;
    };
    let elu = vote.tours.get(tour).and_then(|t| t.candidats.get(rank));
    let membre = elu.and_then(|e| dossier.seance.conseiller(e.membre.as_ref()?));
    let Some(membre) = membre.filter(|m| m.civilite.is_some() && !m.feminin()) else { return };
    let mot = poste.split_whitespace().find(|mot| FEMININS.contains(&mot.to_lowercase().as_str()));
    let Some(mot) = mot else { return };
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", "vote.poste"),
                format!("le poste est écrit au féminin, et l’élu est {}", membre.nom_complet()),
            )
            .etiquette(format!("« {mot} »"))
            .aide("écrivez le poste comme il doit se lire après « est élu »"),
    );
}
