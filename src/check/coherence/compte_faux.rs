//! A count that is not that of the list it announces.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{Annonce, Ecrit, Ecriture, GenreJeton, Nombre, Releve, Source, nombre};

pub(in crate::check) static COMPTE_FAUX: Regle = Regle {
    code: "COHE-09",
    nom: "compte-faux",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte annonce un nombre et la liste en a un autre : « six grandes orientations, à savoir : » avant cinq lignes, \
          « le programme comporte huit actions » quand il en a sept.\n\n\
          Sont comparés le nombre d’une phrase qui se termine par deux-points et la liste ou l’insertion qui la suit ; et le \
          nombre d’orientations, d’actions, de fiches actions ou de membres du comité, là où la phrase dit qu’elle les \
          compte tous.",
    exemple: Exemple {
        faux: "expose = \"\"\"\nLe plan suit trois orientations :\n\n- mesurer\n- rénover\n\"\"\"",
        juste: "expose = \"\"\"\nLe plan suit deux orientations :\n\n- mesurer\n- rénover\n\"\"\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    for ecrit in releve.parmi(|e| !matches!(e, Ecriture::Visa(_))) {
        let mut told: Vec<usize> = Vec::new();
        for annonce in &ecrit.annonces {
            let Some(count) = announced(ecrit, annonce) else { continue };
            told.push(count.debut);
            if count.nombre == annonce.elements {
                continue;
            }
            let words = ecrit.mots(&count.plage);
            let items = plural(annonce.elements, "élément", "éléments");
            let list = match &annonce.source {
                Source::Ici(first) => ecrit.lieu_de(&ecrit.ligne(first.start)),
                Source::Programme(path) => Lieu::new("programme.toml", path),
            };
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&count.plage),
                        format!("le texte annonce « {words} », et la liste qui suit a {items}"),
                    )
                    .etiquette("nombre annoncé")
                    .secondaire(list, format!("la liste : {items}"))
                    .aide("corrigez le nombre ou la liste"),
            );
        }
        lists_of_the_dossier(regle, dossier, ecrit, &told, out);
    }
}

/// A number and the noun that it counts.
struct Compte {
    debut: usize,
    nombre: usize,
    plage: Range<usize>,
}

/// What else a number counts that no list gives.
const AUTRES: &[&str] = &[
    "an",
    "ans",
    "annee",
    "annees",
    "mois",
    "jour",
    "jours",
    "journee",
    "journees",
    "semaine",
    "semaines",
    "heure",
    "heures",
    "fois",
    "euro",
    "euros",
    "pour",
    "million",
    "millions",
    "milliard",
    "milliards",
    "h",
    "m",
    "km",
    "ha",
    "kwh",
    "er",
    "ere",
    "e",
    "eme",
    "degre",
    "premiers",
    "premieres",
    "derniers",
    "dernieres",
    "autres",
    "nouveaux",
    "nouvelles",
    "tiers",
    "quarts",
    "cinquiemes",
    "exercice",
    "exercices",
    "tours",
    "voix",
    "points",
    "habitants",
    "membres",
];

/// The number that a paragraph gives to the list after it.
fn announced(ecrit: &Ecrit, annonce: &Annonce) -> Option<Compte> {
    let end = ecrit.jeton_a(annonce.plage.end);
    if end == 0 || ecrit.mot(end - 1) != ":" {
        return None;
    }
    let phrase = ecrit.phrase(end - 1);
    let start = phrase.start.max(ecrit.jeton_a(annonce.plage.start));
    let mut found: Option<(usize, Nombre)> = None;
    let mut i = start;
    while i < end {
        let Some(n) = nombre(ecrit, i).filter(|n| counts(ecrit, i, n)) else {
            i += 1;
            continue;
        };
        // Of two counts, one cannot tell which the list is of.
        if found.replace((i, n.clone())).is_some() {
            return None;
        }
        i = n.fin;
    }
    let (debut, n) = found?;
    let noun = n.fin..end - 1;
    let follows = |mots: &[&str]| noun.clone().any(|k| ecrit.est_un(k, mots));
    let named = follows(&["suivant", "suivants", "suivante", "suivantes", "ci"]);
    let before = |mots: &[&str]| debut > start && ecrit.est_un(debut - 1, mots);
    let subject = before(&["les", "des", "ces", "ses", "leurs", "aux", "nos", "l"]);
    if end >= 3 && ecrit.est(end - 2, "savoir") {
        // « Trois communes ont fixé des priorités, à savoir : » counts who decides.
        if subject || debut == start || follows(&["des", "les", "ces", "ses", "leurs"]) {
            return None;
        }
    } else {
        // A noun right before the colon; « les trois communes décident : » counts who decides.
        let verb = noun.clone().skip(1).any(|k| {
            let word = ecrit.mot(k);
            word.len() > 4 && word.ends_with("ent")
                || word == ","
                || ecrit.est_un(
                    k,
                    &["sont", "ont", "vont", "doivent", "peuvent", "font", "est", "a", "on", "il"],
                )
        });
        if noun.len() > 6 || verb || (subject && !named) {
            return None;
        }
    }
    let count = n.valeur.to_usize()?;
    let last =
        (n.fin..n.fin + 3).take_while(|k| ecrit.genre(*k) == Some(GenreJeton::Mot)).last()?;
    Some(Compte { debut, nombre: count, plage: ecrit.plage(debut, last.min(n.fin) + 1) })
}

/// Whether a number counts things that a list may give.
fn counts(ecrit: &Ecrit, i: usize, n: &Nombre) -> bool {
    let whole = n.decimales == 0 && n.valeur.to_usize().is_some_and(|v| (2..100).contains(&v));
    let reference = i > 0
        && (matches!(ecrit.mot(i - 1), "°" | "º" | "/" | "." | "_" | "-")
            || ecrit.est_un(
                i - 1,
                &[
                    "article", "articles", "chapitre", "action", "page", "fiche", "annexe", "du",
                    "au", "le", "compte",
                ],
            ));
    let noun = ecrit.genre(n.fin) == Some(GenreJeton::Mot)
        && !ecrit.est_un(n.fin, AUTRES)
        && ecrit.mot(n.fin).len() > 2
        && !ecrit.colle(n.fin - 1);
    // « neuf » and « un » are words of other meanings too.
    whole && !reference && noun && !(n.lettres && ecrit.est(n.fin, "et"))
}

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

fn lists_of_the_dossier(
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
        if told.contains(&debut) || !whole(ecrit, debut, noun, list) {
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
fn whole(ecrit: &Ecrit, debut: usize, noun: usize, list: &Liste) -> bool {
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
            "rassembl", "contien",
        ]
        .iter()
        .any(|v| ecrit.commence(*k, v))
    });
    let subject = verb
        .is_some_and(|v| (phrase.start.max(v.saturating_sub(8))..v).any(|k| k > 0 && programme(k)));
    // « comporte notamment deux actions », « dont deux actions »: some of them.
    let near = phrase.start.max(debut.saturating_sub(60));
    let some = (near..debut).any(|k| {
        ecrit.est_un(k, &["notamment", "dont", "parmi", "chaque", "chacune", "precedent"])
    });
    (all || subject) && !some
}

fn plural(n: usize, un: &str, plusieurs: &str) -> String {
    format!("{n} {}", if n < 2 { un } else { plusieurs })
}
