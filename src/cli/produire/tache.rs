//! One dossier to be made, and what came of it: what a process does, or asks another one to do.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::cli::args::{FormatConstats, FormatRendu, Rendu};
use crate::cli::ecriture::{self, Tenue};
use crate::cli::{CliError, Issue, flux, terminal};
use crate::compute::Comptes;
use crate::model::Dossier;
use crate::read::{Diagnostic, Disk, Sources};
use crate::render::{Document, Image, Moteur, Norme, RenderError};

/// One dossier to be made.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::cli) struct Tache {
    pub(in crate::cli) dossier: PathBuf,
    documents: Vec<String>,
    format: String,
    norme: Option<String>,
    resolution: u32,
    sortie: Option<PathBuf>,
    json: bool,
    couleurs: bool,
    /// Whether the whole documents stay in memory after they are written, for the next small edit.
    pub(in crate::cli) direct: bool,
    /// Whether the documents of this dossier may be made at the same time: not where dossiers are.
    #[serde(skip)]
    pub(in crate::cli) cote_a_cote: bool,
    /// Seconds that the authority’s own templates may take.
    delai: Option<u16>,
}

/// What came of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::cli) struct Bilan {
    pub(in crate::cli) dossier: String,
    pub(in crate::cli) produits: Vec<Produit>,
    /// What to show on the error stream.
    pub(in crate::cli) messages: String,
    constats: Vec<Value>,
    /// Exit code: 0, 1 or 2.
    code: u8,
    /// Microseconds of reading, computing and checking, composing, exporting, writing.
    etapes: [u64; 5],
    /// Files that were read or looked for.
    pub(in crate::cli) fichiers: Vec<String>,
    /// Whether the process that made it should not be used again.
    pub(in crate::cli) use_up: bool,
}

/// One file that was written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::cli) struct Produit {
    pub(in crate::cli) chemin: String,
    pub(in crate::cli) pages: usize,
}

/// A dossier that reads, with its findings, ready to be laid out.
pub(in crate::cli) struct Prepare {
    dossier: Dossier,
    comptes: Comptes,
    bilan: Bilan,
}

impl Prepare {
    pub(in crate::cli) fn own_templates(&self) -> bool {
        !self.dossier.collectivite.theme.modeles.is_empty()
    }
}

impl Tache {
    pub(in crate::cli) fn new(
        dossier: &Path,
        rendu: &Rendu,
        messages: FormatConstats,
        direct: bool,
    ) -> Self {
        let format = match rendu.format {
            FormatRendu::Pdf => "pdf",
            FormatRendu::Png => "png",
            FormatRendu::Svg => "svg",
        };
        Self {
            dossier: dossier.to_owned(),
            documents: rendu.documents.clone(),
            format: format.to_owned(),
            norme: rendu.norme.clone(),
            resolution: rendu.resolution,
            sortie: rendu.sortie.clone(),
            json: messages == FormatConstats::Json,
            couleurs: terminal::colours(),
            direct,
            cote_a_cote: true,
            delai: rendu.delai,
        }
    }

    /// How long the authority's own templates may run, when the command says it.
    pub(in crate::cli) fn delai(&self) -> Option<Duration> {
        self.delai.map(|s| Duration::from_secs(s.into()))
    }

    /// The same, written in that folder.
    pub(in crate::cli) fn into_folder(mut self, folder: &Path) -> Self {
        self.sortie = Some(folder.to_owned());
        self
    }

    /// The same, written in a folder of its own under the one that was asked for.
    pub(in crate::cli) fn under(mut self, nom: &str) -> Self {
        self.sortie = self.sortie.map(|s| s.join(nom));
        self
    }

    fn folder(&self) -> PathBuf {
        self.sortie.clone().unwrap_or_else(|| self.dossier.join("sortie"))
    }

    pub(in crate::cli) fn to_stdout(&self) -> bool {
        self.sortie.as_deref() == Some(Path::new("-"))
    }
}

impl Bilan {
    fn new(tache: &Tache) -> Self {
        Self { dossier: tache.dossier.display().to_string(), ..Self::default() }
    }

    /// The tool could not work on this dossier.
    pub(in crate::cli) fn outil(tache: &Tache, message: &str, aides: &[String]) -> Self {
        let mut bilan = Self::new(tache);
        bilan.say(message, aides);
        bilan.code = 2;
        bilan
    }

    pub(in crate::cli) fn issue(&self) -> Issue {
        match self.code {
            0 => Issue::Bien,
            1 => Issue::Dossier,
            _ => Issue::Outil,
        }
    }

    pub(in crate::cli) fn fail(&mut self, message: &str) {
        self.say(message, &[]);
        self.code = 2;
    }

    /// Adds an error that has no place in the dossier, with its advice.
    fn say(&mut self, message: &str, aides: &[String]) {
        // Amid many dossiers, a message that has no place in a file still says which one it is about.
        self.messages.push_str(&format!("erreur : {} : {message}\n", self.dossier));
        for aide in aides {
            self.messages.push_str(&format!("  aide : {aide}\n"));
        }
        let aide = (!aides.is_empty()).then(|| aides.join("\n"));
        self.constats
            .push(json!({ "code": null, "severite": "erreur", "message": message, "aide": aide }));
    }

