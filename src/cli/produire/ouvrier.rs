//! A worker process: one task by line on its input, one result by line on its output.

use std::io::{BufRead, Write};

use super::bilan::Bilan;
use super::tache::Tache;
use super::{execution, matiere};
use crate::cli::{CliError, Issue};

/// The argument that makes a worker of this program.
pub(in crate::cli) const NOM: &str = "ouvrier";

/// What an authority's own templates may ask of the memory, in bytes.
const MEMOIRE: u64 = 4 << 30;

/// Works until the input ends.
pub(in crate::cli) fn run() -> Result<Issue, CliError> {
    #[cfg(unix)]
    {
        // Typst can neither be interrupted nor bounded from inside: past this, the process stops and its parent says so.
        let _ = rlimit::Resource::AS.set(MEMOIRE, MEMOIRE);
    }
    // Documents are the unit of parallelism: one thread a process.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    let mut moteur = None;
    let io = |e| CliError::Io("le processus principal ne répond plus", e);
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(io)?;
        let Ok(tache) = serde_json::from_str::<Tache>(&line) else {
            return Err(CliError::Usage("tâche illisible".to_owned()));
        };
        let bilan = match matiere::prepare(&tache) {
            // Every task of a worker comes from one command: they ask for the same engine.
            Ok(prepared) => {
                let moteur = moteur.get_or_insert_with(|| super::engine(&tache));
                execution::execute(&tache, prepared, moteur)
            }
            Err(bilan) => *bilan,
        };
        let use_up = bilan.use_up;
        send(&mut out, &bilan).map_err(io)?;
        if use_up {
            break;
        }
    }
    Ok(Issue::Bien)
}

fn send(out: &mut impl Write, bilan: &Bilan) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, bilan)?;
    out.write_all(b"\n")?;
    out.flush()
}
