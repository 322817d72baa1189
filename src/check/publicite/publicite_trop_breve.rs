//! An act that is public for less than two months.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static PUBLICITE_TROP_BREVE: Regle = Regle {
    code: "PUBL-05",
    nom: "publicite-trop-breve",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: &[],
    base: Some("CGCT, art. R. 2131-1 et R. 3131-2"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, un acte publié sur le site y reste deux mois au moins.",
    exemple: Exemple {
        faux: "[mentions]\npublication = 2026-06-23\nfin_publication = 2026-08-01",
        juste: "[mentions]\npublication = 2026-06-23\nfin_publication = 2026-08-24",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let m = dates::dates(dossier, comptes);
    let (Some(from), Some(to)) = (m.publication, m.fin_publication) else { return };
    let wanted = droit::mois_apres(from, 2);
    // An end before its start is another fault.
    if to >= wanted || to < from {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", "mentions.fin_publication"),
                format!("l’acte reste public deux mois au moins, jusqu’au {}", date_longue(wanted)),
            )
            .etiquette("fin de publicité")
            .secondaire(
                dates::lieu(dossier, comptes, "publication"),
                format!("publié le {}", date_longue(from)),
            )
            .aide("remettez l’acte en ligne : le délai de recours court de sa publication"),
    );
}
