//! Personal data in an act that is put online.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DONNEE_PERSONNELLE: Regle = Regle {
    code: "PUBL-15",
    nom: "donnee-personnelle",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2016, 10, 9),
    genres: &[],
    base: Some(
        "code des relations entre le public et l’administration, art. L. 311-6 et L. 312-1-2",
    ),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Un document mis en ligne ne porte pas de donnée personnelle dont le public n’a pas \
          besoin : date de naissance, domicile d’un particulier, coordonnées bancaires. La règle \
          cherche quelques mots qui les annoncent : relisez, et retirez ce qui n’est pas \
          nécessaire.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"Mme Ada MARTIN, née le 3 mai 1971 et domiciliée 4, rue du Four, est nommée.\" }]",
        juste: "articles = [{ texte = \"Mme Ada MARTIN est nommée.\" }]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const MOTS: &[&str] = &[
        "ne le",
        "nee le",
        "nes le",
        "nees le",
        "date de naissance",
        "iban",
        "numero de securite sociale",
        "revenu fiscal de reference de m",
        "situation sociale de m",
    ];
    for passage in passages::textes(&dossier.deliberation) {
        let Some(found) = passage.find(MOTS) else { continue };
        // « il ne le fait pas » has no day after it.
        let born = found.mots.ends_with('e') && found.mots.contains(' ');
        let day =
            passage.plat()[found.fin..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        if born && found.mots.split(' ').count() == 2 && !day {
            continue;
        }
        out.push(
            regle
                .constat(
                    found.lieu,
                    "l’acte sera mis en ligne avec une donnée personnelle dont le public n’a sans doute pas besoin",
                )
                .etiquette("donnée personnelle ?")
                .aide("retirez-la du texte publié, ou gardez-la dans une pièce qui ne l’est pas"),
        );
    }
}
