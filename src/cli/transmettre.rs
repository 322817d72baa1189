//! `delibere transmettre`.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::args::{SchemaActes, Transmettre};
use super::ecriture::{self, Tenue};
use super::registre_vie::{self, Acte};
use super::{CliError, Issue, flux, terminal};
use crate::check::{Controle, controler};
use crate::compute;
use crate::droit::{self, Classification, Generation};
use crate::export::Fichier;
use crate::export::actes::{self, Envoi, MAX_ARCHIVE, PieceJointe};
use crate::model::{Constat, Dossier, NatureActe, Severite, TypePiece};
use crate::read::{FilesError, Sources};

pub(super) fn run(args: &Transmettre) -> Result<Issue, CliError> {
    let classification = args.classification.as_deref().map(given).transpose()?;
    let used = classification.as_ref().unwrap_or_else(|| droit::classification());
    if args.matieres || args.types_piece {
        flux::out(&list(used, args.types_piece))?;
        return Ok(Issue::Bien);
    }
    let Some(chemin) = &args.dossier else {
        return Err(CliError::Usage("nommez le dossier de l’acte".to_owned()));
    };
    let Some(acte) = registre_vie::read(chemin)? else { return Ok(Issue::Dossier) };
    let Acte { dossier, comptes, lecture } = acte;
    let sources = lecture.sources;
    let noted = compute::mentions(&dossier, comptes.etat).transmission;
    let jour = args.envoi.or(noted);
    let Some(jour) = jour else {
        return Err(CliError::Usage(format!(
            "donnez le jour de l’envoi : --envoi 2026-03-16 ; ou notez-le, « delibere vie {} --transmise 2026-03-16 »",
            chemin.display()
        )));
    };
    let envoi = Envoi {
        rang: args.compteur,
        generation: args.schema.map(|s| match s {
            SchemaActes::V1 => Generation::V1,
            SchemaActes::V2 => Generation::V2,
        }),
        essai: args.essai,
        classification,
        ..Envoi::du(jour)
    };
    let controle = match controler(dossier, comptes) {
        Ok(controle) => controle,
        Err(constats) => {
            // What does not hold it back is for « verifier » to say.
            let (faults, others): (Vec<_>, Vec<_>) =
                constats.into_iter().partition(|c| c.severite == Severite::Erreur);
            say(&faults, &sources, chemin);
            terminal::tool_error("un acte qui a une erreur ne part pas à la préfecture");
            if others.iter().any(|c| c.ignore.is_none()) {
                terminal::hint(&format!(
                    "« delibere verifier {} » dit aussi le reste",
                    chemin.display()
                ));
            }
            return Ok(Issue::Dossier);
        }
    };
    let folder = args.sortie.clone().unwrap_or_else(|| chemin.join("transmission"));
    match make(args, chemin, &controle, &envoi)? {
        // Said already.
        None => Ok(Issue::Outil),
        Some(Ok((files, constats))) => {
            say(&constats, &sources, chemin);
            write(&folder, &files)?;
            if !args.annulation && noted.is_none() {
                terminal::hint(&format!(
                    "une fois déposé chez l’opérateur : delibere vie {} --transmise {jour}",
                    chemin.display()
                ));
            }
            Ok(Issue::Bien)
        }
        Some(Err(constats)) => {
            say(&constats, &sources, chemin);
            Ok(Issue::Dossier)
        }
    }
}

/// The files, or what forbids them.
type Made = Result<(Vec<Fichier>, Vec<Constat>), Vec<Constat>>;

fn make(
    args: &Transmettre,
    chemin: &Path,
    controle: &Controle<Dossier>,
    envoi: &Envoi,
) -> Result<Option<Made>, CliError> {
    let whole = |p: actes::Paquet| (p.fichiers().cloned().collect(), p.constats);
    if args.annulation {
        return Ok(Some(actes::annulation(controle, envoi).map(whole)));
    }
    // What the norm refuses is said before the time of a layout is spent.
    if let Err(constats) = draft(args, controle, envoi) {
        return Ok(Some(Err(constats)));
    }
    let Some((acte, annexes)) = pieces(args, chemin, controle)? else { return Ok(None) };
    if args.depot {
        return Ok(Some(actes::depot(controle, &acte, &annexes, envoi).map(|f| (f, Vec::new()))));
    }
    Ok(Some(actes::transmission(controle, &acte, &annexes, envoi).map(whole)))
}

/// The same with an empty PDF, for what does not depend on its pages.
fn draft(
    args: &Transmettre,
    controle: &Controle<Dossier>,
    envoi: &Envoi,
) -> Result<(), Vec<Constat>> {
    const VIDE: &[u8] = b"%PDF-1.7\n";
    if args.depot {
        actes::depot(controle, VIDE, &[], envoi).map(drop)
    } else {
        actes::transmission(controle, VIDE, &[], envoi).map(drop)
    }
}

/// The PDF of the act, and what goes with it.
type Pieces = (Vec<u8>, Vec<PieceJointe>);

