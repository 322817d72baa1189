//! What the files of a sitting become: who sits, who is there, which number each act takes.

use delibere::model::{DossierSeance, Lieu, NumeroActe};
use delibere::read::{Disk, LectureSeance, Memory, NumerosRegistre};

use crate::support;

const COLLECTIVITE: &str = r#"
nom = "Valmont-sur-Orne"
genre = "commune"
executif = { qualite = "Le maire", nom = "Camille MARTIN" }
numerotation = { modele = "{AAAA}-{ORDRE:03}" }
"#;
const ASSEMBLEE: &str = r#"
conseillers = [
  { prenom = "Paul", nom = "MARTIN", rang = 3 },
  { prenom = "Camille", nom = "MARTIN", rang = 1 },
  { nom = "ROUX", rang = 2 },
  { nom = "GIRARD", rang = 4, jusqu_au = 2026-01-01 },
]
"#;
const ACTE: &str = "objet = [\"Tarifs\"]\narticles = [{ texte = \"Le tarif est fixé.\" }]\n";

fn files(seance: &str) -> Memory {
    Memory::new()
        .with("../collectivite.toml", COLLECTIVITE)
        .with("../assemblee.toml", ASSEMBLEE)
        .with("seance.toml", format!("date = 2026-09-24\n{seance}"))
}

fn read(files: &Memory) -> LectureSeance {
    delibere::read_seance(files).expect("memory does not fail")
}

fn read_well(files: &Memory) -> DossierSeance {
    let lecture = read(files);
    lecture.seance.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics))
}

fn codes(files: &Memory) -> Vec<&'static str> {
    read(files).diagnostics.iter().map(|d| d.code).collect()
}

/// An act gives the same dossier alone as in its sitting: its point, its number, who is there.
#[test]
fn an_act_reads_alone_as_in_its_sitting() {
    for case in support::sittings() {
        let lecture = delibere::read_seance(&Disk::open(&case).expect("a folder")).expect("files");
        let seance = lecture.seance.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics));
        assert!(!seance.actes.is_empty());
        for acte in &seance.actes {
            let point = &seance.seance.points[acte.point.expect("a point")];
            let folder = point.dossier.as_deref().expect("a folder");
            assert_eq!(support::read_well(&case.join(folder)), *acte, "{folder}");
        }
    }
}

#[test]
fn an_act_in_memory_finds_its_point_by_its_name() {
    let files = Memory::named("02-b")
        .with("../../collectivite.toml", COLLECTIVITE)
        .with("../seance.toml", "date = 2026-09-24\npremier_ordre = 31")
        .with("../01-a/deliberation.toml", ACTE)
        .with("deliberation.toml", ACTE);
    let dossier = delibere::read(&files).expect("memory").dossier.expect("no fault");
    assert_eq!(dossier.point, Some(1));
    assert_eq!(dossier.deliberation.numero.affiche, "2026-032");
}

#[test]
fn members_are_those_of_the_day_in_the_order_of_the_table() {
    let seance = read_well(&files("[presences]\nexcuses = [\"roux\"]")).seance;
    let ids: Vec<&str> = seance.conseillers.iter().map(|c| c.id.0.as_str()).collect();
    assert_eq!(ids, ["martin-camille", "roux", "martin-paul"]);
    let presences = seance.presences.as_ref().expect("an attendance");
    let there: Vec<&str> = presences.presents.iter().map(|id| id.0.as_str()).collect();
    assert_eq!(there, ["martin-camille", "martin-paul"]);
    // The executive presides when it is there.
    assert_eq!(seance.president.as_ref().map(|id| id.0.as_str()), Some("martin-camille"));
    let away = read_well(&files("[presences]\nexcuses = [\"Camille MARTIN\"]")).seance;
    assert_eq!(away.president, None);
}

