//! The number of an action or of an orientation that the programme does not have.

use std::collections::BTreeSet;

use super::branches::Branches;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, NatureTotal, Severite};
use crate::reperage::{Ecrit, Ecriture, GenreJeton, Releve};

pub(in crate::check) static NUMERO_SANS_ACTION: Regle = Regle {
    code: "COHE-16",
    nom: "numero-sans-action",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte nomme une action ou une orientation par un numéro que le programme n’a pas : « action 3.2 » quand elles \
          vont de 1 à 3.1. Ou bien l’intitulé d’une fiche, ou le libellé d’un total, porte le numéro d’une autre action que \
          la sienne.\n\n\
          Les numéros ne se suivent pas tout seuls : ils changent quand une action est ajoutée, et les textes restent. \
          « L’action 3 du plan climat » est d’un autre programme : elle n’est pas cherchée.",
    exemple: Exemple {
        faux: "texte = \"Voir la fiche action n° 3.2.\"\n# aucune action ne porte le numéro 3.2",
        juste: "texte = \"Voir la fiche action n° 3.1.\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let (Some(programme), Some(branches)) = (&dossier.programme, Branches::new(dossier)) else {
        return;
    };
    let numbers: BTreeSet<&str> = programme.actions.iter().map(|a| a.numero.as_str()).collect();
    // « A1 », « I.2 »: such numbers are not looked for in words.
    let plain = |n: &&str| n.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if numbers.is_empty() || !numbers.iter().all(plain) {
        return;
    }
    for ecrit in releve.parmi(|e| !matches!(e, Ecriture::Visa(_) | Ecriture::Annexe(_))) {
        for i in ecrit.trouver(&["action", "actions", "orientation", "orientations"]) {
            let orientation = ecrit.commence(i, "orientation");
            for (start, end) in cited(ecrit, i) {
                let plage = ecrit.plage(start, end);
                let number = ecrit.mots(&plage);
                if orientation {
                    let count = programme.orientations.len();
                    let beyond = number.parse::<usize>().is_ok_and(|n| n > count);
                    if count > 0 && beyond {
                        let constat = regle
                            .constat(
                                ecrit.lieu_de(&plage),
                                format!("aucune orientation ne porte le numéro {number}"),
                            )
                            .secondaire(
                                Lieu::new("programme.toml", "orientations"),
                                format!("orientations du programme : {count}"),
                            );
                        out.push(
                            constat.etiquette("orientation absente").aide("corrigez le numéro"),
                        );
                    }
                    continue;
                }
                if !numbers.contains(number) {
                    let known: Vec<&str> =
                        programme.actions.iter().take(12).map(|a| a.numero.as_str()).collect();
                    let more = if programme.actions.len() > 12 { "…" } else { "" };
                    out.push(
                        regle
                            .constat(
                                ecrit.lieu_de(&plage),
                                format!("aucune action ne porte le numéro {number}"),
                            )
                            .etiquette("action absente")
                            .secondaire(
                                Lieu::new("programme.toml", "actions"),
                                format!("actions du programme : {}{more}", known.join(", ")),
                            )
                            .aide("corrigez le numéro"),
                    );
                    continue;
                }
                own_number(regle, dossier, &branches, ecrit, &plage, out);
            }
        }
    }
}

/// The number on a sheet or on a total, which is that of its own action.
fn own_number(
    regle: &Regle,
    dossier: &Dossier,
    branches: &Branches<'_>,
    ecrit: &Ecrit,
    plage: &std::ops::Range<usize>,
    out: &mut Vec<Constat>,
) {
    let id = match ecrit.ecriture {
        Ecriture::Fiche(f) if ecrit.lieu.chemin == "intitule" => Some(&dossier.fiches[f].action),
        Ecriture::Total(t) if ecrit.lieu.chemin.ends_with("libelle") => {
            match dossier.budget.as_ref().map(|b| &b.totaux[t].nature) {
                Some(NatureTotal::SousTotal { action, .. } | NatureTotal::Solde { action, .. }) => {
                    Some(action)
                }
                _ => None,
            }
        }
        _ => None,
    };
    let Some((rank, action)) = id.and_then(|id| Some((branches.rang(id)?, branches.action(id)?)))
    else {
        return;
    };
    let number = ecrit.mots(plage);
    if action.numero != number {
        out.push(
            regle
                .constat(
                    ecrit.lieu_de(plage),
                    format!(
                        "cette pièce est celle de l’action {}, et porte le numéro {number}",
                        action.numero
                    ),
                )
                .etiquette("numéro d’une autre action")
                .secondaire(
                    Lieu::new("programme.toml", format!("actions[{rank}].numero")),
                    format!("« {} »", action.libelle),
                )
                .aide("corrigez le numéro, ou l’action que cette pièce nomme"),
        );
    }
}

/// The numbers after « action » or « actions », as tokens.
fn cited(ecrit: &Ecrit, i: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut k = i + 1;
    let many = ecrit.mot(i).ends_with(['s', 'S']);
    loop {
        let two =
            ecrit.est(k, "n") && (matches!(ecrit.mot(k + 1), "°" | "º") || ecrit.est(k + 1, "os"));
        if two {
            k += 2;
            // « n°s 3 et 3.1 ».
            if ecrit.est(k, "s") {
                k += 1;
            }
        } else if ecrit.est_un(k, &["no", "nos", "numero"]) {
            k += 1;
        }
        let Some(end) = number_end(ecrit, k) else { return out };
        out.push((k, end));
        k = end;
        let goes_on = many && (ecrit.mot(k) == "," || ecrit.est_un(k, &["et", "a", "ou"]));
        if !goes_on {
            break;
        }
        k += 1;
    }
    // « l’action 3 du plan climat » is of another programme; « du programme », « du présent plan » is ours.
    let own = |k: usize| {
        ecrit.commence(k, "present")
            || (ecrit.est_un(k, &["programme", "plan"])
                && !ecrit.mot(k + 1).starts_with(char::is_alphabetic))
    };
    if ecrit.est_un(k, &["du", "de", "des", "d"]) && !own(k + 1) && !own(k + 2) {
        return Vec::new();
    }
    out
}

/// The token after a number such as `3` or `3.1`; a count, an amount or a year is none.
fn number_end(ecrit: &Ecrit, k: usize) -> Option<usize> {
    let digits = |k: usize| ecrit.genre(k) == Some(GenreJeton::Chiffres) && ecrit.mot(k).len() <= 2;
    if !digits(k) {
        return None;
    }
    let mut end = k + 1;
    while ecrit.mot(end) == "." && ecrit.colle(end - 1) && ecrit.colle(end) && digits(end + 1) {
        end += 2;
    }
    let counted = matches!(ecrit.mot(end), "€" | "%" | "/" | "°")
        || (ecrit.mot(end) == "," && ecrit.colle(end - 1) && ecrit.colle(end))
        || ecrit
            .est_un(end, &["h", "heures", "ans", "jours", "fois", "mois", "euros", "personnes"])
        || ecrit.genre(end) == Some(GenreJeton::Chiffres)
        || (ecrit.genre(end) == Some(GenreJeton::Mot) && ecrit.colle(end - 1));
    (!counted).then_some(end)
}
