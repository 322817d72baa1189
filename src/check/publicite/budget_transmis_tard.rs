//! A budget or accounts sent to the prefecture too late.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};
use crate::typographie::date::date_longue;
use chrono::{Datelike as _, NaiveDate};

pub(in crate::check) static BUDGET_TRANSMIS_TARD: Regle = Regle {
    code: "EXEC-07",
    nom: "budget-transmis-tard",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 1612-8 et L. 1612-13"),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Articles et dates cités de mémoire. En 2020, l’état d’urgence sanitaire a reporté ces dates : la règle se tait.",
    ),
    doc: "Le budget et le compte administratif sont transmis à la préfecture quinze jours au plus \
          après la date limite de leur adoption : le budget au plus tard le 30 avril (le 15 mai \
          d’une année d’élection), le compte le 15 juillet. La règle lit l’objet et retient la \
          date la plus tardive.",
    exemple: Exemple {
        faux: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[mentions]\ntransmission = 2026-07-20",
        juste: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[mentions]\ntransmission = 2026-06-22",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let Some(sent) = dates::dates(dossier, comptes).transmission else { return };
    let seance = dossier.seance.date;
    // The health emergency put every day off in 2020.
    if seance.year() == 2020 {
        return;
    }
    // A budget voted in autumn is that of the next year, and is early.
    let budget = affaire::budget_primitif(acte).filter(|_| seance.month() <= 6);
    let (found, month, day) = match (affaire::compte_administratif(acte), budget) {
        (Some(found), _) => (found, 7, 15),
        (None, Some(found)) => (found, 5, 15),
        (None, None) => return,
    };
    let Some(limit) = NaiveDate::from_ymd_opt(seance.year(), month, day).filter(|l| sent > *l)
    else {
        return;
    };
    out.push(
        regle
            .constat(
                dates::lieu(dossier, comptes, "transmission"),
                format!(
                    "la transmission à la préfecture devait être faite le {} au plus tard",
                    date_longue(limit)
                ),
            )
            .etiquette(format!("transmis le {}", date_longue(sent)))
            .secondaire(found.lieu, "budget ou compte"),
    );
}
