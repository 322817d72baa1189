//! `delibere completion`.

use clap::CommandFactory;

use super::args::{Args, Completion};
use super::{CliError, Issue};

pub(super) fn run(args: &Completion) -> Result<Issue, CliError> {
    let mut command = Args::command();
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut command, "delibere", &mut out);
    std::io::Write::write_all(&mut std::io::stdout(), &out)
        .map_err(|e| CliError::Io("la sortie standard se ferme", e))?;
    Ok(Issue::Bien)
}
