//! `delibere expliquer`.

use super::args::Expliquer;
use super::{CliError, Issue, flux, page};
use crate::check::{FAMILLES, Notice};

pub(super) fn run(args: &Expliquer) -> Result<Issue, CliError> {
    if args.codes.is_empty() {
        flux::out(&list())?;
        return Ok(Issue::Bien);
    }
    let mut notices = Vec::new();
    for mot in &args.codes {
        notices.push(Notice::of(mot).ok_or_else(|| unknown(mot))?);
    }
    let pages: Vec<String> = notices.into_iter().map(|n| page::render(&n.markdown(2))).collect();
    flux::out(&pages.join("\n"))?;
    Ok(Issue::Bien)
}

/// A code that does not exist, with what was meant.
pub(super) fn unknown(mot: &str) -> CliError {
    let suite = Notice::nearest(mot).map_or_else(
        || "« delibere expliquer » les liste tous".to_owned(),
        |near| format!("vouliez-vous écrire « {near} » ?"),
    );
    CliError::Usage(format!("le code « {mot} » n’existe pas ; {suite}"))
}

/// Every code, family by family.
fn list() -> String {
    let all: Vec<Notice> = Notice::all().collect();
    let width = all.iter().map(|n| n.nom().chars().count()).max().unwrap_or(0);
    let mut out = String::new();
    for famille in FAMILLES {
        let of: Vec<&Notice> = all.iter().filter(|n| n.famille() == Some(famille)).collect();
        if of.is_empty() {
            continue;
        }
        let gap = if out.is_empty() { "" } else { "\n" };
        out.push_str(&format!("{gap}{}\n", famille.nom));
        for n in of {
            out.push_str(&format!("  {:8} {:width$}  {}\n", n.code(), n.nom(), n.severite()));
        }
    }
    out.push_str("\n« delibere expliquer CODE » donne la page d’un code.\n");
    out
}
