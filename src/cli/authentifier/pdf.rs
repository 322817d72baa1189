//! A PDF against a seal, and against the dossier that it carries.

use std::path::Path;

use super::jugement::Jugement;
use super::{Lu, other_tool, seal};
use crate::cli::extraire::{advice, pdf};
use crate::cli::refaire::refaire;
use crate::cli::{CliError, Issue};
use crate::export::joint::{self, DossierJoint, JointError};
use crate::export::pdf::PdfError;
use crate::export::sceau::SCEAU;

/// What was found of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouve {
    /// The same bytes.
    Identique,
    /// The same bytes, then others.
    Suivi,
    /// Other bytes.
    Different,
    /// Nothing could be made to compare it with.
    NonRefait,
    /// Nothing to compare it with.
    Inconnu,
    /// What would be compared cannot be read.
    Illisible,
}

impl Trouve {
    fn mot(self) -> &'static str {
        match self {
            Self::Identique => "identique",
            Self::Suivi => "complété",
            Self::Different => "différent",
            Self::NonRefait => "non refait",
            Self::Inconnu => "inconnu",
            Self::Illisible => "illisible",
        }
    }
}

pub(super) fn judge(chemin: &Path, given: Option<&Path>) -> Result<Jugement, CliError> {
    let octets = pdf(chemin)?;
    let sceau = match given {
        Some(path) => Some(seal(path)?),
        None => beside(chemin).map(|p| seal(&p)).transpose()?,
    };
    let porte = joint::extraire(&octets);
    if let Err(JointError::Pdf(error @ PdfError::PasUnPdf)) = &porte {
        return Err(CliError::Usage(format!("« {} » : {error}", chemin.display())));
    }
    if sceau.is_none() && matches!(porte, Err(JointError::Pdf(PdfError::Chiffre))) {
        return Err(CliError::Usage(format!(
            "rien ne permet de dire si « {} » est authentique : le PDF est chiffré ; demandez-le tel qu’il a été produit, sans mot de passe",
            chemin.display()
        )));
    }
    let mut remarques = Vec::new();
    let mut documents = Vec::new();
    let par_sceau = sceau.as_ref().map(|lu| by_seal(lu, chemin, &octets));
    if let (Some((nom, trouve)), Some(lu)) = (&par_sceau, &sceau) {
        let of = format!("{nom} (sceau « {} »)", lu.chemin.display());
        documents.push((of, trouve.mot()));
    }
    let par_source = match &porte {
        Ok(porte) => {
            let trouve = by_source(porte, &octets, &mut remarques)?;
            documents.push((
                format!("{}.pdf (refait avec le dossier qu’il porte)", porte.bordereau.document),
                trouve.mot(),
            ));
            Some(trouve)
        }
        Err(JointError::Absent) => None,
        Err(error) => {
            remarques
                .push(format!("Le dossier que ce PDF devrait porter ne se lit pas : {error}."));
            remarques.extend(advice(error).map(|a| format!("  aide : {a}")));
            Some(Trouve::Illisible)
        }
    };
    // A seal that happens to stand nearby, and has never heard of this PDF, says nothing of it.
    let par_sceau = par_sceau.map(|(_, t)| t).filter(|t| given.is_some() || *t != Trouve::Inconnu);
    if par_sceau.is_none() && par_source.is_none() {
        return Err(CliError::Usage(format!(
            "rien ne permet de dire si « {} » est authentique : il ne porte pas son dossier, et aucun sceau ne le connaît ; donnez le sceau de l’acte, --sceau DOSSIER/{SCEAU}",
            chemin.display()
        )));
    }
    if par_sceau == Some(Trouve::Different) {
        remarques.push(
            "Le document a pu être produit de nouveau depuis, avec la suite de la vie de l’acte : « delibere sceller » refait les PDF scellés tels qu’ils étaient."
                .to_owned(),
        );
    }
    if par_sceau == Some(Trouve::Suivi) || par_source == Some(Trouve::Suivi) {
        remarques.push(
            "Des octets ont été ajoutés à la fin du PDF. Une signature électronique fait cela, une falsification aussi : vérifiez la signature dans un lecteur de PDF, et ce qui s’affiche."
                .to_owned(),
        );
    }
    let (authentique, conclusion) = conclude(par_sceau, par_source);
    if par_source == Some(Trouve::Different)
        && let Ok(DossierJoint { bordereau, .. }) = &porte
    {
        remarques.push(match other_tool(&bordereau.programme, &bordereau.modeles) {
            Some(why) => format!("Le PDF refait diffère : {why}"),
            None => "Un logiciel qui l’a enregistré de nouveau a pu changer ses octets sans changer ses pages : demandez le PDF tel qu’il a été produit."
                .to_owned(),
        });
    }
    let tete =
        sceau.map(|lu| format!("{}, scellé avec Délibéré {}", lu.sceau.nom, lu.sceau.programme));
    Ok(Jugement {
        authentique,
        tete: tete.filter(|_| par_sceau.is_some()),
        fichiers: Vec::new(),
        documents,
        remarques,
        conclusion: conclusion.to_owned(),
    })
}

