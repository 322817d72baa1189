//! An act that need not be sent to the prefecture, and is.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, passages};
use crate::compute::{self, Comptes};
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static ACTE_NON_TRANSMISSIBLE: Regle = Regle {
    code: "EXEC-03",
    nom: "acte-non-transmissible",
    severite: Severite::Information,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: &[],
    base: Some("CGCT, art. L. 2131-2 I, L. 3131-2 et L. 4141-2"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Quelques délibérations ne sont pas soumises à l’obligation de transmission à la \
          préfecture : tarifs des droits de voirie et de stationnement, classement et \
          déclassement des voies communales, taux de promotion, affiliation aux centres de \
          gestion. La règle lit l’objet de l’acte.",
    exemple: Exemple {
        faux: "objet = [\"Voirie\", \"Tarifs des droits de voirie\"]\n\n[mentions]\ntransmission = 2026-06-22",
        juste: "objet = [\"Voirie\", \"Tarifs des droits de voirie\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    const MOTS: &[&str] = &[
        "droits de voirie",
        "droits de stationnement",
        "classement de voies communales",
        "classement d'une voie communale",
        "declassement d'une voie communale",
        "taux de promotion",
        "taux d'avancement de grade",
        "affiliation au centre de gestion",
        "desaffiliation du centre de gestion",
    ];
    let acte = &dossier.deliberation;
    let sent = compute::mentions(dossier, comptes.etat).transmission;
    // Places and roads, staff, tariffs.
    if sent.is_none() || !affaire::matiere(acte, &[&[3], &[4], &[6], &[7], &[8], &[9]]) {
        return;
    }
    if let Some(found) = passages::objet(acte).iter().find_map(|p| p.find(MOTS)) {
        out.push(
            regle
                .constat(found.lieu, "cette délibération n’est sans doute pas soumise à l’obligation de transmission")
                .etiquette("exception")
                .aide("elle peut être exécutoire dès sa publication ; une transmission reste possible"),
        );
    }
}
