//! The two streams of a command. A reader that goes away (`| head`) ends the words and not the work, where `println!`
//! would panic.

use std::io::{ErrorKind, Result, Write};

use super::CliError;

/// Writes on the standard output.
pub(crate) fn out(texte: &str) -> std::result::Result<(), CliError> {
    bytes(texte.as_bytes())
}

/// The same, for a file that the standard output receives.
pub(crate) fn bytes(octets: &[u8]) -> std::result::Result<(), CliError> {
    send(std::io::stdout().lock(), octets)
        .map_err(|e| CliError::Io("la sortie standard ne peut pas être écrite", e))
}

/// Writes on the error stream; when it cannot be written there is nowhere left to say so.
pub(crate) fn err(texte: &str) {
    let _ = send(std::io::stderr().lock(), texte.as_bytes());
}

fn send(mut stream: impl Write, octets: &[u8]) -> Result<()> {
    match stream.write_all(octets).and_then(|()| stream.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
