//! What the tests share.

#![allow(dead_code, reason = "each set of features uses its own part of it")]

use std::path::{Path, PathBuf};

/// A variable of the environment that the tests obey.
#[expect(
    clippy::disallowed_methods,
    reason = "tests are told where the judges stand by the environment"
)]
pub fn variable(nom: &str) -> Option<String> {
    std::env::var(nom).ok().filter(|v| !v.is_empty())
}

/// Whether expectations are rewritten rather than compared.
pub fn rewrite() -> bool {
    variable("DELIBERE_REECRIRE").is_some()
}

/// Whether an outside tool is there; the run that promised it (`DELIBERE_JUGES`) fails without it.
pub fn judge(outil: &str) -> bool {
    if std::process::Command::new(outil).arg("-v").output().is_ok() {
        return true;
    }
    assert!(variable("DELIBERE_JUGES").is_none(), "{outil} is missing");
    loud(&format!("!!! SKIPPED: {outil} is not installed, what it judges was not judged"));
    false
}

/// Whether Python has an outside module; the run that promised it (`DELIBERE_JUGES`) fails without it.
pub fn judge_python(module: &str) -> bool {
    let import = format!("import {module}");
    let have = std::process::Command::new("python3").args(["-c", &import]).output();
    if have.is_ok_and(|o| o.status.success()) {
        return true;
    }
    assert!(variable("DELIBERE_JUGES").is_none(), "{module} is missing");
    loud(&format!("!!! SKIPPED: {module} is not installed, what it judges was not judged"));
    false
}

/// A file of the norms that others wrote, which stay outside (`DELIBERE_NORMES`); set, its absence fails.
pub fn norme(chemin: &str) -> Option<PathBuf> {
    let Some(folder) = variable("DELIBERE_NORMES") else {
        loud(&format!("!!! SKIPPED: DELIBERE_NORMES is not set, {chemin} was not read"));
        return None;
    };
    let path = Path::new(&folder).join(chemin);
    assert!(path.exists(), "{} is missing", path.display());
    Some(path)
}

/// The folder of the crate.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of acts in `fixtures/valid`, sorted.
pub fn valid() -> Vec<PathBuf> {
    holding("deliberation.toml")
}

/// The folders of sittings in `fixtures/valid`, sorted.
pub fn sittings() -> Vec<PathBuf> {
    let mut out = holding("seance.toml");
    out.retain(|p| is_sitting(p));
    out
}

/// The folders of all acts of `fixtures/valid`, those of sittings too, sorted.
pub fn acts() -> Vec<PathBuf> {
    let mut folders = valid();
    for sitting in sittings() {
        let entries = std::fs::read_dir(&sitting).expect("a sitting").filter_map(Result::ok);
        folders.extend(entries.map(|e| e.path()).filter(|p| p.join("deliberation.toml").exists()));
    }
    folders.sort();
    folders
}

fn holding(file: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("fixtures/valid")).expect("fixtures/valid");
    let mut out: Vec<PathBuf> =
        entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.join(file).exists()).collect();
    out.sort();
    assert!(!out.is_empty());
    out
}

/// The folders of `fixtures/invalid`, sorted: each is named after the code that it must have, then a few words.
pub fn invalid() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("fixtures/invalid")).expect("fixtures/invalid");
    let mut out: Vec<PathBuf> =
        entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()).collect();
    out.sort();
    assert!(!out.is_empty());
    out
}

/// What reading a folder gives.
pub fn read(path: &Path) -> delibere::read::Lecture {
    delibere::read(&delibere::read::Disk::open(path).expect("a folder")).expect("files")
}

/// Whether a folder is that of a sitting.
pub fn is_sitting(path: &Path) -> bool {
    path.join("seance.toml").exists() && !path.join("deliberation.toml").exists()
}

/// What reading the folder of a sitting gives.
pub fn read_sitting(path: &Path) -> delibere::read::LectureSeance {
    let files = delibere::read::Disk::open(path).expect("a folder");
    delibere::read_seance(&files).expect("files")
}

/// The dossier of a folder without fault.
pub fn read_well(path: &Path) -> delibere::model::Dossier {
    let lecture = read(path);
    let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
    dossier
}

/// The text files of a dossier, by their path in it.
pub fn texts(path: &Path) -> Vec<(String, String)> {
    fn walk(folder: &Path, prefix: &str, out: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
            let (path, shown) = (entry.path(), format!("{prefix}{}", name(&entry.path())));
            if path.is_dir() {
                walk(&path, &format!("{shown}/"), out);
            } else if let Ok(texte) = std::fs::read_to_string(&path) {
                out.push((shown, texte));
            }
        }
    }
    let mut out = Vec::new();
    walk(path, "", &mut out);
    out.sort();
    out
}

