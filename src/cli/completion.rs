//! `delibere completion`.

use clap::CommandFactory;

use super::args::{Args, Completion};
use super::{CliError, Issue, flux};

pub(super) fn run(args: &Completion) -> Result<Issue, CliError> {
    let mut command = Args::command();
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut command, "delibere", &mut out);
    flux::bytes(&out)?;
    Ok(Issue::Bien)
}
