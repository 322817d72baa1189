//! A list of deliberations posted more than a week after the sitting.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static LISTE_DES_DELIBERATIONS_TARDIVE: Regle = Regle {
    code: "PUBL-07",
    nom: "liste-des-deliberations-tardive",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-25"),
    lecture: Lecture::Secondaire,
    reserve: Some("Article lu dans un commentaire et dans une fiche de la DGCL."),
    doc: "Depuis le 1er juillet 2022, la liste des délibérations examinées est affichée et mise \
          en ligne dans la semaine qui suit la séance. Elle porte la date de la séance et l’objet \
          de toutes les délibérations, approuvées ou refusées : le programme la compose.",
    exemple: Exemple {
        faux: "date = 2026-06-18\n\n[suites]\nliste = 2026-06-30",
        juste: "date = 2026-06-18\n\n[suites]\nliste = 2026-06-22",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    let Some(day) = seance.suites.liste.filter(|_| affaire::pleniere(dossier)) else { return };
    let late = (day - seance.date).num_days();
    if (0..=7).contains(&late) {
        return;
    }
    let constat = regle
        .constat(
            Lieu::new("seance.toml", "suites.liste"),
            "la liste des délibérations est affichée et mise en ligne dans la semaine qui suit la séance",
        )
        .etiquette(if late < 0 { "avant la séance".to_owned() } else { format!("{late} jours après") })
        .secondaire(Lieu::new("seance.toml", "date"), format!("séance du {}", date_longue(seance.date)));
    out.push(constat.aide("« delibere seance » la compose : liste-deliberations.pdf"));
}
