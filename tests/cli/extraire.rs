//! `extraire`: the folder that a PDF carries, whole or not at all.

use std::fs;
use std::path::Path;

use super::dossiers::names;
use crate::export::joint::{Piece, bomb, carrying, piece};
use crate::support::{Run, run};

fn extraire(pdf: &Path, sortie: &Path) -> Run {
    run(["extraire".as_ref(), pdf.as_os_str(), "--sortie".as_ref(), sortie.as_os_str()])
}

#[test]
fn a_folder_is_written_beside_its_pdf_and_never_over_another() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let pdf = folder.path().join("acte signé.pdf");
    let octets =
        carrying(&[piece("deliberation.toml", b"x = 1\n"), piece("fiches/1 é.toml", b"y")]);
    fs::write(&pdf, &octets).expect("written");
    let said = run(["extract".as_ref(), pdf.as_os_str()]);
    assert_eq!((said.code, &*said.err), (Some(0), ""), "{}", said.out);
    let out = folder.path().join("acte signé");
    assert_eq!(names(&out), ["deliberation.toml", "fiches"]);
    assert_eq!(fs::read(out.join("fiches/1 é.toml")).expect("a file"), b"y");
    assert!(said.out.contains("(2 fichiers)"), "{}", said.out);
    assert!(
        said.out.contains("acte signé' --document deliberation --norme a-3a,ua-1"),
        "{}",
        said.out
    );
    fs::write(out.join("deliberation.toml"), "le mien").expect("written");
    let said = run(["extraire".as_ref(), pdf.as_os_str()]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("n’est pas vide : rien n’a été écrit"), "{}", said.err);
    assert_eq!(fs::read(out.join("deliberation.toml")).expect("a file"), b"le mien");
    // A folder that is there and holds nothing is taken; a file is not.
    let empty = folder.path().join("vide");
    fs::create_dir(&empty).expect("folder");
    assert_eq!(extraire(&pdf, &empty).code, Some(0));
    assert_eq!(names(&empty), ["deliberation.toml", "fiches"]);
    let said = extraire(&pdf, &pdf);
    assert_eq!((said.code, fs::read(&pdf).expect("a file")), (Some(2), octets));
}

#[cfg(unix)]
#[test]
fn an_extracted_folder_has_ordinary_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("temporary folder");
    let pdf = folder.path().join("a.pdf");
    fs::write(&pdf, carrying(&[piece("b/c.toml", b"x")])).expect("written");
    let out = folder.path().join("out");
    assert_eq!(extraire(&pdf, &out).code, Some(0));
    let mode = |p: &Path| fs::metadata(p).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&out), mode(&out.join("b")));
    assert_eq!(mode(&out.join("b/c.toml")) & 0o111, 0, "nothing is a program");
}

/// What gives no dossier says why and what to do, and leaves nothing behind.
#[test]
fn what_gives_no_dossier_leaves_nothing() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let pdf = folder.path().join("a.pdf");
    let out = folder.path().join("out");
    let whole = carrying(&[piece("deliberation.toml", b"x")]);
    let sound = piece("deliberation.toml", b"x");
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("ce n’est pas un PDF", b"bonjour".to_vec()),
        ("incomplet ou abîmé", whole[..whole.len() / 2].to_vec()),
        ("ne porte pas son dossier", crate::export::joint::pdf(&[])),
        ("il a été changé", carrying(&[Piece { flux: bomb(), ..sound.clone() }])),
        ("dépasse 8 Mio", carrying(&[Piece { taille: 1 << 30, flux: bomb(), ..sound.clone() }])),
        ("il sort de son dossier", carrying(&[sound.clone(), piece("../../.bashrc", b"y")])),
        ("il commence par un point", carrying(&[sound.clone(), piece(".git/config", b"y")])),
        ("Windows le réserve", carrying(&[sound.clone(), piece("nul.toml", b"y")])),
        ("c’est le même nom", carrying(&[piece("A.md", b"x"), piece("a.md", b"y")])),
    ];
    for (word, octets) in cases {
        fs::write(&pdf, octets).expect("written");
        let said = extraire(&pdf, &out);
        assert_eq!(said.code, Some(1), "{word}: {}{}", said.out, said.err);
        assert!(said.err.contains(word), "{word}: {}", said.err);
        assert!(said.err.contains("rien n’a été écrit\n  aide : "), "{}", said.err);
        assert_eq!(names(folder.path()), ["a.pdf"], "{word}");
    }
    let said = extraire(&folder.path().join("absent.pdf"), &out);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("n’existe pas"), "{}", said.err);
    assert_eq!(extraire(folder.path(), &out).code, Some(2));
    #[cfg(unix)]
    {
        // A pipe would make it wait for who writes in it.
        let pipe = folder.path().join("tube");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        let said = extraire(&pipe, &out);
        assert!(said.code == Some(2) && said.err.contains("n’est pas un fichier"), "{}", said.err);
    }
}

