//! Any dossier that goes into a PDF comes out of it the same, and makes the same PDF.

use std::collections::BTreeMap;

use delibere::export::joint::{BORDEREAU, Bordereau, Commande, extraire, fichiers};
use delibere::model::FichierJoint;
use delibere::read::{Files, Liasse, Memory, Temoin};
use delibere::render::{Document, Norme};
use proptest::prelude::*;

use crate::support::moteur;

const COLLECTIVITE: &str = "nom = \"Valmont-sur-Orne\"\ngenre = \"commune\"\n\
    executif = { qualite = \"Le maire\", nom = \"Ada MARTIN\" }\n\
    numerotation = { modele = \"{AAAA}-{ORDRE:03}\" }\n";
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

/// A dossier of any shape: its files, those of them that its documents are made of, and its name.
#[derive(Debug, Clone)]
struct Forme {
    /// How far above the dossier its sitting and its authority stand.
    seance: usize,
    collectivite: usize,
    fiches: Vec<String>,
    texte: Option<String>,
    nom: String,
    voisins: usize,
    logo: bool,
    modele: bool,
    bom: bool,
    vie: bool,
    mots: String,
}

fn nom() -> impl Strategy<Value = String> {
    // Letters that a file system may fold, spaces, apostrophes, signs that a PDF string escapes.
    proptest::string::string_regex("[a-zA-Zéèçœß0-9(][a-zA-Zéà ’'()–,#%&=+~@-]{0,18}[a-zé0-9)]")
        .expect("a pattern")
}

fn forme() -> impl Strategy<Value = Forme> {
    (
        (0usize..2, 0usize..3, prop::collection::btree_map("[a-z]{1,6}", nom(), 0..4)),
        (prop::option::of((nom(), prop::option::of(nom()))), nom(), 0usize..3),
        (any::<bool>(), prop::bool::weighted(0.2), any::<bool>(), any::<bool>()),
        "[a-zéà «»\"#$*_\\\\]{0,40}",
    )
        .prop_map(
            |((seance, above, fiches), (texte, nom, voisins), (logo, modele, bom, vie), mots)| {
                Forme {
                    seance,
                    collectivite: seance + above,
                    fiches: fiches.into_keys().collect(),
                    texte: texte.map(|(nom, folder)| match folder {
                        Some(folder) => format!("x{folder}/{nom}.md"),
                        None => format!("x{nom}.md"),
                    }),
                    nom,
                    voisins,
                    logo,
                    modele,
                    bom,
                    vie,
                    mots,
                }
            },
        )
}

impl Forme {
    /// The files that count, from the dossier.
    fn fichiers(&self) -> BTreeMap<String, Vec<u8>> {
        let mut out = BTreeMap::new();
        let up = |n: usize| "../".repeat(n);
        let text = |t: String| t.into_bytes();
        let mut collectivite = COLLECTIVITE.to_owned();
        if self.logo {
            collectivite
                .push_str("logo = { fichier = \"mon logo.svg\", alternative = \"Logo\" }\n");
            out.insert(format!("{}mon logo.svg", up(self.collectivite)), text(LOGO.to_owned()));
        }
        if self.modele {
            out.insert(
                format!("{}modeles/à part.typ", up(self.collectivite)),
                text("#let x = 1\n".to_owned()),
            );
        }
        out.insert(format!("{}collectivite.toml", up(self.collectivite)), text(collectivite));
        let bom = if self.bom { "\u{feff}" } else { "" };
        out.insert(
            format!("{}seance.toml", up(self.seance)),
            text(format!("{bom}date = 2026-03-12\r\nconvocation = {{ date = 2026-03-05 }}\r\n")),
        );
        let mut acte = String::from(
            "etat = \"adoptee\"\nobjet = [\"Finances\", \"Tarifs\"]\n\
             articles = [{ texte = \"Le tarif est fixé.\" }]\n",
        );
        if self.seance == 0 {
            acte.push_str("numero = \"1\"\n");
        }
        match &self.texte {
            Some(path) => {
                acte.push_str(&format!("expose_fichier = {}\n", toml::Value::String(path.clone())));
                out.insert(path.clone(), text(format!("Texte joint {}\n", self.mots)));
            }
            None => acte.push_str(&format!(
                "expose = {}\n",
                toml::Value::String(format!("x {}", self.mots))
            )),
        }
        if !self.fiches.is_empty() {
            let mut programme = "titre = \"Plan\"\nexercices = [2027, 2028]\n".to_owned();
            for (i, id) in self.fiches.iter().enumerate() {
                programme.push_str(&format!(
                    "[[actions]]\nid = \"a{id}\"\nnumero = \"{i}\"\nlibelle = \"L {id}\"\n"
                ));
                out.insert(
                    format!("fiches/{i} – é {id}.toml"),
                    text(format!(
                        "action = \"a{id}\"\n[[champs]]\nnature = \"contenu\"\ntexte = \"But.\"\n"
                    )),
                );
            }
            out.insert("programme.toml".to_owned(), text(programme));
            acte.push_str("annexes = [{ piece = \"fiches\" }]\n");
        }
        if self.vie {
            out.insert(
                "vie.toml".to_owned(),
                text("[[etapes]]\nnature = \"transmise\"\ndate = 2026-03-16\n".to_owned()),
            );
        }
        out.insert("deliberation.toml".to_owned(), text(acte));
        out
    }