#[test]
fn numbers_follow_the_agenda() {
    let agenda = r#"
        premier_ordre = 31
        points = [
          { dossier = "a" },
          { titre = "Décisions", nature = "information" },
          { titre = "Retiré", sort = "retire" },
          { dossier = "b" },
          { titre = "Encore", bis = true },
          { titre = "Encore", bis = true },
          { dossier = "c", numero = "9", numero_acte = "CM-7", numero_transmis = "CM7" },
          { dossier = "d" },
        ]
    "#;
    let acte = |numero: &str| format!("numero = \"{numero}\"\n{ACTE}");
    let files = files(agenda)
        .with("a/deliberation.toml", ACTE)
        .with("b/deliberation.toml", ACTE)
        .with("c/deliberation.toml", ACTE)
        .with("d/deliberation.toml", acte("2026-100"));
    let dossier = read_well(&files);
    let points: Vec<(&str, Option<&str>)> = dossier
        .seance
        .points
        .iter()
        .map(|p| (p.numero.as_str(), p.acte.as_ref().map(|a| a.affiche.as_str())))
        .collect();
    assert_eq!(
        points,
        [
            ("1", Some("2026-031")),
            ("2", None),
            ("3", Some("2026-032")),
            ("4", Some("2026-033")),
            ("4 bis", Some("2026-033 bis")),
            ("4 ter", Some("2026-033 ter")),
            ("9", Some("CM-7")),
            ("6", Some("2026-035")),
        ]
    );
    let numbers: Vec<&NumeroActe> = dossier.actes.iter().map(|a| &a.deliberation.numero).collect();
    assert_eq!(numbers[2].transmis.as_deref(), Some("CM7"));
    assert_eq!(numbers[3].affiche, "2026-100");
    assert_eq!(numbers[3].transmis.as_deref(), Some("2026_100"));
}

/// What the members were sent does not move when a point is added, wherever it is dealt with.
#[test]
fn an_added_point_moves_no_number_of_the_summons() {
    let agenda = r#"
        points = [
          { titre = "Urgence", sort = "ajoute" },
          { titre = "Un" },
          { titre = "Encore", bis = true },
          { titre = "Voeu", sort = "ajoute" },
          { titre = "Encore", sort = "ajoute", bis = true },
          { titre = "Deux" },
          { titre = "À part", sort = "ajoute", numero = "A" },
        ]
    "#;
    let dossier = read_well(&files(agenda));
    let numbers: Vec<&str> = dossier.seance.points.iter().map(|p| p.numero.as_str()).collect();
    assert_eq!(numbers, ["3", "1", "1 bis", "4", "4 bis", "2", "A"]);
}

/// A rule names a rank of the model; the place is that of the file.
#[test]
fn places_follow_what_the_model_puts_in_order() {
    let texte = r#"
        presences = {}
        points = [{ titre = "A", nature = "information" }, { titre = "B", nature = "information" }]
        mouvements = [
          { membre = "ROUX", sens = "depart", point = "2" },
          { membre = "Paul MARTIN", sens = "depart", point = "1" },
        ]
    "#;
    let lecture = read(&files(texte));
    let seance = lecture.seance.expect("no fault").seance;
    assert_eq!(seance.mouvements[0].membre.0, "martin-paul");
    let under = |fichier: &str, chemin: &str| {
        let place = lecture.sources.place(&Lieu::new(fichier, chemin), "");
        let texte = lecture.sources.texte(&place.fichier).expect("a text");
        (place.fichier, texte[place.plage].to_owned())
    };
    assert_eq!(under("seance.toml", "mouvements[0].membre").1, "\"Paul MARTIN\"");
    assert_eq!(under("seance.toml", "points[1].titre").1, "\"B\"");
    let (fichier, texte) = under("assemblee.toml", "conseillers[0].prenom");
    assert_eq!((fichier.as_str(), texte.as_str()), ("../assemblee.toml", "\"Camille\""));
    // Members of a sitting stand in its own file.
    let own = "conseillers = [{ nom = \"B\", rang = 2 }, { nom = \"A\", rang = 1 }]";
    let lecture = read(&files(own));
    let place = lecture.sources.place(&Lieu::new("assemblee.toml", "conseillers[0].nom"), "");
    assert_eq!(place.fichier, "seance.toml");
    assert_eq!(&lecture.sources.texte("seance.toml").expect("a text")[place.plage], "\"A\"");
}