#[cfg(feature = "pdf")]
mod refait {
    use super::*;
    use crate::cli::dossiers::small;
    use crate::support::{copy, root};

    /// The command that `extraire` prints, run as it is printed.
    fn again(said: &Run) -> Vec<u8> {
        let line = said.out.lines().find(|l| l.starts_with("  delibere ")).expect("a command");
        let line = line.trim().replacen("delibere", env!("CARGO_BIN_EXE_delibere"), 1);
        let run = std::process::Command::new("sh")
            .args(["-c", &format!("{line} --sortie -")])
            .output()
            .expect("a shell");
        assert!(run.status.success(), "{run:?}");
        run.stdout
    }

    #[test]
    fn acts_and_sittings_are_made_again_with_the_same_bytes() {
        for (case, commande, documents) in [
            ("commune-articles", "produire", &["deliberation", "extrait"][..]),
            ("caen-la-mer-2014-remplacement", "produire", &["deliberation"]),
            ("communaute-2021-10", "seance", &["convocation", "proces-verbal", "deliberations"]),
        ] {
            let folder = tempfile::tempdir().expect("temporary folder");
            let from = root().join("fixtures/valid").join(case);
            let mut args = vec![commande.into(), from.as_os_str().to_owned()];
            for d in documents {
                args.extend(["--document".into(), (*d).into()]);
            }
            let pdf = folder.path().join("pdf");
            args.extend(["--norme".into(), "a-3a".into(), "--sortie".into(), pdf.clone().into()]);
            let said = run(&args);
            assert_eq!(said.code, Some(0), "{}", said.err);
            let made: Vec<&str> = said.out.lines().filter_map(|l| l.split(" (").next()).collect();
            assert!(made.len() >= documents.len());
            for (i, path) in made.iter().enumerate() {
                let out = folder.path().join(format!("rendu n° {i}"));
                let said = extraire(Path::new(path), &out);
                assert_eq!((said.code, &*said.err), (Some(0), ""), "{path}");
                assert!(again(&said) == fs::read(path).expect("a file"), "{path}: other bytes");
            }
        }
    }

