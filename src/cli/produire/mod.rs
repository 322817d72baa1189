//! `delibere produire`.

pub(super) mod atelier;
mod lot;
pub(super) mod ouvrier;
pub(super) mod tache;

use super::args::{FormatConstats, FormatRendu, Produire, Rendu};
use super::{CliError, Issue, terminal};
use crate::render::{Document, Moteur, MoteurOptions, Norme};
use atelier::Atelier;
use tache::{Bilan, Tache};

pub(super) fn run(args: Produire) -> Result<Issue, CliError> {
    check_options(&args.rendu)?;
    if args.dossiers.len() > 1 {
        return lot::run(&args);
    }
    let Some(dossier) = args.dossiers.first() else { return Ok(Issue::Outil) };
    let tache = Tache::new(dossier, &args.rendu, args.messages, args.chronometre, false);
    let start = std::time::Instant::now();
    let bilan = one(&tache);
    show(&bilan, args.messages == FormatConstats::Json);
    if args.chronometre {
        eprintln!("{}", bilan.etapes_text(start.elapsed()));
    }
    Ok(bilan.issue())
}

/// Makes one dossier here, or in a process of its own when the authority brings its own templates.
pub(super) fn one(tache: &Tache) -> Bilan {
    let prepared = match tache::prepare(tache) {
        Ok(prepared) => prepared,
        Err(bilan) => return *bilan,
    };
    if prepared.own_templates() {
        return Atelier::new(1).and_then(|mut a| a.run(tache)).unwrap_or_else(|e| Bilan::outil(tache, &e));
    }
    tache::execute(tache, prepared, &Moteur::new(MoteurOptions { memoire: 0, ..MoteurOptions::default() }))
}

/// Prints what one dossier gave: findings on the error stream, the documents made on the other one.
pub(super) fn show(bilan: &Bilan, json: bool) {
    if json {
        println!("{:#}", bilan.json());
        return;
    }
    if !bilan.messages.is_empty() {
        eprint!("{}", bilan.messages);
    }
    for produit in &bilan.produits {
        let pages = if produit.pages > 1 { "pages" } else { "page" };
        println!("{} ({} {pages})", produit.chemin, produit.pages);
    }
}

/// Refuses what cannot be done before anything is read.
pub(super) fn check_options(rendu: &Rendu) -> Result<(), CliError> {
    if let Some(norme) = &rendu.norme {
        norme.parse::<Norme>().map_err(|e| CliError::Usage(e.to_string()))?;
        if rendu.format != FormatRendu::Pdf {
            return Err(CliError::Usage("« --norme » ne concerne que le format pdf".to_owned()));
        }
    }
    for nom in &rendu.documents {
        if Document::parse(nom).is_none() {
            return Err(CliError::Usage(format!(
                "le document « {nom} » n’existe pas ; documents possibles : deliberation, annexe-budgetaire, fiches-actions, programme, annexe-N, dossier"
            )));
        }
    }
    if rendu.sortie.as_deref() == Some(std::path::Path::new("-")) {
        if rendu.documents.len() != 1 {
            return Err(CliError::Usage(
                "la sortie standard reçoit un seul document : ajoutez --document deliberation".to_owned(),
            ));
        }
        if rendu.format != FormatRendu::Pdf {
            return Err(CliError::Usage("la sortie standard ne reçoit que le format pdf".to_owned()));
        }
    }
    Ok(())
}

/// The engine of a worker: layouts are shared by nothing from one act to the next.
pub(super) fn batch_engine() -> Moteur {
    Moteur::new(MoteurOptions { memoire: 0, ..MoteurOptions::default() })
}

#[expect(unused_imports, reason = "terminal is used by the modules below")]
use terminal as _;
