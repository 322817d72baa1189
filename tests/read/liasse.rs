//! What was read of a dossier is all that is needed to read it again.

use delibere::read::{Disk, Liasse, Memory, Temoin};

use crate::support::{sittings, valid};

fn act(files: &dyn delibere::read::Files) -> (delibere::read::Lecture, Liasse) {
    let temoin = Temoin::new(files);
    let lecture = delibere::read(&temoin).expect("files");
    (lecture, temoin.releve().acte().expect("a bundle"))
}

#[test]
fn acts_read_again_from_what_was_read_are_the_same() {
    for path in valid() {
        let (lecture, liasse) = act(&Disk::open(&path).expect("a folder"));
        assert!(lecture.dossier.is_some());
        let (again, same) = act(&liasse.memoire());
        assert_eq!(same, liasse, "{}", path.display());
        assert_eq!(again.dossier, lecture.dossier, "{}", path.display());
        // What explains a case to who works on it makes none of its documents.
        assert!(
            liasse.fichiers().all(|(nom, _)| !nom.contains("README") && !nom.ends_with(".txt"))
        );
    }
}

#[test]
fn sittings_too_and_each_act_of_them_is_the_act_alone() {
    for path in sittings() {
        let disk = Disk::open(&path).expect("a folder");
        let temoin = Temoin::new(&disk);
        let seance = delibere::read_seance(&temoin).expect("files").seance.expect("no fault");
        let releve = temoin.releve();
        let liasse = releve.seance().expect("a bundle");
        let memory = liasse.memoire();
        let again = Temoin::new(&memory);
        assert_eq!(delibere::read_seance(&again).expect("files").seance, Some(seance.clone()));
        assert_eq!(again.releve().seance().as_ref(), Ok(&liasse));
        for point in &seance.seance.points {
            let Some(nom) = &point.dossier else { continue };
            let own = releve.acte_de_seance(nom).expect("a bundle");
            let (lecture, alone) = act(&Disk::open(&path.join(nom)).expect("a folder"));
            assert_eq!(own, alone, "{nom}");
            assert!(lecture.dossier.is_some());
            let others = own.fichiers().filter(|(f, _)| f.ends_with("deliberation.toml")).count();
            assert_eq!(others, 1, "{nom} carries another act");
        }
    }
}

/// The folders above have other names here and there: only the one by which an act finds its point is kept.
#[test]
fn where_a_dossier_stands_does_not_show() {
    let files = |nom: &str| {
        Memory::named(nom)
            .with("deliberation.toml", "numero = \"1\"\nobjet = [\"Tarifs\"]\narticles = [{ texte = \"Fixé.\" }]\n")
            .with("seance.toml", "date = 2026-03-12\n")
            .with("../../collectivite.toml", "nom = \"V\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"M\" }\n")
    };
    let (_, first) = act(&files("un"));
    let (_, second) = act(&files("deux"));
    assert_eq!(first, second);
    assert_eq!(first.dossier(), "seance/acte");
    let names: Vec<&str> = first.fichiers().map(|(nom, _)| nom).collect();
    assert_eq!(
        names,
        ["collectivite.toml", "seance/acte/deliberation.toml", "seance/acte/seance.toml"]
    );
}

/// An earlier act of another sitting, which has the name that would be given to that of this one.
#[test]
fn two_folders_are_never_taken_for_one() {
    let acte = "numero = \"2\"\nobjet = [\"Plan\"]\narticles = [{ texte = \"Fixé.\" }]\n\
        actes_anterieurs = [{ numero = \"1\", date = 2025-03-12, effet = \"modifie\", dossier = \"../../seance/acte\" }]\n";
    let files = Memory::named("acte")
        .with("deliberation.toml", acte)
        .with("../seance.toml", "date = 2026-03-12\n")
        .with("../../collectivite.toml", "nom = \"V\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"M\" }\n")
        .with("../../seance/seance.toml", "date = 2025-03-12\n")
        .with("../../seance/acte/deliberation.toml", "numero = \"1\"\nobjet = [\"Plan\"]\narticles = [{ texte = \"Fixé.\" }]\n");
    let (lecture, liasse) = act(&files);
    assert_eq!(liasse.dossier(), "seance-/acte", "{:#?}", lecture.diagnostics);
    assert_eq!(liasse.fichiers().count(), 5);
    let (again, same) = act(&liasse.memoire());
    assert_eq!((again.dossier, same), (lecture.dossier, liasse));
}
