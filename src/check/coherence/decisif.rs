//! What decides the matter that an object names, in other words than those of the object.

use crate::reperage::{Ecrit, Ecriture, GenreJeton, Releve, plier};

/// First letters of words that settle whatever was announced: a refusal, a postponement, an opinion.
pub(super) const TOUTES: &[&str] = &[
    "rejet",
    "rejett",
    "refus",
    "repouss",
    "ajourn",
    "sursoi",
    "surseoi",
    "renonc",
    "emet",
    "emett",
    "favorable",
    "defavorable",
];

/// First letters of the verbs of a wish or of a motion.
pub(super) const VOEUX: &[&str] = &[
    "demand",
    "exprim",
    "souhait",
    "soutien",
    "souten",
    "oppos",
    "affirm",
    "reaffirm",
    "exig",
    "sollicit",
    "condamn",
    "denonc",
    "reclam",
    "alert",
    "appel",
    "interpell",
    "apport",
    "invit",
    "deplor",
    "regrett",
    "propos",
];

/// First letters of what carries out a decision and takes none.
const EXECUTION: &[&str] = &[
    "autoris", "charg", "declar", "di", "precis", "pren", "pris", "invit", "rappel", "mandat",
    "donn", "habilit", "constat", "indiqu", "sollicit", "imput", "inscri", "engag", "soulign",
    "not", "remerci", "transm", "publi", "affich", "design", "joint", "annex", "prevu", "financ",
    "compos", "repart", "suivi", "pilot", "evalu", "propos", "present", "tenu", "tien", "demand",
    "lanc", "remis", "remet", "verif", "calcul", "connu", "soumi", "necess",
];

/// First letters of the verbs with which a text decides at once, « Fixe les tarifs ».
const PREMIERS: &[&str] = &[
    "fix", "cree", "institu", "instaur", "denomm", "cede", "modifi", "supprim", "accept", "confi",
];

/// Words of an object that do not tell one matter from another.
const COMMUNS: &[&str] = &[
    "commune",
    "communal",
    "communale",
    "communaute",
    "conseil",
    "maire",
    "president",
    "presidente",
    "municipal",
    "municipale",
    "departement",
    "departemental",
    "region",
    "regional",
    "syndicat",
    "projet",
    "annee",
    "deliberation",
    "general",
    "generale",
    "ville",
    "mise",
];

/// Documents that one who signs them concludes.
const SIGNES: &[&str] = &[
    "convention",
    "conventions",
    "avenant",
    "avenants",
    "contrat",
    "contrats",
    "marche",
    "marches",
    "bail",
    "protocole",
    "charte",
    "accord",
    "acte",
    "compromis",
    "promesse",
];

/// Whether the dispositif decides the matter of an object by a verb that the object does not name: « les tarifs sont
/// fixés », « DÉCIDE de recruter », « signer la convention ».
pub(super) fn ailleurs(objet: &Ecrit, releve: &Releve) -> bool {
    let matter = matter(objet);
    let mut verb: Option<&Ecrit> = None;
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Dispositif(_))) {
        // The verb of a decision stands right before its text.
        let own_verb = verb.take();
        if ecrit.lieu.chemin.ends_with(".verbe") {
            verb = Some(ecrit);
            continue;
        }
        if ecrit.lieu.chemin.ends_with(".titre") {
            continue;
        }
        if signs(ecrit, objet) {
            return true;
        }
        let by_verb = own_verb.is_some_and(|v| decides(v, ecrit));
        // A table in what is decided is what is decided: a scale, a list of grants.
        if !ecrit.grilles.is_empty() && (own_verb.is_none() || by_verb) {
            return true;
        }
        if (by_verb || passive(ecrit) || first(ecrit)) && speaks_of(ecrit, &matter) {
            return true;
        }
    }
    false
}

/// The words by which an object names its matter, folded.
fn matter(objet: &Ecrit) -> Vec<String> {
    (1..objet.jetons.len())
        .filter(|i| objet.genre(*i) == Some(GenreJeton::Mot) && !objet.est_un(*i, COMMUNS))
        .map(|i| objet.mot(i).chars().map(plier).collect::<String>())
        .filter(|mot| mot.chars().count() > 2 && !VIDES.contains(&mot.as_str()))
        .collect()
}