    /// The files that were written.
    pub(in crate::cli) fn paths(&self) -> impl Iterator<Item = &str> {
        self.produits.iter().map(|p| &*p.chemin)
    }

    pub(in crate::cli) fn json(&self) -> Value {
        let produits: Vec<Value> =
            self.produits.iter().map(|p| json!({ "chemin": p.chemin, "pages": p.pages })).collect();
        json!({
            "dossier": self.dossier,
            "produits": produits,
            "constats": self.constats,
            "code": self.code,
        })
    }

    fn add(&mut self, diagnostics: &[Diagnostic], sources: &Sources, tache: &Tache) {
        for d in diagnostics {
            if tache.json {
                self.constats.push(terminal::to_json(d));
            } else {
                self.messages.push_str(&terminal::render(
                    d,
                    sources,
                    &self.dossier,
                    tache.couleurs,
                ));
                self.messages.push_str("\n\n");
            }
        }
    }

    pub(in crate::cli) fn etapes_text(&self, total: Duration) -> String {
        let ms = |us: u64| format!("{}.{:02}", us / 1000, us % 1000 / 10).replace('.', ",");
        let names = ["lecture", "calcul et contrôle", "composition", "export", "écriture"];
        let mut out = String::new();
        for (name, us) in names.iter().zip(self.etapes) {
            let pad = " ".repeat(20 - name.chars().count());
            out.push_str(&format!("{name}{pad}{:>9} ms\n", ms(us)));
        }
        let total = u64::try_from(total.as_micros()).unwrap_or(u64::MAX);
        out.push_str(&format!("total{}{:>9} ms\n", " ".repeat(15), ms(total)));
        out
    }

    /// Adds the times of another dossier to those of this one.
    pub(in crate::cli) fn add_etapes(&mut self, other: &Self) {
        for (mine, theirs) in self.etapes.iter_mut().zip(other.etapes) {
            *mine += theirs;
        }
    }
}

fn micros(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX)
}

/// Reads, computes, checks; a dossier that cannot be made is given back with its faults.
pub(in crate::cli) fn prepare(tache: &Tache) -> Result<Prepare, Box<Bilan>> {
    let mut bilan = Bilan::new(tache);
    let start = Instant::now();
    let lecture = match Disk::open(&tache.dossier).and_then(|disk| crate::read(&disk)) {
        Ok(lecture) => lecture,
        Err(error) => {
            bilan.fail(&error.to_string());
            return Err(Box::new(bilan));
        }
    };
    bilan.etapes[0] = micros(start);
    bilan.fichiers.clone_from(&lecture.fichiers);
    bilan.add(&lecture.diagnostics, &lecture.sources, tache);
    let Some(dossier) = lecture.dossier else {
        bilan.code = 1;
        bilan.messages.push_str(&format!(
            "{} : {} ; aucun document n’a été produit\n",
            bilan.dossier,
            terminal::count(&lecture.diagnostics)
        ));
        return Err(Box::new(bilan));
    };
    let start = Instant::now();
    let comptes = crate::compute(&dossier);
    let constats = crate::check(&dossier, &comptes);
    bilan.etapes[1] = micros(start);
    let located: Vec<Diagnostic> = constats.iter().map(|c| lecture.sources.locate(c)).collect();
    if tache.json {
        bilan.add(&located, &lecture.sources, tache);
    } else if !located.is_empty() {
        // An act voted wrong must still print: one line says where to look.
        bilan.messages.push_str(&format!(
            "{} : {} ; « delibere verifier {} » en dit plus\n",
            bilan.dossier,
            terminal::count(&located),
            bilan.dossier
        ));
    }
    Ok(Prepare { dossier, comptes, bilan })
}

/// Makes the documents that are asked for.
pub(in crate::cli) fn execute(tache: &Tache, prepare: Prepare, moteur: &Moteur) -> Bilan {
    let Prepare { dossier, comptes, mut bilan } = prepare;
    let mut wanted = Vec::new();
    for document in tache.documents.iter().filter_map(|nom| Document::parse(nom)) {
        if !wanted.contains(&document) {
            wanted.push(document);
        }
    }
    if wanted.is_empty() {
        wanted = Document::of(&dossier);
    }
    let norme = match tache.norme.as_deref().unwrap_or("a-2a").parse::<Norme>() {
        Ok(norme) => norme,
        Err(error) => {
            bilan.fail(&error.to_string());
            return bilan;
        }
    };
    let folder = tache.folder();
    let make = |document| make(tache, &dossier, &comptes, document, &norme, moteur);
    let made: Vec<Result<Fait, RenderError>> = if tache.cote_a_cote && wanted.len() > 1 {
        side_by_side(&wanted, &make)
    } else {
        wanted.iter().map(|d| make(*d)).collect()
    };
    for one in made {
        let written = one.map_err(Failure::Render).and_then(|fait| {
            bilan.etapes[2] += fait.composition;
            bilan.etapes[3] += fait.export;
            write(tache, &folder, fait, &mut bilan).map_err(Failure::Cli)
        });
        if let Err(failure) = written {
            explain(&failure, &dossier, &mut bilan);
            if bilan.code == 2 {
                break;
            }
        }
    }
    bilan
}

