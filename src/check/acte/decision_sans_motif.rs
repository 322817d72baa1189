//! An act on a named person without a reason.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Portee, Severite};

pub(in crate::check) static DECISION_SANS_MOTIF: Regle = Regle {
    code: "FORM-17",
    nom: "decision-sans-motif",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("code des relations entre le public et l’administration, art. L. 211-2 et L. 211-5"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Une décision individuelle défavorable énonce les considérations de droit et de fait qui \
          la fondent. L’acte est déclaré « portee = \"individuelle\" » et n’a ni exposé ni \
          considérant : s’il refuse ou retire quelque chose à quelqu’un, il lui en faut.",
    exemple: Exemple {
        faux: "portee = \"individuelle\"\narticles = [{ texte = \"La demande de M. X est rejetée.\" }]",
        juste: "portee = \"individuelle\"\narticles = [{ texte = \"La demande de M. X est rejetée.\" }]\n\n[[considerants]]\ntexte = \"que le terrain est inconstructible\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let reasons = !acte.expose.is_empty() || !acte.considerants.is_empty();
    if acte.portee == Some(Portee::Individuelle) && !reasons {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "portee"),
                    "une décision individuelle défavorable énonce ses motifs, et l’acte n’en a pas",
                )
                .etiquette("ni exposé ni considérant")
                .aide("ajoutez [[considerants]] si l’acte refuse, retire ou impose quelque chose"),
        );
    }
}
