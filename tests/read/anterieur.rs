//! The earlier acts that an act names, and what it leaves to be drafted.

use delibere::model::{Effet, FormeDispositif, Paragraphe, Severite};
use delibere::read::{Lecture, Memory};

const ACTE: &str = "numero = \"B\"\netat = \"projet\"\nobjet = [\"Plan\"]\n";

/// Two acts side by side under one authority: `a`, and the one that is read, whose file ends with `suite`.
fn lecture(suite: &str) -> Lecture {
    let files = Memory::new()
        .with("../collectivite.toml", "nom = \"X\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\" }\n")
        .with("../a/seance.toml", "date = 2026-03-12\n")
        .with("../a/deliberation.toml", "numero = \"2026-014\"\netat = \"adoptee\"\nobjet = [\"Mobilités\", \"Plan vélo\"]\narticles = [{ texte = \"x\" }]\n")
        .with("../faux/seance.toml", "date = 2026-03-12\n")
        .with("../faux/deliberation.toml", "numero = 12\n")
        .with("seance.toml", "date = 2026-09-24\n")
        .with("deliberation.toml", format!("{ACTE}{suite}").into_bytes());
    delibere::read(&files).expect("files")
}

fn codes(lecture: &Lecture) -> Vec<&str> {
    lecture.diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn an_earlier_act_is_read_from_its_folder() {
    let lecture = lecture(
        "[[actes_anterieurs]]\ndossier = \"../a\"\n[redaction]\nforme = \"articles\"\ninchange = \"\"\n",
    );
    let dossier = lecture.dossier.expect("no fault");
    let d = &dossier.deliberation;
    let a = &d.actes_anterieurs[0];
    assert_eq!((a.effet, a.numero()), (Effet::Modifie, Some("2026-014")));
    assert_eq!(a.date().map(|d| d.to_string()).as_deref(), Some("2026-03-12"));
    let acte = a.acte.as_ref().expect("read");
    assert!(a.designe(acte) && !a.designe(&dossier));
    let redaction = d.redaction.as_ref().expect("asked for");
    assert_eq!(redaction.forme, Some(FormeDispositif::Articles));
    assert_eq!(redaction.reprises.len(), 1);
    assert_eq!(redaction.reprises[0].0, Paragraphe::Inchange);
    assert!(redaction.reprises[0].1.is_empty());
    // Both folders are followed: a change in either makes the documents again.
    for file in ["deliberation.toml", "../a/deliberation.toml", "../collectivite.toml"] {
        assert!(lecture.fichiers.iter().any(|f| f == file), "{file}: {:?}", lecture.fichiers);
    }
}

#[test]
fn an_act_is_meant_by_number_date_or_object() {
    let of = |keys: &str| {
        let text = format!("articles = [{{ texte = \"x\" }}]\n[[actes_anterieurs]]\n{keys}\n");
        lecture(&text).dossier.expect("no fault").deliberation.actes_anterieurs[0].clone()
    };
    let read = of("dossier = \"../a\"");
    let acte = read.acte.expect("read");
    for (keys, meant) in [
        ("numero = \"2026 014\"", true),
        ("numero = \"2026-015\"", false),
        ("date = 2026-03-12", true),
        ("objet = \"plan VÉLO\"", true),
        ("objet = \"plan piéton\"", false),
        ("numero = \"2026-014\"\ndate = 2026-03-13", false),
        ("effet = \"remplace\"\nobjet = \"Mobilités\"\ndate = 2026-03-12", true),
    ] {
        assert_eq!(of(keys).designe(&acte), meant, "{keys}");
    }
}

#[test]
fn what_names_no_act_is_a_fault_with_its_place() {
    for (suite, code, line) in [
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\neffet = \"abroge\"\n",
            "LECT-05",
            5,
        ),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\ndossier = \"../b\"\n",
            "LECT-01",
            6,
        ),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\ndossier = \"/etc\"\n",
            "LECT-16",
            6,
        ),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\ndossier = \"../../../../a\"\n",
            "LECT-16",
            6,
        ),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\ndossier = \"../faux\"\n",
            "LECT-12",
            6,
        ),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\neffet = \"annule\"\nnumero = \"1\"\n",
            "LECT-07",
            6,
        ),
        ("articles = [{ texte = \"x\" }]\n[redaction]\n", "LECT-30", 5),
        (
            "articles = [{ texte = \"x\" }]\n[[actes_anterieurs]]\ndossier = \"../a\"\n[redaction]\nforme = \"verbes\"\n",
            "LECT-30",
            8,
        ),
    ] {
        let lecture = lecture(suite);
        assert_eq!(codes(&lecture), [code], "{suite}: {:#?}", lecture.diagnostics);
        assert_eq!(lecture.diagnostics[0].severite, Severite::Erreur);
        assert_eq!(lecture.diagnostics[0].place.debut.ligne, line, "{suite}");
        assert!(lecture.diagnostics[0].aide.is_some() || code == "LECT-30", "{suite}");
    }
    // Drafted, an act needs no decision of its own.
    let drafted = lecture("[[actes_anterieurs]]\ndossier = \"../a\"\n[redaction]\n");
    assert_eq!(codes(&drafted), Vec::<&str>::new());
}
