//! A communauté de communes that defines the intérêt communautaire by itself, before 2014.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static INTERET_COMMUNAUTAIRE_DES_COMMUNES: Regle = Regle {
    code: "VOTE-11",
    nom: "interet-communautaire-des-communes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1999, 7, 13).jusqu_au(2014, 1, 28),
    genres: genres::COMMUNAUTES_DE_COMMUNES,
    base: Some("CGCT, art. L. 5214-16 IV (rédaction de 2008)"),
    lecture: Lecture::Lu2008(false),
    reserve: Some("La date de fin (loi n° 2014-58 du 27 janvier 2014) est citée de mémoire."),
    doc: "Jusqu’à la loi du 27 janvier 2014, l’intérêt communautaire d’une communauté de communes \
          était fixé par les conseils municipaux, à la majorité qualifiée, et non par le conseil \
          communautaire.",
    exemple: Exemple {
        faux: "# communauté de communes, en 2012\n[[decisions]]\nverbe = \"DÉCLARE\"\ntexte = \"d’intérêt communautaire la piscine de Valmont.\"",
        juste: "[[decisions]]\nverbe = \"PROPOSE\"\ntexte = \"aux conseils municipaux de déclarer d’intérêt communautaire la piscine de Valmont.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    if !affaire::declare_interet_communautaire(acte) {
        return;
    }
    let lieu = affaire::interet_communautaire(acte)
        .map_or_else(|| Lieu::new("deliberation.toml", "vote.majorite"), |t| t.lieu);
    out.push(
        regle
            .constat(
                lieu,
                "dans une communauté de communes, l’intérêt communautaire est alors fixé par les conseils municipaux",
            )
            .etiquette("décidé par le conseil communautaire")
            .aide("proposez-le aux conseils municipaux, qui en délibèrent à la majorité qualifiée"),
    );
}
