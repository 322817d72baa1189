//! A declared action that one of the pieces does not know, or a sheet of an action that is not declared.

use std::collections::BTreeSet;

use super::branches::Branches;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{
    Action, Constat, Dossier, IdAction, Lieu, NatureChamp, Programme, Severite, Terme,
};

pub(in crate::check) static ACTION_SANS_PIECE: Regle = Regle {
    code: "FORM-12",
    nom: "action-sans-piece",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Une action que la délibération déclare n’a pas de fiche, pas de ligne au budget ou pas de place au calendrier, \
          alors que d’autres en ont ; ou une fiche décrit une action que la délibération ne déclare pas.\n\n\
          Une ligne du budget ou une mesure du calendrier vaut pour l’action, pour celle dont elle dépend et pour celles \
          qui dépendent d’elle. Une fiche dont le champ `budget` est rempli n’a pas besoin de ligne. Une action `declaree = false` peut avoir des lignes au budget.",
    exemple: Exemple {
        faux: "# programme.toml ; les autres actions ont une fiche, celle-ci n’en a pas\n[[actions]]\nid = \"charte\"\nnumero = \"1.1\"\nlibelle = \"Charte\"",
        juste: "# fiches/charte.toml\naction = \"charte\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let (Some(programme), Some(branches)) = (&dossier.programme, Branches::new(dossier)) else {
        return;
    };
    let sheets: BTreeSet<&IdAction> = dossier.fiches.iter().map(|f| &f.action).collect();
    // A sheet that speaks of its budget says why there is no line.
    let costs: BTreeSet<&IdAction> = dossier
        .fiches
        .iter()
        .filter(|f| f.champs.iter().any(|c| c.nature == NatureChamp::Budget && !c.texte.is_empty()))
        .map(|f| &f.action)
        .collect();
    let lines = branches
        .autour(dossier.budget.iter().flat_map(|b| &b.lignes).filter_map(|l| l.action.as_ref()));
    let terms: Vec<BTreeSet<&IdAction>> = programme
        .calendrier
        .iter()
        .map(|e| branches.autour(e.mesures.iter().filter_map(|m| m.action.as_ref())))
        .collect();
    let planned = terms.iter().any(|t| !t.is_empty());
    for (i, action) in programme.actions.iter().enumerate() {
        let lieu = |cle: &str| Lieu::new("programme.toml", format!("actions[{i}]{cle}"));
        let name = format!("l’action {}, « {} »,", action.numero, action.libelle);
        let mut say = |lieu: Lieu, what: String, label: &str, aide: String| {
            out.push(regle.constat(lieu, what).etiquette(label).aide(aide));
        };
        if !action.declaree {
            if sheets.contains(&action.id) {
                say(
                    Lieu::new(format!("fiches/{}", action.id), "action"),
                    format!("{name} a une fiche, et la délibération ne la déclare pas"),
                    "fiche d’une action non déclarée",
                    "retirez « declaree = false » de programme.toml, ou la fiche".to_owned(),
                );
            }
            continue;
        }
        if !sheets.is_empty() && !sheets.contains(&action.id) {
            say(
                lieu(".id"),
                format!("{name} est déclarée et n’a pas de fiche"),
                "aucune fiche ne la décrit",
                format!("ajoutez au dossier une fiche avec action = \"{}\"", action.id),
            );
        }
        if !lines.is_empty() && !lines.contains(&action.id) && !costs.contains(&action.id) {
            say(
                lieu(".id"),
                format!("{name} est déclarée et n’a pas de ligne au budget"),
                "aucune ligne de budget.toml ne la nomme",
                "ajoutez-lui une ligne, ou dites au champ « budget » de sa fiche qu’elle est sans coût"
                    .to_owned(),
            );
        }
        if !planned {
            continue;
        }
        if action.echeances.is_empty() && !terms.iter().any(|t| t.contains(&action.id)) {
            say(
                lieu(".id"),
                format!("{name} est déclarée et n’a pas de place au calendrier"),
                "ni terme ni mesure",
                "donnez-lui des « echeances », ou nommez-la dans une mesure du calendrier"
                    .to_owned(),
            );
        }
        for (rank, there) in terms.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            misplaced(regle, (i, action), (rank, there), &branches, programme, out);
        }
    }
}

/// An action that says it is carried out at a term where no measure is its own, and the reverse.
fn misplaced(
    regle: &Regle,
    (i, action): (usize, &Action),
    (rank, there): (usize, &BTreeSet<&IdAction>),
    branches: &Branches<'_>,
    programme: &Programme,
    out: &mut Vec<Constat>,
) {
    let terme = programme.calendrier[rank].terme;
    // Two stages of the same term are told as one.
    if programme.calendrier.iter().filter(|e| e.terme == terme).count() != 1 {
        return;
    }
    let nom = Terme::ALL.iter().find(|(t, _)| *t == terme).map_or("", |(_, nom)| nom);
    let name = format!("l’action {}, « {} »,", action.numero, action.libelle);
    let place = |chemin: String| Lieu::new("programme.toml", chemin);
    match action.echeances.iter().position(|t| *t == terme) {
        Some(own) if !there.contains(&action.id) => out.push(
            regle
                .constat(
                    place(format!("actions[{i}].echeances[{own}]")),
                    format!(
                        "{name} est prévue à {nom} terme, où le calendrier n’a aucune mesure pour elle"
                    ),
                )
                .etiquette(format!("{nom} terme"))
                .secondaire(
                    place(format!("calendrier[{rank}].libelle")),
                    "aucune de ces mesures ne la nomme",
                )
                .aide("nommez-la dans une mesure de ce terme, ou retirez ce terme de ses « echeances »"),
        ),
        None if !action.echeances.is_empty() => {
            let measure = branches.mesures(&action.id).iter().find(|(e, _)| *e == rank);
            let Some((_, j)) = measure else { return };
            out.push(
                regle
                    .constat(
                        place(format!("calendrier[{rank}].mesures[{j}].action")),
                        format!("{name} a une mesure à {nom} terme, qui n’est pas de ses échéances"),
                    )
                    .etiquette(format!("mesure à {nom} terme"))
                    .secondaire(place(format!("actions[{i}].echeances")), "ses échéances")
                    .aide(format!("ajoutez \"{nom}\" à ses « echeances », ou déplacez la mesure")),
            );
        }
        _ => {}
    }
}