/// Why a document was not made.
enum Failure {
    Render(RenderError),
    Cli(CliError),
}

/// A document made, not yet written.
struct Fait {
    fichiers: Vec<(String, Vec<u8>)>,
    pages: usize,
    /// Microseconds of composing and of exporting.
    composition: u64,
    export: u64,
}

fn make(
    tache: &Tache,
    dossier: &Dossier,
    comptes: &Comptes,
    document: Document,
    norme: &Norme,
    moteur: &Moteur,
) -> Result<Fait, RenderError> {
    let start = Instant::now();
    let laid = moteur.compose(dossier, comptes, document)?;
    let composition = micros(start);
    let start = Instant::now();
    let fichiers: Vec<(String, Vec<u8>)> = match tache.format.as_str() {
        "pdf" => vec![(format!("{document}.pdf"), laid.pdf(norme)?)],
        format => {
            let image = if format == "svg" { Image::Svg } else { Image::Png(tache.resolution) };
            let images = laid.images(image)?;
            let width = images.len().to_string().len();
            let name = |i: usize| format!("{document}-{:0width$}.{format}", i + 1);
            images.into_iter().enumerate().map(|(i, octets)| (name(i), octets)).collect()
        }
    };
    let pages = if tache.format == "pdf" { laid.pages() } else { 1 };
    if tache.cote_a_cote && !tache.direct {
        // The process ends after this dossier: giving the layout back piece by piece would only take time.
        std::mem::forget(laid);
    }
    Ok(Fait { fichiers, pages, composition, export: micros(start) })
}

/// Makes several documents at once, the longest first, each on one thread: a pool shared by all would run one inside the
/// other.
fn side_by_side(
    wanted: &[Document],
    make: &(impl Fn(Document) -> Result<Fait, RenderError> + Sync),
) -> Vec<Result<Fait, RenderError>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|i| match wanted[*i] {
        Document::Dossier | Document::Acte => 0,
        Document::Programme | Document::Annexe(_) => 1,
        Document::FichesActions => 2,
        Document::AnnexeBudgetaire => 3,
        Document::Deliberation => 4,
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some(i) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            made.push((*i, make(wanted[*i])));
        }
        made
    };
    let alone = || match rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build()
    {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    };
    let mut all: Vec<(usize, Result<Fait, RenderError>)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(wanted.len())).map(|_| scope.spawn(alone)).collect();
        threads.into_iter().filter_map(|t| t.join().ok()).flatten().collect()
    });
    // What a thread had made when it broke off is lost with it.
    for i in order {
        if all.iter().all(|(made, _)| *made != i) {
            let error = RenderError::Interne("la mise en page s’est interrompue".to_owned());
            all.push((i, Err(error)));
        }
    }
    all.sort_by_key(|(i, _)| *i);
    all.into_iter().map(|(_, made)| made).collect()
}

/// Writes the files of one document.
fn write(tache: &Tache, folder: &Path, fait: Fait, bilan: &mut Bilan) -> Result<(), CliError> {
    let start = Instant::now();
    if !tache.to_stdout() {
        std::fs::create_dir_all(folder)
            .map_err(|e| CliError::Write(folder.display().to_string(), e))?;
    }
    for (name, octets) in fait.fichiers {
        if tache.to_stdout() {
            flux::bytes(&octets)?;
            continue;
        }
        let path = folder.join(name);
        // A worker writes for a process that settles all the files at its end.
        let lasting = tache.cote_a_cote && !tache.direct;
        let tenue = if lasting { Tenue::Durable } else { Tenue::Passagere };
        ecriture::write(&path, &octets, tenue)?;
        bilan.produits.push(Produit { chemin: path.display().to_string(), pages: fait.pages });
    }
    bilan.etapes[4] += micros(start);
    Ok(())
}

/// Says why a document was not made; a character without a glyph is shown where it stands.
fn explain(failure: &Failure, dossier: &Dossier, bilan: &mut Bilan) {
    let error = match failure {
        Failure::Cli(error) => return bilan.fail(&error.to_string()),
        Failure::Render(error) => error,
    };
    let message = error.to_string();
    match error {
        RenderError::SansDocument(_) => {
            let names: Vec<String> =
                Document::of(dossier).iter().map(ToString::to_string).collect();
            bilan.say(&message, &[format!("il donne {}", names.join(", "))]);
            bilan.code = bilan.code.max(1);
        }
        RenderError::Modele { conseils, .. } | RenderError::Refus { conseils, .. } => {
            bilan.say(&message, conseils);
            bilan.code = 2;
        }
        RenderError::Delai(_) => {
            let aide = "un modèle de « modeles/ » ne se termine pas ; retirez-le pour le trouver";
            bilan.say(&message, &[aide.to_owned()]);
            bilan.code = 2;
            bilan.use_up = true;
        }
        _ => bilan.fail(&message),
    }
}