/// Words that name nothing.
const VIDES: &[&str] = &[
    "les", "des", "une", "aux", "sur", "par", "pour", "son", "ses", "ces", "avec", "dans", "sous",
    "est", "qui", "que", "leur", "leurs", "entre", "vers", "sans", "tout", "tous", "dont", "non",
];

/// Whether a text has one of some words, in another form or not: « vendre » and « vendu ».
fn speaks_of(ecrit: &Ecrit, matter: &[String]) -> bool {
    (0..ecrit.jetons.len()).filter(|i| ecrit.genre(*i) == Some(GenreJeton::Mot)).any(|i| {
        let letters = ecrit.mot(i).chars().count();
        matter.iter().any(|mot| {
            let of = mot.chars().count();
            let common = letters.min(of);
            match common {
                0..=2 => false,
                3 => letters == of && ecrit.est(i, mot),
                _ => {
                    let start: String = mot.chars().take((common - 1).max(4)).collect();
                    ecrit.commence(i, &start)
                }
            }
        })
    })
}

fn carries_out(ecrit: &Ecrit, i: usize) -> bool {
    EXECUTION.iter().any(|e| ecrit.commence(i, e))
}

/// Whether the verb of a decision and its text decide something: « FIXE », « DÉCIDE de recruter », « DÉCIDE que ».
fn decides(verb: &Ecrit, texte: &Ecrit) -> bool {
    if verb.est_un(0, &["decide", "decident", "delibere"]) || verb.est(0, "de") {
        return decided_after(texte, 0);
    }
    let at = usize::from(verb.est_un(0, &["s", "se"])) * 2;
    verb.genre(at) == Some(GenreJeton::Mot) && !carries_out(verb, at)
}

/// Whether what follows « décide » is a decision: « de recruter », « d’acquérir », « que la rue… ».
fn decided_after(ecrit: &Ecrit, i: usize) -> bool {
    if ecrit.est(i, "que") || ecrit.est(i, "qu") {
        return passive(ecrit);
    }
    let next = if ecrit.est(i, "d") { i + 2 } else { i + 1 };
    ecrit.est_un(i, &["de", "d"])
        && ecrit.mot(next).ends_with(['r', 'e'])
        && !carries_out(ecrit, next)
}

/// Whether a text decides by its first verb: « Décide de créer », « De fixer », « Fixe le prix ».
fn first(ecrit: &Ecrit) -> bool {
    (0..ecrit.jetons.len().min(12))
        .any(|i| ecrit.est_un(i, &["decide", "decident"]) && decided_after(ecrit, i + 1))
        || decided_after(ecrit, 0)
        || PREMIERS.iter().any(|v| ecrit.commence(0, v))
}

/// Whether something is decided in the passive: « la parcelle est cédée », « il est créé », « les tarifs sont ainsi fixés ».
fn passive(ecrit: &Ecrit) -> bool {
    ecrit.trouver(&["est", "sont", "sera", "seront", "soit", "soient"]).any(|i| {
        (i + 1..i + 4).any(|k| {
            let word = ecrit.mot(k);
            let ends = [
                "é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "ert",
                "erte",
            ];
            word.len() > 3
                && ecrit.genre(k) == Some(GenreJeton::Mot)
                && ends.iter().any(|e| word.ends_with(e))
                && !carries_out(ecrit, k)
        })
    })
}

/// Whether a document is signed that carries an award, « signer le marché ».
pub(super) fn signe(releve: &Releve) -> bool {
    releve
        .parmi(|e| matches!(e, Ecriture::Dispositif(_)))
        .any(|ecrit| signed(ecrit).next().is_some())
}

/// Whether a document that the object names is signed: « signer la convention ».
fn signs(ecrit: &Ecrit, objet: &Ecrit) -> bool {
    signed(ecrit).any(|k| {
        let noun = ecrit.mot(k).trim_end_matches(['s', 'S']).to_lowercase();
        (1..objet.jetons.len()).any(|o| objet.mot(o).to_lowercase().starts_with(&noun))
    })
}

/// The nouns of the documents that a text has signed.
fn signed(ecrit: &Ecrit) -> impl Iterator<Item = usize> + '_ {
    const VERBES: &[&str] = &["signer", "signera", "signe", "conclure", "passer"];
    ecrit.trouver(VERBES).filter_map(|i| (i + 1..i + 6).find(|k| ecrit.est_un(*k, SIGNES)))
}
