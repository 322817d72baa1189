//! `delibere extraire`.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::args::Extraire;
use super::ecriture;
use super::{CliError, Issue, flux, terminal};
use crate::export::joint::{self, Bordereau, Commande, DossierJoint, JointError};
use crate::export::pdf::MAX_PDF;
use crate::read::{Disk, FilesError, Liasse, Temoin};

pub(super) fn run(args: &Extraire) -> Result<Issue, CliError> {
    let target = args.sortie.clone().unwrap_or_else(|| beside(&args.fichier));
    let shown = target.display().to_string();
    // Said before the PDF is read: nothing would be done with it.
    ecriture::free(&target)?;
    let octets = pdf(&args.fichier)?;
    let joint = match joint::extraire(&octets) {
        Ok(joint) => joint,
        Err(error) => {
            explain(&args.fichier, &error);
            return Ok(Issue::Dossier);
        }
    };
    let DossierJoint { liasse, bordereau, autres } = &joint;
    ecriture::folder(&target, liasse.arbre())?;
    let count = liasse.fichiers().count();
    let s = if count > 1 { "s" } else { "" };
    flux::out(&format!("{shown} ({count} fichier{s})\n"))?;
    for (n, un, plusieurs) in [
        (
            *autres,
            "1 autre fichier est joint à ce PDF, et n’est pas de son dossier : il n’est pas extrait",
            "autres fichiers sont joints à ce PDF, et ne sont pas de son dossier : ils ne sont pas extraits",
        ),
        (
            liasse.voisins().len(),
            "1 autre acte de la séance n’est pas joint : un fichier tient sa place dans l’ordre du jour",
            "autres actes de la séance ne sont pas joints : un fichier tient la place de chacun dans l’ordre du jour",
        ),
    ] {
        match n {
            0 => {}
            1 => flux::out(&format!("{un}\n"))?,
            n => flux::out(&format!("{n} {plusieurs}\n"))?,
        }
    }
    let dossier = if liasse.dossier().is_empty() { target } else { target.join(liasse.dossier()) };
    let others = others(liasse, bordereau, &dossier);
    if !others.is_empty() {
        flux::out(&format!(
            "Ici, le dossier lirait aussi {} : extrayez-le ailleurs pour refaire le même PDF.\n",
            others.join(", ")
        ))?;
    }
    flux::out(&format!("Pour refaire ce PDF :\n  {}\n", again(bordereau, &dossier)))?;
    if bordereau.programme != env!("CARGO_PKG_VERSION") {
        flux::out(&format!(
            "Il a été fait avec la version {} de Délibéré, et celle-ci est la {} : les octets peuvent différer.\n",
            bordereau.programme,
            env!("CARGO_PKG_VERSION")
        ))?;
    }
    Ok(Issue::Bien)
}

/// The files that the dossier would read where it was put, and that the PDF was not made of.
fn others(liasse: &Liasse, bordereau: &Bordereau, dossier: &Path) -> Vec<String> {
    // It was written whole: that it cannot be read again is for `produire` to say.
    let Ok(disk) = Disk::open(dossier) else { return Vec::new() };
    let temoin = Temoin::new(&disk);
    let found = match bordereau.commande {
        Commande::Produire => crate::read(&temoin).map(|_| temoin.releve().acte()),
        Commande::Seance => crate::read_seance(&temoin).map(|_| temoin.releve().seance()),
    };
    let Ok(Ok(found)) = found else { return Vec::new() };
    let own: Vec<String> = liasse.fichiers().map(|(nom, _)| liasse.relatif(nom)).collect();
    let all = found.fichiers().map(|(nom, _)| found.relatif(nom));
    all.filter(|nom| !own.contains(nom)).map(|nom| format!("« {nom} »")).collect()
}

/// The command that makes a PDF again of the dossier that it carried.
fn again(bordereau: &Bordereau, dossier: &Path) -> String {
    let Bordereau { commande, document, norme, .. } = bordereau;
    let dossier = ecriture::typed(&dossier.display().to_string());
    format!("delibere {} {dossier} --document {document} --norme {norme}", commande.mot())
}

/// The bytes of a PDF.
pub(super) fn pdf(path: &Path) -> Result<Vec<u8>, CliError> {
    limited(path, MAX_PDF)
}

/// The bytes of a file of at most `max` bytes.
pub(super) fn limited(path: &Path, max: u64) -> Result<Vec<u8>, CliError> {
    let shown = || path.display().to_string();
    let fail = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => CliError::Files(FilesError::NotFound(shown())),
        _ => CliError::Files(FilesError::Io(shown(), e)),
    };
    // Asked before the file is opened: opening a pipe would wait for who writes in it.
    let metadata = std::fs::metadata(path).map_err(fail)?;
    if metadata.is_dir() {
        return Err(fail(std::io::ErrorKind::IsADirectory.into()));
    }
    if !metadata.is_file() {
        return Err(CliError::Usage(format!("« {} » n’est pas un fichier", shown())));
    }
    if metadata.len() > max {
        return Err(FilesError::TooLarge(shown(), max >> 20).into());
    }
    let mut octets = Vec::new();
    let file = std::fs::File::open(path).map_err(fail)?;
    file.take(max + 1).read_to_end(&mut octets).map_err(fail)?;
    if octets.len() as u64 > max {
        return Err(FilesError::TooLarge(shown(), max >> 20).into());
    }
    Ok(octets)
}

/// Says why a PDF gives no dossier.
fn explain(path: &Path, error: &JointError) {
    terminal::tool_error(&format!("« {} » : {error} ; rien n’a été écrit", path.display()));
    if let Some(aide) = advice(error) {
        terminal::hint(aide);
    }
}

/// What to do of a PDF that gives no dossier.
pub(super) fn advice(error: &JointError) -> Option<&'static str> {
    use crate::export::joint::BordereauError;
    use crate::export::pdf::PdfError;
    Some(match error {
        JointError::Absent => {
            "seul un PDF produit par Délibéré avec --norme a-3a, et sans --sans-source, porte son dossier"
        }
        JointError::Pdf(PdfError::PasUnPdf) => "donnez le chemin d’un PDF produit par Délibéré",
        JointError::Pdf(PdfError::Abime(_)) => {
            "demandez de nouveau le fichier à qui vous l’a transmis : il a pu être coupé en chemin"
        }
        JointError::Pdf(PdfError::Chiffre) => {
            "demandez le PDF tel qu’il a été produit, sans mot de passe"
        }
        JointError::Pdf(PdfError::Codage) => {
            "un autre logiciel l’a réécrit : demandez le PDF tel qu’il a été produit"
        }
        JointError::Bordereau(BordereauError::Format) => "installez la version la plus récente",
        JointError::Pdf(PdfError::Demesure(_)) | JointError::Liasse(_) => {
            "Délibéré n’écrit pas de tel PDF : méfiez-vous de ce fichier"
        }
        JointError::Bordereau(_)
        | JointError::Manque(_)
        | JointError::Deux(_)
        | JointError::Change(_) => {
            "quelqu’un, ou un autre logiciel, a changé ce que le PDF porte : demandez-le tel qu’il a été produit"
        }
    })
}

/// The folder that has the name of the file, beside it.
fn beside(fichier: &Path) -> PathBuf {
    let stem = fichier.with_extension("");
    if stem == fichier { fichier.with_extension("dossier") } else { stem }
}
