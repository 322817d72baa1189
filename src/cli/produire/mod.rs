//! `delibere produire`.

pub(super) mod atelier;
pub(super) mod bilan;
pub(super) mod comparaison;
pub(super) mod execution;
mod lot;
pub(super) mod matiere;
mod ouvrage;
pub(super) mod ouvrier;
pub(super) mod rapport;
mod registre;
mod seance;
pub(super) mod tache;

use std::path::Path;

use super::args::{FormatConstats, FormatRendu, Produire, Rendu};
use super::{CliError, Issue, ecriture, flux};
use crate::export::empreinte_de;
use crate::export::sceau::Outil;
use crate::render::{Document, Moteur, MoteurOptions, Norme, matrices};
use atelier::Atelier;
use bilan::Bilan;
pub(super) use registre::run as registre;
pub(super) use seance::run as seance;
use std::sync::LazyLock;
use tache::Tache;

pub(super) fn run(args: Produire) -> Result<Issue, CliError> {
    check_options(&args.rendu)?;
    if args.dossiers.len() > 1 {
        return lot::run(&args);
    }
    let Some(dossier) = args.dossiers.first() else { return Ok(Issue::Outil) };
    let json = args.messages == FormatConstats::Json;
    one_stream(&args.rendu, json)?;
    let tache = Tache::new(dossier, &args.rendu, args.messages, false);
    alone(&tache, json, args.chronometre)
}

/// Makes one folder and says what came of it.
fn alone(tache: &Tache, json: bool, chronometre: bool) -> Result<Issue, CliError> {
    let start = std::time::Instant::now();
    let bilan = one(tache);
    show(&bilan, json)?;
    if chronometre {
        flux::err(&bilan.etapes_text(start.elapsed()));
    }
    Ok(bilan.issue())
}

/// Makes one dossier here, or in a process of its own when the authority brings its own templates.
pub(super) fn one(tache: &Tache) -> Bilan {
    // Fonts and templates are made ready while the files are read.
    let (prepared, moteur) = std::thread::scope(|scope| {
        let engine = scope.spawn(|| engine(tache));
        let prepared = matiere::prepare(tache);
        (prepared, engine.join().unwrap_or_default())
    });
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(bilan) => return *bilan,
    };
    if !prepared.own_templates() {
        return execution::execute(tache, prepared, &moteur);
    }
    let made = if tache.to_stdout() { relayed(tache) } else { Atelier::new(1).run(tache) };
    let bilan = made.unwrap_or_else(|e| Bilan::outil(tache, &e.to_string(), &[]));
    ecriture::settle(bilan.paths());
    bilan
}

/// The PDFs of some documents of an act, in their order, made in a process with limits; or what came of it.
pub(super) fn elsewhere(
    dossier: &Path,
    documents: &[Document],
) -> Result<Result<Vec<Vec<u8>>, Bilan>, CliError> {
    let io = |e| CliError::Io("le dossier temporaire ne peut pas servir", e);
    let folder = tempfile::tempdir().map_err(io)?;
    let names = documents.iter().map(ToString::to_string).collect();
    let rendu = Rendu::pdf(names, folder.path());
    let tache = Tache::new(dossier, &rendu, FormatConstats::Texte, false);
    let bilan = Atelier::new(1).run(&tache)?;
    if bilan.issue() != Issue::Bien {
        return Ok(Err(bilan));
    }
    let read = |d: &Document| std::fs::read(folder.path().join(format!("{d}.pdf")));
    documents.iter().map(read).collect::<Result<Vec<_>, _>>().map(Ok).map_err(io)
}

/// Makes the bound document of one dossier, in that folder.
pub(super) fn bound(dossier: &std::path::Path, sortie: &std::path::Path) -> Bilan {
    let rendu = Rendu::pdf(vec!["dossier".to_owned()], sortie);
    one(&Tache::new(dossier, &rendu, FormatConstats::Texte, false))
}

