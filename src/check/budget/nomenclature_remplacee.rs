//! A chart of accounts that the M57 replaces since 2024.

use super::chapitres::years;
use super::nomenclature_inhabituelle::autres;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static NOMENCLATURE_REMPLACEE: Regle = Regle {
    code: "BUDG-13",
    nom: "nomenclature-remplacee",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("loi n° 2015-991 du 7 août 2015, art. 106 III"),
    lecture: Lecture::Secondaire,
    reserve: Some(
        "C’est l’exercice qui décide, depuis 2024. En droit, la M57 reste une option (question écrite AN n° 16865, JO \
         du 9 avril 2024, dont la réponse n’a pas été lue) : ce n’est pas une erreur.",
    ),
    doc: "Depuis l’exercice 2024, la M57 remplace en pratique la M14, la M52, la M61 et la M71. La M4 demeure pour les \
          services industriels et commerciaux.",
    exemple: Exemple {
        faux: "exercices = [2025]\nnomenclature = \"M14\"",
        juste: "exercices = [2025]\nnomenclature = \"M57\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some((declared, usual, found)) = autres(dossier, |y| y.0 >= 2024) else { return };
    out.push(
        regle
            .constat(
                Lieu::new("budget.toml", "nomenclature"),
                format!(
                    "depuis 2024, la {} remplace en pratique la {} ({})",
                    usual.nom(),
                    declared.nom(),
                    years(&found)
                ),
            )
            .etiquette("vérifiez la nomenclature")
            .aide(format!("retirez la ligne, ou écrivez : nomenclature = \"{}\"", usual.nom())),
    );
}
