//! What is written is whole, or is what was there before.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use super::dossiers::{names, small, whole};
use crate::support::{Hasard, delibere, run};

#[test]
fn a_killed_command_leaves_whole_files() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let pdf = folder.path().join("sortie/deliberation.pdf");
    // The first run is the slowest: what is measured is the last one.
    let mut whole_time = 0;
    for _ in 0..3 {
        let start = std::time::Instant::now();
        assert_eq!(run(["produire".as_ref(), folder.path().as_os_str()]).code, Some(0));
        whole_time = u64::try_from(start.elapsed().as_micros()).expect("a short time");
    }
    let mut hasard = Hasard(0x5eed);
    let mut ended = 0;
    for i in 0..40 {
        small(folder.path(), &format!("Texte {i}."));
        let mut child = delibere()
            .arg("produire")
            .arg(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command runs");
        std::thread::sleep(Duration::from_micros(hasard.below(whole_time * 5 / 4)));
        child.kill().expect("killed");
        ended += u32::from(child.wait().expect("an end").success());
        assert!(whole(&fs::read(&pdf).expect("the file is there")), "after {i} kills");
    }
    assert!(ended < 40, "none was killed in time");
    // What a killed command left is not taken for a document, and stops nothing.
    assert_eq!(run(["produire".as_ref(), folder.path().as_os_str()]).code, Some(0));
    let left: Vec<String> = names(&folder.path().join("sortie"));
    assert!(
        left.iter().all(|n| n == "deliberation.pdf" || n.starts_with(".delibere-")),
        "{left:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_write_that_fails_leaves_the_previous_file() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    assert_eq!(run(["produire".as_ref(), folder.path().as_os_str()]).code, Some(0));
    let pdf = folder.path().join("sortie/deliberation.pdf");
    let before = fs::read(&pdf).expect("a file");

    small(folder.path(), "Autre texte.");
    // A file may hold 4 blocks of 512 or 1 024 bytes: less than any document.
    let run = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" produire \"$1\""])
        .arg(env!("CARGO_BIN_EXE_delibere"))
        .arg(folder.path())
        .output()
        .expect("sh runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("ne peut pas être écrit"), "{said}");
    assert!(fs::read(&pdf).expect("a file") == before);
    assert_eq!(
        names(pdf.parent().expect("a folder")),
        ["deliberation.pdf"],
        "nothing is left beside"
    );
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    // A file where the folder should be, then a folder where the file should be.
    fs::write(folder.path().join("fichier"), "x").expect("written");
    let said = run([
        "produire".as_ref(),
        folder.path().as_os_str(),
        "--sortie".as_ref(),
        folder.path().join("fichier").as_os_str(),
    ]);
    assert_eq!(said.code, Some(2), "{}", said.err);
    assert!(said.err.contains("ne peut pas être écrit"), "{}", said.err);
    fs::create_dir_all(folder.path().join("pdf/deliberation.pdf/x")).expect("folder");
    let said = run([
        "produire".as_ref(),
        folder.path().as_os_str(),
        "--sortie".as_ref(),
        folder.path().join("pdf").as_os_str(),
    ]);
    assert_eq!(said.code, Some(2), "{}", said.err);
    assert!(said.err.contains("ne peut pas être écrit"), "{}", said.err);
    assert_eq!(names(&folder.path().join("pdf")), ["deliberation.pdf"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_never_written_through() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let sortie = folder.path().join("sortie");
    fs::create_dir(&sortie).expect("folder");
    let elsewhere = folder.path().join("precieux");
    fs::write(&elsewhere, "précieux").expect("written");
    // A dossier that comes from someone else may hold such a link.
    symlink(&elsewhere, sortie.join("deliberation.pdf")).expect("a link");
    assert_eq!(run(["produire".as_ref(), folder.path().as_os_str()]).code, Some(0));
    assert_eq!(fs::read_to_string(&elsewhere).expect("a file"), "précieux");
    let made = sortie.join("deliberation.pdf");
    assert!(made.symlink_metadata().expect("a file").is_file());
    let mode = made.metadata().expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode & 0o600, 0o600, "{mode:o}");
    assert_eq!(mode & 0o111, 0, "{mode:o}");

    // The folder itself may be a link.
    let real = folder.path().join("ailleurs");
    fs::create_dir(&real).expect("folder");
    let link = folder.path().join("lien");
    symlink(&real, &link).expect("a link");
    let said = run([
        "produire".as_ref(),
        folder.path().as_os_str(),
        "--sortie".as_ref(),
        link.as_os_str(),
    ]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert_eq!(names(&real), ["deliberation.pdf"]);
}
