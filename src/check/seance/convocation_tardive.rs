//! A summons sent less than three clear days before the sitting.

use super::delai;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static CONVOCATION_TARDIVE: Regle = Regle {
    code: "CONV-01",
    nom: "convocation-tardive",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES,
    base: Some("CGCT, art. L. 2121-11"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Que les samedis, dimanches et jours fériés comptent est une jurisprudence citée de \
         mémoire. La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "La convocation est adressée trois jours francs au moins avant la séance : ni le jour de \
          l’envoi ni celui de la séance ne comptent, samedis, dimanches et jours fériés comptent. \
          C’est le délai d’une commune de moins de 3 500 habitants ; au-delà, il est de cinq \
          jours (CONV-02). Sans « population » dans collectivite.toml, seuls les trois jours sont \
          exigés.\n\
          \n\
          Une commune du Bas-Rhin, du Haut-Rhin ou de la Moselle suit une autre règle (CONV-11).",
    exemple: Exemple {
        faux: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-10",
        juste: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-08",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let small = dossier.collectivite.population.is_none_or(|n| n < 3_500);
    if small && !affaire::alsace_moselle(dossier) {
        delai::check(regle, dossier, comptes, 3, out);
    }
}
