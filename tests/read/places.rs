//! Where a fault is, in files of every make, and what only a disk can have.

use delibere::model::Severite;
use delibere::read::{Lecture, Memory};

const COLLECTIVITE: &str =
    "nom = \"Valmont\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\" }\n";
const SEANCE: &str = "date = 2026-03-12\n";
const ACTE: &str = "numero = \"1\"\netat = \"projet\"\nobjet = [\"Tarifs\"]\n";
const ARTICLE: &str = "[[articles]]\ntexte = \"Le tarif est fixé.\"\n";

fn files() -> Memory {
    Memory::new()
        .with("collectivite.toml", COLLECTIVITE)
        .with("seance.toml", SEANCE)
        .with("deliberation.toml", format!("{ACTE}{ARTICLE}"))
}

fn read(files: &Memory) -> Lecture {
    delibere::read(files).expect("memory does not fail")
}

/// `code file:line:column` of each fault, with what it underlines.
fn told(files: &Memory) -> Vec<String> {
    let lecture = read(files);
    let show = |d: &delibere::read::Diagnostic| {
        let under =
            lecture.sources.texte(&d.place.fichier).map_or("", |t| &t[d.place.plage.clone()]);
        let (at, nom) = (d.place.debut, &d.place.fichier);
        format!("{} {nom}:{}:{} {under}", d.code, at.ligne, at.colonne)
    };
    lecture.diagnostics.iter().map(show).collect()
}

#[test]
fn a_plain_dossier_has_no_fault() {
    assert_eq!(told(&files()), [""; 0]);
    assert!(read(&files()).dossier.is_some());
}

#[test]
fn absent_files_are_told_together() {
    assert_eq!(
        told(&Memory::new()),
        [
            "LECT-01 collectivite.toml:1:1 ",
            "LECT-01 deliberation.toml:1:1 ",
            "LECT-01 seance.toml:1:1 ",
        ]
    );
}

#[test]
fn faults_come_in_the_order_of_the_text() {
    let acte = "numero = 1\nétat = \"projet\"\nobjet = [\"Tarifs\"]\n[[articles]]\ntext = \"x\"\n";
    assert_eq!(
        told(&files().with("deliberation.toml", acte).with("seance.toml", "date = \"x\"\n")),
        [
            "LECT-06 deliberation.toml:1:10 1",
            "LECT-03 deliberation.toml:2:1 é",
            "LECT-06 seance.toml:1:8 \"x\"",
        ]
    );
}

#[test]
fn line_ends_and_byte_order_marks_do_not_move_a_fault() {
    let expose = "expose = \"\"\"\nBonjour.\n\n# Titre \\\"cité\\\"\n\"\"\"\n";
    let acte = format!("{ACTE}{expose}{ARTICLE}");
    for texte in [acte.clone(), acte.replace('\n', "\r\n"), format!("\u{feff}{acte}")] {
        assert_eq!(
            told(&files().with("deliberation.toml", texte)),
            ["LECT-19 deliberation.toml:7:1 # Titre \\\"cité\\\""]
        );
    }
    let text = "Bonjour.\n\n- un\n- deux\n\n# Titre\n";
    let acte = format!("{ACTE}expose_fichier = \"expose.md\"\n{ARTICLE}");
    for texte in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        assert_eq!(
            told(&files().with("deliberation.toml", acte.as_str()).with("expose.md", texte)),
            ["LECT-19 expose.md:6:1 # Titre"]
        );
    }
}

#[test]
fn escapes_do_not_move_a_fault() {
    for value in [
        r#""\u00e9\t\"a\" ![x](y)""#,
        r#""![x](y)""#,
        r"'\u00e9 ![x](y)'",
        "\"\"\"\\\n   ![x](y)\"\"\"",
        "'''\n\n![x](y)'''",
        "\"\"\"\r\nun \\\r\n  \r\n  deux ![x](y)\"\"\"",
    ] {
        let acte = format!("{ACTE}expose = {value}\n{ARTICLE}");
        let before = &acte[..acte.find("![x]").expect("an image")];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        assert_eq!(
            told(&files().with("deliberation.toml", acte.as_str())),
            [format!("LECT-19 deliberation.toml:{line}:{column} ![x](y)")],
            "{value}"
        );
    }
}

#[test]
fn one_faulty_piece_does_not_make_the_others_faulty() {
    let acte = format!(
        "{ACTE}expose = \"\"\"\n{{actions: pistes}}\n\"\"\"\n{ARTICLE}[[annexes]]\npiece = \"programme\"\n[[annexes]]\npiece = \"budget\"\n[[annexes]]\npiece = \"fiches\"\n"
    );
    let all = files()
        .with("deliberation.toml", acte)
        .with("programme.toml", "titre = 1\nexercices = [2026]\n[[actions]]\nid = \"pistes\"\n")
        .with("budget.toml", "[[lignes]]\naction = \"pistes\"\nsection = \"x\"\n")
        .with("fiches/1.toml", "action = 1\n");
    let codes: Vec<String> = told(&all).into_iter().map(|t| t[..7].to_owned()).collect();
    for cascade in ["LECT-12", "LECT-15", "LECT-27"] {
        assert!(!codes.contains(&cascade.to_owned()), "{:#?}", told(&all));
    }
}