/// What a seal and the dossier inside say together; the seal prevails, since the dossier comes with the PDF.
fn conclude(sceau: Option<Trouve>, source: Option<Trouve>) -> (bool, &'static str) {
    use Trouve::{Different, Identique, Illisible, Inconnu, NonRefait, Suivi};
    match (sceau, source) {
        (Some(Identique), Some(Identique)) => (
            true,
            "Authentique : c’est le PDF qui a été scellé, et le dossier qu’il porte le refait à l’octet près.",
        ),
        (Some(Identique), _) => (true, "Authentique : c’est le PDF qui a été scellé."),
        (Some(Suivi), _) => (false, "C’est le PDF qui a été scellé, avec des ajouts."),
        (Some(Different), _) => (false, "Ce n’est pas le PDF qui a été scellé sous ce nom."),
        (Some(Inconnu | Illisible | NonRefait), _) => (false, "Ce sceau ne connaît pas ce PDF."),
        (None, Some(Identique)) => (
            true,
            "Le PDF est bien celui que donne le dossier qu’il porte. Seul un sceau dirait que ce dossier est celui qui a été adopté.",
        ),
        (None, Some(Suivi)) => {
            (false, "C’est le PDF que donne le dossier qu’il porte, avec des ajouts.")
        }
        (None, Some(Illisible)) => (false, "Ce PDF n’est plus tel qu’il a été produit."),
        (None, _) => (false, "Le PDF n’est pas celui que donne le dossier qu’il porte."),
    }
}

/// The document of a seal that a PDF is, or should be by its name.
fn by_seal(lu: &Lu, chemin: &Path, octets: &[u8]) -> (String, Trouve) {
    let own = chemin.file_name().unwrap_or_default().to_string_lossy();
    let all = &lu.sceau.documents;
    let found = |test: &dyn Fn(&str) -> bool| all.keys().find(|nom| test(nom)).cloned();
    if let Some(nom) = found(&|nom| all.get(nom).is_some_and(|s| s.is(octets))) {
        return (nom, Trouve::Identique);
    }
    if let Some(nom) = found(&|nom| all.get(nom).is_some_and(|s| s.debut(octets).is_some())) {
        return (nom, Trouve::Suivi);
    }
    // In a sitting, an act and its extract have files of the same name.
    let same = |nom: &str| chemin.ends_with(nom);
    match found(&same).or_else(|| found(&|nom| nom.rsplit('/').next() == Some(&*own))) {
        Some(nom) => (nom, Trouve::Different),
        None => (own.into_owned(), Trouve::Inconnu),
    }
}

/// Whether the dossier that a PDF carries makes it again.
fn by_source(
    porte: &DossierJoint,
    octets: &[u8],
    remarques: &mut Vec<String>,
) -> Result<Trouve, CliError> {
    let joint::Bordereau { commande, document, norme, .. } = &porte.bordereau;
    let refait = match refaire(&porte.liasse, *commande, std::slice::from_ref(document), norme) {
        Ok(refait) => refait,
        // What the PDF says of itself cannot be done: it is the PDF that is wrong.
        Err(CliError::Usage(message)) => {
            remarques.push(format!("Le dossier qu’il porte ne peut pas être produit : {message}."));
            return Ok(Trouve::NonRefait);
        }
        Err(error) => return Err(error),
    };
    if refait.issue() != Issue::Bien {
        remarques.push("Le dossier qu’il porte ne peut pas être produit ; « delibere extraire » le rend, « delibere verifier » dit ce qui ne va pas.".to_owned());
    }
    let Some(made) = refait.documents.values().next() else { return Ok(Trouve::NonRefait) };
    Ok(if made == octets {
        Trouve::Identique
    } else if octets.starts_with(made) {
        Trouve::Suivi
    } else {
        Trouve::Different
    })
}

/// The seal that stands with a PDF: in its folder, or in the dossier whose `scelle` it is.
fn beside(chemin: &Path) -> Option<std::path::PathBuf> {
    let real = chemin.canonicalize().ok()?;
    // An act of a sitting is written one folder further down.
    let near = real.ancestors().skip(1).take(3).map(|folder| folder.join(SCEAU));
    near.into_iter().find(|path| path.is_file())
}
