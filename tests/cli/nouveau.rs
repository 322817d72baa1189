//! `nouveau`.

use std::fs;
use std::path::Path;

use super::dossiers::names;
use crate::support::{delibere, run};

fn nouveau(folder: &Path, modele: &str) -> crate::support::Run {
    run(["nouveau".as_ref(), folder.as_os_str(), "--modele".as_ref(), modele.as_ref()])
}

#[test]
fn both_models_are_made_at_once_without_a_finding() {
    for modele in ["simple", "programme"] {
        let place = tempfile::tempdir().expect("temporary folder");
        let folder = place.path().join("plan vélo");
        let said = nouveau(&folder, modele);
        assert_eq!(said.code, Some(0), "{}", said.err);
        assert!(said.out.contains("delibere produire '"), "{}", said.out);
        assert!(folder.join("schemas/deliberation.json").is_file());

        let said = run(["verifier".as_ref(), folder.as_os_str()]);
        assert_eq!((said.code, &*said.err), (Some(0), ""), "{modele}");
        if cfg!(feature = "pdf") {
            let said = delibere()
                .args(["produire", "plan vélo"])
                .current_dir(place.path())
                .output()
                .expect("the command runs");
            assert_eq!((said.status.code(), &*said.stderr), (Some(0), &b""[..]), "{modele}");
            assert!(folder.join("sortie/deliberation.pdf").is_file());
        }
    }
}

#[test]
fn a_sitting_is_made_at_once_without_a_finding() {
    let place = tempfile::tempdir().expect("temporary folder");
    let folder = place.path().join("2026-09-24");
    let said = nouveau(&folder, "seance");
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("delibere seance "), "{}", said.out);
    let said = run(["verifier".as_ref(), folder.as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    if cfg!(feature = "pdf") {
        let said = run(["seance".as_ref(), folder.as_os_str()]);
        assert_eq!((said.code, &*said.err), (Some(0), ""));
        for document in ["convocation", "proces-verbal", "cahier", "extraits/02-salle-des-fetes"] {
            assert!(folder.join(format!("sortie/{document}.pdf")).is_file(), "{document}");
        }
    }
}

#[test]
fn what_exists_is_left_as_it_is() {
    let place = tempfile::tempdir().expect("temporary folder");
    let folder = place.path().join("acte");
    fs::create_dir(&folder).expect("folder");
    assert_eq!(nouveau(&folder, "simple").code, Some(0), "an empty folder is filled");
    let before = names(&folder);
    let said = nouveau(&folder, "programme");
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("n’est pas vide"), "{}", said.err);
    assert_eq!(names(&folder), before);

    let file = place.path().join("fichier");
    fs::write(&file, "x").expect("written");
    let said = nouveau(&file, "simple");
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("n’est pas un dossier"), "{}", said.err);
}
