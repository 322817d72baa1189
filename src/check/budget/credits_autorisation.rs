//! Payment credits that do not add up to their authorisation.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Montant, Severite};
use crate::typographie::nombre;

pub(in crate::check) static CREDITS_AUTORISATION: Regle = Regle {
    code: "BUDG-10",
    nom: "credits-autorisation",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2311-3 et R. 2311-9, deuxième alinéa"),
    lecture: Lecture::Lu2008(true),
    reserve: None,
    doc: "Les crédits de paiement d’une autorisation de programme ou d’engagement, exercice par exercice, n’ont pas \
          pour somme le montant de l’autorisation. Si l’autorisation déborde les exercices de l’annexe, donnez-les \
          tous dans `exercices`.",
    exemple: Exemple {
        faux: "[[autorisations]]\nnature = \"programme\"\nmontant = 500000\ncredits = [100000, 200000, 150000]",
        juste: "[[autorisations]]\nnature = \"programme\"\nmontant = 500000\ncredits = [100000, 200000, 200000]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    for (rang, one) in dossier.budget.iter().flat_map(|b| b.autorisations.iter().enumerate()) {
        let sum: Montant = one.credits.iter().flatten().copied().sum();
        if sum == one.montant {
            continue;
        }
        let (printed, total) =
            (nombre::montant(sum.decimal()), nombre::montant(one.montant.decimal()));
        let gap = nombre::montant((sum - one.montant).decimal());
        let place = |cle: &str| Lieu::new("budget.toml", format!("autorisations[{rang}].{cle}"));
        out.push(
            regle
                .constat(
                    place("credits"),
                    format!(
                        "la somme des crédits de paiement ({printed}) n’est pas le montant de l’{} ({total})",
                        one.nature.nom()
                    ),
                )
                .etiquette(format!("somme : {printed}, écart de {gap}"))
                .secondaire(place("montant"), "montant de l’autorisation")
                .aide("corrigez les crédits de paiement, ou le montant"),
        );
    }
}
