//! A folder against its seal.

use std::collections::BTreeSet;
use std::path::Path;

use super::jugement::Jugement;
use super::{Lu, other_tool, seal};
use crate::cli::extraire::pdf;
use crate::cli::refaire::refaire;
use crate::cli::sceller::{SORTIE, bundle, examine};
use crate::cli::{CliError, Issue, ecriture};
use crate::export::sceau::{SCEAU, Sceau, Sort};
use crate::read::Liasse;

pub(super) fn judge(chemin: &Path, sceau: Option<&Path>) -> Result<Jugement, CliError> {
    let path = sceau.map_or_else(|| chemin.join(SCEAU), Path::to_owned);
    if sceau.is_none() && path.symlink_metadata().is_err() {
        let above = chemin.canonicalize().ok().and_then(|real| Some(real.parent()?.to_owned()));
        if let Some(seance) = above.filter(|a| a.join(SCEAU).is_file()) {
            return Err(CliError::Usage(format!(
                "« {} » est scellé avec sa séance : « delibere authentifier {} »",
                chemin.display(),
                ecriture::typed(&seance.display().to_string())
            )));
        }
        return Err(CliError::Usage(format!(
            "« {shown} » n’est pas scellé : il n’y a pas de {SCEAU}. « delibere sceller {shown} » en fait un, si l’acte est adopté",
            shown = chemin.display()
        )));
    }
    let Lu { sceau, .. } = seal(&path)?;
    let examen = examine(chemin, sceau.commande)?;
    let liasse = bundle(&examen, sceau.commande)?;
    let sorts = sceau.sorts(&liasse);
    let sources = sorts.iter().all(|(_, sort)| sort.is_bien());
    let mut remarques = Vec::new();
    if sorts.iter().any(|(_, sort)| *sort == Sort::Complete) {
        remarques.push(
            "La vie de l’acte a continué depuis qu’il est scellé : les PDF sont refaits avec ce qu’elle disait alors."
                .to_owned(),
        );
    }
    let documents = documents(&sceau, &liasse, &mut remarques)?;
    let same = !documents.is_empty() && documents.iter().all(|(_, sort)| *sort == "identique");
    if sources
        && !same
        && let Some(why) = other_tool(&sceau.programme, &sceau.modeles)
    {
        remarques.push(format!("Les PDF refaits diffèrent : {why}"));
    }
    let places = standing(&sceau, chemin)?;
    let kept = places.is_empty();
    for (nom, sort) in &places {
        remarques.push(match *sort {
            "complété" => format!(
                "Des octets ont été ajoutés à la fin de « {nom} ». Une signature électronique fait cela, une falsification aussi : vérifiez la signature dans un lecteur de PDF, et ce qui s’affiche."
            ),
            _ => format!(
                "« {nom} » n’est plus le PDF qui a été scellé : gardez-le à part s’il compte, puis « delibere sceller » le refait tel qu’il était."
            ),
        });
    }
    let conclusion = match (sources, same) {
        (true, true) if !kept => {
            "Le dossier est celui qui a été scellé, mais un PDF rangé avec lui n’est plus tel qu’il a été scellé."
        }
        (true, true) => {
            "Authentique : le dossier est celui qui a été scellé, et ses PDF refaits ont les mêmes octets."
        }
        (true, false) => {
            "Les fichiers du dossier sont ceux qui ont été scellés, mais ses PDF refaits n’ont pas les mêmes octets."
        }
        (false, true) => {
            "Le dossier n’est plus celui qui a été scellé ; ce qui a changé ne touche pas ses PDF, qui ont les mêmes octets."
        }
        (false, false) => "Le dossier n’est plus celui qui a été scellé.",
    };
    let documents = documents.into_iter().chain(places).collect();
    Ok(Jugement {
        authentique: sources && same && kept,
        tete: Some(format!("{}, scellé avec Délibéré {}", sceau.nom, sceau.programme)),
        fichiers: sorts.into_iter().map(|(nom, sort)| (nom, sort.mot())).collect(),
        documents,
        remarques,
        conclusion: conclusion.to_owned(),
    })
}

/// The sealed documents, each made again and compared.
fn documents(
    sceau: &Sceau,
    liasse: &Liasse,
    remarques: &mut Vec<String>,
) -> Result<Vec<(String, &'static str)>, CliError> {
    let refait = refaire(&sceau.alors(liasse), sceau.commande, &[], &sceau.norme)?;
    if refait.issue() != Issue::Bien {
        remarques.push(
            "Les PDF n’ont pas tous pu être refaits ; « delibere verifier » dit ce qui empêche de lire le dossier."
                .to_owned(),
        );
    }
    let names: BTreeSet<&String> = sceau.documents.keys().chain(refait.documents.keys()).collect();
    let sort = |nom: &String| match (sceau.documents.get(nom), refait.documents.get(nom)) {
        (Some(scelle), Some(octets)) if scelle.is(octets) => "identique",
        (Some(_), Some(_)) => "différent",
        (Some(_), None) => "non refait",
        (None, _) => "ajouté",
    };
    Ok(names.into_iter().map(|nom| (nom.clone(), sort(nom))).collect())
}

/// The documents that stand in the folder of the sealed ones and are not those any more; one that is not there was put
/// elsewhere.
fn standing(sceau: &Sceau, chemin: &Path) -> Result<Vec<(String, &'static str)>, CliError> {
    let mut out = Vec::new();
    for (nom, scelle) in &sceau.documents {
        // What a seal names comes from outside: nothing is opened out of the folder.
        if nom.split('/').any(|step| matches!(step, "" | "." | "..") || step.contains('\\')) {
            continue;
        }
        let path = chemin.join(SORTIE).join(nom);
        if path.symlink_metadata().is_err() {
            continue;
        }
        let octets = pdf(&path)?;
        if !scelle.is(&octets) {
            let sort = if scelle.debut(&octets).is_some() { "complété" } else { "modifié" };
            out.push((format!("{SORTIE}/{nom}"), sort));
        }
    }
    Ok(out)
}