/// Compares with a committed file, or rewrites it.
pub fn expect_file(path: &Path, actual: &str) {
    if rewrite() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
        std::fs::write(path, actual).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} is stale; DELIBERE_REECRIRE=1 rewrites it.\n--- expected\n{expected}\n--- actual\n{actual}",
        path.display()
    );
}

/// The name of a folder.
pub fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// Copies a folder and what it holds, except what was made from it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("folder");
    for entry in std::fs::read_dir(from).expect("folder to copy").filter_map(Result::ok) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true if matches!(&*name(&path), "sortie" | "attendu") => {}
            true => copy(&path, &target),
            false => {
                std::fs::copy(&path, &target).expect("copy");
            }
        }
    }
}

/// A number that changes at each call, the same ones at each run (xorshift).
pub struct Hasard(pub u64);

impl Hasard {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

#[cfg(feature = "cli")]
pub use command::{Run, delibere, run};

#[cfg(feature = "cli")]
mod command {
    use std::process::{Command, Output};

    /// The command, with an environment of its own.
    pub fn delibere() -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_delibere"));
        command.env("NO_COLOR", "1");
        command
    }

    /// What a command gave.
    #[derive(Debug)]
    pub struct Run {
        pub code: Option<i32>,
        pub out: String,
        pub err: String,
    }

    impl From<Output> for Run {
        fn from(output: Output) -> Self {
            Self {
                code: output.status.code(),
                out: String::from_utf8_lossy(&output.stdout).into_owned(),
                err: String::from_utf8_lossy(&output.stderr).into_owned(),
            }
        }
    }

    /// Runs the command with those arguments.
    pub fn run<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> Run {
        delibere().args(args).output().expect("the command runs").into()
    }
}

#[cfg(feature = "pdf")]
pub use documents::{compose, dossier, dossier_in, laid, moteur, pdf};

#[cfg(feature = "pdf")]
mod documents {
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::sync::{Arc, LazyLock, Mutex};

    use delibere::compute::Comptes;
    use delibere::model::Dossier;
    use delibere::read::{Disk, Files, Memory};
    use delibere::render::{Document, MiseEnPage, Moteur, Norme, RenderError};

    /// The engine of all tests.
    pub fn moteur() -> &'static Moteur {
        static MOTEUR: LazyLock<Moteur> = LazyLock::new(Moteur::default);
        &MOTEUR
    }

    fn open(files: &dyn Files) -> (Dossier, Comptes) {
        let lecture = delibere::read(files).expect("files");
        let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
        let comptes = delibere::compute(&dossier);
        (dossier, comptes)
    }

    /// A dossier on the disk.
    pub fn dossier_in(path: &Path) -> (Dossier, Comptes) {
        open(&Disk::open(path).expect("dossier"))
    }

    /// A dossier in memory.
    pub fn dossier(files: &Memory) -> (Dossier, Comptes) {
        open(files)
    }

    /// A document of a dossier in memory.
    pub fn compose(files: &Memory, document: Document) -> Result<MiseEnPage, RenderError> {
        let (dossier, comptes) = open(files);
        moteur().compose(&dossier, &comptes, document)
    }

    type Cache<T> = LazyLock<Mutex<BTreeMap<(String, String), Arc<T>>>>;

    /// A document of a case, laid out once for all tests.
    pub fn laid(case: &Path, document: Document) -> Arc<MiseEnPage> {
        static CACHE: Cache<MiseEnPage> = LazyLock::new(Mutex::default);
        let key = (case.display().to_string(), document.to_string());
        let mut cache = CACHE.lock().expect("cache");
        let make = || {
            let (dossier, comptes) = dossier_in(case);
            Arc::new(moteur().compose(&dossier, &comptes, document).expect("a layout"))
        };
        cache.entry(key).or_insert_with(make).clone()
    }

    /// The PDF of a document of a case, in the usual standard.
    pub fn pdf(case: &Path, document: Document) -> Arc<Vec<u8>> {
        static CACHE: Cache<Vec<u8>> = LazyLock::new(Mutex::default);
        let key = (case.display().to_string(), document.to_string());
        let laid = laid(case, document);
        let mut cache = CACHE.lock().expect("cache");
        cache
            .entry(key)
            .or_insert_with(|| Arc::new(laid.pdf(&Norme::default()).expect("a PDF")))
            .clone()
    }
}

/// Says that something was not tested, past what the test runner swallows of a test that passes.
pub fn loud(message: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "\n{message}");
}
