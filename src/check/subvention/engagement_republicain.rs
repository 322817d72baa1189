//! A subsidy to an association that does not speak of its republican commitment.

use rust_decimal::Decimal;

use super::{Aide, aides};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, mots};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static ENGAGEMENT_REPUBLICAIN: Regle = Regle {
    code: "SUBV-02",
    nom: "engagement-republicain",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2022, 1, 2),
    genres: &[],
    base: Some(
        "loi n° 2000-321 du 12 avril 2000, art. 10-1 ; décret n° 2021-1947 du 31 décembre 2021",
    ),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Les associations agréées ou reconnues d’utilité publique sont réputées y satisfaire.",
    ),
    doc: "Une association ou une fondation reçoit une subvention, et l’acte ne dit pas qu’elle a souscrit le contrat \
          d’engagement républicain, sans lequel rien ne peut lui être versé depuis le 2 janvier 2022.",
    exemple: Exemple {
        faux: "[[articles]]\ntexte = \"Une subvention de 4 500 € est attribuée à l’association Les Foulées.\"",
        juste: "[[considerants]]\ntexte = \"que l’association a souscrit le contrat d’engagement républicain\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let found = aides(dossier);
    if found.is_empty()
        || mots::acte(dossier).un_de(&[
            "engagement republicain",
            "agree*",
            "reconnue d utilite publique",
        ])
    {
        return;
    }
    let named = |a: &Aide<'_>| {
        a.mots.un_de(&["association*", "fondation*"])
            || a.subvention.is_some_and(|s| s.rna.is_some())
    };
    let mut ones = found
        .into_iter()
        .filter_map(|aides| aides.into_iter().find(|a| a.montant > Decimal::ZERO && named(a)));
    let Some(first) = ones.next() else { return };
    let mut constat = regle
        .constat(first.lieu, "l’acte ne dit pas que l’association a souscrit le contrat d’engagement républicain")
        .etiquette("subvention à une association")
        .aide("ajoutez un considérant : « que l’association a souscrit le contrat d’engagement républicain »");
    constat.secondaires = ones.map(|a| (a.lieu, "de même".to_owned())).collect();
    out.push(constat);
}
