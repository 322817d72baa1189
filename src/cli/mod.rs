//! The command line: it parses, calls the library, prints. Nothing here that a library user would miss.

mod accuse;
mod actes;
mod args;
#[cfg(feature = "pdf")]
mod authentifier;
mod comparer;
mod completion;
mod consolider;
mod ecriture;
mod evoluer;
#[cfg(feature = "pdf")]
mod examen;
mod expliquer;
mod extraire;
mod flux;
mod nouveau;
mod page;
#[cfg(feature = "pdf")]
mod produire;
mod publier;
#[cfg(feature = "pdf")]
mod refaire;
mod registre_vie;
#[cfg(feature = "pdf")]
mod sceller;
mod schema;
#[cfg(feature = "pdf")]
mod suivre;
mod terminal;
mod transmettre;
mod usage;
mod verifier;
mod vie;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Commande};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Issue {
    /// All is well: 0.
    Bien,
    /// The dossier is wrong: 1.
    Dossier,
    /// The tool could not work: 2.
    Outil,
}

impl From<Issue> for ExitCode {
    fn from(issue: Issue) -> Self {
        Self::from(issue as u8)
    }
}

/// What stops a command: said on the screen, exit code 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error(transparent)]
    Files(#[from] crate::read::FilesError),
    #[error("« {0} » ne peut pas être écrit : {raison}", raison = crate::read::systeme(.1))]
    Write(String, #[source] std::io::Error),
    #[error("{0}")]
    Usage(String),
    #[error("{0} : {raison}", raison = crate::read::systeme(.1))]
    Io(&'static str, #[source] std::io::Error),
}

/// Runs the command of this process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    // What this program asks of itself is no command: no help lists it, no terminal completes it.
    #[cfg(feature = "pdf")]
    if std::env::args_os().nth(1).is_some_and(|a| a == produire::ouvrier::NOM) {
        return ended(produire::ouvrier::run());
    }
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::explain(&error).into(),
    };
    ended(match args.commande {
        #[cfg(feature = "pdf")]
        Commande::Produire(a) => produire::run(a),
        #[cfg(feature = "pdf")]
        Commande::Suivre(a) => suivre::run(a),
        #[cfg(feature = "pdf")]
        Commande::Seance(a) => produire::seance(&a),
        #[cfg(feature = "pdf")]
        Commande::Registre(a) => produire::registre(&a),
        Commande::Verifier(a) => verifier::run(&a),
        Commande::Evoluer(a) => evoluer::run(&a),
        Commande::Comparer(a) => comparer::run(&a),
        Commande::Consolider(a) => consolider::run(&a),
        Commande::Historique(a) => consolider::historique(&a),
        Commande::Expliquer(a) => expliquer::run(&a),
        #[cfg(feature = "pdf")]
        Commande::Sceller(a) => sceller::run(&a),
        #[cfg(feature = "pdf")]
        Commande::Authentifier(a) => authentifier::run(&a),
        Commande::Extraire(a) => extraire::run(&a),
        Commande::Vie(a) => vie::run(&a),
        Commande::Transmettre(a) => transmettre::run(&a),
        Commande::Accuse(a) => accuse::run(&a),
        Commande::Publier(a) => publier::run(&a),
        Commande::Nouveau(a) => nouveau::run(&a),
        Commande::Schema(a) => schema::run(&a),
        Commande::Completion(a) => completion::run(&a),
    })
}

fn ended(done: Result<Issue, CliError>) -> ExitCode {
    match done {
        Ok(issue) => issue.into(),
        Err(error) => {
            terminal::tool_error(&error.to_string());
            Issue::Outil.into()
        }
    }
}
