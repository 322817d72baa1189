//! A code that is set aside for nothing.

use crate::check::{
    Examen, Exemple, Ignores, Lecture, PorteeIgnores, REGLES, Regle, Vigueur, ignorable,
};
use crate::model::{Constat, Severite};

pub(in crate::check) static SANS_EFFET: Regle = Regle {
    code: "VERI-02",
    nom: "code-ignore-sans-effet",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un code de `[verifications]` n’écarte rien.\n\n\
          Dans `deliberation.toml`, ou dans `seance.toml` quand toute la séance est vérifiée : la règle n’y trouve \
          rien, ou plus rien. La raison donnée ne vaut plus ; la garder cacherait la prochaine faute.\n\n\
          Dans `collectivite.toml`, où un code s’ignore pour tous les actes : la règle trouve ici une erreur, et une \
          erreur ne s’ignore pas d’avance. Elle s’ignore acte par acte, avec la raison de cet acte.",
    exemple: Exemple {
        faux: "# le total a été corrigé depuis\n[verifications]\n\
               ignorer = [{ code = \"BUDG-07\", motif = \"Total voté tel quel.\" }]",
        juste: "# rien à ignorer : la ligne est retirée",
    },
    run: Examen::Ignores(run),
};

fn run(regle: &Regle, ignores: &Ignores<'_>, out: &mut Vec<Constat>) {
    for (i, one) in ignores.codes.iter().enumerate().filter(|(_, c)| ignorable(&c.code)) {
        let mut found = ignores.constats.iter().filter(|c| c.code == one.code).peekable();
        match ignores.portee {
            PorteeIgnores::Propre if found.peek().is_none() => {
                let about = REGLES.iter().find(|r| r.code == one.code).map(|r| &r.run);
                let elsewhere = matches!(about, Some(Examen::Seance(_)))
                    && ignores.fichier == "deliberation.toml";
                let aide = if elsewhere {
                    "ce que cette règle trouve dans une séance s’ignore dans son seance.toml"
                } else {
                    "retirez cette ligne : elle cacherait la prochaine faute"
                };
                out.push(
                    regle
                        .constat(
                            ignores.lieu(i),
                            format!("« {} » est ignoré, et ne trouve rien", one.code),
                        )
                        .etiquette("rien à ignorer")
                        .aide(aide),
                );
            }
            PorteeIgnores::Habitude if found.any(Constat::bloque) => out.push(
                regle
                    .constat(
                        ignores.lieu(i),
                        format!("l’habitude d’ignorer « {} » n’écarte pas une erreur", one.code),
                    )
                    .etiquette("sans effet sur une erreur")
                    .aide("corrigez-la, ou ignorez-la dans l’acte ou la séance, avec sa raison"),
            ),
            _ => {}
        }
    }
}
