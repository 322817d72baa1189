//! Worker processes, and what to do when one dies or does not answer.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::bilan::Bilan;
use super::tache::Tache;
use crate::cli::CliError;

/// How long one dossier may take before its worker is ended.
const DELAI: Duration = Duration::from_secs(120);
/// How many times longer than one document, when the command says what each may take.
const DOCUMENTS: u32 = 6;

/// One worker process (*atelier*), started again when it dies.
pub(in crate::cli) struct Atelier {
    threads: usize,
    worker: Option<Worker>,
}

struct Worker {
    child: Child,
    input: ChildStdin,
    output: Receiver<std::io::Result<String>>,
}

impl Atelier {
    /// A worker, started at the first task.
    pub(in crate::cli) fn new(threads: usize) -> Self {
        Self { threads, worker: None }
    }

    /// Gives a task to the worker and waits for what comes of it.
    pub(in crate::cli) fn run(&mut self, tache: &Tache) -> Result<Bilan, CliError> {
        let start = |e| CliError::Io("un processus de travail ne démarre pas", e);
        let worker = match &mut self.worker {
            Some(worker) => worker,
            empty => empty.insert(Worker::start(self.threads).map_err(start)?),
        };
        let mut line = serde_json::to_string(tache)
            .map_err(|e| CliError::Usage(format!("tâche impossible à transmettre : {e}")))?;
        line.push('\n');
        let sent = worker.input.write_all(line.as_bytes()).and_then(|()| worker.input.flush());
        let delai = tache.delai().map_or(DELAI, |d| d * DOCUMENTS);
        let answer = match sent {
            Ok(()) => worker.output.recv_timeout(delai),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        match answer {
            Ok(Ok(line)) => {
                if let Ok(bilan) = serde_json::from_str::<Bilan>(&line) {
                    if bilan.use_up {
                        self.stop();
                    }
                    return Ok(bilan);
                }
                self.stop();
                Ok(Bilan::outil(tache, "le processus de travail a répondu n’importe quoi", &[]))
            }
            Err(RecvTimeoutError::Timeout) => {
                self.stop();
                let message =
                    format!("pas de document en {} s : la production est arrêtée", delai.as_secs());
                Ok(Bilan::outil(tache, &message, &[]))
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
                self.stop();
                Ok(Bilan::outil(
                    tache,
                    "le processus de travail s’est arrêté",
                    &["un modèle de « modeles/ » demande sans doute trop de mémoire".to_owned()],
                ))
            }
        }
    }

    fn stop(&mut self) {
        if let Some(mut worker) = self.worker.take() {
            let _ = worker.child.kill();
            let _ = worker.child.wait();
        }
    }
}

impl Drop for Atelier {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Worker {
    fn start(threads: usize) -> std::io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .arg(super::ouvrier::NOM)
            .env("RAYON_NUM_THREADS", threads.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let lost = || std::io::Error::other("entrée ou sortie absente");
        let input = child.stdin.take().ok_or_else(lost)?;
        let output = child.stdout.take().ok_or_else(lost)?;
        let (send, receive) = channel();
        std::thread::Builder::new().name("atelier".to_owned()).spawn(move || {
            for line in BufReader::new(output).lines() {
                if send.send(line).is_err() {
                    break;
                }
            }
        })?;
        Ok(Self { child, input, output: receive })
    }
}
