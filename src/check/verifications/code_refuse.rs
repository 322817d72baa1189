//! A code that cannot be set aside.

use crate::check::{Examen, Exemple, Ignores, Lecture, Notice, REGLES, Regle, Vigueur, ignorable};
use crate::model::{Constat, Severite};

pub(in crate::check) static CODE_REFUSE: Regle = Regle {
    code: "VERI-01",
    nom: "code-ignore-refuse",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un code de `[verifications]` n’existe pas, ou n’est pas de ceux qui s’ignorent.\n\n\
          Une faute de lecture (`LECT`) ne s’ignore pas : le programme ne sait pas ce que le dossier veut dire. \
          Les codes `VERI`, qui surveillent ce qui est ignoré, non plus.",
    exemple: Exemple {
        faux: "[verifications]\nignorer = [{ code = \"BUGD-07\", motif = \"Total voté tel quel.\" }]",
        juste: "[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Total voté tel quel.\" }]",
    },
    run: Examen::Ignores(run),
};

fn run(regle: &Regle, ignores: &Ignores<'_>, out: &mut Vec<Constat>) {
    for (i, one) in ignores.codes.iter().enumerate() {
        if ignorable(&one.code) {
            continue;
        }
        let constat = if Notice::of(&one.code).is_some() {
            let aide = if one.code.starts_with("LECT-") {
                "une faute de lecture se corrige : retirez cette ligne"
            } else if !REGLES.iter().any(|r| r.code == one.code) {
                "« verifier » ne dit jamais ce code, qui est d’une autre commande : retirez cette ligne"
            } else {
                "ce code surveille ce qui est ignoré : retirez cette ligne"
            };
            regle
                .constat(ignores.lieu(i), format!("« {} » ne s’ignore pas", one.code))
                .etiquette("ce code ne s’ignore pas")
                .aide(aide)
        } else {
            let aide = Notice::nearest(&one.code).map_or_else(
                || "« delibere expliquer » liste les codes".to_owned(),
                |near| format!("vouliez-vous écrire « {near} » ?"),
            );
            regle
                .constat(ignores.lieu(i), format!("le code « {} » n’existe pas", one.code))
                .etiquette("code inconnu")
                .aide(aide)
        };
        out.push(constat);
    }
}
