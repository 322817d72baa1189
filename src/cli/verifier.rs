//! `delibere verifier`.

use std::path::Path;

use serde_json::json;

use super::args::{FormatConstats, Verifier};
use super::examen::{self, Examen};
use super::{CliError, Issue, flux, terminal};
use crate::model::Severite;
use crate::read::{Diagnostic, Sources};

pub(super) fn run(args: &Verifier) -> Result<Issue, CliError> {
    let mut issue = Issue::Bien;
    let mut reports = Vec::new();
    for dossier in &args.dossiers {
        let one = match verify(dossier) {
            Ok(one) => one,
            Err(error) => {
                terminal::tool_error(&error.to_string());
                issue = Issue::Outil;
                continue;
            }
        };
        let diagnostics = one.diagnostics();
        if diagnostics.iter().any(|d| d.severite == Severite::Erreur) {
            issue = issue.max(Issue::Dossier);
        }
        match args.format {
            FormatConstats::Texte => text(dossier, &one.sources, &diagnostics)?,
            FormatConstats::Json => reports.push(json!({
                "dossier": dossier.display().to_string(),
                "constats": diagnostics.iter().map(terminal::to_json).collect::<Vec<_>>(),
            })),
        }
    }
    if args.format == FormatConstats::Json {
        flux::out(&format!("{:#}\n", json!({ "dossiers": reports })))?;
    }
    Ok(issue)
}

fn verify(dossier: &Path) -> Result<Examen, CliError> {
    if examen::is_seance(dossier)? { examen::seance(dossier) } else { examen::acte(dossier) }
}

fn text(dossier: &Path, sources: &Sources, diagnostics: &[Diagnostic]) -> Result<(), CliError> {
    let colours = terminal::colours();
    let prefix = dossier.display().to_string();
    for diagnostic in diagnostics {
        flux::err(&terminal::render(diagnostic, sources, &prefix, colours));
        flux::err("\n\n");
    }
    let count = terminal::count(diagnostics);
    let said = if count.is_empty() { "aucun constat" } else { &count };
    flux::out(&format!("{prefix} : {said}\n"))
}