    fn memoire(&self) -> Memory {
        let mut memory = Memory::named(&self.nom)
            .with("notes privées.txt", "rien de public")
            .with("brouillon.md", "rien de public");
        for (nom, octets) in self.fichiers() {
            memory = memory.with(&nom, octets);
        }
        for i in 0..self.voisins {
            memory = memory.with(&format!("../!{i} voisin/deliberation.toml"), "secret = true");
        }
        memory
    }
}

/// Reads a dossier, and makes a PDF that carries it.
fn make(files: &dyn Files, document: Document) -> (Liasse, Vec<u8>) {
    let temoin = Temoin::new(files);
    let lecture = delibere::read(&temoin).expect("files");
    let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
    let comptes = delibere::compute(&dossier);
    let liasse = temoin.releve().acte().expect("a bundle");
    let norme: Norme = "a-3a".parse().expect("a standard");
    let bordereau = Bordereau {
        programme: "0.1.0".to_owned(),
        modeles: "abc".to_owned(),
        commande: Commande::Produire,
        document: document.to_string(),
        norme: norme.to_string(),
    };
    let joints: Vec<FichierJoint> = fichiers(&liasse, &bordereau);
    assert!(joints.iter().all(|j| !j.nom.contains('/')), "some readers cannot save it");
    let moteur = moteur().joining(&joints);
    let laid = moteur.compose(&dossier, &comptes, document).expect("a layout");
    let plain = crate::support::moteur().compose(&dossier, &comptes, document).expect("a layout");
    assert_eq!(laid.texte(), plain.texte(), "what it carries shows on its pages");
    (liasse, laid.pdf(&norme).expect("a PDF"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_goes_in_comes_out_and_makes_the_same(forme in forme()) {
        let document = if forme.fiches.is_empty() { Document::Deliberation } else { Document::Dossier };
        let (liasse, pdf) = make(&forme.memoire(), document);
        let joint = extraire(&pdf).expect("a dossier");
        prop_assert_eq!(&joint.liasse, &liasse);
        prop_assert_eq!(joint.autres, 0);
        let out: BTreeMap<String, Vec<u8>> =
            joint.liasse.fichiers().map(|(n, o)| (joint.liasse.relatif(n), o.to_vec())).collect();
        prop_assert_eq!(out, forme.fichiers());
        let text = String::from_utf8_lossy(&pdf);
        prop_assert!(!text.contains("secret") && !text.contains("privées"));
        let (again, same) = make(&joint.liasse.memoire(), document);
        prop_assert_eq!(again, liasse);
        prop_assert!(same == pdf, "made again, it has other bytes");
    }
}

/// Any bytes under any names that may be, seen by another reader too.
#[test]
fn another_reader_finds_the_same_files() {
    let forme = Forme {
        seance: 1,
        collectivite: 2,
        fiches: vec!["é".replace('é', "e")],
        texte: Some("été (1)/l’exposé.md".to_owned()),
        nom: "02 – tarifs".to_owned(),
        voisins: 1,
        logo: true,
        modele: false,
        bom: true,
        vie: true,
        mots: "mots".to_owned(),
    };
    let (liasse, pdf) = make(&forme.memoire(), Document::Dossier);
    let pdf = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let mut found: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut relations = Vec::new();
    for objet in pdf.objects.values() {
        let Ok(dict) = objet.as_dict() else { continue };
        if dict.get(b"Type").and_then(lopdf::Object::as_name).ok() != Some(b"Filespec") {
            continue;
        }
        let nom = lopdf::decode_text_string(dict.get(b"UF").expect("a name")).expect("text");
        let flux = dict.get(b"EF").and_then(|e| e.as_dict()).and_then(|e| e.get(b"F"));
        let flux = pdf.get_object(flux.and_then(lopdf::Object::as_reference).expect("a stream"));
        let flux = flux.and_then(lopdf::Object::as_stream).expect("a stream");
        found.insert(nom, flux.decompressed_content().expect("inflated"));
        relations.push(
            dict.get(b"AFRelationship").and_then(lopdf::Object::as_name).expect("a name").to_vec(),
        );
        assert!(dict.has(b"Desc"));
    }
    found.remove(BORDEREAU).expect("the list");
    let own: BTreeMap<String, Vec<u8>> =
        liasse.fichiers().map(|(n, o)| (n.replace('/', " - "), o.to_vec())).collect();
    assert_eq!(found, own);
    assert!(own.contains_key("seance - 02 – tarifs - été (1) - l’exposé.md"), "{:?}", own.keys());
    assert_eq!(relations.iter().filter(|r| *r == b"Source").count(), own.len());
}

/// Names that would be one in the list of a PDF are told apart.
#[test]
fn a_file_may_have_the_name_of_the_list() {
    let texte = "l/\u{e9}.md";
    let (acte, other) = (
        format!(
            "numero = \"1\"\nobjet = [\"T\"]\nexpose_fichier = \"{BORDEREAU}\"\narticles = [{{ texte = \"Fixé.\" }}]\n\
            annexes = [{{ piece = \"texte\", fichier = \"{texte}\", titre = \"A\" }}, {{ piece = \"texte\", fichier = \"l - é.md\", titre = \"B\" }}]\n"
        ),
        "l - é.md",
    );
    let files = Memory::new()
        .with("collectivite.toml", COLLECTIVITE)
        .with("seance.toml", "date = 2026-03-12\n")
        .with("deliberation.toml", acte)
        .with(BORDEREAU, "Exposé.")
        .with(texte, "Un.")
        .with(other, "Deux.");
    let (liasse, pdf) = make(&files, Document::Dossier);
    assert_eq!(liasse.fichiers().count(), 6);
    assert_eq!(extraire(&pdf).expect("a dossier").liasse, liasse);
}
