//! The authority's own templates: used, and kept from the rest of the machine.

use std::time::{Duration, Instant};

use delibere::model::Modele;
use delibere::render::{Document, MiseEnPage, Moteur, MoteurOptions, RenderError};

use super::dossiers::expose;
use crate::support::dossier;

fn with(modeles: &[(&str, &str)], delai: Duration) -> Result<MiseEnPage, RenderError> {
    let (mut dossier, comptes) = dossier(&expose("Texte de l’exposé."));
    let collectivite = std::sync::Arc::make_mut(&mut dossier.collectivite);
    collectivite.theme.modeles = modeles
        .iter()
        .map(|(nom, texte)| Modele { nom: (*nom).to_owned(), texte: (*texte).to_owned() })
        .collect();
    let moteur = Moteur::new(MoteurOptions { delai, ..MoteurOptions::default() });
    moteur.compose(&dossier, &comptes, Document::Deliberation)
}

const LARGE: Duration = Duration::from_secs(30);

#[test]
fn an_own_template_takes_the_place_of_a_built_in_one() {
    let laid = with(
        &[("deliberation.typ", "#let acte(tete, logo, style, piece) = [Modèle de la commune]")],
        LARGE,
    );
    let text = laid.expect("a layout").texte()[0].to_string();
    assert!(text.contains("Modèle de la commune"), "{text}");
}

#[test]
fn an_own_template_may_call_another_one() {
    let laid = with(
        &[
            (
                "deliberation.typ",
                "#import \"/formules.typ\": salut\n#let acte(tete, logo, style, piece) = salut",
            ),
            ("formules.typ", "#let salut = [Bonjour]"),
        ],
        LARGE,
    );
    assert!(laid.expect("a layout").texte()[0].to_string().contains("Bonjour"));
}

#[test]
fn templates_reach_nothing_else() {
    for body in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../etc/passwd\")",
        "#read(\"/Cargo.toml\")",
        "#read(\"file:///etc/passwd\")",
        "#read(\"/pages.typ\")",
        "#include \"../x.typ\"",
        "#import \"@preview/cetz:0.3.0\"",
        "#import \"@local/x:1.0.0\"",
        "#plugin(\"/x.wasm\")",
        "#image(\"https://exemple.fr/x.png\")",
        "#image(\"/etc/logo.png\")",
        "#csv(\"/etc/passwd\")",
        "#bibliography(\"/etc/x.bib\")",
        "#datetime.today()",
        "#sys.inputs.at(\"HOME\")",
        "#let f() = f()\n#f()",
        "#while true {}",
        "#panic(\"non\")",
        "#acte(",
    ] {
        let texte = format!("{body}\n#let acte(tete, logo, style, piece) = []");
        match with(&[("deliberation.typ", &texte)], LARGE) {
            Err(RenderError::Modele { fichier, ligne, message, .. }) => {
                assert_eq!(fichier.as_deref(), Some("deliberation.typ"), "{body}: {message}");
                assert_eq!(ligne, Some(1), "{body}: {message}");
                assert!(!message.contains("root:"), "{message}");
            }
            Err(other) => panic!("{body}: {other:?}"),
            Ok(_) => panic!("{body} is allowed"),
        }
    }
}

#[test]
fn a_template_that_does_not_end_is_left() {
    // Long enough to be caught, short enough to end soon after: nothing can interrupt it.
    let body = "#for i in range(3000) { for j in range(1000) { let x = calc.pow(i + j, 2) } }";
    let texte = format!("{body}\n#let acte(tete, logo, style, piece) = []");
    let start = Instant::now();
    let delai = Duration::from_millis(200);
    assert_eq!(with(&[("deliberation.typ", &texte)], delai).err(), Some(RenderError::Delai(delai)));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    // And holds no thread of the others.
    let laid = with(&[("programme.typ", "")], LARGE);
    assert!(laid.is_ok());
}

#[test]
fn what_the_standard_refuses_is_said() {
    let laid = with(
        &[(
            "deliberation.typ",
            "#let acte(tete, logo, style, piece) = { title[Titre]; math.equation(block: true, [x]) }",
        )],
        LARGE,
    );
    let error = laid
        .expect("a layout")
        .pdf(&delibere::render::Norme::default())
        .expect_err("no alternative text");
    assert!(matches!(error, RenderError::Refus { .. }), "{error:?}");
    assert!(
        error.to_string().starts_with("la norme a-2a,ua-1 refuse ce que font les modèles"),
        "{error}"
    );
}
