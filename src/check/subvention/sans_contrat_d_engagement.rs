//! A grant to an association that says nothing of its commitment.

use super::octroi;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static SANS_CONTRAT_D_ENGAGEMENT: Regle = Regle {
    code: "SUBV-02",
    nom: "sans-contrat-d-engagement",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2022, 1, 2),
    genres: &[],
    base: Some(
        "loi n° 2000-321 du 12 avril 2000, art. 10-1 ; décret n° 2021-1947 du 31 décembre 2021",
    ),
    lecture: Lecture::Memoire,
    reserve: Some("Textes cités de mémoire."),
    doc: "Depuis le 2 janvier 2022, une association ou une fondation ne reçoit de subvention que \
          si elle a souscrit le contrat d’engagement républicain. L’acte en accorde une et n’en \
          dit rien.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"Une subvention de 4 500 € est attribuée à l’association Les Foulées.\" }]",
        juste: "expose = \"L’association a souscrit le contrat d’engagement républicain.\"\narticles = [{ texte = \"Une subvention de 4 500 € est attribuée à l’association Les Foulées.\" }]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const ASSOCIATIONS: &[&str] = &["association", "associations", "fondation"];
    const ACCORDE: &[&str] = &[
        "attribuee",
        "attribuees",
        "attribuer",
        "accordee",
        "accordees",
        "accorder",
        "allouee",
        "allouees",
        "allouer",
        "versee",
        "versees",
        "verser",
        "octroyee",
        "octroyees",
        "octroyer",
    ];
    let acte = &dossier.deliberation;
    let granted = passages::dispositif(acte).into_iter().find_map(|d| {
        let verb =
            ["attribu", "accord", "allou", "octro", "vers"].iter().any(|v| d.verbe.starts_with(v));
        let grants = octroi::accorde(&d.texte) && (verb || d.texte.has(ACCORDE));
        grants.then(|| d.texte.find(ASSOCIATIONS)).flatten()
    });
    let Some(found) = granted else { return };
    // Rules for granting, models of conventions: what is granted later says it then.
    let told = passages::textes(acte).iter().any(|p| {
        p.plat().contains("engagement republicain")
            || p.has(&["article 10-1", "articles 9-1 et 10-1"])
    });
    if !told {
        out.push(
            regle
                .constat(
                    found.lieu,
                    "une association subventionnée a souscrit le contrat d’engagement républicain, et l’acte n’en dit rien",
                )
                .etiquette("bénéficiaire")
                .aide("dites-le dans l’exposé : « L’association a souscrit le contrat d’engagement républicain »"),
        );
    }
}
