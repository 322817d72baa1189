//! A correct act has no finding; one slip in it has the finding of its rule.

use std::path::{Path, PathBuf};

use delibere::read::Memory;

use crate::support;

/// Whether a case is the seed, which contradicts itself, or what follows from it.
fn seed(case: &Path) -> bool {
    support::name(case).starts_with("caen-la-mer-201")
}

#[test]
fn correct_acts_have_no_finding() {
    let mut cases: Vec<PathBuf> = support::valid().into_iter().filter(|c| !seed(c)).collect();
    assert!(cases.iter().any(|c| c.ends_with("ardenelle-2026")));
    cases.retain(|c| c.join("deliberation.toml").exists());
    for case in cases {
        assert_eq!(super::findings(&support::read(&case)), [], "{}", case.display());
    }
}

#[test]
fn correct_sittings_have_no_finding() {
    for case in support::sittings() {
        let lecture = support::read_sitting(&case);
        let seance = lecture.seance.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics));
        let comptes = delibere::compute::compute_seance(&seance);
        let found = delibere::check::check_seance(&seance, &comptes);
        let found: Vec<_> = found.iter().filter(|c| super::ours(c.code)).collect();
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn the_models_of_a_new_dossier_have_no_finding() {
    let root = support::root().join("templates/nouveau");
    for model in ["simple", "programme"] {
        let mut files = Memory::new();
        for shared in ["collectivite.toml", "seance.toml"] {
            files = files.with(shared, std::fs::read_to_string(root.join(shared)).expect("text"));
        }
        for (name, texte) in support::texts(&root.join(model)) {
            files = files.with(&name, texte);
        }
        assert_eq!(super::codes(&files), Vec::<&str>::new(), "{model}");
    }
}

/// File, what is there, what a slip makes of it, and the code that it must have.
type Faute = (&'static str, &'static str, &'static str, &'static str);

const FAUTES: &[Faute] = &[
    ("deliberation.toml", "joint en annexe", "joint en annexe n° 4", "FORM-11"),
    ("deliberation.toml", "l'annexe 2 réunit", "l'annexe 5 réunit", "FORM-11"),
    (
        "programme.toml",
        "action = \"cantines\" },\n  { texte = \"publier",
        "action = \"producteurs\" },\n  { texte = \"publier",
        "FORM-12",
    ),
    ("programme.toml", "budget = \"Cantines\"", "budget = \"Restaurants scolaires\"", "COHE-01"),
    ("fiches/2-diagnostic.toml", "20 journées", "25 journées", "COHE-02"),
    ("fiches/2-diagnostic.toml", "juin 2027", "juin 2028", "COHE-03"),
    ("programme.md", "Moyen terme (2028)", "Moyen terme (2028-2029)", "COHE-04"),
    ("fiches/3-cantines.toml", "59 400 €", "54 900 €", "COHE-05"),
    ("fiches/1-coordination.toml", "22 440 € en 2028", "22 400 € en 2028", "COHE-05"),
    ("deliberation.toml", "verbe = \"ADOPTE\"", "verbe = \"PREND ACTE DU\"", "COHE-06"),
    ("deliberation.toml", "verbe = \"AUTORISE\"", "verbe = \"INVITE\"", "COHE-06"),
    (
        "deliberation.toml",
        "et l'annexe 3 du décret",
        "(voir la délibération n° 2024-017) et l'annexe 3 du décret",
        "COHE-07",
    ),
    (
        "deliberation.toml",
        "n° 2025-062 du 26 juin 2025, le",
        "n° 2025-062 du 27 juin 2025, le",
        "COHE-08",
    ),
    ("deliberation.toml", "date = 2026-09-08", "date = 2026-09-28", "COHE-08"),
    ("deliberation.toml", "trois grandes orientations", "quatre grandes orientations", "COHE-09"),
    ("programme.md", "en cinq actions", "en six actions", "COHE-09"),
    ("programme.md", "de quatre membres", "de cinq membres", "COHE-09"),
    ("programme.md", "Trois constats en ressortent", "Il en ressort quatre constats", "COHE-09"),
    (
        "fiches/3-cantines.toml",
        "Deux moyens sont réunis :",
        "L'action réunit trois moyens :",
        "COHE-09",
    ),
    ("programme.md", "| 8 | 640 |", "| 8 | 460 |", "COHE-10"),
    (
        "programme.md",
        "| 18 000 € | 145 000 € | 62 000 € | 225 000 € |",
        "| 18 000 € | 145 000 € | 62 000 € | 252 000 € |",
        "COHE-10",
    ),
    ("programme.md", "**151 500 €**", "**151 000 €**", "COHE-10"),
    ("programme.md", "| 31 050,00 € | 7,8 % |", "| 31 050,00 € | 8,7 % |", "COHE-11"),
    ("programme.md", "31 mars 2030", "31 juin 2030", "COHE-12"),
    ("programme.md", "lundi 5 octobre 2026", "mardi 5 octobre 2026", "COHE-13"),
    ("fiches/2-diagnostic.toml", "14 000 €", "14.000 €", "COHE-14"),
    ("fiches/2-diagnostic.toml", "CIVAM, DRAAF", "CIVAM, DRAF", "COHE-15"),
    ("fiches/4-producteurs.toml", "n° 3.1", "n° 3.2", "COHE-16"),
    ("programme.md", "action n° 2)", "action n° 12)", "COHE-16"),
    ("fiches/5-legumerie.toml", "- Département", "- Agence de l'eau", "COHE-17"),
    ("fiches/5-legumerie.toml", "82 800 €", "88 200 €", "COHE-17"),
    ("deliberation.toml", "programme triennal", "programme quinquennal", "COHE-18"),
];

#[test]
fn each_slip_has_the_finding_of_its_rule_and_no_other() {
    let case = support::root().join("fixtures/valid/ardenelle-2026");
    let texts = support::texts(&case);
    for (file, right, wrong, code) in FAUTES {
        let mut files = Memory::new();
        let mut changed = false;
        for (name, texte) in &texts {
            if name == file && texte.contains(right) {
                changed = true;
                files = files.with(name, texte.replacen(right, wrong, 1));
            } else {
                files = files.with(name, texte.clone());
            }
        }
        assert!(changed, "{file} does not say « {right} »");
        let mut found = super::codes(&files);
        found.dedup();
        assert_eq!(found, [*code], "{file}: « {wrong} »");
    }
}
