//! A mention that names the court of another district.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Severite};
use crate::redaction;

pub(in crate::check) static TRIBUNAL_D_UN_AUTRE_RESSORT: Regle = Regle {
    code: "RECO-03",
    nom: "tribunal-d-un-autre-ressort",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2010, 1, 1),
    genres: &[],
    base: Some("code de justice administrative, art. R. 312-1 et R. 221-3"),
    lecture: Lecture::Lu,
    reserve: Some(
        "Ressorts lus dans le code au 3 avril 2026 et supposés les mêmes depuis 2010 ; avant, ils \
         étaient autres et la règle se tait. Un texte spécial peut désigner un autre tribunal.",
    ),
    doc: "Le tribunal administratif compétent est celui dans le ressort duquel la collectivité a \
          son siège. La mention de l’acte en nomme un autre que celui de son département, tel que \
          collectivite.toml le donne en toutes lettres.",
    exemple: Exemple {
        faux: "# collectivite.toml\ndepartement = \"Calvados\"\n\n[theme.formules]\nrecours = \"… devant le tribunal administratif de Rennes, dans un délai de deux mois.\"",
        juste: "departement = \"Calvados\"\n\n[theme.formules]\nrecours = \"… devant le tribunal administratif de Caen, dans un délai de deux mois.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const TRIBUNAL: &str = "tribunal administratif";
    let departement = dossier.collectivite.departement.as_deref();
    let Some(ressort) = departement.and_then(|d| droit::tribunal(dossier.seance.date, d)) else {
        return;
    };
    let wanted = passages::plat(&ressort.tribunal);
    for passage in mention::mentions(dossier) {
        let mut from = 0;
        while let Some(at) = passage.position(TRIBUNAL, from) {
            from = at + TRIBUNAL.len();
            let rest = &passage.plat()[from..];
            let Some(place) =
                ["de la ", "de ", "d'"].iter().find_map(|w| rest.trim_start().strip_prefix(w))
            else {
                continue;
            };
            let here = |nom: &str| {
                place.strip_prefix(nom).is_some_and(|r| !r.starts_with(char::is_alphanumeric))
            };
            let other = droit::tribunaux().map(passages::plat).find(|t| here(t));
            let Some(other) = other.filter(|o| *o != wanted) else { continue };
            let start = passage.plat().len() - place.len();
            out.push(
                regle
                    .constat(
                        passage.trouve(start, other.len()).lieu,
                        format!(
                            "la collectivité ({}) relève du tribunal administratif {}",
                            ressort.departement,
                            redaction::de(&ressort.tribunal)
                        ),
                    )
                    .etiquette("autre ressort")
                    .aide(format!(
                        "écrivez « tribunal administratif {} »",
                        redaction::de(&ressort.tribunal)
                    )),
            );
        }
    }
}