/// The output of a worker carries what it says to this process: a document for the standard output passes by a file.
fn relayed(tache: &Tache) -> Result<Bilan, CliError> {
    let io = |e| CliError::Io("le dossier temporaire ne peut pas servir", e);
    let folder = tempfile::tempdir().map_err(io)?;
    let mut bilan = Atelier::new(1).run(&tache.clone().into_folder(folder.path()))?;
    for produit in std::mem::take(&mut bilan.produits) {
        flux::bytes(&std::fs::read(&produit.chemin).map_err(io)?)?;
    }
    Ok(bilan)
}

/// Refuses two contents for the same standard output.
fn one_stream(rendu: &Rendu, json: bool) -> Result<(), CliError> {
    if json && to_stdout(rendu) {
        return Err(CliError::Usage(
            "la sortie standard ne reçoit pas à la fois un document et les constats en json"
                .to_owned(),
        ));
    }
    Ok(())
}

fn to_stdout(rendu: &Rendu) -> bool {
    rendu.sortie.as_deref() == Some(Path::new("-"))
}

/// Prints what one dossier gave: findings on the error stream, the documents made on the other one.
pub(super) fn show(bilan: &Bilan, json: bool) -> Result<(), CliError> {
    if json {
        return flux::out(&format!("{:#}\n", bilan.json()));
    }
    flux::err(&bilan.messages);
    for produit in &bilan.produits {
        let pages = if produit.pages > 1 { "pages" } else { "page" };
        flux::out(&format!("{} ({} {pages})\n", produit.chemin, produit.pages))?;
    }
    Ok(())
}

/// Refuses, before anything is read, what cannot be done for an act.
pub(super) fn check_options(rendu: &Rendu) -> Result<(), CliError> {
    named(rendu, ouvrage::is_acte, ouvrage::NOMS_ACTE)?;
    check_output(rendu)
}

/// Refuses documents that do not exist.
fn named(rendu: &Rendu, known: fn(&str) -> bool, noms: &str) -> Result<(), CliError> {
    match rendu.documents.iter().find(|nom| !known(nom)) {
        Some(nom) => Err(CliError::Usage(format!(
            "le document « {nom} » n’existe pas ; documents possibles : {noms}"
        ))),
        None => Ok(()),
    }
}

/// Refuses formats and outputs that do not go together.
fn check_output(rendu: &Rendu) -> Result<(), CliError> {
    if let Some(norme) = &rendu.norme {
        norme.parse::<Norme>().map_err(|e| CliError::Usage(e.to_string()))?;
        if rendu.format != FormatRendu::Pdf {
            return Err(CliError::Usage("« --norme » ne concerne que le format pdf".to_owned()));
        }
    }
    if to_stdout(rendu) {
        if rendu.documents.len() != 1 {
            return Err(CliError::Usage(
                "la sortie standard reçoit un seul document : ajoutez --document deliberation"
                    .to_owned(),
            ));
        }
        if rendu.format != FormatRendu::Pdf {
            return Err(CliError::Usage(
                "la sortie standard ne reçoit que le format pdf".to_owned(),
            ));
        }
    }
    Ok(())
}

/// This program, as a seal and a PDF that carries its dossier name it.
pub(super) fn outil() -> Outil<'static> {
    static MODELES: LazyLock<String> = LazyLock::new(|| empreinte_de(matrices()));
    Outil { programme: env!("CARGO_PKG_VERSION"), modeles: &MODELES }
}

/// The engine of a task: one act shares no layout with the next, only a document that is followed finds its own again.
pub(super) fn engine(tache: &Tache) -> Moteur {
    let usual = MoteurOptions::default();
    Moteur::new(MoteurOptions {
        delai: tache.delai().unwrap_or(usual.delai),
        // A process that ends after one act has no use for forgetting.
        memoire: match (tache.direct, tache.cote_a_cote) {
            (true, _) => usual.memoire,
            (false, true) => usize::MAX,
            (false, false) => 0,
        },
    })
}
