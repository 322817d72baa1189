//! `delibere consolider` and `delibere historique`.

use std::path::{Path, PathBuf};

use super::args::{Consolider, FormatConsolidation, Historique};
use super::{CliError, Issue, actes, ecriture, flux};
use crate::evolve::{chronique, consolider, ecrire, vie};
use crate::model::IdAction;
use crate::read::Disk;
use crate::typographie::date::date_longue;

pub(super) fn run(args: &Consolider) -> Result<Issue, CliError> {
    let Some(lus) = actes::lire(&args.dossier)? else { return Ok(Issue::Dossier) };
    let Some(graphe) = actes::graphe(&lus) else { return Ok(Issue::Dossier) };
    let day = date_longue(args.au);
    let numero = |i: usize| graphe.actes[i].dossier.deliberation.numero.affiche.as_str();
    let mut found = consolider(&graphe, args.au);
    if let Some(wanted) = &args.acte {
        found.retain(|c| c.actes.iter().any(|a| numero(*a) == wanted));
    }
    let consolide = match found.as_slice() {
        [one] => one,
        [] => {
            let mut said = format!("aucun programme n’est en vigueur au {day}\n");
            for entree in chronique(&graphe) {
                said.push_str(&format!("  n° {} : {}\n", entree.numero, entree.faits.join(" ; ")));
            }
            flux::out(&said)?;
            return Ok(Issue::Dossier);
        }
        many => {
            let list: Vec<&str> = many.iter().map(|c| numero(c.fondateur)).collect();
            return Err(CliError::Usage(format!(
                "{} programmes sont en vigueur au {day} : nommez une délibération de l’un d’eux avec --acte ({})",
                many.len(),
                list.join(", ")
            )));
        }
    };
    let pdf = args.format == FormatConsolidation::Pdf
        || args.sortie.as_deref().is_some_and(|p| p.extension().is_some_and(|e| e == "pdf"));
    let target = args.sortie.clone().unwrap_or_else(|| beside(args, pdf));
    let shown = target.display().to_string();
    if target.symlink_metadata().is_ok() {
        return Err(CliError::Usage(format!("« {shown} » existe déjà : rien n’a été écrit")));
    }
    let founder = graphe.actes[consolide.fondateur].nom;
    let Some(lu) = lus.iter().find(|l| l.dossier.display().to_string() == founder) else {
        return Err(CliError::Usage(format!("« {founder} » a disparu : rien n’a été écrit")));
    };
    let fichiers = ecrire(consolide, &graphe, args.au, &Disk::open(&lu.dossier)?)?;
    let fichiers: Vec<(&str, &[u8])> =
        fichiers.iter().map(|f| (f.chemin.as_str(), f.octets.as_slice())).collect();
    if pdf {
        let issue = imprime(&target, &fichiers)?;
        if issue != Issue::Bien {
            return Ok(issue);
        }
    } else {
        ecriture::folder(&target, fichiers.iter().copied())?;
    }
    let from: Vec<&str> = consolide.actes.iter().map(|a| numero(*a)).collect();
    let mut said = format!(
        "programme en vigueur au {day}, d’après {} : {}\n",
        if from.len() > 1 { "les délibérations n°" } else { "la délibération n°" },
        from.join(", ")
    );
    for (acte, lieu) in &consolide.conflits {
        said.push_str(&format!(
            "  à vérifier : la délibération n° {} changeait {} ({}), qui n’est plus comme elle l’a trouvé\n",
            numero(*acte),
            lieu.fichier,
            lieu.chemin
        ));
    }
    if pdf {
        said.push_str(&format!("« {shown} » est prêt.\n"));
    } else {
        said.push_str(&format!(
            "« {shown} » est prêt. Pour l’imprimer :\n  delibere produire {}\n",
            ecriture::typed(&shown)
        ));
    }
    flux::out(&said)?;
    Ok(Issue::Bien)
}

/// Prints a consolidated dossier, bound in one PDF, without leaving the dossier behind.
#[cfg(feature = "pdf")]
fn imprime(target: &Path, fichiers: &[(&str, &[u8])]) -> Result<Issue, CliError> {
    let io = |e| CliError::Io("le dossier temporaire ne peut pas servir", e);
    let temporary = tempfile::tempdir().map_err(io)?;
    let folder = temporary.path().join("consolide");
    ecriture::folder(&folder, fichiers.iter().copied())?;
    let bilan = super::produire::bound(&folder, &temporary.path().join("sortie"));
    if let Some(produit) = bilan.produits.first().filter(|_| bilan.issue() == Issue::Bien) {
        let octets = std::fs::read(&produit.chemin).map_err(io)?;
        if let Some(parent) = target.parent().filter(|p| !p.as_os_str().is_empty()) {
            std::fs::create_dir_all(parent)
                .map_err(|e| CliError::Write(parent.display().to_string(), e))?;
        }
        ecriture::write(target, &octets, ecriture::Tenue::Durable)?;
    } else {
        flux::err(&bilan.messages);
    }
    Ok(bilan.issue())
}

#[cfg(not(feature = "pdf"))]
fn imprime(_: &Path, _: &[(&str, &[u8])]) -> Result<Issue, CliError> {
    Err(CliError::Usage("ce programme a été construit sans le PDF".to_owned()))
}

/// The usual name of a consolidated dossier, beside the folder of acts.
fn beside(args: &Consolider, pdf: bool) -> PathBuf {
    let folder = args.dossier.canonicalize().unwrap_or_else(|_| args.dossier.clone());
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let typed = args.dossier.parent().filter(|_| args.dossier.file_name().is_some());
    let parent =
        typed.map_or_else(|| folder.parent().map(PathBuf::from).unwrap_or_default(), PathBuf::from);
    parent.join(format!("{name}-au-{}{}", args.au, if pdf { ".pdf" } else { "" }))
}

pub(super) fn historique(args: &Historique) -> Result<Issue, CliError> {
    let Some(lus) = actes::lire(&args.dossier)? else { return Ok(Issue::Dossier) };
    let Some(graphe) = actes::graphe(&lus) else { return Ok(Issue::Dossier) };
    let entries = match &args.action {
        Some(id) => vie(&graphe, &IdAction(id.clone())),
        None => chronique(&graphe),
    };
    if let (true, Some(id)) = (entries.is_empty(), &args.action) {
        return Err(CliError::Usage(format!(
            "aucun de ces actes n’a d’action « {id} » : --action prend l’identifiant de programme.toml"
        )));
    }
    let mut out = String::new();
    for e in entries {
        out.push_str(&format!("{}  n° {}  {}\n", date_longue(e.date), e.numero, e.objet));
        for fait in e.faits {
            out.push_str(&format!("  {fait}\n"));
        }
    }
    flux::out(&out)?;
    Ok(Issue::Bien)
}
