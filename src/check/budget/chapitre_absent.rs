//! A line without chapter.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Ligne, Section, Sens, Severite};

pub(in crate::check) static CHAPITRE_ABSENT: Regle = Regle {
    code: "BUDG-04",
    nom: "chapitre-absent",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2312-2"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Une ligne de l’annexe n’a pas de chapitre, alors que les crédits se votent par chapitre. Quand aucune ligne \
          n’en a, il n’y a qu’un constat pour toutes.",
    exemple: Exemple {
        faux: "[[lignes]]\nsection = \"investissement\"\nsens = \"depense\"\nmontants = [30000]",
        juste: "[[lignes]]\nsection = \"investissement\"\nsens = \"depense\"\nchapitre = \"204\"\nmontants = [30000]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(budget) = &dossier.budget else { return };
    let bare: Vec<(usize, &Ligne)> =
        budget.lignes.iter().enumerate().filter(|(_, l)| l.chapitre.is_none()).collect();
    let place = |i: usize| Lieu::new("budget.toml", format!("lignes[{i}]"));
    if bare.len() > 1 && bare.len() == budget.lignes.len() {
        out.push(
            regle
                .constat(place(0), "aucune ligne du budget n’a de chapitre")
                .etiquette("première ligne sans chapitre")
                .aide("ajoutez à chaque ligne son chapitre, par exemple : chapitre = \"011\""),
        );
        return;
    }
    for (i, ligne) in bare {
        let detail = ligne.detail.as_ref().or(ligne.libelle.as_ref()).filter(|d| !d.is_empty());
        let quoi = detail.map_or_else(String::new, |d| format!(" : « {d} »"));
        let aide = match (ligne.section, ligne.sens) {
            (Section::Fonctionnement, Sens::Depense) => {
                "ajoutez : chapitre = \"011\" pour un achat, \"012\" pour du personnel, \"65\" pour une subvention"
            }
            (Section::Fonctionnement, Sens::Recette) => {
                "ajoutez : chapitre = \"74\" pour une participation, \"70\" pour le produit d’un service"
            }
            (Section::Investissement, Sens::Depense) => {
                "ajoutez : chapitre = \"204\" pour une subvention versée, \"20\", \"21\" ou \"23\" pour un bien, \
                 \"26\" ou \"27\" pour une participation ou un prêt"
            }
            (Section::Investissement, Sens::Recette) => {
                "ajoutez : chapitre = \"13\" pour une subvention reçue, \"16\" pour un emprunt"
            }
        };
        out.push(
            regle
                .constat(place(i), format!("ligne sans chapitre{quoi}"))
                .etiquette("il manque « chapitre »")
                .aide(aide),
        );
    }
}