/// The act and its annexes: the files that are given, else those that the dossier makes; nothing when it cannot, which is
/// said.
fn pieces(
    args: &Transmettre,
    chemin: &Path,
    controle: &Controle<Dossier>,
) -> Result<Option<Pieces>, CliError> {
    let dossier = controle.sujet();
    let mut annexes = Vec::new();
    let made = if args.acte.is_none() || (args.annexes.is_empty() && !args.sans_annexe) {
        let annexes = args.annexes.is_empty() && !args.sans_annexe;
        match produced(chemin, controle, args.acte.is_none(), annexes)? {
            Some(made) => made,
            None => return Ok(None),
        }
    } else {
        (None, Vec::new())
    };
    let acte = match (&args.acte, made.0) {
        (Some(path), _) => file(path)?,
        (None, Some(octets)) => octets,
        (None, None) => {
            return Err(CliError::Usage("donnez le PDF de l’acte avec --acte".to_owned()));
        }
    };
    for given in &args.annexes {
        // `21_RP=rapport.pdf`; a file whose name has an equals sign and no type before it is a file.
        let (type_piece, path) = match given.to_string_lossy().split_once('=') {
            Some((code, path)) if code.parse::<TypePiece>().is_ok() => {
                (code.parse().ok(), PathBuf::from(path))
            }
            _ => (None, given.clone()),
        };
        annexes.push(PieceJointe { octets: file(&path)?, type_piece });
    }
    for (annexe, octets) in dossier.deliberation.annexes.iter().zip(made.1) {
        annexes.push(PieceJointe { octets, type_piece: annexe.type_piece.clone() });
    }
    Ok(Some((acte, annexes)))
}

/// The PDF of the act, when it is asked for, and those of its annexes.
type Produit = (Option<Vec<u8>>, Vec<Vec<u8>>);

/// The PDF of the act and of its annexes, in the order of the deliberation.
#[cfg(feature = "pdf")]
fn produced(
    chemin: &Path,
    controle: &Controle<Dossier>,
    acte: bool,
    annexes: bool,
) -> Result<Option<Produit>, CliError> {
    use crate::render::{Document, Moteur, Norme};
    let dossier = controle.sujet();
    let mut documents: Vec<Document> = acte.then_some(Document::Deliberation).into_iter().collect();
    if annexes {
        let all = dossier.deliberation.annexes.iter().enumerate();
        documents.extend(all.map(|(i, a)| Document::of_annexe(i, &a.piece)));
    }
    let made = if dossier.collectivite.theme.modeles.is_empty() {
        let moteur = Moteur::default();
        let pdf = |document: &Document| {
            moteur
                .pdf(dossier, controle.comptes(), *document, &Norme::default())
                .map_err(|e| CliError::Usage(e.to_string()))
        };
        documents.iter().map(pdf).collect::<Result<Vec<_>, _>>()?
    } else {
        // Templates that are not ours run in a process with limits, as « produire » runs them.
        match super::produire::elsewhere(chemin, &documents)? {
            Ok(made) => made,
            Err(bilan) => {
                flux::err(&bilan.messages);
                return Ok(None);
            }
        }
    };
    let mut made = made.into_iter();
    let main = if acte { made.next() } else { None };
    Ok(Some((main, made.collect())))
}

/// This program was built without what makes PDF: the files must be given.
#[cfg(not(feature = "pdf"))]
fn produced(
    _chemin: &Path,
    controle: &Controle<Dossier>,
    acte: bool,
    annexes: bool,
) -> Result<Option<Produit>, CliError> {
    if acte || (annexes && !controle.sujet().deliberation.annexes.is_empty()) {
        return Err(CliError::Usage(
            "ce programme a été construit sans la production de PDF : donnez --acte, et --annexe ou --sans-annexe".to_owned(),
        ));
    }
    Ok(Some((None, Vec::new())))
}

fn file(path: &Path) -> Result<Vec<u8>, CliError> {
    let fail = |e| CliError::Files(FilesError::Io(path.display().to_string(), e));
    let mut octets = Vec::new();
    std::fs::File::open(path)
        .map_err(fail)?
        .take(MAX_ARCHIVE as u64 + 1)
        .read_to_end(&mut octets)
        .map_err(fail)?;
    if octets.len() > MAX_ARCHIVE {
        let shown = path.display().to_string();
        return Err(CliError::Files(FilesError::TooLarge(shown, MAX_ARCHIVE as u64 >> 20)));
    }
    Ok(octets)
}

fn given(path: &Path) -> Result<Classification, CliError> {
    let octets = file(path)?;
    actes::classification(&octets).map_err(|e| CliError::Usage(format!("{} : {e}", path.display())))
}

fn write(folder: &Path, files: &[Fichier]) -> Result<(), CliError> {
    std::fs::create_dir_all(folder)
        .map_err(|e| CliError::Write(folder.display().to_string(), e))?;
    for file in files {
        let path = folder.join(&file.nom);
        ecriture::write(&path, &file.octets, Tenue::Durable)?;
        flux::out(&format!("{}\n", path.display()))?;
    }
    registre_vie::sync(folder);
    Ok(())
}

fn say(constats: &[Constat], sources: &Sources, chemin: &Path) {
    let prefix = chemin.display().to_string();
    for constat in constats {
        let diagnostic = sources.locate(constat);
        flux::err(&terminal::render(&diagnostic, sources, &prefix, terminal::colours()));
        flux::err("\n\n");
    }
}

fn list(classification: &Classification, types: bool) -> String {
    let mut out = format!("Classification du {}\n", classification.date.format("%d/%m/%Y"));
    if types {
        for (nature, _, _, abrege) in NatureActe::ALL {
            for (code, libelle) in classification.types(*nature) {
                out.push_str(&format!("{abrege}  {code}  {libelle}\n"));
            }
        }
    } else {
        for (matiere, libelle) in &classification.matieres {
            out.push_str(&format!("{:8} {libelle}\n", matiere.to_string()));
        }
    }
    out
}
