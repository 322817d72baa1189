//! Acts for the tests: three of Caen la mer, and small ones.

use std::path::PathBuf;

use chrono::NaiveDate;
use delibere::model::Dossier;
use delibere::read::Memory;

use crate::support::{read_well, root};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A case of `fixtures/valid`.
pub fn case(nom: &str) -> PathBuf {
    root().join("fixtures/valid").join(nom)
}

/// The three acts of Caen la mer.
pub fn caen() -> [Dossier; 3] {
    ["caen-la-mer-2012-adoptee", "caen-la-mer-2013-evolution", "caen-la-mer-2014-remplacement"]
        .map(|nom| read_well(&case(nom)))
}

/// A small programme of a commune: its number, its day, what it does to others, its actions with a line each.
pub struct Petit {
    pub numero: &'static str,
    pub date: &'static str,
    /// Effect and number of the target.
    pub liens: Vec<(&'static str, &'static str)>,
    /// Identifier, label, amount.
    pub actions: Vec<(&'static str, &'static str, i64)>,
}

impl Petit {
    pub fn read(&self) -> Dossier {
        let mut delib = format!(
            "numero = \"{}\"\netat = \"adoptee\"\nobjet = [\"Plan\"]\narticles = [{{ texte = \"x\" }}]\n[mentions]\nexecutoire = {}\n",
            self.numero, self.date
        );
        for (effet, numero) in &self.liens {
            delib.push_str(&format!(
                "[[actes_anterieurs]]\neffet = \"{effet}\"\nnumero = \"{numero}\"\n"
            ));
        }
        let mut programme = String::from("titre = \"Plan\"\nexercices = [2026]\n");
        let mut budget = String::new();
        for (i, (id, libelle, montant)) in self.actions.iter().enumerate() {
            programme.push_str(&format!(
                "[[actions]]\nid = \"{id}\"\nnumero = \"{}\"\nlibelle = \"{libelle}\"\n",
                i + 1
            ));
            budget.push_str(&format!(
                "[[lignes]]\naction = \"{id}\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nmontants = [{montant}]\n"
            ));
        }
        let mut files = Memory::new()
            .with(
                "collectivite.toml",
                "nom = \"X\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\" }\n",
            )
            .with("seance.toml", format!("date = {}\n", self.date).into_bytes())
            .with("deliberation.toml", delib.into_bytes());
        if !self.actions.is_empty() {
            files = files
                .with("programme.toml", programme.into_bytes())
                .with("budget.toml", budget.into_bytes());
        }
        let lecture = delibere::read(&files).expect("files");
        let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
        dossier
    }
}

/// Four acts: a founder; one that adds an action; one that changes the founder's; one that repeals the second.
pub fn quatre() -> Vec<Dossier> {
    [
        Petit {
            numero: "1",
            date: "2026-01-10",
            liens: vec![],
            actions: vec![("a", "Pistes", 100), ("b", "Arceaux", 50)],
        },
        Petit {
            numero: "2",
            date: "2026-02-10",
            liens: vec![("modifie", "1")],
            actions: vec![("a", "Pistes", 100), ("b", "Arceaux", 50), ("c", "Ateliers", 30)],
        },
        Petit {
            numero: "3",
            date: "2026-03-10",
            liens: vec![("modifie", "2")],
            actions: vec![
                ("a", "Pistes cyclables", 180),
                ("b", "Arceaux", 50),
                ("c", "Ateliers", 30),
            ],
        },
        Petit { numero: "4", date: "2026-04-10", liens: vec![("abroge", "2")], actions: vec![] },
    ]
    .iter()
    .map(Petit::read)
    .collect()
}
