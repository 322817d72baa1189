//! `seance`, `registre`, and `verifier` on the folder of a sitting.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{copy, root, run};

/// The sitting that `nouveau` makes, in a folder of its own.
fn sitting(folder: &Path) -> PathBuf {
    let modele = root().join("templates/nouveau");
    copy(&modele.join("seance"), folder);
    fs::copy(modele.join("collectivite.toml"), folder.join("collectivite.toml")).expect("copied");
    folder.to_owned()
}

/// The same with a part of one of its files replaced.
fn changed(folder: &Path, file: &str, from: &str, to: &str) -> PathBuf {
    sitting(folder);
    let path = folder.join(file);
    let texte = fs::read_to_string(&path).expect("a file");
    assert!(texte.contains(from), "{file} has no {from:?}");
    fs::write(&path, texte.replacen(from, to, 1)).expect("written");
    folder.to_owned()
}

#[test]
fn faults_of_a_sitting_have_their_place() {
    // What is broken, and what must be said of it and where.
    let cases = [
        // A power held twice.
        (
            "seance.toml",
            "[presences]\nexcuses = [\"GIRARD\"]",
            "[presences]\n[[presences.pouvoirs]]\nmandant = \"GIRARD\"\nmandataire = \"BENALI\"\n",
            "PROC-01",
            "seance.toml:",
        ),
        // Present and represented.
        (
            "seance.toml",
            "excuses = [\"GIRARD\"]",
            "excuses = [\"GIRARD\"]\npresents = [\"MARTIN\", \"DELAUNAY\", \"LEFORT\", \"BENALI\", \"ROUX\", \"MOREAU\"]",
            "LECT-",
            "seance.toml:",
        ),
        // A power to somebody who is not there.
        (
            "seance.toml",
            "mandataire = \"BENALI\"",
            "mandataire = \"GIRARD\"",
            "PROC-02",
            "seance.toml:",
        ),
        // More votes than voters.
        (
            "02-salle-des-fetes/deliberation.toml",
            "contre = [\"ROUX\"]",
            "pour = 30\ncontre = [\"ROUX\"]",
            "VOTE-01",
            "02-salle-des-fetes/deliberation.toml:",
        ),
        // A summons after the sitting.
        ("seance.toml", "date = 2026-09-17", "date = 2026-09-27", "LECT-23", "seance.toml:"),
        // A name that is not in the assembly.
        (
            "02-salle-des-fetes/deliberation.toml",
            "contre = [\"ROUX\"]",
            "contre = [\"ROUY\"]",
            "LECT-12",
            "02-salle-des-fetes/deliberation.toml:",
        ),
        // A declared result that the counts belie.
        (
            "02-salle-des-fetes/deliberation.toml",
            "contre = [\"ROUX\"]",
            "resultat = \"rejetee\"\ncontre = [\"ROUX\"]",
            "VOTE-02",
            "02-salle-des-fetes/deliberation.toml:",
        ),
    ];
    for (file, from, to, code, place) in cases {
        let place_ = tempfile::tempdir().expect("temporary folder");
        let folder = changed(&place_.path().join("seance"), file, from, to);
        let said = run(["verifier".as_ref(), folder.as_os_str()]);
        assert_eq!(said.code, Some(1), "{code} {to}: {}{}", said.err, said.out);
        assert!(said.err.contains(&format!("erreur[{code}")), "{code} {to}: {}", said.err);
        let there = format!("{}/{place}", folder.display());
        assert!(said.err.contains(&there), "{code} is not at {there}: {}", said.err);
    }
}

