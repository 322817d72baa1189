//! Two acts of a sitting with the same transmitted number.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::ComptesSeance;
use crate::model::{Constat, DossierSeance, Lieu, Severite};
use std::collections::BTreeMap;

pub(in crate::check) static NUMERO_TRANSMIS_DOUBLE: Regle = Regle {
    code: "ACTE-14",
    nom: "numero-transmis-double",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("norme d’échange ACTES, NumeroInterne"),
    lecture: Lecture::Schema,
    reserve: None,
    doc: "Deux actes d’une séance seraient transmis à la préfecture sous le même numéro : « \
          2026-003 » et « 2026_003 » deviennent tous deux 2026_003. La préfecture refuse le \
          second. Les actes des autres séances ne sont pas comparés.",
    exemple: Exemple {
        faux: "numero = \"2026_003\"      # et, dans un autre acte : numero = \"2026-003\"",
        juste: "numero = \"2026_004\"",
    },
    run: Examen::Seance(run),
};

fn run(regle: &Regle, dossier: &DossierSeance, _: &ComptesSeance, out: &mut Vec<Constat>) {
    let mut seen: BTreeMap<&str, (&str, Lieu)> = BTreeMap::new();
    for acte in &dossier.actes {
        let numero = &acte.deliberation.numero;
        let point = acte.point.and_then(|p| dossier.seance.points.get(p));
        let (Some(transmis), Some(folder)) =
            (numero.transmis.as_deref(), point.and_then(|p| p.dossier.as_deref()))
        else {
            continue;
        };
        let lieu = Lieu::new("deliberation.toml", "numero").within(folder);
        // The same printed number is another fault.
        if let Some((printed, first)) = seen.get(transmis)
            && *printed != numero.affiche
        {
            out.push(
                regle
                    .constat(
                        lieu.clone(),
                        format!(
                            "deux actes de la séance seraient transmis sous le numéro {transmis}"
                        ),
                    )
                    .etiquette("deuxième acte")
                    .secondaire(first.clone(), "premier acte")
                    .aide("donnez à l’un des deux un numero_transmis à lui"),
            );
        }
        seen.insert(transmis, (&numero.affiche, lieu));
    }
}
