//! A text that says at which terms the actions are carried out, and leaves one out.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite, Terme};
use crate::reperage::{Ecriture, Releve};

pub(in crate::check) static TERME_OUBLIE: Regle = Regle {
    code: "COHE-19",
    nom: "terme-oublie",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "L’acte dit ses actions menées « à court et moyen terme », et le calendrier du programme en place aussi à long terme.",
    exemple: Exemple {
        faux: "expose = \"Ces actions seront mises en œuvre à court et moyen terme.\"\n# et un [[calendrier]] de terme = \"long\"",
        juste: "expose = \"Ces actions seront mises en œuvre à court, moyen et long terme.\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let Some(programme) = &dossier.programme else { return };
    let long = programme
        .calendrier
        .iter()
        .position(|e| e.terme == Terme::Long && e.mesures.iter().any(|m| m.action.is_some()));
    let Some(long) = long else { return };
    let mut first = None;
    for ecrit in releve.parmi(Ecriture::de_l_acte) {
        for i in 3..ecrit.jetons.len() {
            if !ecrit.est(i, "terme") {
                continue;
            }
            // The long term is named somewhere in the act: nothing is left out.
            if ecrit.est(i - 1, "long") {
                return;
            }
            let both =
                ecrit.est(i - 1, "moyen") && ecrit.est(i - 2, "et") && ecrit.est(i - 3, "court");
            let phrase = ecrit.phrase(i);
            let actions = phrase.clone().any(|k| ecrit.est(k, "actions"));
            let are = phrase.clone().any(|k| ecrit.est_un(k, &["sont", "seront"]));
            if both && actions && are {
                first.get_or_insert((ecrit, ecrit.plage(i - 3, i + 1)));
            }
        }
    }
    if let Some((ecrit, plage)) = first {
        out.push(
            regle
                .constat(
                    ecrit.lieu_de(&plage),
                    "l’acte ne parle que de court et moyen terme, et le calendrier va au long terme",
                )
                .etiquette("termes de l’acte")
                .secondaire(
                    Lieu::new("programme.toml", format!("calendrier[{long}].libelle")),
                    format!("« {} »", programme.calendrier[long].libelle),
                )
                .aide("nommez le long terme dans l’acte, ou dites qu’il n’est pas encore décidé"),
        );
    }
}
