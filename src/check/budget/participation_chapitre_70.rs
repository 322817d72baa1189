//! A partner's contribution entered with the proceeds of services.

use crate::check::mots::Mots;
use crate::check::subvention::PUBLICS;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Nomenclature, Section, Sens, Severite};

pub(in crate::check) static PARTICIPATION_CHAPITRE_70: Regle = Regle {
    code: "BUDG-14",
    nom: "participation-chapitre-70",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("plans de comptes, chapitres 70 et 74"),
    lecture: Lecture::Schema,
    reserve: Some(
        "La nature de la somme décide : le programme n’en connaît que le financeur et le libellé.",
    ),
    doc: "Une recette versée par un partenaire public (État, région, département, Caisse des dépôts…) est au chapitre \
          70, celui des produits des services. Une participation s’impute en principe au chapitre 74 (dotations et \
          participations). Un remboursement, une prestation ou une mise à disposition restent au 70 : leur libellé, \
          s’il le dit, suffit.",
    exemple: Exemple {
        faux: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"70\"\nmontants = [20000]\n\
               financeur = \"Caisse des Dépôts\"",
        juste: "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"74\"\nmontants = [20000]\n\
                financeur = \"Caisse des Dépôts\"",
    },
    run: Examen::Acte(run),
};

/// What a public body pays for as anybody would.
const SERVICES: &[&str] = &[
    "rembours*",
    "mise a disposition*",
    "mises a disposition*",
    "prestation*",
    "vente*",
    "redevance*",
    "loyer*",
    "facturation*",
    "intervention*",
    "inscription*",
    "cantine*",
    "repas",
    "restauration*",
    "entree*",
    "billet*",
    "tarif*",
    "abonnement*",
    "location*",
    "occupation*",
    "concession*",
    "garderie*",
    "periscolaire*",
    "creche*",
    "droits d entree*",
    "honoraire*",
];

/// Whether a line says that something is paid for, and not helped.
fn service(words: &Mots) -> bool {
    let helped = ["aide*", "subvention*", "participation*", "soutien*", "dotation*", "concours*"];
    words.un_de(SERVICES) && !words.un_de(&helped)
}

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(budget) = dossier.budget.as_ref().filter(|b| b.nomenclature != Some(Nomenclature::M4))
    else {
        return;
    };
    for (i, ligne) in budget.lignes.iter().enumerate() {
        let Some(financeur) = ligne.financeur.as_deref() else { continue };
        let said = [&ligne.libelle, &ligne.detail, &ligne.commentaire];
        let words: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        if ligne.sens != Sens::Recette
            || ligne.section != Section::Fonctionnement
            || ligne.chapitre.as_deref() != Some("70")
            || !Mots::new(financeur).un_de(PUBLICS)
            || service(&Mots::new(&words.join(" ")))
        {
            continue;
        }
        let place = |cle: &str| Lieu::new("budget.toml", format!("lignes[{i}].{cle}"));
        out.push(
            regle
                .constat(
                    place("chapitre"),
                    format!("la participation de « {financeur} » est au chapitre 70, celui des produits des services"),
                )
                .etiquette("en principe : 74")
                .secondaire(place("financeur"), "un partenaire public")
                .aide("écrivez chapitre = \"74\" si c’est une participation ; si un service est rendu en échange, dites-le dans « detail »"),
        );
    }
}
