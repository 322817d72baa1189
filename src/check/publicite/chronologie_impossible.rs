//! Days that cannot follow each other.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;
use chrono::NaiveDate;

pub(in crate::check) static CHRONOLOGIE_IMPOSSIBLE: Regle = Regle {
    code: "EXEC-02",
    nom: "chronologie-impossible",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les dates de l’acte se suivent : la séance, puis la transmission et la publication ; la \
          transmission, puis la réception par la préfecture ; la publication, puis sa fin. Les \
          dates que note vie.toml comptent comme celles de [mentions].",
    exemple: Exemple {
        faux: "# séance du 18 juin 2026\n[mentions]\ntransmission = 2026-06-12",
        juste: "# séance du 18 juin 2026\n[mentions]\ntransmission = 2026-06-22",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let m = dates::dates(dossier, comptes);
    let declared = dossier.deliberation.mentions;
    let acte = |cle: &str| dates::lieu(dossier, comptes, cle);
    let seance = (Some(dossier.seance.date), Lieu::new("seance.toml", "date"), "la séance");
    let transmission = (m.transmission, acte("transmission"), "la transmission");
    let publication = (m.publication, acte("publication"), "la publication");
    type Jour<'a> = (Option<NaiveDate>, Lieu, &'a str);
    let follow: [(&Jour<'_>, Jour<'_>); 7] = [
        (&seance, transmission.clone()),
        (&seance, publication.clone()),
        (&seance, (declared.executoire, acte("executoire"), "le caractère exécutoire")),
        (&seance, (m.notification, acte("notification"), "la notification")),
        (&seance, (m.insertion, acte("insertion"), "l’insertion")),
        (&transmission, (m.reception, acte("reception"), "la réception")),
        (&publication, (m.fin_publication, acte("fin_publication"), "la fin de la publicité")),
    ];
    for ((first, before, first_nom), (second, lieu, nom)) in follow {
        let (Some(first), Some(second)) = (first, second) else { continue };
        if second < *first {
            out.push(
                regle
                    .constat(lieu, format!("chronologie impossible : {nom} précède {first_nom}"))
                    .etiquette(date_longue(second))
                    .secondaire(before.clone(), date_longue(*first))
                    .aide("vérifiez les deux dates, et leur année"),
            );
        }
    }
}
