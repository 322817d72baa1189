//! Every document of every valid case, acts and sittings alike.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use delibere::compute::ComptesSeance;
use delibere::model::DossierSeance;
use delibere::read::Disk;
use delibere::render::{Document, DocumentSeance, MiseEnPage, Norme, Registre};

use crate::support::{self, moteur};

/// One document of a case.
pub struct Ouvrage {
    pub case: PathBuf,
    /// Its name, and that of its expectation: `deliberation`, `extraits/03-budget`.
    pub nom: String,
    genre: Genre,
}

enum Genre {
    Acte(Document),
    Seance(DocumentSeance),
    ActeDeSeance(usize, Document),
    Registre,
}

/// A sitting and its figures.
type Both = Arc<(DossierSeance, ComptesSeance)>;

/// A sitting of `fixtures/valid`, and its figures.
pub fn sitting(case: &Path) -> Both {
    static CACHE: LazyLock<Mutex<BTreeMap<PathBuf, Both>>> = LazyLock::new(Mutex::default);
    let mut cache = CACHE.lock().expect("cache");
    let make = || {
        let lecture = delibere::read_seance(&Disk::open(case).expect("a folder")).expect("files");
        let Some(seance) = lecture.seance else { panic!("{:#?}", lecture.diagnostics) };
        let comptes = delibere::compute_seance(&seance);
        Arc::new((seance, comptes))
    };
    cache.entry(case.to_owned()).or_insert_with(make).clone()
}

/// Every document of every case.
pub fn all() -> Vec<Ouvrage> {
    support::valid().iter().chain(&support::sittings()).flat_map(|case| of(case)).collect()
}

/// Every document of a case.
pub fn of(case: &Path) -> Vec<Ouvrage> {
    let one = |nom: String, genre| Ouvrage { case: case.to_owned(), nom, genre };
    if case.join("deliberation.toml").exists() {
        let (dossier, _) = support::dossier_in(case);
        let documents = Document::of(&dossier).into_iter();
        return documents.map(|d| one(d.to_string(), Genre::Acte(d))).collect();
    }
    let both = sitting(case);
    let seance = &both.0;
    let mut out: Vec<Ouvrage> = DocumentSeance::of(seance)
        .into_iter()
        .map(|d| one(d.to_string(), Genre::Seance(d)))
        .collect();
    for (i, acte) in seance.actes.iter().enumerate() {
        let point = acte.point.and_then(|p| seance.seance.points.get(p)).expect("a point");
        let folder = point.dossier.as_deref().expect("a folder");
        for (place, document) in
            [("deliberations", Document::Deliberation), ("extraits", Document::Extrait)]
        {
            if document.is_of(acte) {
                out.push(one(format!("{place}/{folder}"), Genre::ActeDeSeance(i, document)));
            }
        }
    }
    out.push(one("registre".to_owned(), Genre::Registre));
    out
}

impl Ouvrage {
    /// Whether it binds what other documents show already.
    pub fn is_bound(&self) -> bool {
        matches!(self.genre, Genre::Acte(Document::Dossier) | Genre::Seance(DocumentSeance::Cahier))
    }

    /// Where its expectation stands, without extension.
    pub fn attendu(&self) -> PathBuf {
        self.case.join("attendu").join(&self.nom)
    }

    /// Its layout, made once for all tests.
    pub fn laid(&self) -> Arc<MiseEnPage> {
        static CACHE: LazyLock<Mutex<BTreeMap<PathBuf, Arc<MiseEnPage>>>> =
            LazyLock::new(Mutex::default);
        if let Genre::Acte(document) = self.genre {
            return support::laid(&self.case, document);
        }
        let mut cache = CACHE.lock().expect("cache");
        cache.entry(self.attendu()).or_insert_with(|| Arc::new(self.compose())).clone()
    }

    fn compose(&self) -> MiseEnPage {
        let both = sitting(&self.case);
        let (seance, comptes) = &*both;
        match self.genre {
            Genre::Acte(_) => unreachable!("an act has its own cache"),
            Genre::Seance(document) => moteur().compose_seance(seance, comptes, document),
            Genre::ActeDeSeance(i, document) => {
                moteur().compose(&seance.actes[i], &comptes.actes[i], document)
            }
            Genre::Registre => {
                use chrono::Datelike;
                let year = seance.seance.date.year();
                let mut registre = Registre::new(Arc::clone(&seance.collectivite), year, 1);
                registre.add(seance, comptes);
                moteur().compose_registre(&registre)
            }
        }
        .expect("a layout")
    }

    /// Its PDF, in the usual standard, made once for all tests.
    pub fn pdf(&self) -> Arc<Vec<u8>> {
        static CACHE: LazyLock<Mutex<BTreeMap<PathBuf, Arc<Vec<u8>>>>> =
            LazyLock::new(Mutex::default);
        let laid = self.laid();
        let mut cache = CACHE.lock().expect("cache");
        let make = || Arc::new(laid.pdf(&Norme::default()).expect("a PDF"));
        cache.entry(self.attendu()).or_insert_with(make).clone()
    }
}

impl std::fmt::Display for Ouvrage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", support::name(&self.case), self.nom)
    }
}
