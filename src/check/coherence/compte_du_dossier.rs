//! The counts of the orientations, actions, sheets and members of a programme that a text gives.

use rust_decimal::prelude::ToPrimitive;

use crate::check::Regle;
use crate::model::{Constat, Dossier, Lieu};
use crate::reperage::{Ecrit, Ecriture, Nombre, annees, nombre, plier};

/// A list of the dossier, by the noun that names it.
struct Liste {
    noms: &'static [&'static str],
    nombres: Vec<usize>,
    lieu: Lieu,
    nom: &'static str,
}

fn lists(dossier: &Dossier) -> Vec<Liste> {
    let Some(programme) = &dossier.programme else { return Vec::new() };
    let place = |chemin: &str| Lieu::new("programme.toml", chemin);
    let declared = programme.actions.iter().filter(|a| a.declaree);
    let roots = declared.clone().filter(|a| a.parent.is_none()).count();
    let mut out = vec![
        Liste {
            noms: &["orientations"],
            nombres: vec![programme.orientations.len()],
            lieu: place("orientations"),
            nom: "orientations",
        },
        Liste {
            noms: &["actions"],
            // Sub-actions and actions that are not declared may be counted or not.
            nombres: vec![declared.count(), programme.actions.len(), roots],
            lieu: place("actions"),
            nom: "actions",
        },
        Liste {
            noms: &["fiches"],
            nombres: vec![dossier.fiches.len()],
            lieu: Lieu::new("programme.toml", "actions"),
            nom: "fiches",
        },
    ];
    if let Some(comite) = &programme.comite {
        out.push(Liste {
            noms: &["membres"],
            nombres: vec![comite.membres.len()],
            lieu: place("comite.membres"),
            nom: "membres du comité",
        });
    }
    out.retain(|l| l.nombres[0] > 0);
    out
}

/// Adjectives between a number and its noun that do not choose some of the things.
const GRANDES: &[&str] = &["grandes", "grands", "principales", "principaux", "autres"];

pub(super) fn listes_du_dossier(
    regle: &Regle,
    dossier: &Dossier,
    ecrit: &Ecrit,
    told: &[usize],
    out: &mut Vec<Constat>,
) {
    let speaks = ecrit.ecriture.de_l_acte() || ecrit.ecriture == Ecriture::Document;
    if !speaks {
        return;
    }
    let mut lists: Option<Vec<Liste>> = None;
    let nouns = &["orientations", "actions", "fiches", "membres"];
    for noun in ecrit.trouver(nouns).filter(|n| *n > 0) {
        let lists = lists.get_or_insert_with(|| self::lists(dossier));
        let Some(list) = lists.iter().find(|l| ecrit.est_un(noun, l.noms)) else { continue };
        let Some((debut, n)) = number_before(ecrit, noun) else { continue };
        if told.contains(&debut) || !whole(ecrit, debut, noun, list, dossier) {
            continue;
        }
        let Some(count) = n.valeur.to_usize() else { continue };
        if list.nombres.contains(&count) {
            continue;
        }
        let plage = ecrit.plage(debut, noun + 1);
        let real = list.nombres[0];
        out.push(
            regle
                .constat(
                    ecrit.lieu_de(&plage),
                    format!(
                        "le texte compte « {} », et le dossier en a {real}",
                        ecrit.mots(&plage)
                    ),
                )
                .etiquette("compté ici")
                .secondaire(list.lieu.clone(), format!("{} du dossier : {real}", list.nom))
                .aide("corrigez le nombre ou la liste"),
        );
    }
}

/// The number that ends right before a noun, an adjective apart.
fn number_before(ecrit: &Ecrit, noun: usize) -> Option<(usize, Nombre)> {
    let end = if ecrit.est_un(noun - 1, GRANDES) { noun - 1 } else { noun };
    // The longest number that ends there: « vingt-six », not « six ».
    (end.saturating_sub(7)..end)
        .find_map(|i| nombre(ecrit, i).filter(|n| n.fin == end).map(|n| (i, n)))
        .filter(|(_, n)| n.decimales == 0 && n.valeur.to_usize().is_some_and(|v| v >= 2))
}

