//! The list of the files that a PDF carries, and how it was made of them.

use std::fmt::Write as _;

use serde::Deserialize;

use super::description;
use crate::export::empreinte;
use crate::read::Liasse;

/// The name of the list among the joined files.
pub const BORDEREAU: &str = "dossier-joint.toml";

/// The form of the list that this program writes, the only one that it reads.
const FORMAT: u32 = 1;

/// How a PDF was made of the files that are joined to it (*bordereau*: the slip that goes with papers).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bordereau {
    /// The version of the program.
    pub programme: String,
    /// The fingerprint of its templates and fonts.
    pub modeles: String,
    /// The command that makes it.
    pub commande: Commande,
    /// The document, as the command names it.
    pub document: String,
    /// The standard of the PDF, as the command names it.
    pub norme: String,
}

/// The command that makes a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Commande {
    /// `produire`: a document of one act.
    Produire,
    /// `seance`: a document of a whole sitting.
    Seance,
}

impl Commande {
    /// As it is typed.
    #[must_use]
    pub fn mot(self) -> &'static str {
        match self {
            Self::Produire => "produire",
            Self::Seance => "seance",
        }
    }
}

/// Why a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BordereauError {
    /// It is no list of this program.
    #[error("elle ne se lit pas")]
    Illisible,
    /// A later program wrote it.
    #[error("une version plus récente de Délibéré l’a écrite")]
    Format,
    /// A value that the program never writes.
    #[error("« {0} » y a une valeur impossible")]
    Valeur(&'static str),
}

impl Bordereau {
    /// The list of the files of a bundle, in TOML; the same for the same files.
    #[must_use]
    pub fn texte(&self, liasse: &Liasse) -> String {
        let quoted = |texte: &str| toml::Value::String(texte.to_owned()).to_string();
        let mut out = format!(
            "# Ce PDF a été fait par Délibéré avec les fichiers qui y sont joints.\n\
             # « delibere extraire » les rend dans un dossier, et dit comment refaire le PDF.\n\
             format = {FORMAT}\n\
             programme = {}\nmodeles = {}\ncommande = {}\n",
            quoted(&self.programme),
            quoted(&self.modeles),
            quoted(self.commande.mot()),
        );
        if !liasse.dossier().is_empty() {
            let _ = writeln!(out, "dossier = {}", quoted(liasse.dossier()));
        }
        let _ = writeln!(out, "document = {}", quoted(&self.document));
        let _ = writeln!(out, "norme = {}", quoted(&self.norme));
        if !liasse.voisins().is_empty() {
            out.push_str("# Des actes de la même séance, qui ne sont pas joints :\nvoisins = [\n");
            for voisin in liasse.voisins() {
                let _ = writeln!(out, "  {},", quoted(voisin));
            }
            out.push_str("]\n");
        }
        let noms = description::noms(liasse.fichiers().map(|(chemin, _)| chemin));
        for ((chemin, octets), nom) in liasse.fichiers().zip(noms) {
            let _ = writeln!(out, "\n[[fichiers]]\nnom = {}", quoted(chemin));
            if nom != chemin {
                let _ = writeln!(out, "joint = {}", quoted(&nom));
            }
            let sha256 = empreinte(octets);
            let _ = writeln!(out, "taille = {}\nsha256 = \"{sha256}\"", octets.len());
        }
        out
    }
}

/// A list that was read; the names of the files are not judged yet.
pub(super) struct Lu {
    pub(super) bordereau: Bordereau,
    pub(super) dossier: String,
    pub(super) voisins: Vec<String>,
    pub(super) fichiers: Vec<Liste>,
}

/// A file of the list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Liste {
    pub(super) nom: String,
    /// Its name among the joined files, when that is another.
    pub(super) joint: Option<String>,
    pub(super) taille: u64,
    pub(super) sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Brut {
    #[expect(dead_code, reason = "judged before the rest")]
    format: u32,
    programme: String,
    modeles: String,
    commande: Commande,
    #[serde(default)]
    dossier: String,
    document: String,
    norme: String,
    #[serde(default)]
    voisins: Vec<String>,
    #[serde(default)]
    fichiers: Vec<Liste>,
}

/// Reads a list.
pub(super) fn lire(octets: &[u8]) -> Result<Lu, BordereauError> {
    let texte = std::str::from_utf8(octets).map_err(|_| BordereauError::Illisible)?;
    #[derive(Deserialize)]
    struct Tete {
        format: u32,
    }
    let tete: Tete = toml::from_str(texte).map_err(|_| BordereauError::Illisible)?;
    if tete.format != FORMAT {
        return Err(BordereauError::Format);
    }
    let brut: Brut = toml::from_str(texte).map_err(|_| BordereauError::Illisible)?;
    // What is shown on a screen or typed in a command comes from whoever made the PDF.
    let plain = |texte: &str| {
        (1..=80).contains(&texte.len())
            && texte
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | ','))
            && !texte.starts_with('-')
    };
    for (cle, valeur) in [
        ("programme", &brut.programme),
        ("modeles", &brut.modeles),
        ("document", &brut.document),
        ("norme", &brut.norme),
    ] {
        if !plain(valeur) {
            return Err(BordereauError::Valeur(cle));
        }
    }
    let Brut { programme, modeles, commande, dossier, document, norme, voisins, fichiers, .. } =
        brut;
    let bordereau = Bordereau { programme, modeles, commande, document, norme };
    Ok(Lu { bordereau, dossier, voisins, fichiers })
}
