//! What is wrong on the command line: in French, with what was meant, exit code 2.

use crate::support::{root, run};

/// Words of clap.
const ANGLAIS: &[&str] = &[
    "error",
    "Usage",
    "tip",
    "unexpected",
    "invalid",
    "required",
    "similar",
    "For more",
    "<",
    "[",
];

#[test]
fn mistakes_are_said_in_french() {
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &["il manque une commande"]),
        (
            &["verifer", "x"],
            &["la commande « verifer » n’existe pas", "vouliez-vous écrire « verifier »"],
        ),
        (&["tout"], &["la commande « tout » n’existe pas"]),
        (&["verifier"], &["il manque « DOSSIER »"]),
        (
            &["verifier", "x", "--fromat", "json"],
            &["l’option « --fromat » n’existe pas", "« --format »"],
        ),
        (
            &["verifier", "x", "--format", "jsno"],
            &["« jsno » n’est pas une valeur de « --format »", "« json »", "texte, json"],
        ),
        (&["verifier", "x", "--format"], &["« --format » attend une valeur"]),
        (&["nouveau", "a", "b"], &["« b »"]),
        (&["schema", "deliberation", "--sortie", "x"], &["ne va pas avec"]),
        (&["schema"], &["nommez un fichier"]),
        (&["schema", "tout"], &["« tout » n’a pas de schéma", "deliberation"]),
        (&["completion", "bsh"], &["« bsh » n’est pas une valeur de « INTERPRETEUR »", "« bash »"]),
        (&["verifier", "nulle-part"], &["« nulle-part » n’existe pas"]),
    ];
    for (args, said) in cases {
        let run = run(*args);
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{args:?}: {}", run.err);
        assert!(run.err.starts_with("erreur : "), "{args:?}: {}", run.err);
        for words in *said {
            assert!(run.err.contains(words), "{args:?}: no « {words} » in {}", run.err);
        }
        for mot in ANGLAIS {
            assert!(!run.err.contains(mot), "{args:?}: « {mot} » in {}", run.err);
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn what_cannot_be_made_is_refused_before_anything_is_read() {
    let cases: &[(&[&str], &str)] = &[
        (&["--jobs", "0"], "« 0 » n’est pas une valeur de « --jobs »"),
        (&["--resolution", "5000"], "« 5000 » n’est pas une valeur de « --resolution »"),
        (&["--norme", "a-9"], "la norme « a-9 » n’existe pas"),
        (&["--norme", ""], "aucune norme n’est nommée"),
        (&["--norme", "a-4,ua-1"], "ces normes ne vont pas ensemble"),
        (&["--norme", "a-3a", "--format", "png"], "« --norme » ne concerne que le format pdf"),
        (
            &["--document", "arrete"],
            "le document « arrete » n’existe pas ; documents possibles : deliberation",
        ),
        (&["--document", "annexe-0"], "le document « annexe-0 » n’existe pas"),
        (&["--sortie", "-"], "un seul document"),
        (&["--sortie", "-", "--document", "deliberation", "--format", "png"], "que le format pdf"),
        (&["--sortie", "-", "--document", "deliberation", "--messages", "json"], "pas à la fois"),
    ];
    for (args, said) in cases {
        let run = run(["produire", "nulle-part"].iter().chain(*args));
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{args:?}: {}", run.err);
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    let run = run(["suivre", "nulle-part", "--sortie", "-", "--document", "deliberation"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("« suivre » écrit dans un dossier"), "{}", run.err);
}

#[test]
fn a_file_is_no_dossier() {
    let run = run([std::path::Path::new("verifier"), &root().join("Cargo.toml")]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert!(run.err.contains("ne peut pas être lu"), "{}", run.err);
}

#[test]
fn schema_and_completion_print() {
    for nom in
        ["collectivite", "seance", "deliberation", "programme", "fiche", "budget", "budget.toml"]
    {
        let run = run(["schema", nom]);
        assert_eq!((run.code, &*run.err), (Some(0), ""));
        let schema: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
        assert!(schema["properties"].is_object(), "{nom}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = run(["completion", shell]);
        assert_eq!((run.code, &*run.err), (Some(0), ""));
        assert!(run.out.contains("verifier") && !run.out.contains("ouvrier"), "{shell}");
    }
}

#[test]
fn schemas_are_written_in_a_folder() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let schemas = folder.path().join("à côté/schémas");
    let run = run(["schema".as_ref(), "--sortie".as_ref(), schemas.as_os_str()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(std::fs::read_dir(&schemas).expect("folder").count(), 8);
}
