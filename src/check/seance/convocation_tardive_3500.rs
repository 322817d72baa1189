//! A summons sent less than five clear days before the sitting of a commune of 3 500 inhabitants.

use super::delai;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static CONVOCATION_TARDIVE_3500: Regle = Regle {
    code: "CONV-02",
    nom: "convocation-tardive-3500",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES,
    base: Some("CGCT, art. L. 2121-12"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Dans une commune de 3 500 habitants et plus, la convocation est adressée cinq jours \
          francs au moins avant la séance. La règle ne s’applique que si collectivite.toml donne \
          « population » ; sans elle, une convocation de trois ou quatre jours francs est \
          seulement signalée.",
    exemple: Exemple {
        faux: "# collectivite.toml\npopulation = 6400\n# seance.toml\ndate = 2026-06-18\n\n[convocation]\ndate = 2026-06-14",
        juste: "date = 2026-06-18\n\n[convocation]\ndate = 2026-06-12",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if affaire::alsace_moselle(dossier) {
        return;
    }
    match (dossier.collectivite.population, &dossier.seance.convocation) {
        (Some(n), _) if n >= 3_500 => delai::check(regle, dossier, comptes, 5, out),
        (None, Some(c))
            if c.urgence.is_none()
                && c.seance_sans_quorum.is_none()
                && affaire::pleniere(dossier) =>
        {
            let francs = droit::jours_francs(c.date, dossier.seance.date);
            if (3..5).contains(&francs) {
                let message = format!(
                    "la convocation laisse {} : assez pour une commune de moins de 3 500 habitants seulement",
                    delai::jours(francs)
                );
                out.push(
                    regle
                        .constat(Lieu::new("seance.toml", "convocation.date"), message)
                        .au_plus(Severite::Information)
                        .etiquette("il en faut 5 à partir de 3 500 habitants")
                        .aide("donnez la population dans collectivite.toml : population = 1200"),
                );
            }
        }
        _ => {}
    }
}
