//! The command `delibere`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    delibere::cli::main()
}
