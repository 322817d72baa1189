//! Points or acts of a sitting that share a number, or a number that is skipped.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::ComptesSeance;
use crate::model::{Constat, DossierSeance, Lieu, Severite};
use std::collections::BTreeMap;

pub(in crate::check) static NUMERO_D_ORDRE_FAUX: Regle = Regle {
    code: "FORM-02",
    nom: "numero-d-ordre-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2010, 7, 12),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. R. 2121-9"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Les affaires d’une même séance reçoivent un numéro d’ordre à l’intérieur de la séance : \
          chacune le sien, et les actes aussi. Deux numéros pareils sont une erreur ; un numéro \
          sauté, un avertissement.",
    exemple: Exemple {
        faux: "[[points]]\nnumero = \"2\"\ndossier = \"02-tarifs\"\n\n[[points]]\nnumero = \"2\"\ndossier = \"03-emprunt\"",
        juste: "[[points]]\ndossier = \"02-tarifs\"\n\n[[points]]\ndossier = \"03-emprunt\"",
    },
    run: Examen::Seance(run),
};

fn run(regle: &Regle, dossier: &DossierSeance, _: &ComptesSeance, out: &mut Vec<Constat>) {
    let points = &dossier.seance.points;
    let place = |p: usize| Lieu::new("seance.toml", format!("points[{p}].numero"));
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut previous: Option<u32> = None;
    for (p, point) in points.iter().enumerate() {
        let numero = point.numero.trim();
        if let Some(first) = seen.get(numero) {
            out.push(
                regle
                    .constat(
                        place(p),
                        format!("deux points de l’ordre du jour portent le numéro {numero}"),
                    )
                    .etiquette("deuxième point")
                    .secondaire(place(*first), "premier point")
                    .aide("retirez « numero » : le programme numérote les points dans l’ordre"),
            );
        }
        seen.insert(numero, p);
        // « 3 bis » follows 3: only whole numbers are counted.
        let Ok(rank) = numero.parse::<u32>() else { continue };
        if let Some(before) = previous.filter(|b| rank > b + 1) {
            out.push(
                regle
                    .constat(
                        place(p),
                        format!("la numérotation des points saute de {before} à {rank}"),
                    )
                    .au_plus(Severite::Avertissement)
                    .etiquette(format!("on attend {}", before + 1))
                    .aide("retirez « numero » : le programme numérote les points dans l’ordre"),
            );
        }
        previous = Some(rank);
    }
    let mut acts: BTreeMap<&str, Lieu> = BTreeMap::new();
    for acte in &dossier.actes {
        let numero = acte.deliberation.numero.affiche.as_str();
        let folder = acte.point.and_then(|p| points.get(p)).and_then(|p| p.dossier.as_deref());
        let Some(folder) = folder.filter(|_| !numero.is_empty()) else { continue };
        let lieu = Lieu::new("deliberation.toml", "numero").within(folder);
        if let Some(first) = acts.get(numero) {
            out.push(
                regle
                    .constat(
                        lieu.clone(),
                        format!("deux actes de la séance portent le numéro {numero}"),
                    )
                    .etiquette("deuxième acte")
                    .secondaire(first.clone(), "premier acte")
                    .aide("retirez l’un des numéros, si la collectivité a une [numerotation]"),
            );
        }
        acts.insert(numero, lieu);
    }
}