#[test]
fn an_act_of_a_sitting_builds_alone_with_its_number() {
    let place = tempfile::tempdir().expect("temporary folder");
    let folder = sitting(&place.path().join("2026-09-24"));
    let said = run(["verifier".as_ref(), folder.join("02-salle-des-fetes").as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
}

#[cfg(feature = "pdf")]
mod documents {
    use super::*;
    use crate::cli::dossiers::names;

    #[test]
    fn every_document_of_a_sitting_is_made() {
        let place = tempfile::tempdir().expect("temporary folder");
        let folder = sitting(&place.path().join("2026-09-24"));
        let said = run(["seance".as_ref(), folder.as_os_str()]);
        assert_eq!((said.code, &*said.err), (Some(0), ""));
        let sortie = folder.join("sortie");
        assert_eq!(
            names(&sortie),
            [
                "cahier.pdf",
                "convocation.pdf",
                "deliberations",
                "extraits",
                "liste-deliberations.pdf",
                "note-synthese.pdf",
                "ordre-du-jour.pdf",
                "proces-verbal.pdf",
            ]
        );
        for acts in ["deliberations", "extraits"] {
            let made = names(&sortie.join(acts));
            assert_eq!(made, ["01-proces-verbal.pdf", "02-salle-des-fetes.pdf"]);
        }
        // Made again, nothing changes.
        let before = fs::read(sortie.join("cahier.pdf")).expect("a file");
        assert_eq!(run(["seance".as_ref(), folder.as_os_str()]).code, Some(0));
        assert!(before == fs::read(sortie.join("cahier.pdf")).expect("a file"));
    }

    #[test]
    fn some_documents_may_be_named() {
        let place = tempfile::tempdir().expect("temporary folder");
        let folder = sitting(&place.path().join("2026-09-24"));
        let named = |document: &str| {
            run(["seance".as_ref(), folder.as_os_str(), "--document".as_ref(), document.as_ref()])
        };
        assert_eq!(named("extraits").code, Some(0));
        assert_eq!(names(&folder.join("sortie")), ["extraits"]);
        let said = named("extrait");
        assert_eq!(said.code, Some(2));
        assert!(said.err.contains("proces-verbal"), "{}", said.err);
        // That was the document of another time.
        let said = named("compte-rendu");
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("liste-deliberations"), "{}", said.err);
    }

    #[test]
    fn an_act_and_a_sitting_are_not_taken_for_each_other() {
        let place = tempfile::tempdir().expect("temporary folder");
        let folder = sitting(&place.path().join("2026-09-24"));
        let said = run(["produire".as_ref(), folder.as_os_str()]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("delibere seance"), "{}", said.err);
        let said = run(["seance".as_ref(), folder.join("02-salle-des-fetes").as_os_str()]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("delibere produire"), "{}", said.err);
        assert!(!folder.join("sortie").exists());
    }

    #[test]
    fn a_register_binds_the_sittings_of_its_year() {
        let place = tempfile::tempdir().expect("temporary folder");
        let all = place.path();
        sitting(&all.join("2026-09-24"));
        changed(&all.join("2026-11-05"), "seance.toml", "date = 2026-09-24", "date = 2026-11-05");
        let november = all.join("2026-11-05/seance.toml");
        let registre = |annee: &[&str]| {
            let args = ["registre".as_ref(), all.as_os_str()];
            run(args.into_iter().chain(annee.iter().map(|a| a.as_ref())))
        };
        // The numbers of September again: no register, and both places.
        let said = registre(&[]);
        assert_eq!(said.code, Some(1));
        for part in ["LECT-37", "2026-031", "2026-11-05/seance.toml", "2026-09-24/seance.toml"] {
            assert!(said.err.contains(part), "{part}: {}", said.err);
        }
        assert!(!all.join("sortie").exists());
        let texte = fs::read_to_string(&november).expect("a file");
        fs::write(&november, texte.replace("premier_ordre = 31", "premier_ordre = 51"))
            .expect("written");
        let said = registre(&[]);
        assert_eq!((said.code, &*said.err), (Some(0), ""));
        assert_eq!(names(&all.join("sortie")), ["registre.pdf"]);

        let older = all.join("2025-09-25");
        changed(&older, "seance.toml", "date = 2026-09-24", "date = 2025-09-25");
        let seance = older.join("seance.toml");
        let texte = fs::read_to_string(&seance).expect("a file").replace("2026-09", "2025-09");
        fs::write(&seance, texte).expect("written");
        let said = registre(&[]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("--annee 2025 ou --annee 2026"), "{}", said.err);
        assert_eq!(registre(&["--annee", "2025"]).code, Some(0));
        let said = registre(&["--annee", "2024"]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("aucune séance de 2024"), "{}", said.err);

        // One faulty sitting, no register: a sheet would be missing in it.
        fs::remove_dir_all(all.join("sortie")).expect("removed");
        let acte = all.join("2026-11-05/02-salle-des-fetes/deliberation.toml");
        fs::write(&acte, "objet = [\n").expect("written");
        let said = registre(&["--annee", "2026"]);
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("02-salle-des-fetes/deliberation.toml"), "{}", said.err);
        assert!(!all.join("sortie").exists());
    }
}
