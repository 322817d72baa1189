//! Texts that look like programs are printed as they are, wherever they stand.

use delibere::read::Memory;
use delibere::render::{Document, Norme};
use unicode_normalization::UnicodeNormalization;

use super::dossiers::{markdown, toml};
use crate::support::{dossier, moteur};

/// Each is one word for the typography: what stands between spaces is not its matter here.
const TEXTES: &[&str] = &[
    r#"#read("/etc/passwd")"#,
    r#"#import "@preview/x:1.0.0": *"#,
    "#include \"/delibere.typ\"",
    "$x^2$",
    "$ sum_(i=0)^n i $",
    "@ref",
    "<label>",
    r"\a \n \u{41} \alpha \read",
    r#"]#read("x")["#,
    "}} #{ while true {} }",
    "#{panic()}",
    "/* comment */ // line",
    "= heading",
    "#set page(width: 1pt)",
    "#show: none",
    "a~b--c---d",
    "*gras* _it_ `code`",
    "[x](javascript:alert(1))",
    "&amp; &lt; <b>x</b>",
    "${jndi:ldap://x}",
    "{{ 7*7 }}",
    "%s %n {0}",
    "'; DROP TABLE actes; --",
    "= 1+1",
    "|a|b|",
    "\"guillemets\" et l'apostrophe",
];

#[test]
fn hostile_texts_are_printed_as_they_are() {
    for (i, texte) in TEXTES.iter().enumerate() {
        let files = everywhere(texte);
        let (dossier, comptes) = dossier(&files);
        let wanted = normal(texte);
        let mut places: Vec<String> = Vec::new();
        for document in Document::of(&dossier) {
            let laid = moteur().compose(&dossier, &comptes, document).expect("a layout");
            let pages = laid.texte();
            places.push(normal(&pages.iter().map(ToString::to_string).collect::<String>()));
            if i == 0 {
                laid.pdf(&Norme::default()).expect("a PDF");
            }
        }
        let all = places.concat();
        for mark in MARKS {
            let whole = format!("{}{wanted}{}", normal(&mark.to_uppercase()), normal(mark));
            assert!(all.contains(&whole), "{texte:?} is not printed as {mark}:\n{all}");
        }
    }
}

/// Every field of every file that is printed.
const MARKS: &[&str] = &[
    "nom",
    "departement",
    "adresse",
    "qualite",
    "executif",
    "entete",
    "pied",
    "lieu",
    "numero",
    "objet",
    "rapporteur",
    "expose",
    "visa",
    "considerant",
    "formule",
    "articlenumero",
    "articletitre",
    "articletexte",
    "annexe",
    "orientation",
    "libelle",
    "document",
    "mesure",
    "membre",
    "fichechamp",
    "fichetexte",
    "fichetitre",
    "budgetlibelle",
    "detail",
    "commentaire",
    "note",
    "total",
];

/// A dossier that says that text in every one of those fields, between the mark of the field in capitals and in small
/// letters: `P(…)` stands for plain words, `M(…)` for Markdown.
fn everywhere(texte: &str) -> Memory {
    let rich = |mark: &str| format!("{} {} {mark}", mark.to_uppercase(), markdown(texte));
    let fill = |file: &str| {
        MARKS.iter().filter(|m| **m != "expose").fold(file.to_owned(), |text, mark| {
            let plain = toml(&format!("{} {texte} {mark}", mark.to_uppercase()));
            text.replace(&format!("P({mark})"), &plain)
                .replace(&format!("M({mark})"), &toml(&rich(mark)))
        })
    };
    let expose = toml(&format!("{}\n\n{{orientations}}\n\n{{actions}}", rich("expose")));
    Memory::new()
        .with("collectivite.toml", fill(COLLECTIVITE))
        .with("seance.toml", fill("date = 2026-03-12\nlieu = P(lieu)"))
        .with("deliberation.toml", fill(DELIBERATION).replace("M(expose)", &expose))
        .with("programme.toml", fill(PROGRAMME))
        .with(
            "programme.md",
            format!("# Titre\n\n{}\n\n{{calendrier court}}\n\n{{comite}}\n", rich("document")),
        )
        .with("fiches/1.toml", fill(FICHE))
        .with("budget.toml", fill(BUDGET))
}

const COLLECTIVITE: &str = r#"
    nom = P(nom)
    genre = "autre"
    departement = P(departement)
    adresse = [P(adresse)]
    executif = { qualite = P(qualite), nom = P(executif) }
    theme = { entete = P(entete), pied = P(pied) }
"#;

const DELIBERATION: &str = r#"
    numero = P(numero)
    etat = "projet"
    objet = ["Finances", P(objet)]
    rapporteur = P(rapporteur)
    expose = M(expose)
    formule = P(formule)
    visas = [{ nature = "autre", texte = M(visa) }]
    considerants = [{ texte = M(considerant) }]
    articles = [{ numero = P(articlenumero), titre = P(articletitre), texte = M(articletexte) }]
    annexes = [{ piece = "budget", titre = P(annexe) }, { piece = "fiches" }, { piece = "programme" }]
"#;

const PROGRAMME: &str = r#"
    titre = "Programme"
    exercices = [2026]
    document = "programme.md"
    orientations = [{ id = "o", texte = M(orientation) }]
    actions = [{ id = "a", numero = "1", libelle = P(libelle), orientations = ["o"] }]
    calendrier = [{ terme = "court", libelle = "Court terme", mesures = [{ texte = M(mesure) }] }]
    comite = { membres = [{ nom = P(membre) }] }
"#;

const FICHE: &str = r#"
    action = "a"
    titre = P(fichetitre)
    champs = [{ nature = "contenu", libelle = P(fichechamp), texte = M(fichetexte) }]
"#;

const BUDGET: &str = r#"
    note = P(note)
    [[lignes]]
    action = "a"
    libelle = P(budgetlibelle)
    detail = P(detail)
    section = "fonctionnement"
    sens = "depense"
    montants = [100]
    commentaire = P(commentaire)
    [[totaux]]
    nature = "bilan"
    section = "fonctionnement"
    libelle = P(total)
    montants = [-100]
"#;

/// Without what the typography and the lines of a page change: spaces, quotes, apostrophes, dashes.
fn normal(texte: &str) -> String {
    texte.nfkc().filter(|c| !c.is_whitespace() && !"'’‘\"“”«»-–—−‐\u{2011}".contains(*c)).collect()
}
