//! Making the documents of a bundle again, away from where it comes from.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::{FormatConstats, Rendu};
use super::ecriture::{self, Tenue};
use super::produire::{self, bilan::Bilan, tache::Portee, tache::Tache};
use super::{CliError, Issue};
use crate::export::joint::Commande;
use crate::read::{Liasse, NIVEAUX};
use crate::render::{Document, DocumentSeance, Norme};

/// Documents made again (*refait*).
pub(super) struct Refait {
    /// Their bytes, by the path that the command gives them.
    pub(super) documents: BTreeMap<String, Vec<u8>>,
    /// How many pages each has.
    pub(super) pages: BTreeMap<String, usize>,
    bilan: Bilan,
    /// The temporary folder where it was made.
    ici: String,
}

impl Refait {
    pub(super) fn issue(&self) -> Issue {
        self.bilan.issue()
    }

    /// What was said while they were made, of the dossier that stands there.
    pub(super) fn messages(&self, dossier: &Path) -> String {
        self.bilan.messages.replace(&self.ici, &dossier.display().to_string())
    }
}

/// Makes documents of a bundle: those that are named, else all that the command gives.
pub(super) fn refaire(
    liasse: &Liasse,
    commande: Commande,
    documents: &[String],
    norme: &str,
) -> Result<Refait, CliError> {
    norme.parse::<Norme>().map_err(|e| CliError::Usage(e.to_string()))?;
    let known = |nom: &String| match commande {
        Commande::Produire => Document::parse(nom).is_some(),
        Commande::Seance => DocumentSeance::parse(nom).is_some(),
    };
    if let Some(nom) = documents.iter().find(|nom| !known(nom)) {
        return Err(CliError::Usage(format!("le document « {nom} » n’existe pas")));
    }
    let io = |e| CliError::Io("le dossier temporaire ne peut pas servir", e);
    let temporary = tempfile::tempdir().map_err(io)?;
    // Deep enough that nothing above is taken for a file of the authority.
    let top = (0..NIVEAUX).fold(temporary.path().to_owned(), |p, _| p.join("source"));
    for (chemin, octets) in liasse.arbre() {
        let path = top.join(chemin);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(io)?;
        }
        ecriture::write(&path, octets, Tenue::Passagere)?;
    }
    let sortie = temporary.path().join("pdf");
    let rendu = Rendu { norme: Some(norme.to_owned()), ..Rendu::pdf(documents.to_vec(), &sortie) };
    let dossier = top.join(liasse.dossier());
    let mut tache = Tache::new(&dossier, &rendu, FormatConstats::Texte, false);
    if commande == Commande::Seance {
        tache = tache.about(Portee::Seance);
    }
    let bilan = produire::one(&tache);
    let (mut made, mut pages) = (BTreeMap::new(), BTreeMap::new());
    for produit in &bilan.produits {
        let path = Path::new(&produit.chemin);
        let nom = path.strip_prefix(&sortie).unwrap_or(path);
        let nom = nom.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        made.insert(nom.clone(), std::fs::read(path).map_err(io)?);
        pages.insert(nom, produit.pages);
    }
    Ok(Refait { documents: made, pages, bilan, ici: dossier.display().to_string() })
}
