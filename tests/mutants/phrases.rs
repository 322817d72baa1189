//! What can be broken in the words of an act: figures, dates and counts that another piece contradicts.

use super::toml::line_of;
use super::{Mutant, Sujet};

/// What is broken, the file or its folder, the words, the wrong words.
type Changement = (&'static str, &'static str, &'static str, &'static str);

/// Changes in the correct act of 2026.
const EN_2026: &[Changement] = &[
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

/// Changes in the correct act of 2012.
const EN_2012: &[Changement] = &[
    (
        "un compte en lettres",
        "deliberation.toml",
        "suit quatre orientations",
        "suit trois orientations",
    ),
    ("un compte en lettres", "deliberation.toml", "six actions", "sept actions"),
    ("un compte en lettres", "deliberation.toml", "deux sous-actions", "trois sous-actions"),
    ("un compte en lettres", "deliberation.toml", "six fiches actions", "cinq fiches actions"),
    (
        "un compte en lettres",
        "programme.md",
        "Quatre constats en ressortent",
        "Cinq constats en ressortent",
    ),
    ("un compte en lettres", "programme.md", "en six actions", "en huit actions"),
    ("un compte en lettres", "programme.md", "de cinq membres", "de six membres"),
    ("la durée d’un plan", "deliberation.toml", "d'actions triennal", "d'actions quinquennal"),
    ("la durée d’un plan", "deliberation.toml", "sur trois ans, soit", "sur cinq ans, soit"),
    ("un montant cité", "deliberation.toml", "573 568,40 €", "573 658,40 €"),
    ("un montant cité", "deliberation.toml", "380 034,20 €", "308 034,20 €"),
    ("un jour de semaine", "deliberation.toml", "mercredi 29 février", "mardi 29 février"),
    ("un jour de semaine", "deliberation.toml", "mardi 20 novembre", "lundi 20 novembre"),
    ("un jour de semaine", "deliberation.toml", "jeudi 29 novembre", "vendredi 29 novembre"),
    ("un jour de semaine", "programme.md", "mardi 29 janvier 2013", "lundi 29 janvier 2013"),
    ("un jour de semaine", "fiches/", "samedi 8 juin 2013", "dimanche 8 juin 2013"),
    ("un renvoi à une annexe", "deliberation.toml", "l'annexe 3 porte", "l'annexe 5 porte"),
    (
        "une date impossible dans un texte",
        "deliberation.toml",
        "29 février 2012",
        "30 février 2012",
    ),
    ("une date impossible dans un texte", "programme.md", "30 avril", "31 avril"),
    (
        "la date d’un acte visé",
        "deliberation.toml",
        "du 23 juin 2011, le conseil",
        "du 24 juin 2011, le conseil",
    ),
    ("le total d’un tableau", "programme.md", "**5 800**", "**5 900**"),
    ("le total d’un tableau", "programme.md", "**29 500**", "**29 600**"),
    ("le total d’un tableau", "programme.md", "| 91 346 €", "| 91 364 €"),
    ("une ligne d’un tableau", "programme.md", "| 1 746 €", "| 1 764 €"),
    ("le total d’un tableau", "programme.md", "| 300 000 €", "| 330 000 €"),
    ("le total d’un tableau", "programme.md", "**187 500 €**", "**178 500 €**"),
    ("le total d’un tableau", "programme.md", "**573 568,40 €**", "**573 568,04 €**"),
    ("le total d’un tableau", "programme.md", "156 810,00 €", "156 180,00 €"),
    ("un pourcentage", "programme.md", "| 14,4 %", "| 41,4 %"),
    ("un pourcentage", "programme.md", "| 66,3 %", "| 63,6 %"),
    ("un pourcentage", "programme.md", "| 0,9 %", "| 9,0 %"),
    ("un pourcentage d’évolution", "programme.md", "+ 5,5 %", "+ 7,5 %"),
    ("le montant d’une fiche", "fiches/", "21 420 € en 2014", "24 120 € en 2014"),
    ("le montant d’une fiche", "fiches/", "16 000 €", "61 000 €"),
    ("le montant d’une fiche", "fiches/", "300 000 €", "330 000 €"),
    ("le montant d’une fiche", "fiches/", "99 000 €", "90 900 €"),
    ("le montant d’une fiche", "fiches/", "64 800 €", "68 400 €"),
    ("la durée d’une action", "fiches/", "32 journées", "23 journées"),
];

pub fn mutants(sujet: &Sujet) -> Vec<Mutant> {
    let changements = match sujet.nom.as_str() {
        "ardenelle-2026" => EN_2026,
        "lourdain-2012" => EN_2012,
        _ => return Vec::new(),
    };
    let one = |(genre, place, words, wrong): &Changement| {
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
    changements.iter().map(one).collect()
}
