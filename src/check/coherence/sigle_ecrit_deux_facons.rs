//! An acronym that one dossier writes in two ways.

use std::collections::BTreeMap;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Severite};
use crate::reperage::{Ecrit, GenreJeton, Releve};

pub(in crate::check) static SIGLE_ECRIT_DEUX_FACONS: Regle = Regle {
    code: "COHE-15",
    nom: "sigle-ecrit-deux-facons",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un même organisme porte deux sigles dans le dossier, qui ne diffèrent que par une lettre doublée : ARDES et ARDESS.\n\n\
          D’autres différences d’une lettre (DRAC et DRAF, CCAS et CIAS) sont celles de vrais sigles : elles ne sont pas \
          signalées, ni les mots d’un titre tout en capitales.",
    exemple: Exemple {
        faux: "texte = \"la CRESS et l’ARDESS\"\n# et plus loin : CRESS, ARDES",
        juste: "texte = \"la CRESS et l’ARDES\"",
    },
    run: Examen::Ecrits(run),
};

/// Where an acronym stands first, and how many times it stands in all.
struct Sigle<'a> {
    ecrit: &'a Ecrit,
    jeton: usize,
    fois: usize,
}

fn run(regle: &Regle, _: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let mut seen: BTreeMap<&str, Sigle<'_>> = BTreeMap::new();
    for ecrit in &releve.ecrits {
        let mut line: Option<(std::ops::Range<usize>, bool)> = None;
        for (i, jeton) in ecrit.jetons.iter().enumerate() {
            if jeton.genre != GenreJeton::Mot || !(4..=8).contains(&(jeton.fin - jeton.debut)) {
                continue;
            }
            let word = &ecrit.texte[jeton.debut..jeton.fin];
            let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
            if !capitals || name(ecrit, i) {
                continue;
            }
            if line.as_ref().is_none_or(|(l, _)| !l.contains(&jeton.debut)) {
                let range = ecrit.ligne(jeton.debut);
                let text = ecrit.mots(&range);
                let small = text.chars().filter(|c| c.is_lowercase()).count();
                let large = text.chars().filter(|c| c.is_uppercase()).count();
                // A list of acronyms, « CRESS, ARDES, BNA… », has no small letters: its comma tells it from a title.
                line = Some((range, small * 3 >= large || text.contains(',')));
            }
            if line.as_ref().is_some_and(|(_, mixed)| *mixed) {
                seen.entry(word).and_modify(|s| s.fois += 1).or_insert(Sigle {
                    ecrit,
                    jeton: i,
                    fois: 1,
                });
            }
        }
    }
    for (long, rare) in &seen {
        for short in undoubled(long) {
            let Some(other) = seen.get(short.as_str()) else { continue };
            // The rarer one is likely the wrong one.
            let (wrong, right, a, b) = if rare.fois <= other.fois {
                (rare, other, *long, short.as_str())
            } else {
                (other, rare, short.as_str(), *long)
            };
            let place = |s: &Sigle<'_>| s.ecrit.lieu_de(&s.ecrit.plage(s.jeton, s.jeton + 1));
            out.push(
                regle
                    .constat(
                        place(wrong),
                        format!("un même sigle est écrit de deux façons : {a} et {b}"),
                    )
                    .etiquette(format!("{a}, {} fois", wrong.fois))
                    .secondaire(place(right), format!("{b}, {} fois", right.fois))
                    .aide(format!("écrivez partout {b} ou partout {a}")),
            );
        }
    }
}

/// Whether capitals are those of a person, « M. COLIN », « Claire COLLIN ».
fn name(ecrit: &Ecrit, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = ecrit.mot(before);
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let forename = first && word.len() > 2 && letters.all(char::is_lowercase);
    forename || (word == "." && before > 0 && ecrit.est_un(before - 1, &["m", "mm"]))
}

/// What an acronym would be with one of its doubled letters alone.
fn undoubled(sigle: &str) -> Vec<String> {
    let bytes = sigle.as_bytes();
    (1..bytes.len())
        .filter(|i| bytes[*i] == bytes[*i - 1])
        .map(|i| format!("{}{}", &sigle[..i], &sigle[i + 1..]))
        .filter(|s| s.len() >= 4)
        .collect()
}
