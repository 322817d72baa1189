//! `delibere registre`.

use super::tache::{Portee, Tache};
use super::{alone, check_output};
use crate::cli::args::{FormatConstats, Registre, Rendu};
use crate::cli::{CliError, Issue};

pub(in crate::cli) fn run(args: &Registre) -> Result<Issue, CliError> {
    let rendu = Rendu {
        documents: vec!["registre".to_owned()],
        format: args.format,
        norme: args.norme.clone(),
        resolution: args.resolution,
        sortie: args.sortie.clone(),
        delai: args.delai,
        sans_source: false,
    };
    check_output(&rendu)?;
    let json = args.messages == FormatConstats::Json;
    super::one_stream(&rendu, json)?;
    let portee = Portee::Registre { annee: args.annee, feuillet: args.feuillet };
    let tache = Tache::new(&args.dossier, &rendu, args.messages, false).about(portee);
    alone(&tache, json, args.chronometre)
}
