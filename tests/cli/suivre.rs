//! `suivre`: made again at each change, whatever happens in between.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::dossiers::{small, small_act, whole};
use crate::support::delibere;

/// How long a change may take to show.
const PATIENCE: Duration = Duration::from_secs(20);

struct Suivi {
    child: Child,
    said: Receiver<String>,
    pdf: PathBuf,
}

impl Suivi {
    fn start(dossier: &Path, sortie: &Path) -> Self {
        let mut child = delibere()
            .arg("suivre")
            .arg(dossier)
            .arg("--sortie")
            .arg(sortie)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        let (send, said) = channel();
        let lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        std::thread::spawn(move || {
            lines.map_while(Result::ok).try_for_each(|line| send.send(line))
        });
        Self { child, said, pdf: sortie.join("deliberation.pdf") }
    }

    /// Waits for a line that holds those words.
    fn hears(&self, words: &str) {
        let start = Instant::now();
        let mut heard = Vec::new();
        while let Some(left) = PATIENCE.checked_sub(start.elapsed()) {
            match self.said.recv_timeout(left) {
                Ok(line) if line.contains(words) => return,
                Ok(line) => heard.push(line),
                Err(_) => break,
            }
        }
        panic!("« {words} » was not said: {heard:#?}");
    }

    fn pdf(&self) -> Vec<u8> {
        let octets = fs::read(&self.pdf).expect("a file");
        assert!(whole(&octets));
        octets
    }
}

impl Drop for Suivi {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn every_change_is_followed() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let dossier = folder.path().join("seances/acte été");
    small(&dossier, "Texte.");
    // The authority stands two folders above.
    fs::rename(dossier.join("collectivite.toml"), folder.path().join("collectivite.toml"))
        .expect("moved");
    let suivi = Suivi::start(&dossier, &dossier.join("sortie"));
    suivi.hears("à jour en");
    suivi.hears("Ctrl-C");
    let first = suivi.pdf();

    small_act(&dossier, "\"Autre texte.\"");
    suivi.hears("à jour en");
    let second = suivi.pdf();
    assert!(first != second);

    // Half a file is said, and harms nothing.
    let acte = dossier.join("deliberation.toml");
    let text = fs::read_to_string(&acte).expect("a file");
    fs::write(&acte, &text[..text.len() / 2]).expect("written");
    suivi.hears("rien n’a été remplacé");
    assert!(second == suivi.pdf());
    fs::write(&acte, &text).expect("written");
    suivi.hears("à jour en");
    assert!(second == suivi.pdf());

    // As editors save: a file beside, then a rename.
    fs::write(dossier.join("deliberation.toml.tmp"), text.replace("Autre", "Dernier"))
        .expect("written");
    fs::rename(dossier.join("deliberation.toml.tmp"), &acte).expect("moved");
    suivi.hears("à jour en");
    let third = suivi.pdf();
    assert!(third != second);

    let above = folder.path().join("collectivite.toml");
    let text = fs::read_to_string(&above).expect("a file");
    fs::write(&above, text.replace("Valmont", "Belmont")).expect("written");
    suivi.hears("à jour en");
    assert!(third != suivi.pdf());
}

#[test]
fn the_dossier_itself_may_receive_what_is_made() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let suivi = Suivi::start(folder.path(), folder.path());
    suivi.hears("Ctrl-C");
    let first = suivi.pdf();
    small_act(folder.path(), "\"Autre texte.\"");
    suivi.hears("à jour en");
    assert!(first != suivi.pdf());
    // What it writes does not wake it.
    let again = suivi.said.recv_timeout(Duration::from_millis(600));
    assert!(again.is_err(), "{again:?}");
}

#[test]
fn an_own_template_is_followed() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let suivi = Suivi::start(folder.path(), &folder.path().join("sortie"));
    suivi.hears("Ctrl-C");
    let first = suivi.pdf();
    super::dossiers::endless(folder.path(), "#panic()");
    suivi.hears("rien n’a été remplacé");
    let body = "#let acte(tete, logo, style, piece) = { title[Titre]; [Modèle de la commune] }";
    fs::write(folder.path().join("modeles/deliberation.typ"), body).expect("written");
    suivi.hears("à jour en");
    assert!(first != suivi.pdf());
}
