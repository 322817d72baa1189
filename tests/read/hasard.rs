//! Whatever is typed, reading gives an answer: no panic, no loop, places that are in the text.

use std::sync::LazyLock;

use delibere::read::{Diagnostic, Lecture, LectureSeance, Memory, Sources};
use proptest::prelude::*;

use crate::support;

/// The text files of each valid case.
static CASES: LazyLock<Vec<Vec<(String, String)>>> =
    LazyLock::new(|| support::valid().iter().map(|case| support::texts(case)).collect());

/// Those of each valid sitting.
static SITTINGS: LazyLock<Vec<Vec<(String, String)>>> =
    LazyLock::new(|| support::sittings().iter().map(|case| support::texts(case)).collect());

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn memory(files: &[(String, String)]) -> Memory {
    files.iter().fold(Memory::new(), |m, (nom, texte)| m.with(nom, texte.as_str()))
}

/// Reads, and computes and checks what could be read.
fn judge(files: &Memory) -> Lecture {
    let lecture = delibere::read(files).expect("memory does not fail");
    if let Some(dossier) = &lecture.dossier {
        let _ = delibere::check(dossier, &delibere::compute(dossier));
    } else {
        assert!(!lecture.diagnostics.is_empty(), "no dossier and no fault");
    }
    placed(&lecture.diagnostics, &lecture.sources);
    lecture
}

/// Reads a sitting, and computes and checks what could be read.
fn judge_sitting(files: &Memory) -> LectureSeance {
    let lecture = delibere::read_seance(files).expect("memory does not fail");
    if let Some(seance) = &lecture.seance {
        let comptes = delibere::compute::compute_seance(seance);
        assert_eq!(comptes.actes.len(), seance.actes.len());
        for (acte, comptes) in seance.actes.iter().zip(&comptes.actes) {
            let _ = delibere::check(acte, comptes);
        }
    } else {
        assert!(!lecture.diagnostics.is_empty(), "no sitting and no fault");
    }
    placed(&lecture.diagnostics, &lecture.sources);
    lecture
}

/// Every fault has its words and a place in its text.
fn placed(diagnostics: &[Diagnostic], sources: &Sources) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.is_empty());
        for place in std::iter::once(&diagnostic.place).chain(&diagnostic.secondaires) {
            let texte = sources.texte(&place.fichier).unwrap_or("");
            assert!(texte.get(place.plage.clone()).is_some_and(|t| !t.contains('\n')), "{place:?}");
        }
    }
}

/// A change of a text: a piece taken out, typed over, or said again.
#[derive(Debug, Clone)]
enum Change {
    Replace(prop::sample::Index, prop::sample::Index, String),
    Repeat(prop::sample::Index, prop::sample::Index),
    Cut(prop::sample::Index),
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    let words = prop_oneof![
        Just(String::new()),
        "[\\[\\]{}=\"'#\n\\\\,.0-9a-z \u{e9}\u{202e}\u{feff}]{0,6}",
        ".{0,4}",
        Just("\"\"\"".to_owned()),
        Just("[[lignes]]\n".to_owned()),
        Just("{actions: x}".to_owned()),
        Just("2012-02-30".to_owned()),
        Just("99999999999999999999".to_owned()),
        Just("4294967295".to_owned()),
        Just("[[mouvements]]\n".to_owned()),
        Just("bis = true\n".to_owned()),
    ];
    prop_oneof![
        4 => (index(), index(), words).prop_map(|(a, b, w)| Change::Replace(a, b, w)),
        1 => (index(), index()).prop_map(|(a, b)| Change::Repeat(a, b)),
        1 => index().prop_map(Change::Cut),
    ]
}

fn apply(texte: &str, change: &Change) -> String {
    let mut bounds: Vec<usize> = texte.char_indices().map(|(i, _)| i).collect();
    bounds.push(texte.len());
    let at = |i: &prop::sample::Index| i.index(bounds.len());
    // A slip is short: a change goes over a few characters.
    let upto = |a: usize, i: &prop::sample::Index, most: usize| {
        bounds[(a + i.index(most)).min(bounds.len() - 1)]
    };
    match change {
        Change::Replace(a, b, words) => {
            let a = at(a);
            format!("{}{words}{}", &texte[..bounds[a]], &texte[upto(a, b, 12)..])
        }
        Change::Repeat(a, b) => {
            let a = at(a);
            let end = upto(a, b, 200);
            format!("{}{}", &texte[..end], &texte[bounds[a]..])
        }
        Change::Cut(a) => texte[..bounds[at(a)]].to_owned(),
    }
}

/// A value of a TOML file, most often of a wrong kind.
fn value() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "-?[0-9]{1,4}",
        "[0-9]{1,3}\\.[0-9]{1,3}",
        Just("true".to_owned()),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "[0-2][0-9]:[0-9]{2}:[0-9]{2}",
        "\"[a-z0-9 ,.é*_#{}|-]{0,12}\"",
        "'[a-z\\[\\]()!]{0,8}'",
        Just("\"depense\"".to_owned()),
        Just("\"fonctionnement\"".to_owned()),
        Just("\"{AAAA}-{ORDRE:03}\"".to_owned()),
        prop::sample::select(MOTS).prop_map(|m| format!("\"{m}\"")),
        Just("\"\"\"\n# a\n\n- {comite}\n\"\"\"".to_owned()),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|v| format!("[{}]", v.join(", "))),
            prop::collection::btree_map("[a-z]{1,4}", inner, 0..3).prop_map(|m| {
                let keys: Vec<String> = m.iter().map(|(k, v)| format!("{k} = {v}")).collect();
                format!("{{ {} }}", keys.join(", ").replace('\n', " ").replace("\"\"\"", "\""))
            }),
        ]
    })
}

