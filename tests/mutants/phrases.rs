//! What can be broken in the words of an act: figures, dates and counts that another piece contradicts.

use super::toml::line_of;
use super::{Mutant, Sujet};

/// Changes in the correct act of 2026: what is broken, the file or its folder, the words, the wrong words.
const CHANGEMENTS: &[(&str, &str, &str, &str)] = &[
    (
        "un compte en lettres",
        "deliberation.toml",
        "trois grandes orientations",
        "quatre grandes orientations",
    ),
    ("un compte en lettres", "deliberation.toml", "cinq actions", "six actions"),
    ("un compte en lettres", "deliberation.toml", "deux sous-actions", "trois sous-actions"),
    ("la durée d’un plan", "deliberation.toml", "programme triennal", "programme quadriennal"),
    ("la durée d’un plan", "deliberation.toml", "sur trois ans, soit", "sur quatre ans, soit"),
    ("un montant cité", "deliberation.toml", "395 628,80 €", "395 682,80 €"),
    ("un jour de semaine", "deliberation.toml", "lundi 7 septembre", "jeudi 7 septembre"),
    ("un jour de semaine", "deliberation.toml", "mardi 8 septembre", "lundi 8 septembre"),
    ("un jour de semaine", "fiches/", "samedi 3 juin 2028", "lundi 3 juin 2028"),
    ("un renvoi à une annexe", "deliberation.toml", "l'annexe 2 réunit", "l'annexe 7 réunit"),
    ("une date impossible dans un texte", "deliberation.toml", "31 décembre 2029", "31 juin 2029"),
    (
        "la date d’un acte visé",
        "deliberation.toml",
        "n° 2025-062 du 26 juin 2025, le conseil",
        "n° 2025-062 du 27 juin 2025, le conseil",
    ),
    ("le total d’un tableau", "programme.md", "**44**", "**45**"),
    ("le total d’un tableau", "programme.md", "**3 295**", "**3 395**"),
    ("le total d’un tableau", "programme.md", "| 4 700 €", "| 4 800 €"),
    ("le total d’un tableau", "programme.md", "| 2 900 €", "| 2 800 €"),
    ("le total d’un tableau", "programme.md", "| 225 000 €", "| 252 000 €"),
    ("le total d’un tableau", "programme.md", "**244 500 €**", "**245 400 €**"),
    ("le total d’un tableau", "programme.md", "111 590,00 €", "111 950,00 €"),
    ("un pourcentage", "programme.md", "| 22,7 %", "| 27,2 %"),
    ("un pourcentage", "programme.md", "| 64,9 %", "| 46,9 %"),
    ("un pourcentage", "programme.md", "| 7,8 %", "| 8,7 %"),
    ("le montant d’une fiche", "fiches/", "59 400 €", "95 400 €"),
    ("le montant d’une fiche", "fiches/", "14 000 €", "41 000 €"),
    ("le montant d’une fiche", "fiches/", "22 440 €", "24 240 €"),
    ("le montant d’une fiche", "fiches/", "225 000 €", "252 000 €"),
    ("la durée d’une action", "fiches/", "20 journées", "12 journées"),
];

pub fn mutants(sujet: &Sujet) -> Vec<Mutant> {
    if sujet.nom != "ardenelle-2026" {
        return Vec::new();
    }
    let one = |(genre, place, words, wrong): &(&'static str, &str, &str, &str)| {
        let files = sujet.fichiers.iter().filter(|(f, _)| f.starts_with(place));
        let found = files.filter_map(|(f, t)| Some((f, t, t.find(words)?))).next();
        let (fichier, texte, at) =
            found.unwrap_or_else(|| panic!("« {words} » is nowhere in {place}"));
        Mutant {
            genre,
            fichier: fichier.clone(),
            texte: format!("{}{wrong}{}", &texte[..at], &texte[at + words.len()..]),
            lignes: vec![(fichier.clone(), line_of(texte, at))],
            quoi: format!("ligne {} : {words} → {wrong}", line_of(texte, at)),
        }
    };
    CHANGEMENTS.iter().map(one).collect()
}
