//! Many dossiers: worker processes side by side, one failing dossier stops no other.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::atelier::Atelier;
use super::bilan::Bilan;
use super::show;
use super::tache::Tache;
use crate::cli::args::{FormatConstats, Produire};
use crate::cli::{CliError, Issue, ecriture, flux};

pub(super) fn run(args: &Produire) -> Result<Issue, CliError> {
    if args.rendu.sortie.as_deref() == Some(std::path::Path::new("-")) {
        return Err(CliError::Usage("la sortie standard ne reçoit qu’un dossier".to_owned()));
    }
    let start = Instant::now();
    let taches = tasks(args)?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or(cores, usize::from).min(taches.len());
    let json = args.messages == FormatConstats::Json;
    let progress = progress(taches.len());
    let next = AtomicUsize::new(0);
    let bilans: Mutex<Vec<Option<Bilan>>> = Mutex::new(vec![None; taches.len()]);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                let mut atelier = Atelier::new(1);
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(tache) = taches.get(i) else { break };
                    let bilan = atelier
                        .run(tache)
                        .unwrap_or_else(|e| Bilan::outil(tache, &e.to_string(), &[]));
                    if !json {
                        // A closed screen stops no document.
                        let _ = progress.suspend(|| show(&bilan, false));
                    }
                    progress.inc(1);
                    if let Ok(mut all) = bilans.lock() {
                        all[i] = Some(bilan);
                    }
                }
            });
        }
    });
    progress.finish_and_clear();
    let bilans: Vec<Bilan> =
        bilans.into_inner().unwrap_or_default().into_iter().flatten().collect();
    ecriture::settle(bilans.iter().flat_map(Bilan::paths));
    let worst = bilans.iter().map(Bilan::issue).max().unwrap_or(Issue::Outil);
    if json {
        let all: Vec<Value> = bilans.iter().map(Bilan::json).collect();
        flux::out(&format!("{:#}\n", json!({ "dossiers": all })))?;
    } else {
        summary(&bilans, taches.len(), start);
    }
    if args.chronometre {
        let mut sum = Bilan::default();
        bilans.iter().for_each(|b| sum.add_etapes(b));
        flux::err(&sum.etapes_text(start.elapsed()));
    }
    Ok(worst)
}

/// One task for each dossier; two dossiers of the same name may not share an output folder.
fn tasks(args: &Produire) -> Result<Vec<Tache>, CliError> {
    let mut names = BTreeSet::new();
    let mut out = Vec::with_capacity(args.dossiers.len());
    for dossier in &args.dossiers {
        let tache = Tache::new(dossier, &args.rendu, args.messages, false);
        let real = dossier.canonicalize().unwrap_or_else(|_| dossier.clone());
        let name = real
            .file_name()
            .map_or_else(|| "dossier".to_owned(), |n| n.to_string_lossy().into_owned());
        if args.rendu.sortie.is_some() && !names.insert(name.clone()) {
            return Err(CliError::Usage(format!(
                "deux dossiers s’appellent « {name} » : leurs documents se remplaceraient"
            )));
        }
        out.push(tache.under(&name));
    }
    Ok(out)
}

/// A progress line, on a terminal only.
fn progress(length: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(length as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} dossiers, encore {eta}") {
        bar.set_style(style);
    }
    bar
}

fn summary(bilans: &[Bilan], wanted: usize, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    let documents: usize = bilans.iter().map(|b| b.produits.len()).sum();
    let failed: Vec<&Bilan> = bilans.iter().filter(|b| b.issue() != Issue::Bien).collect();
    let plural = |n: usize| if n > 1 { "s" } else { "" };
    let time = format!("{seconds:.1}").replace('.', ",");
    flux::err(&format!(
        "{wanted} dossiers, {documents} fichier{} en {time} s ; {} en échec\n",
        plural(documents),
        failed.len()
    ));
    for bilan in failed {
        flux::err(&format!("  {}\n", bilan.dossier));
    }
}
