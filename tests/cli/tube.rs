//! A reader that goes away.

use std::io::Read;
use std::process::Stdio;

use super::dossiers::small;
use crate::support::delibere;

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let dossier = folder.path().to_string_lossy().into_owned();
    let mut commands = vec![
        vec!["--aide"],
        vec!["schema", "deliberation"],
        vec!["completion", "bash"],
        vec!["verifier", &dossier],
        vec!["verifier", &dossier, "--format", "json"],
    ];
    if cfg!(feature = "pdf") {
        commands.push(vec!["produire", &dossier]);
        commands.push(vec!["produire", &dossier, "--messages", "json"]);
        commands.push(vec!["produire", &dossier, "--sortie", "-", "--document", "deliberation"]);
        commands.push(vec!["produire", &dossier, &dossier]);
    }
    for args in commands {
        let mut child = delibere()
            .args(&args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("stderr").read_to_string(&mut said).expect("UTF-8");
        let status = child.wait().expect("an end");
        assert_eq!(status.code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panicked"), "{args:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_error_stream_is_no_panic() {
    for args in [vec!["verifier", "nulle-part"], vec!["schema"], vec!["option"]] {
        let mut child = delibere()
            .args(&args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command runs");
        drop(child.stderr.take());
        assert_eq!(child.wait().expect("an end").code(), Some(2), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_said() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let run = delibere()
        .args(["schema", "deliberation"])
        .stdout(full)
        .output()
        .expect("the command runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("la sortie standard ne peut pas être écrite"), "{said}");
}