/// One fault is told once, and drags no other.
#[test]
fn a_fault_of_the_sitting_drags_none_of_its_acts() {
    let acte = format!("{ACTE}vote = {{ pour = 2, contre = [\"ROUX\"] }}\n");
    let with = |seance: &str| files(seance).with("a/deliberation.toml", acte.as_str());
    assert_eq!(codes(&with("lieux = \"x\"")), ["LECT-04"]);
    assert_eq!(codes(&with("").with("../assemblee.toml", "x = 1\n")), ["LECT-04"]);
    assert_eq!(codes(&with("").with("../collectivite.toml", "x = [\n")), ["LECT-03"]);
    let both = with("lieux = \"x\"").with("a/deliberation.toml", format!("buts = 1\n{ACTE}"));
    assert_eq!(codes(&both), ["LECT-04", "LECT-04"]);
    assert_eq!(codes(&Memory::new()), ["LECT-01", "LECT-01"]);
}

#[cfg(feature = "cli")]
#[test]
fn a_linked_folder_does_not_leave_the_sitting() {
    let place = tempfile::tempdir().expect("temporary folder");
    let (sitting, elsewhere) = (place.path().join("s"), place.path().join("e"));
    for folder in [&sitting, &elsewhere] {
        std::fs::create_dir(folder).expect("a folder");
    }
    std::fs::write(place.path().join("collectivite.toml"), COLLECTIVITE).expect("written");
    std::fs::write(sitting.join("seance.toml"), "date = 2026-09-24\n").expect("written");
    std::fs::write(elsewhere.join("deliberation.toml"), ACTE).expect("written");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&elsewhere, sitting.join("01-a")).expect("a link");
        let lecture = support::read_sitting(&sitting);
        let told: Vec<&str> = lecture.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(told, ["LECT-16"]);
    }
}

#[test]
fn homonyms_of_one_first_name_are_told_to_take_an_identifier() {
    let twins = "conseillers = [\n  { prenom = \"Bernard\", nom = \"QUILLET\" },\n  \
                 { prenom = \"Bernard\", nom = \"QUILLET\" },\n]\n";
    let lecture = read(&files("secretaires = [\"QUILLET\"]").with("../assemblee.toml", twins));
    let ambiguous = lecture.diagnostics.iter().find(|d| d.code == "LECT-12").expect("a fault");
    let aide = ambiguous.aide.as_deref().unwrap_or_default();
    assert!(aide.contains("donnez à chacun un id"), "{aide}");
}

/// What may be is not warned of: a function, somebody from outside, a quality after the name.
#[test]
fn only_what_is_nearly_a_member_is_taken_for_a_slip() {
    let told = |nom: &str| {
        let point = format!(
            "points = [{{ titre = \"A\", nature = \"information\", rapporteur = \"{nom}\" }}]"
        );
        codes(&files(&point))
    };
    for nom in [
        "M. le maire",
        "ROUX",
        "Camille MARTIN, maire",
        "M. Gaëtan POULIQUEN, directeur général des services",
        "MARTIN",
    ] {
        assert_eq!(told(nom), Vec::<&str>::new(), "{nom}");
    }
    for nom in ["ROUXE", "Mme ROUXE, adjointe", "Camile MARTIN"] {
        assert_eq!(told(nom), ["LECT-42"], "{nom}");
    }
}

