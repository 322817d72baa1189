//! Help pages: in French only, and complete.

use crate::support::run;

#[cfg(feature = "pdf")]
const COMMANDES: &[&str] = &[
    "produire",
    "verifier",
    "expliquer",
    "evoluer",
    "comparer",
    "consolider",
    "historique",
    "suivre",
    "sceller",
    "authentifier",
    "extraire",
    "vie",
    "transmettre",
    "accuse",
    "publier",
    "nouveau",
    "schema",
    "completion",
];
#[cfg(not(feature = "pdf"))]
const COMMANDES: &[&str] = &[
    "verifier",
    "expliquer",
    "evoluer",
    "comparer",
    "consolider",
    "historique",
    "extraire",
    "vie",
    "transmettre",
    "accuse",
    "publier",
    "nouveau",
    "schema",
    "completion",
];

/// Words that clap would say by itself; « Options » and « Arguments » are French, with their space before the colon.
const ANGLAIS: &[&str] = &[
    "Usage",
    "Options:",
    "Arguments:",
    "Commands",
    "COMMAND>",
    "default",
    "possible values",
    "error",
    "tip:",
    "For more information",
    "Print help",
    "help",
    "aliases",
    "required",
    "subcommand",
    "{",
    "}",
];

#[test]
fn help_is_in_french() {
    let mut pages = vec![run(["--aide"]), run(["-h"]), run(["--help"])];
    for commande in COMMANDES {
        pages.push(run([commande, "--aide"]));
        pages.push(run([commande, "-h"]));
    }
    for page in pages {
        assert_eq!((page.code, &*page.err), (Some(0), ""));
        for mot in ANGLAIS {
            assert!(!page.out.contains(mot), "« {mot} » in:\n{}", page.out);
        }
        assert!(page.out.contains("Utilisation : delibere"), "{}", page.out);
        assert!(page.out.contains("Options :") && page.out.contains("Exemple"), "{}", page.out);
    }
}

#[test]
fn help_lists_every_command() {
    let page = run(["--aide"]).out;
    for commande in COMMANDES {
        assert!(page.contains(&format!("\n  {commande}")), "{commande} in:\n{page}");
    }
    assert!(!page.contains("ouvrier"), "{page}");
    assert!(page.contains("Code de sortie"), "{page}");
}

#[test]
fn aliases_and_version() {
    assert_eq!(run(["check", "--aide"]).out, run(["verifier", "--aide"]).out);
    let version = run(["--version"]);
    assert_eq!(
        (version.code, version.out),
        (Some(0), format!("delibere {}\n", env!("CARGO_PKG_VERSION")))
    );
}
