//! A plan said to last so many years, whose budget years are more or fewer.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{Ecrit, Ecriture, Releve};

pub(in crate::check) static DUREE_DE_PLAN_FAUSSE: Regle = Regle {
    code: "COHE-18",
    nom: "duree-de-plan-fausse",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les textes parlent d’un plan ou d’un programme « triennal », et le programme n’a pas trois exercices.\n\n\
          Rien n’est dit si un seul des textes lui donne sa vraie durée : l’autre est alors sans doute celle d’un plan plus \
          ancien.",
    exemple: Exemple {
        faux: "# exercices = [2026, 2027, 2028, 2029]\nexpose = \"Un plan d’actions triennal a été élaboré.\"",
        juste: "expose = \"Un plan d’actions quadriennal a été élaboré.\"",
    },
    run: Examen::Ecrits(run),
};

const DUREES: [(&str, usize); 5] =
    [("bienn", 2), ("trienn", 3), ("quadrienn", 4), ("quinquenn", 5), ("decenn", 10)];

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let Some(programme) = &dossier.programme else { return };
    let count = programme.exercices.len();
    let speaks = |e: Ecriture| {
        e.de_l_acte()
            || matches!(e, Ecriture::Document | Ecriture::Objet(_) | Ecriture::TitreProgramme)
    };
    let mut first: Option<(&Ecrit, std::ops::Range<usize>, usize)> = None;
    for ecrit in releve.parmi(speaks) {
        for i in 1..ecrit.jetons.len() {
            let Some((_, years)) = DUREES.iter().find(|(d, _)| ecrit.commence(i, d)) else {
                continue;
            };
            // « plan triennal », « plan d’actions triennal ».
            let near = i.saturating_sub(4)..i;
            let Some(plan) = near.rev().find(|k| ecrit.est_un(*k, &["plan", "programme"])) else {
                continue;
            };
            let between = (plan + 1..i).all(|k| {
                ecrit.est_un(k, &["d", "action", "actions"]) || matches!(ecrit.mot(k), "'" | "’")
            });
            let older = plan > 0
                && ecrit.est_un(plan - 1, &["precedent", "ancien", "premier", "dernier", "second"]);
            if !between || older {
                continue;
            }
            if *years == count {
                return;
            }
            first.get_or_insert((ecrit, ecrit.plage(plan, i + 1), *years));
        }
    }
    if let Some((ecrit, plage, years)) = first {
        let exercices: Vec<String> = programme.exercices.iter().map(ToString::to_string).collect();
        out.push(
            regle
                .constat(
                    ecrit.lieu_de(&plage),
                    format!("« {} » : le programme n’a pas {years} exercices", ecrit.mots(&plage)),
                )
                .etiquette(format!("{years} ans"))
                .secondaire(
                    Lieu::new("programme.toml", "exercices"),
                    format!("exercices : {}", exercices.join(", ")),
                )
                .aide("corrigez le mot ou les exercices"),
        );
    }
}
