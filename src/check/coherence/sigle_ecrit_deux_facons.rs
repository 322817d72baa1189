//! An acronym that one dossier writes in two ways.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Severite};
use crate::reperage::Ecrit;

pub(in crate::check) static SIGLE_ECRIT_DEUX_FACONS: Regle = Regle {
    code: "COHE-15",
    nom: "sigle-ecrit-deux-facons",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un même organisme porte deux sigles dans le dossier, qui ne diffèrent que par une lettre doublée, ailleurs qu’au \
          début : ARDES et ARDESS.\n\n\
          Il faut que tout montre qu’il s’agit du même : les deux sont cités à côté d’un même autre sigle (la CRESS), jamais \
          dans la même phrase, et leurs noms ne sont pas développés l’un et l’autre (« l’association … (ARDES) »). D’autres \
          différences d’une lettre (DRAC et DRAF, CAPEX et CCAPEX, CCAS et CIAS) sont celles de vrais sigles : elles ne sont \
          pas signalées, ni les mots d’un titre tout en capitales.",
    exemple: Exemple {
        faux: "texte = \"la CRESS et l’ARDESS\"\n# et plus loin : CRESS, ARDES",
        juste: "texte = \"la CRESS et l’ARDES\"",
    },
    run: Examen::Textes(run),
};

/// Where an acronym stands, each time.
type Sigle<'a> = Vec<(&'a Ecrit, usize)>;

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    let ecrits = &textes.releve.ecrits;
    // Few texts double a capital: the other acronyms are not looked at.
    let doubles = |e: &&Ecrit| {
        e.texte.as_bytes().windows(2).any(|w| w[0] == w[1] && w[0].is_ascii_uppercase())
    };
    let mut sought = BTreeSet::new();
    for ecrit in ecrits.iter().filter(doubles) {
        let long = (0..ecrit.jetons.len()).filter_map(|i| sigle(ecrit, i));
        for (word, shorter) in long.map(|w| (w, undoubled(w))).filter(|(_, s)| !s.is_empty()) {
            sought.insert(word.to_ascii_lowercase());
            sought.extend(shorter.iter().map(|s| s.to_ascii_lowercase()));
        }
    }
    let sought: Vec<&str> = sought.iter().map(String::as_str).collect();
    let mut seen: BTreeMap<&str, Sigle<'_>> = BTreeMap::new();
    for ecrit in ecrits {
        let mut line: Option<(Range<usize>, bool)> = None;
        for i in ecrit.trouver(&sought) {
            let Some(word) = sigle(ecrit, i).filter(|_| !name(ecrit, i)) else { continue };
            let start = ecrit.jetons[i].debut;
            if line.as_ref().is_none_or(|(l, _)| !l.contains(&start)) {
                let range = ecrit.ligne(start);
                let title = is_title(ecrit.mots(&range));
                line = Some((range, title));
            }
            if line.as_ref().is_some_and(|(_, title)| !title) {
                seen.entry(word).or_default().push((ecrit, i));
            }
        }
    }
    for (long, rare) in &seen {
        for short in undoubled(long) {
            let Some(other) = seen.get(short.as_str()) else { continue };
            if !alike(rare, other) {
                continue;
            }
            // The rarer one is likely the wrong one.
            let (wrong, right, a, b) = if rare.len() <= other.len() {
                (rare, other, *long, short.as_str())
            } else {
                (other, rare, short.as_str(), *long)
            };
            let place = |s: &Sigle<'_>| s[0].0.lieu_de(&s[0].0.plage(s[0].1, s[0].1 + 1));
            out.push(
                regle
                    .constat(
                        place(wrong),
                        format!("un même sigle est écrit de deux façons : {a} et {b}"),
                    )
                    .etiquette(format!("{a}, {} fois", wrong.len()))
                    .secondaire(place(right), format!("{b}, {} fois", right.len()))
                    .aide(format!("écrivez partout {b} ou partout {a}")),
            );
        }
    }
}

/// The acronym at a token.
fn sigle(ecrit: &Ecrit, i: usize) -> Option<&str> {
    let word = ecrit.mot(i);
    ((4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())).then_some(word)
}

/// Whether a line is a title all in capitals.
fn is_title(text: &str) -> bool {
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    let large = text.chars().filter(|c| c.is_uppercase()).count();
    // A list of acronyms, « CRESS, ARDES, BNA… », has no small letters: its comma tells it from a title.
    small * 3 < large && !text.contains(',')
}

/// Whether two acronyms are likely one: near a same third one, never in one sentence, and not both spelt out.
fn alike(a: &Sigle<'_>, b: &Sigle<'_>) -> bool {
    // The first ones show what there is to be seen.
    let (a, b) = (&a[..a.len().min(40)], &b[..b.len().min(40)]);
    let together = a.iter().any(|(ecrit, i)| {
        let sentence = ecrit.phrase(*i);
        b.iter().any(|(other, k)| std::ptr::eq(*ecrit, *other) && sentence.contains(k))
    });
    let spelt = |s: &[(&Ecrit, usize)]| {
        s.iter().any(|(e, i)| *i > 0 && e.mot(i - 1) == "(" && e.mot(i + 1) == ")")
    };
    if together || (spelt(a) && spelt(b)) {
        return false;
    }
    let own = |word: &str| [a, b].iter().any(|s| s[0].0.mot(s[0].1) == word);
    let near: Vec<&str> = a.iter().flat_map(|s| neighbours(*s)).filter(|w| !own(w)).collect();
    b.iter().flat_map(|s| neighbours(*s)).any(|w| near.contains(&w))
}

/// The acronyms near a token, on its line.
fn neighbours((ecrit, i): (&Ecrit, usize)) -> impl Iterator<Item = &str> {
    let line = ecrit.ligne(ecrit.jetons[i].debut);
    (i.saturating_sub(12)..(i + 13).min(ecrit.jetons.len()))
        .filter(move |k| line.contains(&ecrit.jetons[*k].debut))
        .map(|k| ecrit.mot(k))
        .filter(|w| (3..=8).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_uppercase()))
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

/// What an acronym would be with one of its doubled letters alone; a doubled first one is that of another name.
fn undoubled(sigle: &str) -> Vec<String> {
    let bytes = sigle.as_bytes();
    (2..bytes.len())
        .filter(|i| bytes[*i] == bytes[*i - 1])
        .map(|i| format!("{}{}", &sigle[..i], &sigle[i + 1..]))
        .filter(|s| s.len() >= 4)
        .collect()
}
