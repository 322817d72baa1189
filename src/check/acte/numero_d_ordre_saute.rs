//! A point of the agenda whose number skips one.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::ComptesSeance;
use crate::model::{Constat, DossierSeance, Lieu, Point, Severite, SortPoint};

pub(in crate::check) static NUMERO_D_ORDRE_SAUTE: Regle = Regle {
    code: "FORM-02",
    nom: "numero-d-ordre-saute",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2010, 7, 12),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. R. 2121-9"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Les affaires d’une même séance reçoivent un numéro d’ordre à l’intérieur de la séance. \
          Un « numero » donné à la main saute un rang. (Deux numéros pareils sont dits à la \
          lecture : LECT-13 et LECT-37.)",
    exemple: Exemple {
        faux: "[[points]]\nnumero = \"1\"\ndossier = \"01-tarifs\"\n\n[[points]]\nnumero = \"3\"\ndossier = \"02-emprunt\"",
        juste: "[[points]]\ndossier = \"01-tarifs\"\n\n[[points]]\ndossier = \"02-emprunt\"",
    },
    run: Examen::Seance(run),
};

fn run(regle: &Regle, dossier: &DossierSeance, _: &ComptesSeance, out: &mut Vec<Constat>) {
    let mut previous: Option<u32> = None;
    // A point added in session has a number after those of the summons, wherever it is dealt with.
    let summoned = |p: &&Point| p.sort != SortPoint::Ajoute;
    let points = dossier.seance.points.iter();
    for (p, point) in points.enumerate().filter(|(_, p)| summoned(p)) {
        // « 3 bis » follows 3: only whole numbers are counted.
        let Ok(rank) = point.numero.trim().parse::<u32>() else { continue };
        if let Some(before) = previous.filter(|b| rank > b + 1) {
            out.push(
                regle
                    .constat(
                        Lieu::new("seance.toml", format!("points[{p}].numero")),
                        format!("la numérotation des points saute de {before} à {rank}"),
                    )
                    .etiquette(format!("on attend {}", before + 1))
                    .aide("retirez « numero » : le programme numérote les points dans l’ordre"),
            );
        }
        previous = Some(rank);
    }
}
