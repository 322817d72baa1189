//! `delibere verifier`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::args::{FormatVerification, Verifier};
use super::{CliError, Issue, actes, ecriture, flux, terminal};
use crate::check::{self, Compte, Filtre, Notice, Rapport, Sujet, Verification};
use crate::evolve::graphe::CIBLE_ABSENTE;
use crate::evolve::{Acte, Graphe};
use crate::model::Dossier;
use crate::read::{Diagnostic, Disk};

pub(super) fn run(args: &Verifier) -> Result<Issue, CliError> {
    let filtre = filtre(args)?;
    for path in &args.rapports {
        Support::of(path)?;
    }
    let mut issue = Issue::Bien;
    let dossiers = deplier(&args.dossiers)?;
    let mut done = Vec::new();
    for dossier in &dossiers {
        match read(dossier) {
            Ok(one) => done.push(one),
            Err(error) => {
                terminal::tool_error(&error.to_string());
                issue = Issue::Outil;
            }
        }
    }
    ensemble(&mut done, args.dossiers.len() < dossiers.len());
    let done: Vec<Verification> = done.into_iter().map(|v| v.filtrer(filtre.clone())).collect();
    for one in &done {
        if one.bloque() {
            issue = issue.max(Issue::Dossier);
        }
        if args.format == FormatVerification::Texte {
            text(one)?;
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
    if done.len() < dossiers.len() {
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

/// Verifies folders of acts or of sittings, those of a folder of acts included; what one act does to another is looked at
/// among them all.
#[cfg(feature = "pdf")]
pub(super) fn verify(dossiers: &[PathBuf], filtre: &Filtre) -> Result<Vec<Verification>, CliError> {
    let all = deplier(dossiers)?;
    let mut done = all.iter().map(|d| read(d)).collect::<Result<Vec<_>, _>>()?;
    ensemble(&mut done, dossiers.len() < all.len());
    Ok(done.into_iter().map(|v| v.filtrer(filtre.clone())).collect())
}

/// The same folders, each folder of acts replaced by its acts and sittings.
fn deplier(dossiers: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut out = Vec::new();
    for dossier in dossiers {
        if actes::is_recueil(dossier) {
            out.extend(actes::dossiers(dossier)?);
        } else {
            out.push(dossier.clone());
        }
    }
    Ok(out)
}

/// Verifies the folder of an act or of a sitting by itself.
fn read(dossier: &Path) -> Result<Verification, CliError> {
    let (nom, files) = (dossier.display().to_string(), Disk::open(dossier)?);
    let found = match is_seance(dossier) {
        true => Verification::seance(nom, &files),
        false => Verification::acte(nom, &files),
    };
    Ok(found?)
}

/// Adds what is wrong between acts that were verified together; a target that is not there is only told of the whole
/// folder of acts.
fn ensemble(done: &mut [Verification], whole: bool) {
    // An act of a sitting is told in the folder of that sitting, under its own.
    let mut acts: Vec<(String, usize, Option<String>, &Dossier)> = Vec::new();
    for (i, one) in done.iter().enumerate() {
        match &one.sujet {
            Some(Sujet::Acte(acte)) => acts.push((one.dossier.clone(), i, None, &acte.0)),
            Some(Sujet::Seance(seance)) => {
                for acte in &seance.0.actes {
                    let point = acte.point.and_then(|p| seance.0.seance.points.get(p));
                    if let Some(sub) = point.and_then(|p| p.dossier.clone()) {
                        acts.push((format!("{}/{sub}", one.dossier), i, Some(sub), acte));
                    }
                }
            }
            None => {}
        }
    }
    if acts.len() < 2 && !whole {
        return;
    }
    let named: Vec<Acte<'_>> =
        acts.iter().map(|(nom, .., dossier)| Acte { nom, dossier }).collect();
    let Err(fautes) = Graphe::of(&named) else { return };
    let mut found = Vec::new();
    for faute in fautes.into_iter().filter(|f| whole || f.constat.code != CIBLE_ABSENTE.code) {
        let Some((_, i, sub, _)) = acts.iter().find(|(nom, ..)| *nom == faute.acte) else {
            continue;
        };
        let mut constat = faute.constat;
        if let Some(sub) = sub {
            constat.lieu = constat.lieu.within(sub);
        }
        let diagnostic = done[*i].sources.locate(&constat);
        // What an act says by itself is not said again.
        if done[*i].diagnostics.iter().all(|d| d.code != diagnostic.code) {
            found.push((*i, diagnostic));
        }
    }
    for (i, diagnostic) in found {
        done[i].diagnostics.push(diagnostic);
    }
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
