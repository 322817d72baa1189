//! French typography: the table of cases, and what must hold of any text.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use delibere::model::texte::{Bloc, Inline, Liste, Tableau, Texte, inlines_plain};
use delibere::typographie::{composer, composer_inlines, composer_simple, composer_texte};
use proptest::prelude::*;

fn texte(t: &str) -> Inline {
    Inline::Texte(t.to_owned())
}

/// A file of the norms, or `None`, said aloud, when the folder of norms is not given.
#[allow(clippy::disallowed_methods, reason = "a test is told where the norms are")]
fn norme(path: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("DELIBERE_NORMES") else {
        crate::support::loud(&format!("SKIPPED: DELIBERE_NORMES is not set, {path} is not tested"));
        return None;
    };
    let path = PathBuf::from(folder).join(path);
    match std::fs::read_to_string(&path) {
        Ok(contents) => Some(contents),
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

struct Cas {
    id: String,
    entree: String,
    attendu: String,
    automatique: bool,
}

fn cas() -> Option<Vec<Cas>> {
    let json = norme("typo/cas_de_test.json")?;
    let table: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let field = |cas: &serde_json::Value, key: &str| cas[key].as_str().expect(key).to_owned();
    let rows = table.as_array().expect("a list").iter().map(|row| Cas {
        id: field(row, "id"),
        entree: field(row, "entree"),
        attendu: field(row, "attendu"),
        automatique: row["automatique"].as_bool().expect("automatique"),
    });
    Some(rows.filter(|cas| cas.entree != "*").collect())
}

/// `1#super[er] lot` as inlines.
fn inlines(source: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("#super[") {
        let (raised, after) = after.split_once(']').expect("a closed #super[");
        out.push(texte(before));
        out.push(Inline::Exposant(vec![texte(raised)]));
        rest = after;
    }
    out.push(texte(rest));
    out
}

#[track_caller]
fn idempotent(source: &str) {
    let once = composer(source);
    assert_eq!(composer_inlines(&once), once, "{source:?}");
    let simple = composer_simple(source);
    assert_eq!(composer_simple(&simple), simple, "{source:?}");
    assert_eq!(inlines_plain(&once), simple, "{source:?}");
}

#[test]
fn the_table_of_cases() {
    let Some(table) = cas() else { return };
    assert!(table.len() >= 65, "{} cases", table.len());
    for cas in &table {
        if cas.automatique {
            assert_eq!(composer(&cas.entree), inlines(&cas.attendu), "{}", cas.id);
        } else {
            let voted = cas.entree.replace('\'', "’");
            assert_eq!(composer(&cas.entree), [texte(&voted)], "{}", cas.id);
        }
    }
}

#[test]
fn the_table_of_cases_composed_twice() {
    let Some(table) = cas() else { return };
    for cas in &table {
        idempotent(&cas.entree);
        idempotent(&cas.attendu);
    }
}

#[test]
fn the_table_of_cases_cut_anywhere() {
    let Some(table) = cas() else { return };
    for cas in table.iter().filter(|cas| !cas.entree.contains("<sup>")) {
        let whole = composer_simple(&cas.entree);
        for (at, _) in cas.entree.char_indices() {
            // An accent alone in its leaf stays there.
            if cas.entree[at..].starts_with('\u{301}') {
                continue;
            }
            let (before, after) = cas.entree.split_at(at);
            let cut = composer_inlines(&[Inline::Gras(vec![texte(before)]), texte(after)]);
            assert_eq!(inlines_plain(&cut), whole, "{} {before:?} | {after:?}", cas.id);
        }
    }
}

#[test]
fn the_seed_composed_twice() {
    let Some(seed) = norme("../seed/caen-la-mer-2012-12-07.txt") else {
        return;
    };
    for paragraph in seed.split("\n\n") {
        idempotent(paragraph);
    }
    idempotent(&seed);
}

/// The letters and figures of the seed, in their order: typography only changes what is around.
#[test]
fn the_seed_keeps_its_words() {
    let Some(seed) = norme("../seed/caen-la-mer-2012-12-07.txt") else {
        return;
    };
    let words = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let composed = composer_simple(&seed);
    let plain = seed.replace("<sup>er</sup>", "er").replace("<sup>ère</sup>", "re");
    assert_eq!(words(&composed), words(&plain));
    assert_eq!(composed.lines().count(), seed.lines().count());
}

#[test]
fn emphasis_does_not_hide_its_neighbours() {
    let source = [
        texte("objectif n°2 : «"),
        Inline::Italique(vec![texte("attirer, soutenir et fidéliser")]),
        texte("», la volonté de \""),
        Inline::Gras(vec![texte("l'Agglomération")]),
        texte("\""),
    ];
    assert_eq!(
        composer_inlines(&source),
        [
            texte("objectif n°\u{a0}2\u{a0}: «\u{a0}"),
            Inline::Italique(vec![texte("attirer, soutenir et fidéliser")]),
            texte("\u{a0}», la volonté de «\u{a0}"),
            Inline::Gras(vec![texte("l’Agglomération")]),
            texte("\u{a0}»"),
        ]
    );
    let source = [
        Inline::Gras(vec![texte("Mr")]),
        texte(" Duron : 20 "),
        Inline::Italique(vec![texte("000"), Inline::Souligne(vec![texte(" euros")])]),
        Inline::Gras(vec![texte(" ")]),
        texte(" ; fin"),
    ];
    assert_eq!(
        inlines_plain(&composer_inlines(&source)),
        "M.\u{a0}Duron\u{a0}: 20\u{202f}000\u{a0}euros\u{202f}; fin"
    );
}

#[test]
fn an_ordinal_already_raised_stays() {
    let er = Inline::Exposant(vec![texte("er")]);
    let source = [texte("1"), er.clone(), texte(" appel, 1"), er, texte(" janvier 2013")];
    let once = composer_inlines(&source);
    assert_eq!(
        once,
        [
            source[0].clone(),
            source[1].clone(),
            source[2].clone(),
            source[3].clone(),
            texte("\u{a0}janvier 2013"),
        ]
    );
    let ere = [texte("1"), Inline::Exposant(vec![texte("ère")])];
    assert_eq!(composer_inlines(&ere), [texte("1"), Inline::Exposant(vec![texte("re")])]);
}

#[test]
fn code_and_addresses_are_not_touched() {
    let code = Inline::Code("l'a : \"b\"".to_owned());
    let shown = Inline::Lien {
        url: "https://a.fr/l'a?b".to_owned(),
        texte: vec![texte("https://a.fr/l'a?b")],
    };
    let mail = Inline::Lien { url: "mailto:d'or@a.fr".to_owned(), texte: vec![texte("d'or@a.fr")] };
    assert_eq!(composer_inlines(std::slice::from_ref(&mail)), [mail]);
    let source = [
        texte("voir "),
        code.clone(),
        texte(" : "),
        shown.clone(),
        Inline::Lien { url: "https://a.fr/l'a".to_owned(), texte: vec![texte("l'acte")] },
        Inline::Saut,
        texte("n° "),
        code.clone(),
    ];
    assert_eq!(
        composer_inlines(&source),
        [
            texte("voir "),
            code.clone(),
            texte("\u{a0}: "),
            shown,
            Inline::Lien { url: "https://a.fr/l'a".to_owned(), texte: vec![texte("l’acte")] },
            Inline::Saut,
            texte("n°\u{a0}"),
            code,
        ]
    );
}

#[test]
fn a_footnote_is_composed_on_its_own() {
    let note = |t: &str| Inline::Note(vec![Bloc::Paragraphe(vec![texte(t)])]);
    let source = [texte("\"l'ESS"), note("d'après \"x"), texte("\" : oui")];
    assert_eq!(
        composer_inlines(&source),
        [texte("«\u{a0}l’ESS"), note("d’après \"x"), texte("\u{a0}»\u{a0}: oui"),]
    );
}

#[test]
fn every_block_is_composed() {
    let all = |t: &str| {
        let p = || vec![Bloc::Paragraphe(vec![texte(t)])];
        Texte {
            blocs: vec![
                Bloc::Titre { niveau: 1, texte: vec![texte(t)] },
                Bloc::Liste(Liste { debut: None, elements: vec![p(), p()] }),
                Bloc::Tableau(Tableau {
                    alignements: Vec::new(),
                    entete: vec![vec![texte(t)]],
                    lignes: vec![vec![vec![texte(t)]]],
                }),
                Bloc::Citation(p()),
                Bloc::Filet,
                Bloc::Code("l'acte".to_owned()),
            ],
        }
    };
    assert_eq!(composer_texte(&all("l'acte")), all("l’acte"));
}

#[test]
fn what_must_not_change() {
    for source in [
        "C-12-05-01",
        "DEL2012-034",
        "2012_05_01",
        "R2121-9",
        "article 2 de la loi 2000-321",
        "6574, 011, 65",
        "SIRET 24140041500019",
        "https://www.legifrance.gouv.fr/a?b=1;c:d!e",
        "contact@caenlamer.fr",
        "annexe-1er.pdf",
        "14:30",
        "1:25000",
        "de 2013 à 2015, en 2013, 2013-2015",
        "14000 Caen",
        "02 31 39 40 00",
        "2012-12-07",
        "07/12/2012",
        "version 3.1.2",
        "action 3.1",
        "fiche 3.1",
        "communes-membres",
        "Basse- Normandie",
        "14000 Caen 2013",
        "le 7 2012",
        "? Oui",
        "! Non",
        "2'33\"",
        "un seul \" ici",
        "a\nb\n\nc",
        ".5",
    ] {
        assert_eq!(composer(source), [texte(source)], "{source:?}");
    }
}

/// Composes the fragment over and over on one line of `size` bytes.
#[track_caller]
fn in_proportion(fragment: &str, size: usize) {
    let line = fragment.repeat(size / fragment.len());
    let timed = || {
        let start = Instant::now();
        let composed = composer_simple(&line);
        assert!(composed.len() <= line.len() * 4 + 8);
        start.elapsed()
    };
    // Without optimisation, on a machine that may do something else at once; a square would take minutes.
    let held = (0..3).all(|_| timed() >= Duration::from_secs(8));
    assert!(!held, "{fragment:?}");
}

#[test]
fn a_line_of_one_megabyte() {
    for fragment in ["a", "1 ", "« l'appel n°2 », 103000 euros ; \"après\" : 1er lot... "] {
        in_proportion(fragment, 1_000_000);
    }
}

#[test]
fn a_long_line_of_what_the_rules_look_around_for() {
    for fragment in LONG_LINES {
        in_proportion(fragment, 200_000);
    }
}

const LONG_LINES: &[&str] = &[
    "é",
    "e\u{301}",
    "\"",
    "\" ",
    "«",
    "»",
    "\"«",
    "»\"",
    "'",
    "'a",
    "-",
    " - ",
    "-1 ",
    ".",
    ". ",
    "...",
    " ...",
    ",",
    " , ",
    ";",
    "; ",
    ":",
    "!",
    "?",
    "1",
    "000 ",
    "02 ",
    "1.",
    "1,",
    "1er",
    "1er ",
    "1h00 ",
    "€ 1 ",
    "€",
    "€ ",
    "n°",
    "M. ",
    "a@",
    "@",
    "_",
    "._",
    ".pdf",
    "a.pdf ",
    "a.pdf:",
    "://",
    "http://",
    "www.",
    "<sup>",
    "1<sup>er</sup>",
    "<",
    "&",
    "&amp;",
    " ",
    "\u{a0} ",
    "\n",
    "\n\n",
    "Lundi 7 ",
    "1 janvier 2013 ",
    "X",
    "XIe ",
    "etc...",
    "½ ",
    "SIREN 241400415 ",
];

const FRAGMENTS: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{2009}",
    "\n",
    "\n\n",
    "\t",
    "a",
    "l",
    "mot",
    "Duron",
    "É",
    "e\u{301}",
    "\u{301}",
    "\u{323}",
    "et",
    "en",
    "'",
    "’",
    "\"",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "*",
    "/",
    "\\",
    "_",
    "@",
    "#",
    "&",
    "&amp;",
    "=",
    "+",
    "<",
    ">",
    "|",
    "-",
    "-",
    "–",
    "\u{2212}",
    "--",
    ".",
    "..",
    "...",
    "....",
    "…",
    ",",
    ";",
    ":",
    "::",
    "!",
    "?",
    "etc",
    "etc.",
    "0",
    "1",
    "2",
    "5",
    "7",
    "07",
    "01",
    "31",
    "12",
    "24",
    "33",
    "100",
    "000",
    "300",
    "2013",
    "2000",
    "6574",
    "14000",
    "103000",
    "241400415",
    "1.1",
    "0.5",
    "12,50",
    "1.000",
    "€",
    "k€",
    "euros",
    "EUR",
    "%",
    "ETP",
    "h",
    "H",
    "h00",
    "h15",
    "00",
    "15",
    "m",
    "m2",
    "jours",
    "agents",
    "millions",
    "°",
    "º",
    "n",
    "n°",
    "N°",
    "nº",
    "s",
    "er",
    "e",
    "ère",
    "ème",
    "nd",
    "nde",
    "ER",
    "<sup>er</sup>",
    "<sup>",
    "</sup>",
    "<sup>2</sup>",
    "I",
    "V",
    "X",
    "XXI",
    "M.",
    "Mr",
    "Mme",
    "M",
    "art.",
    "p.",
    "L.",
    "R",
    "§",
    "janvier",
    "Décembre",
    "mai",
    "Lundi",
    "Vendredi",
    "lundi",
    "1er",
    "½",
    "SIREN",
    "action",
    "fiche",
    "article",
    "http://a.b",
    "https://x/?",
    "www.a.fr",
    "a@b.fr",
    "f.pdf",
    "a_b",
    ".pdf",
    "16h15",
    "18h00",
    "-73 000",
    "€ 1 000",
    "103 000 €",
    "7 décembre 2012",
    "\u{fffc}",
];

fn risky() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        20 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(fragment, 0..14).prop_map(|v| v.concat())
}

