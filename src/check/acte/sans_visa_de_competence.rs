//! An act that cites no text from which it draws its power.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, NatureVisa, Severite};

pub(in crate::check) static SANS_VISA_DE_COMPETENCE: Regle = Regle {
    code: "FORM-08",
    nom: "sans-visa-de-competence",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("usage et jurisprudence constante"),
    lecture: Lecture::Memoire,
    reserve: Some("Usage et jurisprudence cités de mémoire."),
    doc: "Aucun visa ne cite le texte qui donne compétence à l’assemblée : un code, une loi, des \
          statuts. Leur absence n’entache pas la légalité de l’acte, mais elle l’affaiblit : qui \
          le lit ne sait pas sur quoi il se fonde.",
    exemple: Exemple {
        faux: "[[visas]]\nnature = \"avis\"\ntexte = \"l’avis du bureau communautaire en date du 29 novembre 2012\"",
        juste: "[[visas]]\nnature = \"code\"\ntexte = \"le code général des collectivités territoriales, notamment son article L. 5216-5\"\n\n[[visas]]\nnature = \"avis\"\ntexte = \"l’avis du bureau communautaire en date du 29 novembre 2012\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const MOTS: &[&str] =
        &["code", "loi", "constitution", "statuts", "decret", "traite", "reglement"];
    let acte = &dossier.deliberation;
    let gives = |n: NatureVisa| {
        matches!(
            n,
            NatureVisa::Code
                | NatureVisa::Loi
                | NatureVisa::Ordonnance
                | NatureVisa::Decret
                | NatureVisa::Arrete
                | NatureVisa::Statuts
        )
    };
    let named = passages::visas(acte).iter().any(|p| p.has(MOTS));
    if named || acte.visas.iter().any(|v| gives(v.nature)) {
        return;
    }
    let (chemin, etiquette) = match acte.visas.len() {
        0 => ("objet[0]", "aucun visa"),
        _ => ("visas[0].texte", "ni code, ni loi, ni statuts"),
    };
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", chemin),
                "aucun visa ne cite le texte qui donne compétence à l’assemblée",
            )
            .etiquette(etiquette)
            .aide(
                "ajoutez [[visas]] avec nature = \"code\" et texte = \"le code général des collectivités territoriales, \
                 notamment son article …\"",
            ),
    );
}
