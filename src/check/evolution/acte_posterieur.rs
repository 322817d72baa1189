//! An act that changes one that comes after it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static ACTE_POSTERIEUR: Regle = Regle {
    code: "EVOL-01",
    nom: "acte-posterieur",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un acte ne peut modifier, remplacer, abroger ni rectifier qu’un acte qui existe déjà : celui qu’il vise ne \
          peut pas être d’une séance postérieure. Un acte *bis* de la même séance peut viser le premier.",
    exemple: Exemple {
        faux: "# séance du 12 avril 2013\n[[actes_anterieurs]]\nnumero = \"C-13-05-02\"\ndate = 2013-06-28",
        juste: "[[actes_anterieurs]]\nnumero = \"C-12-05-01\"\ndate = 2012-12-07",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for (i, anterieur) in dossier.deliberation.actes_anterieurs.iter().enumerate() {
        let Some(date) = anterieur.date().filter(|d| *d > dossier.seance.date) else { continue };
        let cle = if anterieur.date.is_some() { "date" } else { "dossier" };
        let day = date_longue(date);
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("actes_anterieurs[{i}].{cle}")),
                    "l’acte visé est postérieur à celui qui le change",
                )
                .etiquette(format!("du {day}"))
                .secondaire(
                    Lieu::new("seance.toml", "date"),
                    format!("séance du {}", date_longue(dossier.seance.date)),
                )
                .aide("vérifiez les deux dates, et leur année"),
        );
    }
}