/// Words of the files of a sitting.
const MOTS: &[&str] = &[
    "roux",
    "ROUX",
    "Mme ROUX",
    "girard",
    "a",
    "1",
    "1 bis",
    "arrivee",
    "depart",
    "secret",
    "public",
    "information",
    "retire",
    "commune",
    "interet",
    "unanimite",
    "absolue-membres",
];

const CLES: &[&str] = &[
    "numero",
    "etat",
    "objet",
    "expose",
    "titre",
    "exercices",
    "id",
    "libelle",
    "parent",
    "action",
    "section",
    "sens",
    "montants",
    "nature",
    "texte",
    "date",
    "heure",
    "piece",
    "fichier",
    "verbe",
    "nom",
    "genre",
    "qualite",
    "couleur",
    "commentaire_lignes",
    "porteurs",
    "debut",
    "fin",
    "inconnue",
    "rang",
    "premier_ordre",
    "effectif",
    "president",
    "secretaires",
    "presents",
    "excuses",
    "mandant",
    "mandataire",
    "membre",
    "point",
    "pouvoir",
    "dossier",
    "bis",
    "numero_acte",
    "numero_transmis",
    "rapporteur",
    "debats",
    "suppleant_de",
    "depuis",
    "scrutin",
    "pour",
    "contre",
    "abstentions",
    "blancs",
    "majorite",
    "bulletins",
    "candidats",
    "voix",
    "modele",
    "transmis",
    "ouverture",
];

const TABLES: &[&str] = &[
    "[[visas]]",
    "[[articles]]",
    "[[decisions]]",
    "[[annexes]]",
    "[signature]",
    "[mentions]",
    "[[actions]]",
    "[[orientations]]",
    "[[calendrier]]",
    "[[calendrier.mesures]]",
    "[comite]",
    "[[comite.membres]]",
    "[[lignes]]",
    "[[totaux]]",
    "[[champs]]",
    "[executif]",
    "[theme]",
    "[theme.marges]",
    "[convocation]",
    "[autre]",
    "[[conseillers]]",
    "[presences]",
    "[[presences.pouvoirs]]",
    "[[mouvements]]",
    "[[points]]",
    "[convocation.urgence.vote]",
    "[vote]",
    "[[vote.tours]]",
    "[[vote.tours.candidats]]",
    "[[vote.non_participations]]",
    "[numerotation]",
    "[theme.formules]",
];

fn toml() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        5 => (prop::sample::select(CLES), value()).prop_map(|(k, v)| format!("{k} = {v}\n")),
        2 => prop::sample::select(TABLES).prop_map(|t| format!("{t}\n")),
    ];
    prop::collection::vec(line, 0..16).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn slips_never_panic(
        case in any::<prop::sample::Index>(),
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let case = &CASES[case.index(CASES.len())];
        let file = file.index(case.len());
        let mut files = case.clone();
        for change in &changes {
            files[file].1 = apply(&files[file].1, change);
        }
        judge(&memory(&files));
    }

    #[test]
    fn slips_in_a_sitting_never_panic(
        case in any::<prop::sample::Index>(),
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let case = &SITTINGS[case.index(SITTINGS.len())];
        let mut files = case.clone();
        // Most of what may go wrong is in the files that all the acts share.
        let shared: Vec<usize> = (0..files.len()).filter(|i| !files[*i].0.contains('/')).collect();
        let any = file.index(2 * files.len());
        let file = if any < files.len() { any } else { shared[any % shared.len()] };
        for change in &changes {
            files[file].1 = apply(&files[file].1, change);
        }
        judge_sitting(&memory(&files));
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_toml_is_judged(
        acte in toml(), programme in toml(), budget in toml(), fiche in toml(), autres in toml(),
    ) {
        judge(&Memory::new()
            .with("deliberation.toml", acte)
            .with("programme.toml", programme)
            .with("budget.toml", budget)
            .with("fiches/1.toml", fiche)
            .with("collectivite.toml", autres.as_str())
            .with("../seance.toml", autres));
    }

    #[test]
    fn any_sitting_is_judged(
        seance in toml(), assemblee in toml(), acte in toml(), formules in toml(), day in any::<bool>(),
    ) {
        // A sitting that has its day and an act that has its object go further.
        let head = |line: &str| if day { line.to_owned() } else { String::new() };
        let collectivite = head("nom = \"V\"\ngenre = \"commune\"\nexecutif = { qualite = \"M\", nom = \"roux\" }\n");
        judge_sitting(&Memory::new()
            .with("seance.toml", head("date = 2026-09-24\n") + &seance)
            .with("assemblee.toml", head("conseillers = [{ nom = \"ROUX\" }, { nom = \"GIRARD\" }]\n") + &assemblee)
            .with("collectivite.toml", collectivite + &formules)
            .with("a/deliberation.toml", head("objet = [\"O\"]\narticles = [{ texte = \"T\" }]\n") + &acte)
            .with("b/deliberation.toml", acte));
    }

    #[test]
    fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..400), text in ".{0,200}") {
        judge(&Memory::new()
            .with("deliberation.toml", bytes.clone())
            .with("seance.toml", text)
            .with("collectivite.toml", bytes));
    }

    /// The same files give the same faults, in the same order.
    #[test]
    fn reading_is_repeatable(texte in toml()) {
        let files = Memory::new().with("deliberation.toml", texte);
        prop_assert_eq!(judge(&files).diagnostics, judge(&files).diagnostics);
    }
}
