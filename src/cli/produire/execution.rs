//! Making the documents and writing them.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use super::bilan::{Bilan, Produit};
use super::matiere::{Matiere, Prepare};
use super::ouvrage::Ouvrage;
use super::tache::Tache;
use crate::cli::ecriture::{self, Tenue};
use crate::cli::examen::micros;
use crate::cli::{CliError, flux};
use crate::read::LiasseError;
use crate::render::{Image, Moteur, Norme, RenderError};

/// Makes the documents that are asked for.
pub(in crate::cli) fn execute(tache: &Tache, prepare: Prepare, moteur: &Moteur) -> Bilan {
    let Prepare { matiere, releve, mut bilan } = prepare;
    let wanted = match Ouvrage::all(&matiere, &tache.documents) {
        Ok(wanted) => wanted,
        Err(error) => {
            explain(&Failure::Render(error), &matiere, &mut bilan);
            return bilan;
        }
    };
    let norme = match tache.norme() {
        Ok(norme) => norme,
        Err(error) => {
            bilan.fail(&error.to_string());
            return bilan;
        }
    };
    let folder = tache.folder();
    let make = |ouvrage: Ouvrage| {
        let joints = releve.as_ref().map(|r| ouvrage.joints(&matiere, r, &norme));
        match joints.transpose()?.flatten() {
            Some(joints) => make(tache, &matiere, ouvrage, &norme, &moteur.joining(&joints)),
            None => make(tache, &matiere, ouvrage, &norme, moteur),
        }
    };
    let made: Vec<Result<Fait, Failure>> = if tache.cote_a_cote && wanted.len() > 1 {
        side_by_side(&wanted, &make)
    } else {
        wanted.iter().map(|d| make(*d)).collect()
    };
    for one in made {
        let written = one.and_then(|fait| {
            bilan.etapes[2] += fait.composition;
            bilan.etapes[3] += fait.export;
            write(tache, &folder, fait, &mut bilan).map_err(Failure::Cli)
        });
        if let Err(failure) = written {
            explain(&failure, &matiere, &mut bilan);
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
    Joint(LiasseError),
    Cli(CliError),
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

impl From<LiasseError> for Failure {
    fn from(error: LiasseError) -> Self {
        Self::Joint(error)
    }
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
    matiere: &Matiere,
    ouvrage: Ouvrage,
    norme: &Norme,
    moteur: &Moteur,
) -> Result<Fait, Failure> {
    let start = Instant::now();
    let laid = ouvrage.compose(matiere, moteur)?;
    let composition = micros(start);
    let start = Instant::now();
    let chemin = ouvrage.chemin(matiere);
    let fichiers: Vec<(String, Vec<u8>)> = match tache.format.as_str() {
        "pdf" => vec![(format!("{chemin}.pdf"), laid.pdf(norme)?)],
        format => {
            let image = if format == "svg" { Image::Svg } else { Image::Png(tache.resolution) };
            let images = laid.images(image)?;
            let width = images.len().to_string().len();
            let name = |i: usize| format!("{chemin}-{:0width$}.{format}", i + 1);
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
    wanted: &[Ouvrage],
    make: &(impl Fn(Ouvrage) -> Result<Fait, Failure> + Sync),
) -> Vec<Result<Fait, Failure>> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|i| wanted[*i].rang());
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
    let mut all: Vec<(usize, Result<Fait, Failure>)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores.min(wanted.len())).map(|_| scope.spawn(alone)).collect();
        threads.into_iter().filter_map(|t| t.join().ok()).flatten().collect()
    });
    // What a thread had made when it broke off is lost with it.
    for i in order {
        if all.iter().all(|(made, _)| *made != i) {
            let error = RenderError::Interne("la mise en page s’est interrompue".to_owned());
            all.push((i, Err(error.into())));
        }
    }
    all.sort_by_key(|(i, _)| *i);
    all.into_iter().map(|(_, made)| made).collect()
}

/// Writes the files of one document.
fn write(tache: &Tache, folder: &Path, fait: Fait, bilan: &mut Bilan) -> Result<(), CliError> {
    let start = Instant::now();
    for (name, octets) in fait.fichiers {
        if tache.to_stdout() {
            flux::bytes(&octets)?;
            continue;
        }
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|e| CliError::Write(parent.display().to_string(), e))?;
        }
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
fn explain(failure: &Failure, matiere: &Matiere, bilan: &mut Bilan) {
    let error = match failure {
        Failure::Cli(error) => return bilan.fail(&error.to_string()),
        Failure::Joint(error) => {
            let aide = "changez-le, ou ajoutez --sans-source : le PDF se fera sans son dossier";
            bilan.say(
                &format!("le dossier ne peut pas être joint au PDF : {error}"),
                &[aide.to_owned()],
            );
            bilan.code = bilan.code.max(1);
            return;
        }
        Failure::Render(error) => error,
    };
    let message = error.to_string();
    match error {
        RenderError::SansDocument(_) => {
            let names = Ouvrage::noms(matiere);
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
