//! Files written beside and renamed: never half a file under the final name, never a harmed previous one.

use std::io::Write;
use std::path::Path;

use super::CliError;

/// Writes a whole file, or leaves what was there.
pub(crate) fn write(path: &Path, octets: &[u8]) -> Result<(), CliError> {
    let fail = |e| CliError::Write(path.display().to_string(), e);
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new()
        .prefix(".delibere-")
        .permissions(permissions())
        .tempfile_in(folder)
        .map_err(fail)?;
    file.write_all(octets).map_err(fail)?;
    file.flush().map_err(fail)?;
    file.persist(path).map_err(|e| fail(e.error))?;
    Ok(())
}

/// What an ordinary new file would have, less what the user masks.
fn permissions() -> std::fs::Permissions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::Permissions::from_mode(0o666)
    }
    #[cfg(not(unix))]
    {
        std::fs::File::open(".").and_then(|f| f.metadata()).map(|m| m.permissions()).unwrap_or_else(
            |_| unreachable!("the current folder has permissions"),
        )
    }
}
