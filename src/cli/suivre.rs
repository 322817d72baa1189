//! `delibere suivre`.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, RecursiveMode, Watcher};

use super::args::{FormatConstats, Suivre};
use super::produire::atelier::Atelier;
use super::produire::bilan::Bilan;
use super::produire::tache::Tache;
use super::produire::{check_options, engine, execution, matiere, show};
use super::{CliError, Issue, flux};
use crate::read::{Disk, NIVEAUX};
use crate::render::Moteur;

/// How long a file must rest before it is read: editors save in several steps.
const REPOS: Duration = Duration::from_millis(40);

pub(super) fn run(args: Suivre) -> Result<Issue, CliError> {
    check_options(&args.rendu)?;
    if args.rendu.sortie.as_deref() == Some(Path::new("-")) {
        return Err(CliError::Usage("« suivre » écrit dans un dossier".to_owned()));
    }
    let disk = Disk::open(&args.dossier)?;
    let (send, receive) = channel::<Vec<PathBuf>>();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Ok(event) = event
            && !event.kind.is_access()
        {
            let _ = send.send(event.paths);
        }
    })
    .map_err(watch_error)?;
    watcher.watch(disk.racine(), RecursiveMode::Recursive).map_err(watch_error)?;
    watch_above(&mut watcher, &disk);

    let tache = Tache::new(&args.dossier, &args.rendu, FormatConstats::Texte, true);
    let output = args.rendu.sortie.clone().unwrap_or_else(|| args.dossier.join("sortie"));
    let moteur = engine(&tache);
    let mut atelier = Atelier::new(1);
    let mut made = make(&tache, &moteur, &mut atelier);
    flux::err(&format!("Suivi de « {} » : Ctrl-C pour arrêter.\n", args.dossier.display()));
    let mut output = output.canonicalize().unwrap_or(output);
    loop {
        let Ok(paths) = receive.recv() else { return Ok(Issue::Outil) };
        let mut changed = concerns(&paths, disk.racine(), &output, &made);
        // Until the files rest.
        loop {
            match receive.recv_timeout(REPOS) {
                Ok(more) => changed |= concerns(&more, disk.racine(), &output, &made),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(Issue::Outil),
            }
        }
        if changed {
            watch_above(&mut watcher, &disk);
            made = make(&tache, &moteur, &mut atelier);
            output = output.canonicalize().unwrap_or(output);
        }
    }
}

fn watch_error(error: notify::Error) -> CliError {
    CliError::Usage(format!("les fichiers ne peuvent pas être suivis : {error}"))
}

/// The sitting and the authority may stand above: only the files that are named there matter.
fn watch_above(watcher: &mut impl Watcher, disk: &Disk) {
    for folder in (1..NIVEAUX).filter_map(|niveau| disk.niveau(niveau)) {
        let modeles = folder.join("modeles");
        let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        if modeles.is_dir() {
            let _ = watcher.watch(&modeles, RecursiveMode::NonRecursive);
        }
    }
}

/// Whether a change is one of the dossier, and not of what is written from it.
fn concerns(paths: &[PathBuf], racine: &Path, output: &Path, made: &Bilan) -> bool {
    // The output may be the dossier itself: then only what was written there is set aside.
    let apart = !racine.starts_with(output);
    paths.iter().any(|path| {
        let Some(name) = path.file_name().map(|n| n.to_string_lossy().into_owned()) else {
            return false;
        };
        if apart && path.starts_with(output)
            || made.produits.iter().any(|p| Path::new(&p.chemin).file_name() == path.file_name())
        {
            return false;
        }
        let kind = Path::new(&name).extension().and_then(|e| e.to_str()).unwrap_or("");
        // What a new folder holds may have come before it was watched.
        if path.is_dir() {
            path.starts_with(racine) || name == "modeles"
        } else if path.starts_with(racine) {
            matches!(kind, "toml" | "md" | "typ" | "png" | "jpg" | "jpeg" | "svg")
                || made.fichiers.iter().any(|f| f.ends_with(&name))
        } else {
            matches!(name.as_str(), "seance.toml" | "assemblee.toml" | "collectivite.toml")
                || kind == "typ"
                || made.fichiers.iter().any(|f| f.starts_with("../") && f.ends_with(&name))
        }
    })
}

fn make(tache: &Tache, moteur: &Moteur, atelier: &mut Atelier) -> Bilan {
    let start = Instant::now();
    let bilan = match matiere::prepare(tache) {
        Ok(prepared) if prepared.own_templates() => {
            atelier.run(tache).unwrap_or_else(|e| Bilan::outil(tache, &e.to_string(), &[]))
        }
        Ok(prepared) => execution::execute(tache, prepared, moteur),
        Err(bilan) => *bilan,
    };
    // A closed screen stops no document.
    let _ = show(&bilan, false);
    let ms = start.elapsed().as_millis();
    flux::err(&match bilan.issue() {
        Issue::Bien => format!("à jour en {ms} ms\n"),
        _ if bilan.produits.is_empty() => {
            "rien n’a été remplacé ; en attente d’une correction\n".to_owned()
        }
        _ => "des documents manquent ; en attente d’une correction\n".to_owned(),
    });
    bilan
}
