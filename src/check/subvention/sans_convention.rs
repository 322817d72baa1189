//! More than 23,000 € a year to a private body, without a convention.

use super::{Aide, aides, convention};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, mots};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};
use crate::typographie::nombre;

pub(in crate::check) static SANS_CONVENTION: Regle = Regle {
    code: "SUBV-01",
    nom: "subvention-sans-convention",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2001, 6, 7),
    genres: &[],
    base: Some(
        "loi n° 2000-321 du 12 avril 2000, art. 10 ; décret n° 2001-495 du 6 juin 2001, art. 1",
    ),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Sans `[[subventions]]`, le programme ne sait pas qui reçoit : il se fie au chapitre (65, 204) et aux mots de la \
         ligne ou de la décision. Plusieurs bénéficiaires peuvent se partager la somme. Les autres subventions de l’année \
         au même organisme ne sont pas connues.",
    ),
    doc: "Plus de 23 000 € par an à un même organisme de droit privé : une convention est obligatoire, et l’acte n’en \
          parle pas. Si la somme se partage entre plusieurs bénéficiaires (« aux associations », « total »), ou si le \
          bénéficiaire est public (CCAS, budget annexe, syndicat…), il n’y a rien à faire ; un bénéficiaire public \
          nommé dans `detail` (« aide aux communes ») suffit. Une subvention que l’acte demande n’est pas versée. \
          `[[subventions]]` dit qui reçoit, et le jour de sa convention.",
    exemple: Exemple {
        faux: "[[articles]]\ntexte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées.\"",
        juste: "[[articles]]\ntexte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées, par la \
                convention jointe.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let found = aides(dossier);
    if found.is_empty() || convention(&mots::acte(dossier)) {
        return;
    }
    for aides in found {
        let signed = |a: &Aide<'_>| a.subvention.is_some_and(|s| s.convention.is_some());
        let mut large = aides.into_iter().filter(|a| a.depasse() && !signed(a));
        let Some(first) = large.next() else { continue };
        let say = |year: &Option<String>| {
            year.as_ref().map_or_else(
                || "plus de 23 000 €".to_owned(),
                |y| format!("plus de 23 000 € en {y}"),
            )
        };
        let montant = nombre::montant(first.montant);
        let mut constat = regle
            .constat(
                first.lieu,
                match first.subvention {
                    Some(s) => format!(
                        "« {} » reçoit {montant} € de cet acte, et aucune convention n’est nommée",
                        s.beneficiaire.trim()
                    ),
                    None => format!(
                        "une convention est due si ces {montant} € vont à un seul organisme privé"
                    ),
                },
            )
            .etiquette(say(&first.exercice))
            .aide(match first.subvention {
                Some(_) => "joignez la convention et donnez son jour : convention = 2026-06-18",
                None => "joignez la convention et visez-la dans l’acte ; si le bénéficiaire est public, nommez-le",
            });
        constat.secondaires = large.map(|a| (a.lieu, say(&a.exercice))).collect();
        out.push(constat);
    }
}
