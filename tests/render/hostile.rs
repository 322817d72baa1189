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
    r"\#a \n \u{41} \alpha",
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
        // Marks of its place tell one field from the next, and make the whole long enough to be cut by lines.
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
    "nom", "departement", "adresse", "qualite", "executif", "entete", "pied", "lieu", "numero", "objet",
    "rapporteur", "expose", "visa", "considerant", "formule", "articlenumero", "articletitre", "articletexte",
    "annexe", "orientation", "libelle", "document", "mesure", "membre", "fichechamp", "fichetexte", "fichetitre",
    "budgetlibelle", "detail", "commentaire", "note", "total",
];

fn everywhere(texte: &str) -> Memory {
    let plain = |mark: &str| toml(&format!("{} {texte} {mark}", mark.to_uppercase()));
    let rich = |mark: &str| format!("{} {} {mark}", mark.to_uppercase(), markdown(texte));
    let md = |mark: &str| toml(&rich(mark));
    let p = |mark: &str| plain(mark);
    Memory::new()
        .with("collectivite.toml", format!(
            "nom = {}\ngenre = \"autre\"\ndepartement = {}\nadresse = [{}]\nexecutif = {{ qualite = {}, nom = {} }}\ntheme = {{ entete = {}, pied = {} }}\n",
            p("nom"), p("departement"), p("adresse"), p("qualite"), p("executif"), p("entete"), p("pied"),
        ))
        .with("seance.toml", format!("date = 2026-03-12\nlieu = {}\n", p("lieu")))
        .with("deliberation.toml", format!(
            "numero = {}\netat = \"projet\"\nobjet = [\"Finances\", {}]\nrapporteur = {}\nexpose = {}\nformule = {}\n\
             [[visas]]\nnature = \"autre\"\ntexte = {}\n[[considerants]]\ntexte = {}\n\
             [[articles]]\nnumero = {}\ntitre = {}\ntexte = {}\n\
             [[annexes]]\npiece = \"budget\"\ntitre = {}\n[[annexes]]\npiece = \"fiches\"\n[[annexes]]\npiece = \"programme\"\n",
            p("numero"), p("objet"), p("rapporteur"),
            toml(&format!("{}\n\n{{orientations}}\n\n{{actions}}", rich("expose"))),
            p("formule"), md("visa"), md("considerant"), p("articlenumero"), p("articletitre"), md("articletexte"),
            p("annexe"),
        ))
        .with("programme.toml", format!(
            "titre = \"Programme\"\nexercices = [2026]\ndocument = \"programme.md\"\n\
             [[orientations]]\nid = \"o\"\ntexte = {}\n[[actions]]\nid = \"a\"\nnumero = \"1\"\nlibelle = {}\norientations = [\"o\"]\n\
             [[calendrier]]\nterme = \"court\"\nlibelle = \"Court terme\"\nmesures = [{{ texte = {} }}]\n\
             [comite]\nmembres = [{{ nom = {} }}]\n",
            md("orientation"), p("libelle"), md("mesure"), p("membre"),
        ))
        .with("programme.md", format!("# Titre\n\n{}\n\n{{calendrier court}}\n\n{{comite}}\n", rich("document")))
        .with("fiches/1.toml", format!(
            "action = \"a\"\ntitre = {}\n[[champs]]\nnature = \"contenu\"\nlibelle = {}\ntexte = {}\n",
            p("fichetitre"), p("fichechamp"), md("fichetexte"),
        ))
        .with("budget.toml", format!(
            "note = {}\n[[lignes]]\naction = \"a\"\nlibelle = {}\ndetail = {}\nsection = \"fonctionnement\"\nsens = \"depense\"\nmontants = [100]\ncommentaire = {}\n\
             [[totaux]]\nnature = \"bilan\"\nsection = \"fonctionnement\"\nlibelle = {}\nmontants = [-100]\n",
            p("note"), p("budgetlibelle"), p("detail"), p("commentaire"), p("total"),
        ))
}

/// Without what the typography and the lines of a page change: spaces, quotes, apostrophes, dashes.
fn normal(texte: &str) -> String {
    texte
        .nfkc()
        .filter(|c| !c.is_whitespace() && !"'’‘\"“”«»-–—−‐\u{2011}".contains(*c))
        .collect()
}
