//! A summons of a grouping sent too late, before 1 March 2020.

use super::delai;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static CONVOCATION_EPCI_TARDIVE: Regle = Regle {
    code: "CONV-03",
    nom: "convocation-epci-tardive",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1999, 7, 13).jusqu_au(2020, 2, 29),
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-1, L. 2121-11 et L. 2121-12"),
    lecture: Lecture::Lu,
    reserve: Some(
        "L. 5211-1 a été lu dans une version postérieure à 2008, les délais des communes auxquels \
         il renvoie dans le code au 22 février 2008.",
    ),
    doc: "Jusqu’au 29 février 2020, la convocation d’un groupement est adressée cinq jours francs \
          avant la séance s’il compte une commune de 3 500 habitants et plus, trois sinon. « \
          commune_3500 = true » le dit dans collectivite.toml ; sans cette clé, une convocation \
          de trois ou quatre jours francs est seulement signalée.",
    exemple: Exemple {
        faux: "date = 2012-12-07\n\n[convocation]\ndate = 2012-12-05",
        juste: "date = 2012-12-07\n\n[convocation]\ndate = 2012-11-30",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    match dossier.collectivite.commune_3500 {
        Some(true) => delai::check(regle, dossier, comptes, 5, out),
        Some(false) => delai::check(regle, dossier, comptes, 3, out),
        None => {
            delai::check(regle, dossier, comptes, 3, out);
            let Some(c) = &dossier.seance.convocation else { return };
            let francs = droit::jours_francs(c.date, dossier.seance.date);
            let special = c.urgence.is_some() || c.seance_sans_quorum.is_some();
            if (3..5).contains(&francs) && !special && affaire::pleniere(dossier) {
                let message = format!(
                    "la convocation laisse {} : assez si aucune commune du groupement n’a 3 500 habitants",
                    delai::jours(francs)
                );
                out.push(
                    regle
                        .constat(Lieu::new("seance.toml", "convocation.date"), message)
                        .au_plus(Severite::Information)
                        .etiquette("il en faut 5 dans les autres cas")
                        .aide("dites-le dans collectivite.toml : commune_3500 = false"),
                );
            }
        }
    }
}
