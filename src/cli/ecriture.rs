//! Files written beside and renamed: never half a file under the final name, never a harmed previous one.

use std::io::Write;
use std::path::Path;

use super::CliError;

/// How far a write goes before it is said to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tenue {
    /// A power cut right after leaves the whole file too.
    Durable,
    /// For a file that the next save makes again, or that [`settle`] is called for later: a kill or a full disk still
    /// leaves a whole one.
    #[cfg(feature = "pdf")]
    Passagere,
}

/// Writes a whole file, or leaves what was there.
pub(crate) fn write(path: &Path, octets: &[u8], tenue: Tenue) -> Result<(), CliError> {
    let fail = |e| CliError::Write(path.display().to_string(), e);
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".delibere-");
    // What an ordinary new file would have, less what the user masks; a temporary one is for its owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(fail)?;
    file.write_all(octets).map_err(fail)?;
    if tenue == Tenue::Durable {
        // Renamed before its bytes are on the disk, a file may be found empty after a power cut.
        file.as_file().sync_data().map_err(fail)?;
    }
    file.persist(path).map_err(|e| fail(e.error))?;
    Ok(())
}

/// Waits until files already written are on the disk; one that is gone since is nobody's loss.
#[cfg(feature = "pdf")]
pub(crate) fn settle<'a>(paths: impl Iterator<Item = &'a str>) {
    for file in paths.filter_map(|p| std::fs::File::open(p).ok()) {
        let _ = file.sync_data();
    }
}

/// A path as it is typed in a terminal.
pub(crate) fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    match path {
        p if p.starts_with('-') => typed(&format!("./{p}")),
        p if p.chars().all(plain) => p.to_owned(),
        p if cfg!(windows) => format!("\"{p}\""),
        p => format!("'{}'", p.replace('\'', r"'\''")),
    }
}

/// Writes a whole folder that does not exist yet, or nothing: half a dossier is never seen.
pub(crate) fn folder<'a>(
    target: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), CliError> {
    let fail = |e: std::io::Error| CliError::Write(target.display().to_string(), e);
    let parent = match target.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(parent).map_err(fail)?;
    let temporary =
        tempfile::Builder::new().prefix(".delibere-").tempdir_in(parent).map_err(fail)?;
    let mut like = None;
    for (chemin, octets) in files {
        let path = temporary.path().join(chemin);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(fail)?;
        }
        write(&path, octets, Tenue::Durable)?;
        like.get_or_insert(path);
    }
    publish(temporary, like.as_deref(), target).map_err(fail)
}

/// Refuses a folder that holds something already, or a file: nothing is ever replaced in silence.
pub(crate) fn free(target: &Path) -> Result<(), CliError> {
    let occupied = match std::fs::read_dir(target) {
        Ok(mut entries) => entries.next().is_some().then_some("n’est pas vide"),
        Err(_) => {
            target.symlink_metadata().is_ok().then_some("existe déjà et n’est pas un dossier")
        }
    };
    match occupied {
        Some(why) => {
            let shown = target.display();
            Err(CliError::Usage(format!("« {shown} » {why} : rien n’a été écrit")))
        }
        None => Ok(()),
    }
}

/// The folder gets its name, and the rights of an ordinary one.
fn publish(
    temporary: tempfile::TempDir,
    like: Option<&Path>,
    target: &Path,
) -> std::io::Result<()> {
    #[cfg(unix)]
    if let Some(like) = like {
        use std::os::unix::fs::PermissionsExt as _;
        let like = like.metadata()?.permissions().mode();
        // Who may read a file of it may enter it.
        let mode = like | ((like & 0o444) >> 2);
        std::fs::set_permissions(temporary.path(), std::fs::Permissions::from_mode(mode))?;
    }
    #[cfg(not(unix))]
    let _ = like;
    std::fs::rename(temporary.path(), target)?;
    // It has another name now: nothing is left to be removed.
    let _ = temporary.keep();
    Ok(())
}
