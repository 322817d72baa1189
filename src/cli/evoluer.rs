//! `delibere evoluer`.

use std::path::{Component, Path, PathBuf};

use super::args::Evoluer;
use super::{CliError, Issue, comparer, ecriture, flux};
use crate::evolve::{Ouverture, suivant};
use crate::read::{Disk, NIVEAUX};

pub(super) fn run(args: &Evoluer) -> Result<Issue, CliError> {
    let Some(dossier) = comparer::lu(&args.acte)? else { return Ok(Issue::Dossier) };
    let files = Disk::open(&args.acte)?;
    let former = files.racine();
    let target = match &args.vers {
        Some(target) => target.clone(),
        None => beside(&args.acte, former),
    };
    let shown = target.display().to_string();
    if target.symlink_metadata().is_ok() {
        return Err(CliError::Usage(format!("« {shown} » existe déjà : rien n’a été écrit")));
    }
    let fail = |e: std::io::Error| CliError::Write(shown.clone(), e);
    let parent = match target.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    let name = target
        .file_name()
        .ok_or_else(|| CliError::Usage(format!("« {shown} » ne nomme pas un dossier à créer")))?;
    let real = resolved(parent).map_err(fail)?.join(name);
    let lien = lien(&real, former).ok_or_else(|| {
        CliError::Usage(format!(
            "de « {shown} », l’acte antérieur serait hors de portée : créez le nouveau dossier à côté de lui, ou deux dossiers au-dessous au plus ; rien n’a été écrit"
        ))
    })?;
    let above = |level: usize| real.ancestors().nth(level);
    let collectivite_visible =
        (1..NIVEAUX - 1).filter_map(above).any(|p| p.join("collectivite.toml").is_file());
    let ouverture = Ouverture { date: args.date, lien, collectivite_visible };
    let fichiers = suivant(&files, &dossier, &ouverture)
        .map_err(|e| CliError::Usage(format!("{e} ; rien n’a été écrit")))?;
    ecriture::folder(&target, fichiers.iter().map(|f| (f.chemin.as_str(), f.octets.as_slice())))?;
    flux::out(&format!(
        "« {shown} » est prêt : {} fichiers, d’après la délibération n° {}.\nChangez le programme, le budget et les fiches, puis :\n  delibere comparer {} {}\n",
        fichiers.len(),
        dossier.deliberation.numero.affiche,
        ecriture::typed(&args.acte.display().to_string()),
        ecriture::typed(&shown),
    ))?;
    Ok(Issue::Bien)
}

/// Where a folder stands or will stand: what of it exists is resolved.
fn resolved(folder: &Path) -> std::io::Result<PathBuf> {
    let mut missing = Vec::new();
    let mut here = folder.to_path_buf();
    loop {
        match here.canonicalize() {
            Ok(real) => return Ok(missing.iter().rev().fold(real, |path, step| path.join(step))),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => match here.file_name() {
                Some(step) => {
                    missing.push(step.to_owned());
                    here = match here.parent() {
                        Some(p) if !p.as_os_str().is_empty() => p.to_path_buf(),
                        _ => PathBuf::from("."),
                    };
                }
                None => return Err(e),
            },
            Err(e) => return Err(e),
        }
    }
}

/// The usual name of the next dossier, beside the former one.
fn beside(typed: &Path, former: &Path) -> PathBuf {
    let name = former.file_name().unwrap_or_default().to_string_lossy();
    let named =
        typed.file_name().is_some() && typed.components().next_back() != Some(Component::ParentDir);
    let parent = if named {
        typed.parent().map(Path::to_owned)
    } else {
        former.parent().map(Path::to_owned)
    };
    let mut parent = parent.unwrap_or_default();
    // An act of a sitting will be changed at another one: beside that sitting, not among its acts.
    if !former.join("seance.toml").is_file()
        && former.parent().is_some_and(|p| p.join("seance.toml").is_file())
    {
        parent = match parent.parent() {
            Some(above) if parent.file_name().is_some() => above.to_owned(),
            _ => parent.join(".."),
        };
    }
    parent.join(format!("{name}-evolution"))
}

/// The path of a folder seen from another one, when it climbs no higher than what may be read.
fn lien(from: &Path, to: &Path) -> Option<String> {
    let (from, to): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from.len() - common;
    if up == 0 || up >= NIVEAUX || common == to.len() {
        return None;
    }
    let mut out = "../".repeat(up);
    let down: Vec<String> =
        to[common..].iter().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
    out.push_str(&down.join("/"));
    Some(out)
}
