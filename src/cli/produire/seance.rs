//! `delibere seance`.

use super::tache::{Portee, Tache};
use super::{alone, check_output, named, ouvrage};
use crate::cli::args::{FormatConstats, Seance};
use crate::cli::{CliError, Issue};

pub(in crate::cli) fn run(args: &Seance) -> Result<Issue, CliError> {
    named(&args.rendu, ouvrage::is_seance, ouvrage::NOMS_SEANCE)?;
    check_output(&args.rendu)?;
    let json = args.messages == FormatConstats::Json;
    super::one_stream(&args.rendu, json)?;
    let tache = Tache::new(&args.dossier, &args.rendu, args.messages, false).about(Portee::Seance);
    alone(&tache, json, args.chronometre)
}