fn tree() -> impl Strategy<Value = Vec<Inline>> {
    let leaf = prop_oneof![
        12 => risky().prop_map(Inline::Texte),
        1 => Just(Inline::Code("l'a".to_owned())),
        1 => Just(Inline::Saut),
        1 => prop::sample::select(vec!["er", "ère", "e", "2", "o", " ;"])
            .prop_map(|t| Inline::Exposant(vec![Inline::Texte(t.to_owned())])),
    ];
    let node = leaf.prop_recursive(3, 12, 4, |inner| {
        let children = || prop::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            children().prop_map(Inline::Gras),
            children().prop_map(Inline::Italique),
            children().prop_map(Inline::Exposant),
            children().prop_map(Inline::Indice),
            children().prop_map(|texte| Inline::Lien { url: "https://a.fr".to_owned(), texte }),
            children().prop_map(|v| Inline::Note(vec![Bloc::Paragraphe(v)])),
        ]
    });
    prop::collection::vec(node, 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_string_composed_twice(source in risky()) {
        idempotent(&source);
    }

    #[test]
    fn a_tree_composed_twice(source in tree()) {
        let once = composer_inlines(&source);
        prop_assert_eq!(composer_inlines(&once), once);
    }

    #[test]
    fn emphasis_changes_no_character(pieces in prop::collection::vec(risky(), 1..4)) {
        // Tags and accents are read inside one leaf.
        let pieces: Vec<String> = pieces
            .iter()
            .map(|p| p.replace(['<', '>', '\u{301}', '\u{323}'], ""))
            .collect();
        let whole = composer_simple(&pieces.concat());
        let cut: Vec<Inline> = pieces
            .iter()
            .enumerate()
            .map(|(i, p)| if i % 2 == 0 { texte(p) } else { Inline::Gras(vec![texte(p)]) })
            .collect();
        prop_assert_eq!(inlines_plain(&composer_inlines(&cut)), whole);
    }
}

/// `PROPTEST_CASES` for a long search, a few hundred otherwise.
#[allow(clippy::disallowed_methods, reason = "a test is told how long to search")]
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(512)
}