#[test]
fn a_sitting_may_go_on_after_midnight() {
    let moves = |heures: &str, first: &str, second: &str| {
        let texte = format!(
            r#"
            {heures}
            presences = {{}}
            points = [{{ titre = "A", nature = "information" }}, {{ titre = "B", nature = "information" }}]
            mouvements = [
              {{ membre = "ROUX", sens = "depart", point = "1", heure = {first} }},
              {{ membre = "Paul MARTIN", sens = "depart", point = "2", heure = {second} }},
            ]
        "#
        );
        codes(&files(&texte))
    };
    let (none, one): (Vec<&str>, _) = (Vec::new(), ["LECT-43"]);
    let evening = "heure = 20:00:00\nheure_fin = 01:10:00";
    assert_eq!(moves(evening, "23:50:00", "00:20:00"), none);
    assert_eq!(moves(evening, "23:50:00", "01:30:00"), one);
    assert_eq!(moves(evening, "00:20:00", "23:50:00"), one);
    assert_eq!(moves("heure = 20:00:00", "19:45:00", "20:30:00"), one);
    assert_eq!(moves("heure = 20:00:00", "20:30:00", "20:30:00"), none);
    assert_eq!(moves("", "23:50:00", "00:20:00"), none);
    assert_eq!(moves("", "20:30:00", "20:10:00"), one);
}

#[test]
fn the_vote_on_closed_doors_is_kept() {
    let seance = read_well(&files(
        "huis_clos = true\nvote_huis_clos = { contre = [\"ROUX\"] }\npresences = {}\n",
    ))
    .seance;
    let vote = seance.vote_huis_clos.as_ref().expect("a vote");
    assert!(seance.huis_clos);
    assert_eq!(vote.contre.as_ref().map(|v| v.nombre()), Some(1));
    // Those who are there or represented decide, and not those who vote alone.
    assert_eq!(vote.majorite, delibere::model::Majorite::AbsoluePresents);
    let own = "huis_clos = true\nvote_huis_clos = { majorite = \"absolue\" }\npresences = {}\n";
    let own = read_well(&files(own)).seance.vote_huis_clos.clone().expect("a vote");
    assert_eq!(own.majorite, delibere::model::Majorite::Absolue);
    assert_eq!(codes(&files("huis_clos = true\nvote_huis_clos = { contre = 1 }")), ["LECT-40"]);
}

/// A « bis » may be too long by itself; a number given by hand is enough.
#[test]
fn a_number_too_long_to_be_transmitted_is_said_once() {
    let scheme = COLLECTIVITE.replace("{AAAA}-{ORDRE:03}", "CM-{AAAA}-{ORDRE:06}");
    let with = |point: &str| {
        files(&format!("points = [{{ dossier = \"a\" }}, {{ dossier = \"b\", {point} }}]"))
            .with("../collectivite.toml", scheme.as_str())
            .with("a/deliberation.toml", ACTE)
            .with("b/deliberation.toml", ACTE)
    };
    assert_eq!(codes(&with("titre = \"B\"")), Vec::<&str>::new());
    assert_eq!(codes(&with("bis = true")), ["LECT-44"]);
    assert_eq!(codes(&with("bis = true, numero_transmis = \"X\"")), Vec::<&str>::new());
}

/// Each number stands once in a register, that of a withdrawn point included.
#[test]
fn a_register_refuses_a_number_of_another_sitting() {
    let mut numeros = NumerosRegistre::default();
    let mut add = |nom: &str, seance: &str| {
        let files = files(seance).with("a/deliberation.toml", ACTE);
        let mut lecture = read(&files);
        let dossier = lecture.seance.take().expect("no fault");
        let told = numeros.add(nom, &dossier, &mut lecture.sources);
        (told, lecture.sources)
    };
    let two = "points = [{ dossier = \"a\" }, { titre = \"B\", sort = \"retire\" }]";
    assert_eq!(add("mai", &format!("premier_ordre = 1\n{two}")).0, []);
    assert_eq!(add("juin", &format!("premier_ordre = 3\n{two}")).0, []);
    let (told, sources) = add("juillet", &format!("premier_ordre = 2\n{two}"));
    let said: Vec<&str> = told.iter().map(|d| d.code).collect();
    assert_eq!(said, ["LECT-37", "LECT-37"]);
    let first: Vec<&str> = told.iter().map(|d| d.secondaires[0].fichier.as_str()).collect();
    assert_eq!(first, ["../mai/seance.toml", "../juin/seance.toml"]);
    assert!(told[0].message.contains("2026-002"), "{}", told[0].message);
    assert!(sources.texte("../mai/seance.toml").is_some());
}
