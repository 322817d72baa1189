//! `delibere authentifier`.

mod dossier;
mod jugement;
mod pdf;

use std::path::{Path, PathBuf};

use super::args::{Authentifier, FormatConstats};
use super::extraire::limited;
use super::{CliError, Issue, flux, produire};
use crate::export::sceau::{MAX_SCEAU, Outil, Sceau};

pub(super) fn run(args: &Authentifier) -> Result<Issue, CliError> {
    let jugement = if args.objet.is_dir() {
        dossier::judge(&args.objet, args.sceau.as_deref())?
    } else {
        pdf::judge(&args.objet, args.sceau.as_deref())?
    };
    match args.format {
        FormatConstats::Json => flux::out(&format!("{:#}\n", jugement.json(&args.objet)))?,
        FormatConstats::Texte => flux::out(&jugement.texte())?,
    }
    Ok(if jugement.authentique { Issue::Bien } else { Issue::Dossier })
}

/// A seal that was read, with where it stands.
struct Lu {
    chemin: PathBuf,
    sceau: Sceau,
}

/// Reads a seal.
fn seal(chemin: &Path) -> Result<Lu, CliError> {
    let octets = limited(chemin, MAX_SCEAU)?;
    let sceau = Sceau::lire(&octets)
        .map_err(|e| CliError::Usage(format!("« {} » : {e}", chemin.display())))?;
    Ok(Lu { chemin: chemin.to_owned(), sceau })
}

/// Why documents that should have the same bytes do not, when it is the tool that changed.
fn other_tool(programme: &str, modeles: &str) -> Option<String> {
    let Outil { programme: own, modeles: own_modeles } = produire::outil();
    if programme != own {
        return Some(format!(
            "c’est sans doute que la version a changé : {programme} alors, {own} aujourd’hui. Refaites-le avec Délibéré {programme} pour en être sûr."
        ));
    }
    (modeles != own_modeles).then(|| {
        "c’est sans doute que les modèles ou les polices du programme ont changé depuis, sous le même numéro de version."
            .to_owned()
    })
}
