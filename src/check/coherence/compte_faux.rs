//! A count that is not that of the list it announces.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use super::compte_du_dossier::listes_du_dossier;
use super::enumeration::{jours_annonces, jours_de_liste, jours_de_phrase, nombres_de_liste};
use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{Annonce, Ecrit, Ecriture, GenreJeton, Nombre, Source, nombre};

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
          Sont comparés le nombre d’une phrase qui se termine par deux-points et la liste ou l’insertion qui la suit ; le \
          nombre de dimanches, de jours ou de dates et celles que la même phrase énumère ; et le nombre d’orientations, \
          d’actions, de fiches actions ou de membres du comité, là où la phrase dit qu’elle les compte tous.\n\n\
          Une liste dont chaque ligne commence par un nombre vaut pour leur somme (« 6 agents : 2 adjoints, 4 techniciens »), \
          et une liste de dates pour toutes ses dates. Une limite (« au plus douze dimanches ») n’annonce rien.",
    exemple: Exemple {
        faux: "expose = \"\"\"\nLe plan suit trois orientations :\n\n- mesurer\n- rénover\n\"\"\"",
        juste: "expose = \"\"\"\nLe plan suit deux orientations :\n\n- mesurer\n- rénover\n\"\"\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for ecrit in textes.releve.parmi(|e| !matches!(e, Ecriture::Visa(_))) {
        let mut told: Vec<usize> = Vec::new();
        for annonce in &ecrit.annonces {
            let count = announced(ecrit, annonce).or_else(|| announced_days(ecrit, annonce));
            let Some(count) = count else { continue };
            told.push(count.debut);
            if count.nombre == annonce.elements {
                continue;
            }
            if let Source::Programme(path) = &annonce.source
                && path.starts_with("actions")
                && textes.dossier.is_some_and(|d| actions_principales(d) == count.nombre)
            {
                continue;
            }
            let words = ecrit.mots(&count.plage);
            let mut items = plural(annonce.elements, "élément", "éléments");
            if let Source::Ici(first) = &annonce.source {
                let days = jours_de_liste(ecrit, first.start, annonce.elements);
                let sum = nombres_de_liste(ecrit, first.start, annonce.elements);
                if [days, sum].contains(&Some(count.nombre)) {
                    continue;
                }
                if let Some(days) = days {
                    items = plural(days, "date", "dates");
                } else if let Some(sum) = sum {
                    items = format!("{items}, qui font {sum}");
                }
            }
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
        for (debut, nombre, plage, jours) in jours_annonces(ecrit) {
            if told.contains(&debut) {
                continue;
            }
            told.push(debut);
            let days = plural(jours.len(), "date", "dates");
            if let Some(first) = jours.first().filter(|_| nombre != jours.len()) {
                out.push(
                    regle
                        .constat(
                            ecrit.lieu_de(&plage),
                            format!("le texte annonce « {} », et donne {days}", ecrit.mots(&plage)),
                        )
                        .etiquette("nombre annoncé")
                        .secondaire(ecrit.lieu_de(first), format!("la première des {days}"))
                        .aide("corrigez le nombre ou les dates"),
                );
            }
        }
        if let Some(dossier) = textes.dossier {
            listes_du_dossier(regle, dossier, ecrit, &told, out);
        }
    }
}

/// How many declared actions depend on no other: sub-actions may be counted or not.
fn actions_principales(dossier: &Dossier) -> usize {
    let Some(programme) = &dossier.programme else { return 0 };
    programme.actions.iter().filter(|a| a.declaree && a.parent.is_none()).count()
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
        let passive = debut == start && given(ecrit, noun.clone());
        if noun.len() > 8 || (!passive && (noun.len() > 6 || verb)) || (subject && !named) {
            return None;
        }
    }
    let count = n.valeur.to_usize()?;
    let last =
        (n.fin..n.fin + 3).take_while(|k| ecrit.genre(*k) == Some(GenreJeton::Mot)).last()?;
    Some(Compte { debut, nombre: count, plage: ecrit.plage(debut, last.min(n.fin) + 1) })
}

/// Whether a count is the subject of what puts it in a list: « quatre actions sont proposées : ».
fn given(ecrit: &Ecrit, noun: Range<usize>) -> bool {
    const PARTICIPES: &[&str] = &[
        "propose",
        "joint",
        "retenu",
        "prevu",
        "cree",
        "identifie",
        "defini",
        "distingue",
        "suivi",
        "requis",
        "ajoute",
        "supprime",
        "envisage",
        "inscrit",
        "programme",
        "fixe",
    ];
    noun.clone().skip(1).take(3).any(|k| {
        let subject = (noun.start..k).all(|i| ecrit.genre(i) == Some(GenreJeton::Mot));
        let done = PARTICIPES.iter().any(|p| ecrit.commence(k + 1, p));
        // « Trois communes sont invitées à : » gives what they are to do.
        let last = noun.end - 1;
        subject
            && done
            && ecrit.est_un(k, &["sont", "seront"])
            && !ecrit.est_un(last, &["a", "de", "d", "par", "pour", "comme", "et", "en"])
    })
}

/// The number of days that a paragraph gives to the list of dates after it, whatever its verb.
fn announced_days(ecrit: &Ecrit, annonce: &Annonce) -> Option<Compte> {
    let Source::Ici(first) = &annonce.source else { return None };
    let end = ecrit.jeton_a(annonce.plage.end);
    if end == 0 || ecrit.mot(end - 1) != ":" {
        return None;
    }
    jours_de_liste(ecrit, first.start, annonce.elements)?;
    let (debut, nombre, noun) = jours_de_phrase(ecrit, ecrit.phrase(end - 1))?;
    Some(Compte { debut, nombre, plage: ecrit.plage(debut, noun + 1) })
}

/// Words before a number that make it a bound.
pub(super) const BORNES: &[&str] =
    &["limite", "plus", "moins", "maximum", "minimum", "dela", "jusqu", "exceder", "depasser"];

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
    // « au plus douze dimanches », « au-delà de cinq »: a bound.
    let bound = (i.saturating_sub(4)..i).any(|k| ecrit.est_un(k, BORNES));
    // « neuf » and « un » are words of other meanings too.
    !bound && whole && !reference && noun && !(n.lettres && ecrit.est(n.fin, "et"))
}

fn plural(n: usize, un: &str, plusieurs: &str) -> String {
    format!("{n} {}", if n < 2 { un } else { plusieurs })
}
