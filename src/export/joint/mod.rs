//! The dossier inside its PDF: what is joined to it, and how it is taken out again.

mod bordereau;
mod description;

pub use bordereau::{BORDEREAU, Bordereau, BordereauError, Commande};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::empreinte;
use super::pdf::{Pdf, PdfError};
use crate::model::{FichierJoint, LienJoint};
use crate::read::liasse::MAX_FICHIER;
use crate::read::{Liasse, LiasseError};

/// The dossier that a PDF carries (*dossier joint*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierJoint {
    /// Its files.
    pub liasse: Liasse,
    /// How the PDF was made of them.
    pub bordereau: Bordereau,
    /// How many other files are attached, which are none of its own.
    pub autres: usize,
}

/// Why the dossier of a PDF cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JointError {
    /// The PDF cannot be read.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// It has no dossier.
    #[error("ce PDF ne porte pas son dossier")]
    Absent,
    /// The list of the joined files cannot be read.
    #[error("la liste des fichiers joints est fausse : {0}")]
    Bordereau(#[from] BordereauError),
    /// A file that is listed is not there.
    #[error("le fichier « {0} », qui est dans la liste, n’est pas joint")]
    Manque(String),
    /// Two files have the name of one that is listed.
    #[error("deux fichiers joints portent le nom « {0} »")]
    Deux(String),
    /// A file is not the one that is listed.
    #[error("le fichier joint « {0} » n’est plus celui de la liste : il a été changé")]
    Change(String),
    /// The files may not be written together.
    #[error("un fichier joint ne peut pas être écrit : {0}")]
    Liasse(#[from] LiasseError),
}

/// The files to be joined to a PDF so that it carries its dossier: those of the bundle, and their list.
#[must_use]
pub fn fichiers(liasse: &Liasse, bordereau: &Bordereau) -> Vec<FichierJoint> {
    let mut out = vec![FichierJoint {
        nom: BORDEREAU.to_owned(),
        octets: bordereau.texte(liasse).into_bytes(),
        type_media: "application/toml",
        description: "Liste des fichiers joints, et comment refaire ce PDF".to_owned(),
        lien: LienJoint::Donnees,
    }];
    let noms = description::noms(liasse.fichiers().map(|(chemin, _)| chemin));
    for ((chemin, octets), nom) in liasse.fichiers().zip(noms) {
        out.push(FichierJoint {
            nom,
            octets: octets.to_vec(),
            type_media: description::type_media(chemin),
            description: description::of(&liasse.relatif(chemin)),
            lien: LienJoint::Source,
        });
    }
    out
}

/// The dossier that a PDF carries, each file compared with the list.
///
/// # Errors
/// When the PDF cannot be read, carries no dossier, or one that was changed or made to do harm.
pub fn extraire(octets: &[u8]) -> Result<DossierJoint, JointError> {
    let pdf = Pdf::open(octets)?;
    let mut joints = BTreeMap::new();
    let mut doubles = BTreeSet::new();
    let all = pdf.joints()?;
    for joint in &all {
        if joints.insert(joint.nom.as_str(), joint).is_some() {
            doubles.insert(joint.nom.as_str());
        }
    }
    let Some(liste) = joints.get(BORDEREAU) else { return Err(JointError::Absent) };
    if doubles.contains(BORDEREAU) {
        return Err(JointError::Deux(BORDEREAU.to_owned()));
    }
    let lu = bordereau::lire(&pdf.octets(liste, MAX_FICHIER)?)?;
    // Names are judged before a single byte of the files is inflated.
    let noms = lu.fichiers.iter().map(|f| (f.nom.clone(), Arc::from(&[][..]))).collect();
    Liasse::new(noms, &lu.dossier, lu.voisins.clone())?;
    let mut fichiers: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    let mut taken = BTreeSet::from([BORDEREAU]);
    let mut total = 0;
    for liste in &lu.fichiers {
        let nom = liste.nom.as_str();
        let place = liste.joint.as_deref().unwrap_or(nom);
        let joint = joints.get(place).ok_or_else(|| JointError::Manque(nom.to_owned()))?;
        if doubles.contains(place) || fichiers.contains_key(nom) || !taken.insert(place) {
            return Err(JointError::Deux(nom.to_owned()));
        }
        if liste.taille > MAX_FICHIER {
            return Err(LiasseError::Fichier(nom.to_owned()).into());
        }
        total += liste.taille;
        if total > crate::read::liasse::MAX_LIASSE {
            return Err(LiasseError::Taille.into());
        }
        // Whatever it inflates to, it is not taken beyond what it says.
        let octets = match pdf.octets(joint, liste.taille) {
            Err(PdfError::Demesure(_)) => return Err(JointError::Change(nom.to_owned())),
            octets => octets?,
        };
        if octets.len() as u64 != liste.taille || empreinte(&octets) != liste.sha256 {
            return Err(JointError::Change(nom.to_owned()));
        }
        fichiers.insert(nom.to_owned(), octets.into());
    }
    let autres = all.len() - fichiers.len() - 1;
    let liasse = Liasse::new(fichiers, &lu.dossier, lu.voisins)?;
    Ok(DossierJoint { liasse, bordereau: lu.bordereau, autres })
}
