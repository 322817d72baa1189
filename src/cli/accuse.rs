//! `delibere accuse`.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::args::Accuse as Args;
use super::registre_vie::{self, Acte, Verrou};
use super::{CliError, Issue, flux, terminal};
use crate::export::actes::{Accuse, MAX_MESSAGE, NatureAccuse, accuse};
use crate::model::{Etape, Identifiant, NatureEtape};
use crate::read::FilesError;

pub(super) fn run(args: &Args) -> Result<Issue, CliError> {
    let mut issue = Issue::Bien;
    for fichier in &args.fichiers {
        issue = issue.max(one(fichier, &args.acte)?);
    }
    Ok(issue)
}

fn one(fichier: &Path, parmi: &Path) -> Result<Issue, CliError> {
    let shown = fichier.display();
    let octets = bytes(fichier)?;
    let accuse = match accuse(&octets) {
        Ok(accuse) => accuse,
        Err(error) => {
            terminal::tool_error(&format!("{shown} : {error}"));
            return Ok(Issue::Dossier);
        }
    };
    for remarque in &accuse.remarques {
        terminal::hint(remarque);
    }
    let Some(chemin) = answered(&accuse, parmi)? else {
        terminal::tool_error(&format!(
            "{shown} concerne un acte qui n’est pas dans « {} », et rien n’est noté : {}",
            parmi.display(),
            accuse.phrase()
        ));
        terminal::hint("donnez le dossier de cet acte, ou celui qui le contient : --acte DOSSIER");
        return Ok(Issue::Dossier);
    };
    let verrou = Verrou::take(&chemin)?;
    let Some(mut acte) = registre_vie::read(&chemin)? else { return Ok(Issue::Dossier) };
    let etape = step(&accuse, fichier);
    let known =
        |e: &Etape| (e.nature, e.date, &e.preuve) == (etape.nature, etape.date, &etape.preuve);
    if acte.dossier.vie.etapes.iter().any(known) {
        flux::out(&format!("{} : déjà noté, {}\n", chemin.display(), accuse.phrase()))?;
        return Ok(end(&accuse));
    }
    let noted = registre_vie::add(&verrou, &chemin, &mut acte, &[etape])?;
    if noted.issue() != Issue::Bien {
        return Ok(noted.issue());
    }
    match end(&accuse) {
        Issue::Bien => flux::out(&format!("{} : {}\n", chemin.display(), accuse.phrase()))?,
        _ => terminal::tool_error(&format!("{} : {}", chemin.display(), accuse.phrase())),
    }
    Ok(end(&accuse))
}

/// An anomaly is noted, and is no good news.
fn end(accuse: &Accuse) -> Issue {
    match accuse.nature() {
        NatureAccuse::Recu | NatureAccuse::AnnulationRecue => Issue::Bien,
        NatureAccuse::AnomalieActe | NatureAccuse::AnomalieEnveloppe => Issue::Dossier,
    }
}

fn step(accuse: &Accuse, fichier: &Path) -> Etape {
    let nature = match accuse.nature() {
        NatureAccuse::Recu => NatureEtape::Recue,
        NatureAccuse::AnnulationRecue => NatureEtape::TransmissionAnnulee,
        NatureAccuse::AnomalieActe | NatureAccuse::AnomalieEnveloppe => NatureEtape::Anomalie,
    };
    Etape {
        nature,
        date: accuse.date,
        acteur: Some("préfecture".to_owned()),
        preuve: fichier.file_name().map(|n| n.to_string_lossy().into_owned()),
    }
}

/// At most what a message may have, and one byte that tells it is more.
fn bytes(fichier: &Path) -> Result<Vec<u8>, CliError> {
    let fail = |e| CliError::Files(FilesError::Io(fichier.display().to_string(), e));
    if !std::fs::metadata(fichier).map_err(fail)?.is_file() {
        return Err(fail(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut octets = Vec::new();
    std::fs::File::open(fichier)
        .map_err(fail)?
        .take(MAX_MESSAGE as u64 + 1)
        .read_to_end(&mut octets)
        .map_err(fail)?;
    Ok(octets)
}

/// The act that an answer is about, among those of a folder.
fn answered(accuse: &Accuse, parmi: &Path) -> Result<Option<PathBuf>, CliError> {
    let folders = registre_vie::actes(parmi);
    if folders.is_empty() {
        return Err(CliError::Usage(format!(
            "« {} » n’a pas d’acte : donnez le dossier de l’acte avec --acte",
            parmi.display()
        )));
    }
    for chemin in folders {
        let Some(Acte { dossier, .. }) = quiet(&chemin)? else { continue };
        if Identifiant::of(&dossier).is_some_and(|id| accuse.answers(&id)) {
            return Ok(Some(chemin));
        }
    }
    Ok(None)
}

/// Reads an act without a word: one that does not read is not the one that was transmitted.
fn quiet(chemin: &Path) -> Result<Option<Acte>, CliError> {
    let mut lecture = crate::read(&crate::read::Disk::open(chemin)?)?;
    Ok(lecture.dossier.take().map(|dossier| {
        let comptes = crate::compute(&dossier);
        Acte { dossier, comptes, lecture }
    }))
}
