//! The days and the numbers that a text enumerates after it has said how many they are.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use super::compte_faux::BORNES;
use crate::reperage::{Ecrit, GenreJeton, MOIS, nombre};

/// The nouns of what is told by its dates.
const JOURS: &[&str] = &[
    "dimanches",
    "samedis",
    "lundis",
    "mardis",
    "mercredis",
    "jeudis",
    "vendredis",
    "dates",
    "jours",
    "journees",
    "seances",
    "reunions",
];

/// Words that stand between the dates of an enumeration.
const LIENS: &[&str] = &[
    "et",
    "le",
    "les",
    "er",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "dimanches",
    "samedis",
    "puis",
    "ainsi",
    "que",
];

/// A count of days with the dates that its own line gives: the token of the number, its value, its bytes with the noun,
/// and those of each day.
type Jours = (usize, usize, Range<usize>, Vec<Range<usize>>);

/// The counts of days whose dates follow on the same line: « neuf dimanches : les 4, 11 et 18 janvier… ».
pub(super) fn jours_annonces(ecrit: &Ecrit) -> Vec<Jours> {
    let mut out = Vec::new();
    // Few texts enumerate dates.
    if !ecrit.texte.contains(':') {
        return out;
    }
    for noun in ecrit.trouver(JOURS) {
        let Some((debut, count)) = jours_comptes(ecrit, noun) else { continue };
        let line = ecrit.ligne(ecrit.jetons[noun].debut);
        let end = ecrit.jeton_a(line.end);
        let sign = (noun + 1..end.min(noun + 12)).find(|k| ecrit.mot(*k) == ":");
        let Some(sign) = sign else { continue };
        // Another count before the colon, and one cannot tell which the dates are of.
        if (noun + 1..sign).any(|k| nombre(ecrit, k).is_some_and(|n| n.valeur < 100.into())) {
            continue;
        }
        let stop = (sign + 1..end).find(|k| ecrit.mot(*k) == "." && !ecrit.colle(*k));
        if let Some(days) = days(ecrit, sign + 1..stop.unwrap_or(end)).filter(|d| !d.is_empty()) {
            out.push((debut, count, ecrit.plage(debut, noun + 1), days));
        }
    }
    out
}

/// The count of days that a sentence gives to the list of dates after it: the token of the number, its value, and the
/// token of the noun.
pub(super) fn jours_de_phrase(
    ecrit: &Ecrit,
    phrase: Range<usize>,
) -> Option<(usize, usize, usize)> {
    let mut all = ecrit
        .trouver(JOURS)
        .filter(|noun| phrase.contains(noun))
        .filter_map(|noun| jours_comptes(ecrit, noun).map(|(debut, n)| (debut, n, noun)));
    let one = all.next()?;
    all.next().is_none().then_some(one)
}

/// The number of days right before a noun, and its token; a bound is none.
fn jours_comptes(ecrit: &Ecrit, noun: usize) -> Option<(usize, usize)> {
    let (debut, n) = (noun.saturating_sub(4)..noun)
        .find_map(|i| nombre(ecrit, i).filter(|n| n.fin == noun).map(|n| (i, n)))?;
    let count = n.valeur.to_usize().filter(|v| *v >= 2 && n.decimales == 0)?;
    let bound = (debut.saturating_sub(4)..debut).any(|k| ecrit.est_un(k, BORNES));
    (!bound).then_some((debut, count))
}

/// How many dates a list gives in all, when each of its lines is made of dates alone.
pub(super) fn jours_de_liste(ecrit: &Ecrit, debut: usize, elements: usize) -> Option<usize> {
    let mut count = 0;
    for line in lines(ecrit, debut).take(elements) {
        let found = days(ecrit, line)?.len();
        if found == 0 {
            return None;
        }
        count += found;
    }
    Some(count)
}

/// The sum of the numbers with which all the lines of a list start, « 2 adjoints, 4 techniciens ».
pub(super) fn nombres_de_liste(ecrit: &Ecrit, debut: usize, elements: usize) -> Option<usize> {
    let mut sum = 0usize;
    for line in lines(ecrit, debut).take(elements) {
        let n = nombre(ecrit, line.start).filter(|n| n.decimales == 0)?;
        let counted = ecrit.genre(n.fin) == Some(GenreJeton::Mot)
            && ecrit.mot(n.fin).len() > 2
            && !ecrit.est_un(n.fin, &["euros", "heures", "jours", "mois", "ans", "rue", "bis"])
            && !ecrit.est_un(n.fin, &MOIS);
        sum = sum.saturating_add(n.valeur.to_usize().filter(|_| counted)?);
    }
    (sum > 0).then_some(sum)
}

/// The tokens of each line from a byte on.
fn lines(ecrit: &Ecrit, debut: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = debut;
    std::iter::from_fn(move || {
        (at < ecrit.texte.len()).then(|| {
            let line = ecrit.ligne(at);
            at = line.end + 1;
            ecrit.jeton_a(line.start)..ecrit.jeton_a(line.end)
        })
    })
}

/// The days of some tokens, « 5, 12 et 19 décembre »; nothing when they hold anything else.
fn days(ecrit: &Ecrit, tokens: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut out = Vec::new();
    let mut month = false;
    for k in tokens {
        let word = ecrit.mot(k);
        match ecrit.genre(k)? {
            GenreJeton::Chiffres if word.len() <= 2 => out.push(ecrit.plage(k, k + 1)),
            GenreJeton::Chiffres if word.len() == 4 => {}
            GenreJeton::Mot if ecrit.est_un(k, &MOIS) => month = true,
            GenreJeton::Mot if ecrit.est_un(k, LIENS) => {}
            GenreJeton::Signe if matches!(word, "," | ";" | "." | "(" | ")") => {}
            _ => return None,
        }
    }
    month.then_some(out)
}
