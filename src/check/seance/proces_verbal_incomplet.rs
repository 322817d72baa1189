//! Minutes that lack what the law asks for.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::ComptesSeance;
use crate::model::{Constat, DossierSeance, Etat, Lieu, Severite};
use crate::redaction::enumeration;

pub(in crate::check) static PROCES_VERBAL_INCOMPLET: Regle = Regle {
    code: "PUBL-09",
    nom: "proces-verbal-incomplet",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-15 et L. 3121-13"),
    lecture: Lecture::Lu,
    reserve: Some(
        "L. 3121-13 a été lu dans une reprise du code ; pour les régions (L. 4132-12), \
         l’équivalence est citée de mémoire. La teneur des discussions n’est pas jugée : il peut \
         n’y en avoir eu aucune.",
    ),
    doc: "Depuis le 1er juillet 2022, la loi dit ce que le procès-verbal contient : date et heure \
          de la séance, président, membres présents ou représentés, secrétaire, quorum, ordre du \
          jour, délibérations, votes, teneur des discussions. Le programme le compose de la \
          séance ; il signale ce qu’elle ne donne pas, une fois qu’un acte y est voté.",
    exemple: Exemple {
        faux: "date = 2026-06-18\nsecretaires = [\"ESTÈVE\"]",
        juste: "date = 2026-06-18\nheure = 19:00:00\npresident = \"VASSELIN\"\nsecretaires = [\"ESTÈVE\"]",
    },
    run: Examen::Seance(run),
};

fn run(regle: &Regle, dossier: &DossierSeance, comptes: &ComptesSeance, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    if seance.assemblee.is_some() || comptes.actes.iter().all(|c| c.etat == Etat::Projet) {
        return;
    }
    let missing: Vec<String> = [
        (seance.heure.is_none(), "l’heure de la séance"),
        (seance.president.is_none(), "le nom du président"),
        (seance.presences.is_none(), "les membres présents"),
        (seance.secretaires.is_empty(), "le secrétaire"),
    ]
    .into_iter()
    .filter(|(absent, _)| *absent)
    .map(|(_, nom)| nom.to_owned())
    .collect();
    if missing.is_empty() {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("seance.toml", "date"),
                format!("il manque au procès-verbal : {}", enumeration(&missing)),
            )
            .etiquette("procès-verbal incomplet")
            .aide("complétez seance.toml : heure, president, [presences], secretaires"),
    );
}
