//! `delibere verifier`.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{FormatVerification, Verifier};
use super::{CliError, Issue, ecriture, flux, terminal};
use crate::check::{self, Compte, Filtre, Notice, Rapport, Verification};
use crate::read::{Diagnostic, Disk};

pub(super) fn run(args: &Verifier) -> Result<Issue, CliError> {
    let filtre = filtre(args)?;
    for path in &args.rapports {
        Support::of(path)?;
    }
    let mut issue = Issue::Bien;
    let mut done = Vec::new();
    for dossier in &args.dossiers {
        match verify(dossier, &filtre) {
            Ok(one) => {
                if one.bloque() {
                    issue = issue.max(Issue::Dossier);
                }
                if args.format == FormatVerification::Texte {
                    text(&one)?;
                }
                done.push(one);
            }
            Err(error) => {
                terminal::tool_error(&error.to_string());
                issue = Issue::Outil;
            }
        }
    }
    match args.format {
        FormatVerification::Texte if done.len() > 1 => {
            let all: Vec<Diagnostic> = done.iter().flat_map(|v| v.diagnostics.clone()).collect();
            flux::out(&format!("{} dossiers : {}\n", done.len(), Compte::of(&all)))?;
        }
        FormatVerification::Texte => {}
        FormatVerification::Json => {
            let all: Vec<Value> = done.iter().map(to_json).collect();
            flux::out(&format!("{:#}\n", json!({ "dossiers": all })))?;
        }
        FormatVerification::Sarif => flux::out(&format!("{:#}\n", check::sarif(&done)))?,
    }
    if args.rapports.is_empty() {
        return Ok(issue);
    }
    if done.len() < args.dossiers.len() {
        terminal::tool_error(
            "le rapport n’est pas écrit : il y manquerait un dossier qui n’a pas pu être vérifié",
        );
        return Ok(Issue::Outil);
    }
    for path in &args.rapports {
        issue = issue.max(report(path, &done, args)?);
    }
    Ok(issue)
}

fn filtre(args: &Verifier) -> Result<Filtre, CliError> {
    Ok(Filtre { severite: args.severite.into(), ignorer: codes(&args.ignorer)? })
}

/// Whether a folder is that of a sitting.
pub(super) fn is_seance(dossier: &Path) -> bool {
    dossier.join("seance.toml").is_file() && !dossier.join("deliberation.toml").exists()
}

/// Verifies the folder of an act or of a sitting.
pub(super) fn verify(dossier: &Path, filtre: &Filtre) -> Result<Verification, CliError> {
    let (nom, files) = (dossier.display().to_string(), Disk::open(dossier)?);
    let found = match is_seance(dossier) {
        true => Verification::seance(nom, &files),
        false => Verification::acte(nom, &files),
    };
    Ok(found?.filtrer(filtre.clone()))
}

/// The codes to be set aside, as they are written in the register.
fn codes(typed: &[String]) -> Result<Vec<String>, CliError> {
    let one = |mot: &String| match Notice::of(mot) {
        Some(notice) if check::ignorable(notice.code()) => Ok(notice.code().to_owned()),
        Some(notice) => Err(CliError::Usage(format!(
            "« {} » ne s’ignore pas : « delibere expliquer {} » dit comment la corriger",
            notice.code(),
            notice.code()
        ))),
        None => Err(super::expliquer::unknown(mot)),
    };
    typed.iter().map(one).collect()
}

fn text(one: &Verification) -> Result<(), CliError> {
    let colours = terminal::colours();
    for diagnostic in one.diagnostics.iter().filter(|d| d.ignore.is_none()) {
        flux::err(&terminal::render(diagnostic, &one.sources, &one.dossier, colours));
        flux::err("\n\n");
    }
    for diagnostic in one.diagnostics.iter().filter(|d| d.ignore.is_some()) {
        flux::err(&terminal::ignored(diagnostic, one, colours));
        flux::err("\n\n");
    }
    for code in one.tenaces() {
        terminal::hint(&format!(
            "« --ignorer {code} » n’écarte pas une erreur : seul le dossier le peut, avec sa raison"
        ));
    }
    flux::out(&format!("{} : {}\n", one.dossier, one.compte()))
}

fn to_json(one: &Verification) -> Value {
    json!({
        "dossier": one.dossier,
        "constats": one.diagnostics.iter().map(check::json).collect::<Vec<_>>(),
        "bloque": one.bloque(),
    })
}

/// What a report is written as.
#[derive(Clone, Copy)]
enum Support {
    Html,
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Support {
    /// That of a file, by its name.
    fn of(path: &Path) -> Result<Self, CliError> {
        if path == Path::new("-") {
            return Err(CliError::Usage(
                "le rapport ne s’écrit pas sur la sortie standard, où va le résumé : donnez un nom de fichier, rapport.pdf ou rapport.html".to_owned(),
            ));
        }
        match path.extension().and_then(|e| e.to_str()) {
            Some("html") => Ok(Self::Html),
            #[cfg(feature = "pdf")]
            Some("pdf") => Ok(Self::Pdf),
            #[cfg(not(feature = "pdf"))]
            Some("pdf") => Err(CliError::Usage(
                "ce programme a été construit sans le PDF : demandez rapport.html".to_owned(),
            )),
            _ => Err(CliError::Usage(format!(
                "« {} » n’est pas un nom de rapport : il finit par .pdf ou .html",
                path.display()
            ))),
        }
    }
}

/// Writes a report, whole or not at all.
fn report(path: &Path, done: &[Verification], args: &Verifier) -> Result<Issue, CliError> {
    let rapport = Rapport::new(done);
    let said = args.format == FormatVerification::Texte;
    let support = Support::of(path)?;
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty() && !p.exists()) {
        std::fs::create_dir_all(folder)
            .map_err(|e| CliError::Write(folder.display().to_string(), e))?;
        terminal::hint(&format!(
            "le dossier « {} » n’existait pas : il est créé",
            folder.display()
        ));
    }
    match support {
        Support::Html => {
            let page = check::rapport::html(&rapport);
            ecriture::write(path, page.as_bytes(), ecriture::Tenue::Durable)?;
            if said {
                flux::out(&format!("{}\n", path.display()))?;
            }
            Ok(Issue::Bien)
        }
        #[cfg(feature = "pdf")]
        Support::Pdf => {
            let bilan =
                super::produire::rapport::write(path, rapport, &args.dossiers, &filtre(args)?)?;
            if said {
                super::produire::show(&bilan, false)?;
            } else {
                flux::err(&bilan.messages);
            }
            Ok(bilan.issue())
        }
    }
}