#[test]
fn a_faulty_exercice_does_not_shift_the_amounts() {
    let all = files().with("programme.toml", "titre = \"T\"\nexercices = [2027, 2026]\n").with(
        "budget.toml",
        "[[lignes]]\nsection = \"fonctionnement\"\nsens = \"depense\"\nmontants = [1, 2]\n",
    );
    assert_eq!(told(&all), ["LECT-23 programme.toml:2:20 2026"]);
}

#[test]
fn a_warning_does_not_forbid_the_dossier() {
    let lecture = read(&files().with("autre.toml", "a = 1\n"));
    assert!(lecture.diagnostics.iter().all(|d| d.severite == Severite::Avertissement));
    assert!(lecture.dossier.is_some());
}

#[test]
fn limits_are_faults() {
    let long = "x".repeat(9 << 20);
    let acte = format!("{ACTE}expose_fichier = \"expose.md\"\n{ARTICLE}");
    assert_eq!(
        told(&files().with("deliberation.toml", acte).with("expose.md", long.as_str())),
        ["LECT-17 deliberation.toml:4:18 \"expose.md\""]
    );
    assert_eq!(told(&files().with("seance.toml", long)), ["LECT-17 seance.toml:1:1 "]);
    let many =
        (0..501).fold(files(), |m, i| m.with(&format!("fiches/{i:03}.toml"), "action = \"a\"\n"));
    assert_eq!(told(&many), ["LECT-17 fiches:1:1 "]);
}

/// Deep, wide and long texts: an answer, in a moment.
#[test]
fn heavy_files_are_read() {
    let lines = "[[lignes]]\naction = \"x\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nmontants = [1]\n";
    for texte in [
        format!("a = {}", "[".repeat(200_000)),
        format!("a = {}", "{ b = ".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("objet = [\"{}\"]", "é".repeat(500_000)),
        format!("{} = 1", "a".repeat(1 << 20)),
        format!("etat = \"{}\"", "projet".repeat(100_000)),
        "a = 1\n".repeat(100_000),
        lines.repeat(4000),
        "\"".repeat(1 << 20),
    ] {
        for nom in ["deliberation.toml", "budget.toml"] {
            let lecture = read(
                &files()
                    .with(nom, texte.as_str())
                    .with("programme.toml", "titre = \"T\"\nexercices = [2026]\n"),
            );
            for d in &lecture.diagnostics {
                assert!(d.message.len() < 400, "{}", d.message);
                assert!(d.aide.as_ref().is_none_or(|a| a.len() < 800), "{:?}", d.aide);
            }
        }
    }
    for markdown in [
        "> ".repeat(100_000),
        "*a **b ".repeat(20_000),
        "[".repeat(100_000),
        format!("{}\n\n[^a]: {}\n", "[^a]".repeat(50_000), "mot ".repeat(50_000)),
        "| a ".repeat(20_000) + "\n" + &"|---".repeat(20_000) + "\n",
    ] {
        let acte = format!("{ACTE}expose_fichier = \"expose.md\"\n{ARTICLE}");
        let _ = read(&files().with("deliberation.toml", acte).with("expose.md", markdown));
    }
}

#[cfg(all(unix, feature = "cli"))]
#[test]
fn a_link_does_not_lead_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = folder.path().join("dossier");
    std::fs::create_dir(&dossier).expect("a folder");
    std::fs::write(folder.path().join("ailleurs.md"), "Secret.").expect("written");
    std::fs::write(dossier.join("collectivite.toml"), COLLECTIVITE).expect("written");
    std::fs::write(dossier.join("seance.toml"), SEANCE).expect("written");
    std::fs::write(dossier.join("proche.md"), "Texte.").expect("written");
    std::os::unix::fs::symlink("../ailleurs.md", dossier.join("lien.md")).expect("linked");
    std::os::unix::fs::symlink("proche.md", dossier.join("voisin.md")).expect("linked");
    let codes = |nom: &str| -> Vec<&str> {
        let acte = format!("{ACTE}expose_fichier = \"{nom}\"\n{ARTICLE}");
        std::fs::write(dossier.join("deliberation.toml"), acte).expect("written");
        crate::support::read(&dossier).diagnostics.iter().map(|d| d.code).collect()
    };
    assert_eq!(codes("lien.md"), ["LECT-16"]);
    assert_eq!(codes("voisin.md"), [""; 0]);
}

/// A line of a million characters is cut around its fault, and the rest of the command goes on.
#[cfg(feature = "cli")]
#[test]
fn a_long_line_is_cut_on_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("collectivite.toml"), COLLECTIVITE).expect("written");
    std::fs::write(folder.path().join("seance.toml"), SEANCE).expect("written");
    let words = "é".repeat(500_000);
    let acte = format!("{ACTE}expose = \"{words} ![x](y) {words}\"\n{ARTICLE}");
    std::fs::write(folder.path().join("deliberation.toml"), acte).expect("written");
    let run = crate::support::run(["verifier".as_ref(), folder.path().as_os_str()]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("![x](y)") && run.err.len() < 3000, "{}", run.err.len());
    assert!(run.err.contains("deliberation.toml:4"), "{}", run.err);
}
