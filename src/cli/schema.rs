//! `delibere schema`.

use super::args::Schema;
use super::{CliError, Issue, ecriture, flux};
use crate::read::schema::{Fichier, reference, schema};

pub(super) fn run(args: &Schema) -> Result<Issue, CliError> {
    if args.guide {
        flux::out(&reference())?;
        return Ok(Issue::Bien);
    }
    if let Some(folder) = &args.sortie {
        write_all(folder)?;
        return Ok(Issue::Bien);
    }
    let names: Vec<&str> = Fichier::ALL.iter().map(|(_, nom)| *nom).collect();
    let Some(wanted) = &args.fichier else {
        return Err(CliError::Usage(format!("nommez un fichier : {}", names.join(", "))));
    };
    let wanted = wanted.strip_suffix(".toml").unwrap_or(wanted);
    let Some((fichier, _)) = Fichier::ALL.iter().find(|(_, nom)| *nom == wanted) else {
        return Err(CliError::Usage(format!(
            "« {wanted} » n’a pas de schéma ; fichiers possibles : {}",
            names.join(", ")
        )));
    };
    flux::out(&format!("{:#}\n", schema(*fichier)))?;
    Ok(Issue::Bien)
}

/// Writes the schema of every kind of file in a folder.
pub(super) fn write_all(folder: &std::path::Path) -> Result<(), CliError> {
    std::fs::create_dir_all(folder)
        .map_err(|e| CliError::Write(folder.display().to_string(), e))?;
    for (fichier, nom) in Fichier::ALL {
        let text = format!("{:#}\n", schema(*fichier));
        ecriture::write(
            &folder.join(format!("{nom}.json")),
            text.as_bytes(),
            ecriture::Tenue::Durable,
        )?;
    }
    Ok(())
}