/// Whether a sentence says that it counts all of a list: « le programme comporte huit actions », « les huit actions du
/// programme », « un comité de cinq membres ».
fn whole(ecrit: &Ecrit, debut: usize, noun: usize, list: &Liste, dossier: &Dossier) -> bool {
    let programme = |k: usize| {
        ecrit.est_un(k, &["programme", "plan"]) && !ecrit.est_un(k - 1, &["precedent", "ancien"])
    };
    let phrase = ecrit.phrase(debut);
    let comite = list.noms == ["membres"];
    if comite {
        // « un comité de pilotage de cinq membres », by the words of its own title.
        let title = |k: usize| {
            ecrit.est_un(k, &["de", "pilotage", "suivi", "du", "programme", "plan", "comite"])
                || ecrit.mot(k) == ","
        };
        let of = debut > 0
            && ecrit.est(debut - 1, "de")
            && (phrase.start.max(debut.saturating_sub(7))..debut)
                .rev()
                .take_while(|k| title(*k))
                .any(|k| ecrit.est(k, "comite"));
        let after = ecrit.suite(noun + 1, &["du", "comite"]).is_some()
            && debut > 0
            && ecrit.est(debut - 1, "les");
        return of || after;
    }
    let after = noun
        + if ecrit.est_un(noun + 1, &["actions", "generales", "strategiques"]) { 2 } else { 1 };
    let all = debut > 0
        && ecrit.est(debut - 1, "les")
        && ecrit.est(after, "du")
        && (programme(after + 1) || (ecrit.commence(after + 1, "present") && programme(after + 2)));
    let verb = (phrase.start..debut).rev().take(6).find(|k| {
        [
            "comport", "comprend", "compt", "articul", "declin", "compos", "structur", "regroup",
            "rassembl", "contien", "suit", "suiv", "repos",
        ]
        .iter()
        .any(|v| ecrit.commence(*k, v))
    });
    // « Le plan suit deux orientations. Il comporte trois actions. »
    let it = |v: usize| {
        let before = phrase.start.checked_sub(1).map(|k| ecrit.phrase(k));
        ecrit.est(phrase.start, "il")
            && v == phrase.start + 1
            && before.is_some_and(|b| {
                ecrit.est_un(b.start, &["le", "ce"])
                    && programme(b.start + 1)
                    && !other(ecrit, b.start + 1, b.end.min(b.start + 12), dossier)
            })
    };
    let subject = verb.is_some_and(|v| {
        it(v)
            || (phrase.start.max(v.saturating_sub(12))..v)
                .any(|k| k > 0 && programme(k) && !other(ecrit, k, v, dossier))
    });
    // « comporte notamment deux actions », « dont deux actions »: some of them.
    let near = phrase.start.max(debut.saturating_sub(60));
    let some = (near..debut).any(|k| {
        ecrit.est_un(k, &["notamment", "dont", "parmi", "chaque", "chacune", "precedent"])
    });
    (all || subject) && !some
}

/// Whether the programme named at a token is another one than that of the dossier: « le programme national », « le plan
/// 2024-2028 » when its years are 2026 to 2028.
fn other(ecrit: &Ecrit, k: usize, verb: usize, dossier: &Dossier) -> bool {
    const PORTEES: &[&str] = &[
        "national",
        "departemental",
        "regional",
        "communal",
        "intercommunal",
        "local",
        "europeen",
        "metropolitain",
    ];
    let Some(programme) = &dossier.programme else { return true };
    let titled = |mot: &str| {
        let title: String = programme.titre.chars().map(plier).collect();
        let word: String = mot.chars().map(plier).collect();
        title.split(|c: char| !c.is_alphanumeric()).any(|m| m == word)
    };
    let scope = (k + 1..verb).any(|i| ecrit.est_un(i, PORTEES) && !titled(ecrit.mot(i)));
    let years = (programme.exercices.first(), programme.exercices.last());
    let (Some(first), Some(last)) = years else { return scope };
    let same = |debut: u16, fin: u16| (debut, fin) == (first.0, last.0);
    scope || annees(ecrit, k..verb).iter().any(|a| !same(a.debut, a.fin))
}
