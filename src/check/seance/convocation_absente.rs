//! A sitting that does not say when its members were summoned.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};
use crate::redaction::enumeration;

pub(in crate::check) static CONVOCATION_ABSENTE: Regle = Regle {
    code: "CONV-10",
    nom: "convocation-absente",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2121-10 et R. 2121-7"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "L. 3121-9 et suivants, pour les départements et les régions, n’ont pas été lus sur ce \
         point. La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "La date de la convocation est mentionnée au registre, et par usage sur l’extrait. Tant \
          que l’acte est un projet, le programme rappelle en une seule fois ce que la séance ne \
          dit pas encore : convocation, présents, secrétaire.",
    exemple: Exemple {
        faux: "date = 2026-03-12",
        juste: "date = 2026-03-12\n\n[convocation]\ndate = 2026-03-05",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    if seance.convocation.is_some() || !affaire::pleniere(dossier) {
        return;
    }
    let lieu = Lieu::new("seance.toml", "date");
    if comptes.etat != Etat::Projet {
        out.push(
            regle
                .constat(lieu, "la date de la convocation est mentionnée au registre, et la séance ne la donne pas")
                .etiquette("convocation inconnue")
                .aide("ajoutez [convocation] avec sa date"),
        );
        return;
    }
    let mut missing = vec!["sa convocation"];
    if seance.presences.is_none() {
        missing.push("qui y est présent");
    }
    if seance.secretaires.is_empty() {
        missing.push("qui en est secrétaire");
    }
    let missing: Vec<String> = missing.into_iter().map(str::to_owned).collect();
    out.push(
        regle
            .constat(lieu, format!("la séance ne dit pas encore {}", enumeration(&missing)))
            .au_plus(Severite::Information)
            .etiquette("à compléter avant que l’acte soit voté")
            .aide("ajoutez [convocation] et sa date ; puis, après la séance, [presences] et secretaires"),
    );
}
