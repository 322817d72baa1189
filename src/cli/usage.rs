//! What is wrong on the command line, in French.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Issue, flux, terminal};

/// Says what is wrong, or prints the help or the version that was asked for.
pub(super) fn explain(error: &clap::Error) -> Issue {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return match flux::out(&error.render().to_string()) {
            Ok(()) => Issue::Bien,
            Err(_) => Issue::Outil,
        };
    }
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(v)) => v.join(", "),
        _ => String::new(),
    };
    let arg = bare(&text(ContextKind::InvalidArg));
    let value = text(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("la commande « {} » n’existe pas", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "il manque une commande".to_owned(),
        ErrorKind::UnknownArgument => format!("l’option « {arg} » n’existe pas"),
        ErrorKind::InvalidValue if value.is_empty() => format!("« {arg} » attend une valeur"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("« {value} » n’est pas une valeur de « {arg} »")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque « {arg} »"),
        ErrorKind::ArgumentConflict => {
            format!("« {arg} » ne va pas avec « {} »", bare(&text(ContextKind::PriorArg)))
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("« {arg} » n’attend qu’une valeur")
        }
        ErrorKind::NoEquals => format!("« {arg} » s’écrit avec le signe ="),
        ErrorKind::InvalidUtf8 => "un argument n’est pas en UTF-8".to_owned(),
        _ => "la ligne de commande est incorrecte".to_owned(),
    };
    terminal::tool_error(&message);
    let near: Vec<String> =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .map(text)
            // The nearest one comes last.
            .filter_map(|t| t.rsplit(", ").next().map(str::to_owned))
            .filter(|t| !t.is_empty())
            .collect();
    if !near.is_empty() {
        terminal::hint(&format!("vouliez-vous écrire « {} » ?", near.join(" », « ")));
    }
    if !value.is_empty() && text(ContextKind::InvalidArg).contains("<DATE>") {
        terminal::hint("une date s’écrit année-mois-jour, et ce jour doit exister : 2026-03-16");
    }
    if text(ContextKind::InvalidArg).contains("--compteur") {
        terminal::hint("un rang est un nombre entier, de 1 à 9999");
    }
    let possible = text(ContextKind::ValidValue);
    if !possible.is_empty() {
        terminal::hint(&format!("valeurs possibles : {possible}"));
    }
    terminal::hint(
        "« delibere --aide » liste les commandes, « delibere COMMANDE --aide » leurs options",
    );
    Issue::Outil
}

/// What an argument is called in a sentence: `--format` for `--format <FORMAT>`, `DOSSIER` for `<DOSSIER>...`.
fn bare(arg: &str) -> String {
    let names = arg.split(", ").map(|one| {
        let name = one.split(' ').next().unwrap_or(one);
        name.trim_end_matches("...").trim_matches(['<', '>', '[', ']'])
    });
    names.collect::<Vec<_>>().join(", ")
}
