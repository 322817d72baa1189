//! A duration that is not the same on a sheet and in the budget.

use std::collections::BTreeMap;

use super::branches::Branches;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Action, Constat, Dossier, IdAction, NatureChamp, Severite};
use crate::reperage::{DureeReperee, Ecrit, Ecriture, Libelle, Releve, durees};

pub(in crate::check) static DUREE_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-02",
    nom: "duree-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "La fiche d’une action donne une durée, et une ligne de budget de la même action en donne une autre : « ½ journée » \
          d’un côté, « 1 journée » de l’autre.\n\n\
          Ne sont comparées qu’une durée seule dans son champ `duree` et une durée seule sur une ligne qui reprend le nom \
          de l’action, ou qui la dit d’une session (« six sessions de 2 jours »), dans la même unité.",
    exemple: Exemple {
        faux: "# fiche\n[[champs]]\nnature = \"duree\"\ntexte = \"½ journée\"\n# budget\ndetail = \"Formation 1 journée élus\"",
        juste: "# fiche\n[[champs]]\nnature = \"duree\"\ntexte = \"½ journée\"\n# budget\ndetail = \"Formation ½ journée élus\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let (Some(branches), Some(budget)) = (Branches::new(dossier), &dossier.budget) else { return };
    let mut lines: BTreeMap<&IdAction, Vec<&Ecrit>> = BTreeMap::new();
    for line in releve.parmi(|e| matches!(e, Ecriture::Ligne(_))) {
        let Ecriture::Ligne(l) = line.ecriture else { continue };
        if let Some(id) = &budget.lignes[l].action
            && !line.lieu.chemin.ends_with("libelle")
        {
            lines.entry(id).or_default().push(line);
        }
    }
    for sheet in releve.parmi(|e| matches!(e, Ecriture::Champ(..))) {
        let Ecriture::Champ(f, c) = sheet.ecriture else { continue };
        let fiche = &dossier.fiches[f];
        if fiche.champs[c].nature != NatureChamp::Duree {
            continue;
        }
        let said = durees(sheet);
        let ([said], Some(action)) = (said.as_slice(), branches.action(&fiche.action)) else {
            continue;
        };
        let names = names(action);
        for line in lines.get(&fiche.action).into_iter().flatten() {
            let there = durees(line);
            let [there] = there.as_slice() else { continue };
            let words = Libelle::new(&line.texte);
            let same_thing = names.iter().any(|n| n.partage(&words)) || of_a_session(line, there);
            if !same_thing || there.unite != said.unite || there.nombre == said.nombre {
                continue;
            }
            let a = sheet.mots(&said.plage).to_lowercase();
            let b = line.mots(&there.plage).to_lowercase();
            out.push(
                regle
                    .constat(
                        sheet.lieu_de(&said.plage),
                        format!(
                            "l’action {} dure {a} sur sa fiche et {b} au budget",
                            action.numero
                        ),
                    )
                    .etiquette("durée de la fiche")
                    .secondaire(line.lieu_de(&there.plage), "durée du budget")
                    .aide(
                        "donnez la même durée aux deux, et vérifiez que le montant lui correspond",
                    ),
            );
        }
    }
}

/// Whether a duration is that of each of the sessions that a line pays: « six sessions de 2 jours ».
fn of_a_session(line: &Ecrit, duree: &DureeReperee) -> bool {
    const SEANCES: &[&str] =
        &["session", "sessions", "seance", "seances", "atelier", "ateliers", "stage", "stages"];
    let at = line.jeton_a(duree.plage.start);
    (at.saturating_sub(3)..at).any(|k| {
        line.est_un(k, SEANCES)
            && line.est_un(k + 1, &["de", "d"])
            && (k + 2 == at || (k + 3 == at && matches!(line.mot(k + 2), "'" | "’")))
    })
}

fn names(action: &Action) -> Vec<Libelle> {
    let l = &action.libelles;
    let own = [&l.deliberation, &l.budget, &l.fiche, &l.programme].into_iter().flatten();
    own.chain([&action.libelle]).map(|t| Libelle::new(t)).collect()
}
