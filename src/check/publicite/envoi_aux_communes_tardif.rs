//! A list or minutes sent to the communes of a grouping after more than a month.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;
use chrono::NaiveDate;

pub(in crate::check) static ENVOI_AUX_COMMUNES_TARDIF: Regle = Regle {
    code: "PUBL-11",
    nom: "envoi-aux-communes-tardif",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-40-2"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, les conseillers municipaux des communes d’un groupement qui \
          ne siègent pas à son conseil reçoivent la liste des délibérations dans le mois de la \
          séance, et le procès-verbal dans le mois où il est arrêté.",
    exemple: Exemple {
        faux: "date = 2026-06-18\n\n[suites]\nliste_transmise = 2026-08-10",
        juste: "date = 2026-06-18\n\n[suites]\nliste_transmise = 2026-07-02",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let suites = &dossier.seance.suites;
    if !affaire::pleniere(dossier) {
        return;
    }
    let mut late = |cle: &str, sent: Option<NaiveDate>, from: Option<NaiveDate>, message: &str| {
        let (Some(sent), Some(from)) = (sent, from) else { return };
        let limit = droit::mois_apres(from, 1);
        if sent > limit {
            out.push(
                regle
                    .constat(Lieu::new("seance.toml", format!("suites.{cle}")), message)
                    .etiquette(format!("au plus tard le {}", date_longue(limit))),
            );
        }
    };
    let list = "les conseillers municipaux des communes membres reçoivent la liste des délibérations dans le mois";
    let minutes = "les conseillers municipaux des communes membres reçoivent le procès-verbal dans le mois où il est arrêté";
    late("liste_transmise", suites.liste_transmise, Some(dossier.seance.date), list);
    late("pv_transmis", suites.pv_transmis, suites.pv_arrete, minutes);
}
