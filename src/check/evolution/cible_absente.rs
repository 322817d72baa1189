//! An earlier act that is not there, or that is not the one which is named.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static CIBLE_ABSENTE: Regle = Regle {
    code: "EVOL-03",
    nom: "cible-absente",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "L’acte antérieur doit être celui que l’on nomme : si `dossier` est donné avec un numéro, une date ou un objet, ils \
          disent la même chose.\n\nQuand on vérifie tout un dossier d’actes, ou plusieurs actes ensemble, l’acte visé \
          doit aussi s’y trouver, et y être seul à porter ce numéro, cette date ou cet objet. S’il est plus ancien que \
          le dossier, c’est un avertissement ; `delibere consolider`, lui, en a besoin.",
    exemple: Exemple {
        faux: "[[actes_anterieurs]]\nnumero = \"2026-099\"\ndossier = \"../2026-03-12-velo\"    # la délibération n° 2026-014",
        juste: "[[actes_anterieurs]]\ndossier = \"../2026-03-12-velo\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for (i, anterieur) in dossier.deliberation.actes_anterieurs.iter().enumerate() {
        let Some(acte) = anterieur.acte.as_deref().filter(|a| !anterieur.designe(a)) else {
            continue;
        };
        let numero = &acte.deliberation.numero.affiche;
        let cle = match (&anterieur.numero, &anterieur.date) {
            (Some(written), _) if written != numero => "numero",
            (_, Some(written)) if *written != acte.seance.date => "date",
            _ => "objet",
        };
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("actes_anterieurs[{i}].{cle}")),
                    "le dossier nommé n’est pas celui de l’acte qui est désigné",
                )
                .etiquette("ce n’est pas ce que dit son dossier")
                .secondaire(
                    Lieu::new("deliberation.toml", format!("actes_anterieurs[{i}].dossier")),
                    format!("délibération n° {numero} du {}", date_longue(acte.seance.date)),
                )
                .aide("corrigez l’un des deux : « dossier » suffit"),
        );
    }
}