    #[test]
    fn an_act_is_the_same_alone_or_with_its_sitting_and_leaves_the_others_out() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let from = root().join("fixtures/valid/saint-aubin-2026-06");
        let all = folder.path().join("seance");
        let args =
            ["seance".as_ref(), from.as_os_str(), "--document".as_ref(), "deliberations".as_ref()];
        let more = ["--norme".as_ref(), "a-3a".as_ref(), "--sortie".as_ref(), all.as_os_str()];
        assert_eq!(run(args.iter().chain(&more)).code, Some(0));
        let acte = from.join("05-subvention");
        let args =
            ["produire".as_ref(), acte.as_os_str(), "--document".as_ref(), "deliberation".as_ref()];
        let alone = folder.path().join("seule");
        let more = ["--norme".as_ref(), "a-3a".as_ref(), "--sortie".as_ref(), alone.as_os_str()];
        assert_eq!(run(args.iter().chain(&more)).code, Some(0));
        let one = fs::read(all.join("deliberations/05-subvention.pdf")).expect("a file");
        assert!(one == fs::read(alone.join("deliberation.pdf")).expect("a file"));
        let out = folder.path().join("rendu");
        let said = extraire(&alone.join("deliberation.pdf"), &out);
        assert!(
            said.out.contains("7 autres actes de la séance ne sont pas joints"),
            "{}",
            said.out
        );
        let other = fs::read_to_string(out.join("06-videoprotection/deliberation.toml"));
        assert!(other.expect("a file").starts_with("# Cet acte n’est pas joint."));
        assert!(again(&said) == one);
    }

    #[test]
    fn the_authority_s_templates_come_back_and_a_neighbour_that_would_be_read_is_said() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let acte = folder.path().join("mairie/acte");
        small(&acte, "Texte.");
        fs::rename(acte.join("collectivite.toml"), folder.path().join("mairie/collectivite.toml"))
            .expect("moved");
        let modeles = folder.path().join("mairie/modeles");
        fs::create_dir(&modeles).expect("folder");
        let texte = "#let acte(tete, logo, style, piece) = par[Modèle de la commune]";
        fs::write(modeles.join("deliberation.typ"), texte).expect("written");
        let said =
            run(["produire".as_ref(), acte.as_os_str(), "--norme".as_ref(), "a-3a".as_ref()]);
        assert_eq!((said.code, &*said.err), (Some(0), ""));
        let pdf = acte.join("sortie/deliberation.pdf");
        let out = folder.path().join("rendu");
        let said = extraire(&pdf, &out);
        assert_eq!(names(&out), ["acte", "collectivite.toml", "modeles"]);
        assert_eq!(fs::read_to_string(out.join("modeles/deliberation.typ")).expect("text"), texte);
        assert!(again(&said) == fs::read(&pdf).expect("a file"));
        assert!(!said.out.contains("ailleurs"), "{}", said.out);
        let assemblee = "conseillers = [{ nom = \"SERVAL\" }]\n";
        fs::write(folder.path().join("assemblee.toml"), assemblee).expect("written");
        let said = extraire(&pdf, &folder.path().join("rendu bis"));
        assert!(
            said.out.contains("Ici, le dossier lirait aussi « ../../assemblee.toml »"),
            "{}",
            said.out
        );
    }

    #[test]
    fn a_file_that_no_other_system_could_hold_is_said_before() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let acte = folder.path().join("acte");
        small(&acte, "Texte.");
        let mut texte = fs::read_to_string(acte.join("deliberation.toml")).expect("text");
        texte = texte.replace("expose = \"Texte.\"", "expose_fichier = \"exposé : tarifs.md\"");
        fs::write(acte.join("deliberation.toml"), texte).expect("written");
        fs::write(acte.join("exposé : tarifs.md"), "Texte.").expect("written");
        let produire = |more: &[&str]| {
            let mut args = vec!["produire".to_owned(), acte.display().to_string()];
            args.extend(["--norme", "a-3a"].iter().chain(more).map(|a| (*a).to_owned()));
            run(args)
        };
        let said = produire(&[]);
        assert_eq!(said.code, Some(1), "{}", said.err);
        assert!(said.err.contains("« exposé : tarifs.md »"), "{}", said.err);
        assert!(said.err.contains("--sans-source"), "{}", said.err);
        assert_eq!(produire(&["--sans-source"]).code, Some(0));
        let said = extraire(&acte.join("sortie/deliberation.pdf"), &folder.path().join("x"));
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains("ne porte pas son dossier"), "{}", said.err);
        copy(&acte, &folder.path().join("copie"));
    }
}
