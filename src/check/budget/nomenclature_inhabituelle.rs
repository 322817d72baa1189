//! A chart of accounts that such an authority did not keep, before 2024.

use super::chapitres::years;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::droit::nomenclature::{Usage, usage};
use crate::model::{Constat, Dossier, Exercice, Lieu, Nomenclature, Severite};

pub(in crate::check) static NOMENCLATURE_INHABITUELLE: Regle = Regle {
    code: "BUDG-12",
    nom: "nomenclature-inhabituelle",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some(
        "arrêtés relatifs aux instructions M14, M52, M61, M71 et M4 ; loi n° 2015-991, art. 106 III",
    ),
    lecture: Lecture::Secondaire,
    reserve: Some(
        "C’est l’exercice qui décide, jusqu’à 2023 compris, et non le jour de la séance. La M57 est admise de tous à \
         partir de 2015, premier exercice de ses plans de comptes : depuis quand chacun a pu la choisir n’a pas été \
         vérifié.",
    ),
    doc: "Jusqu’à l’exercice 2023, la nomenclature déclarée n’est pas celle que suit d’ordinaire une telle \
          collectivité : M14 pour une commune, une intercommunalité ou un CCAS, M52 pour un département, M71 pour une \
          région, M57 pour une métropole ou sur option, M4 pour un service industriel et commercial.",
    exemple: Exemple {
        faux: "# une commune, en 2022\nnomenclature = \"M52\"",
        juste: "nomenclature = \"M14\"",
    },
    run: Examen::Acte(run),
};

/// The years, kept by `within`, in which a declared chart is not one that such an authority keeps; with the usual one.
pub(super) fn autres(
    dossier: &Dossier,
    within: fn(Exercice) -> bool,
) -> Option<(Nomenclature, Nomenclature, Vec<Exercice>)> {
    let budget = dossier.budget.as_ref()?;
    let declared = budget.nomenclature?;
    let mut usual = None;
    let mut found = Vec::new();
    for year in budget.exercices.iter().copied().filter(|y| within(*y)) {
        if let Usage::Autre(other) = usage(dossier.collectivite.genre, year, declared) {
            usual = usual.or(Some(other));
            found.push(year);
        }
    }
    Some((declared, usual?, found))
}

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some((declared, usual, found)) = autres(dossier, |y| y.0 < 2024) else { return };
    let genre = dossier.collectivite.genre.nom();
    out.push(
        regle
            .constat(
                Lieu::new("budget.toml", "nomenclature"),
                format!(
                    "la {} n’est pas la nomenclature usuelle ({})",
                    declared.nom(),
                    years(&found)
                ),
            )
            .etiquette(format!("usuelle : {}", usual.nom()))
            .aide(format!(
                "vérifiez ; pour le genre « {genre} », c’est la {} par défaut",
                usual.nom()
            )),
    );
}
