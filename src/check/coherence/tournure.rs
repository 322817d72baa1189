//! The turns of a sentence that gives one amount to one thing, without doubt.

use std::ops::Range;

use crate::reperage::{Ecrit, GenreJeton, plier};

/// First letters of words that change an amount, bound it, part it, or tell that of another day or of another body.
const DOUTES: &[&str] = &[
    "abaiss",
    "abrog",
    "acompte",
    "annuel",
    "annuit",
    "annul",
    "arrondi",
    "augment",
    "avance",
    "avenant",
    "chacun",
    "chaque",
    "clos",
    "clotur",
    "complement",
    "complet",
    "constat",
    "demand",
    "diminu",
    "echeanc",
    "environ",
    "estim",
    "evalu",
    "initial",
    "lieu",
    "limit",
    "major",
    "maxim",
    "mensu",
    "minim",
    "minor",
    "modifi",
    "percu",
    "plafon",
    "port",
    "precedent",
    "pren",
    "quelque",
    "rappel",
    "ramen",
    "redui",
    "refus",
    "rejet",
    "releve",
    "reliquat",
    "rembours",
    "remplac",
    "repart",
    "retir",
    "revers",
    "solde",
    "sollicit",
    "substitu",
    "supplement",
    "supprim",
    "taux",
    "tax",
    "tranche",
    "trimest",
    "versement",
];

/// Whole words of the same kind.
const DOUTES_ENTIERS: &[&str] = &[
    "ete",
    "fois",
    "hors",
    "ht",
    "inferieur",
    "moins",
    "par",
    "plus",
    "pres",
    "recu",
    "recue",
    "reste",
    "sauf",
    "si",
    "superieur",
    "ttc",
];

/// What stands right before an amount.
pub(super) const INTRODUIT: &[&str] = &["de", "a"];

/// Whether some tokens leave a doubt on the amounts that they give.
pub(super) fn douteuse(ecrit: &Ecrit, jetons: &Range<usize>) -> bool {
    // The imperfect tells what was.
    let past = |k: usize| {
        let mot = ecrit.mot(k);
        ecrit.genre(k) == Some(GenreJeton::Mot) && (mot.ends_with("ait") || mot.ends_with("aient"))
    };
    jetons.clone().any(|k| {
        ecrit.mot(k) == "%"
            || past(k)
            || ecrit.est_un(k, DOUTES_ENTIERS)
            || DOUTES.iter().any(|debut| ecrit.commence(k, debut))
            || ecrit.suite(k, &["pour", "cent"]).is_some()
    })
}

/// Whether some tokens are « de », or « d’un montant (total) de », and no more.
pub(super) fn introduit(ecrit: &Ecrit, jetons: Range<usize>) -> bool {
    let direct = jetons.len() == 1 && ecrit.est(jetons.start, "de");
    let amount = jetons.start + 3;
    let long = ecrit.est(jetons.start, "d")
        && ecrit.suite(jetons.start + 2, &["un", "montant"]).is_some()
        && jetons.end > amount
        && ecrit.est(jetons.end - 1, "de")
        && (amount + 1..jetons.end - 1).all(|k| ecrit.est_un(k, &["total", "global"]));
    direct || long
}

/// Whether some tokens are no more than words of a list, those of a title, and those that introduce an amount; what stands
/// in quotation marks must be that title.
pub(super) fn indeterminee(
    ecrit: &Ecrit,
    jetons: Range<usize>,
    mots: &[&str],
    titre: Option<&str>,
) -> bool {
    const TOUJOURS: &[&str] = &["d", "un", "montant", "total", "global", "de", "a", "'", "’", ","];
    let titre: Vec<String> = titre.map(words).unwrap_or_default();
    let titled = |k: usize| titre.iter().any(|m| ecrit.est(k, m));
    let mut quoted: Option<usize> = None;
    for k in jetons {
        match (ecrit.mot(k), quoted) {
            ("«" | "“", None) => quoted = Some(k + 1),
            ("»" | "”", Some(start)) => {
                if nomme_ici(ecrit, start..k, &titre) != Some(k) {
                    return false;
                }
                quoted = None;
            }
            (_, Some(_)) => {}
            (mot, None) => {
                let known = TOUJOURS.contains(&mot) || ecrit.est_un(k, TOUJOURS);
                if !(known || ecrit.est_un(k, mots) || titled(k)) {
                    return false;
                }
            }
        }
    }
    quoted.is_none()
}

/// Whether a noun is what the sentence is about, « une autorisation », « l’autorisation », « l’ouverture d’une
/// autorisation », and not what something else is done under, « dans le cadre de l’autorisation ».
pub(super) fn article(ecrit: &Ecrit, noun: usize) -> bool {
    const OUVERTURES: &[&str] = &["ouverture", "creation", "vote", "institution", "approbation"];
    let before = if noun > 0 && ecrit.est(noun - 1, "une") {
        noun - 1
    } else if noun > 1 && ecrit.est(noun - 2, "l") {
        noun - 2
    } else {
        return false;
    };
    let of = (before.saturating_sub(2)..before).find(|k| ecrit.est_un(*k, &["d", "de"]));
    match of {
        Some(k) => k > 0 && ecrit.est_un(k - 1, OUVERTURES),
        None => {
            let under = ["dans", "sur", "avec", "a", "sous", "selon", "pour", "et", "cadre"];
            before == 0 || !ecrit.est_un(before - 1, &under)
        }
    }
}

/// Whether two names are the same, folded.
pub(super) fn pareil(a: &str, b: &str) -> bool {
    words(a) == words(b)
}

/// Where a whole name stands in a sentence, its first article left out.
pub(super) fn nomme(ecrit: &Ecrit, phrase: &Range<usize>, nom: &str) -> Option<Range<usize>> {
    let mut sought = words(nom);
    if sought.len() > 1 && ["l", "la", "le", "les"].contains(&&*sought[0]) {
        sought.remove(0);
    }
    phrase.clone().find_map(|k| nomme_ici(ecrit, k..phrase.end, &sought).map(|end| k..end))
}

/// The token after a name that starts at the first of some tokens.
fn nomme_ici(ecrit: &Ecrit, jetons: Range<usize>, nom: &[String]) -> Option<usize> {
    let mut k = jetons.start;
    for (rank, mot) in nom.iter().enumerate() {
        while rank > 0 && k < jetons.end && ecrit.genre(k) == Some(GenreJeton::Signe) {
            k += 1;
        }
        if k >= jetons.end || !ecrit.est(k, mot) {
            return None;
        }
        k += 1;
    }
    (!nom.is_empty()).then_some(k)
}

/// The words and the numbers of a name, folded.
fn words(nom: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = None;
    for c in nom.chars().map(plier) {
        let kind = match c {
            c if c.is_ascii_digit() => Some(true),
            c if c.is_alphabetic() => Some(false),
            _ => None,
        };
        match (kind, out.last_mut()) {
            (Some(_), Some(word)) if kind == last => word.push(c),
            (Some(_), _) => out.push(c.to_string()),
            (None, _) => {}
        }
        last = kind;
    }
    out
}
