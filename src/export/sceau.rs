//! The seal of an adopted act: what its files and its documents were, so that anyone can tell whether they still are.
//!
//! `vie.toml` lives on after the act is sealed: each step is added at its end. A seal keeps how long it was and what it
//! held then, and the documents of the seal are those made with that beginning, for ever: the certificate of a later
//! transmission changes the documents that `produire` makes, never those that were sealed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use serde::Deserialize;

use super::empreinte;
use super::joint::Commande;
use crate::read::Liasse;

/// The file of a seal, beside the act or the sitting.
pub const SCEAU: &str = "sceau.toml";

/// The file of a dossier to which lines are added after it is sealed.
const REGISTRE: &str = "vie.toml";

/// The form of the seal that this program writes, the only one that it reads.
const FORMAT: u32 = 1;

/// The largest seal, in bytes.
pub const MAX_SCEAU: u64 = 8 << 20;

/// A seal (*sceau*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sceau {
    /// The version of the program.
    pub programme: String,
    /// The fingerprint of its templates and fonts.
    pub modeles: String,
    /// The command that makes the documents.
    pub commande: Commande,
    /// The standard of the PDF.
    pub norme: String,
    /// What the act or the sitting is called.
    pub nom: String,
    /// The files that never change again, by their path from the dossier.
    pub fichiers: BTreeMap<String, Scelle>,
    /// The ledgers, as they were: they may only have grown since.
    pub registres: BTreeMap<String, Scelle>,
    /// The documents, by the path that the command gives them.
    pub documents: BTreeMap<String, Scelle>,
}

/// What is recorded of a file (*scellé*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scelle {
    /// Its size in bytes.
    pub taille: u64,
    /// Its SHA-256, in lowercase hexadecimal.
    pub sha256: String,
}

impl Scelle {
    /// What is recorded of some bytes.
    #[must_use]
    pub fn of(octets: &[u8]) -> Self {
        Self { taille: octets.len() as u64, sha256: empreinte(octets) }
    }

    /// Whether bytes are those that were recorded.
    #[must_use]
    pub fn is(&self, octets: &[u8]) -> bool {
        self.taille == octets.len() as u64 && self.sha256 == empreinte(octets)
    }

    /// The beginning of some bytes that is what was recorded, when it is.
    #[must_use]
    pub fn debut<'a>(&self, octets: &'a [u8]) -> Option<&'a [u8]> {
        let debut = octets.get(..usize::try_from(self.taille).ok()?)?;
        self.is(debut).then_some(debut)
    }
}

/// What became of a sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// It is as it was sealed.
    Intact,
    /// A ledger to which steps were added, and whose sealed ones stand.
    Complete,
    /// It holds something else.
    Modifie,
    /// It is not there any more.
    Absent,
    /// It is read now, and was not there.
    Ajoute,
}

impl Sort {
    /// Whether the file may be so without the seal being broken.
    #[must_use]
    pub fn is_bien(self) -> bool {
        matches!(self, Self::Intact | Self::Complete)
    }

    /// As it is said.
    #[must_use]
    pub fn mot(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Complete => "complété",
            Self::Modifie => "modifié",
            Self::Absent => "absent",
            Self::Ajoute => "ajouté",
        }
    }
}

/// Why a seal cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SceauError {
    /// It is no seal of this program.
    #[error("ce sceau ne se lit pas")]
    Illisible,
    /// A later program wrote it.
    #[error("une version plus récente de Délibéré a écrit ce sceau")]
    Format,
}

fn is_registre(nom: &str) -> bool {
    nom.rsplit('/').next() == Some(REGISTRE)
}

impl Sceau {
    /// The seal of a bundle, before its documents are recorded.
    #[must_use]
    pub fn new(
        liasse: &Liasse,
        nom: &str,
        commande: Commande,
        norme: &str,
        outil: Outil<'_>,
    ) -> Self {
        let (mut fichiers, mut registres) = (BTreeMap::new(), BTreeMap::new());
        for (chemin, octets) in liasse.fichiers() {
            let relatif = liasse.relatif(chemin);
            let all = if is_registre(&relatif) { &mut registres } else { &mut fichiers };
            all.insert(relatif, Scelle::of(octets));
        }
        Self {
            programme: outil.programme.to_owned(),
            modeles: outil.modeles.to_owned(),
            commande,
            norme: norme.to_owned(),
            nom: nom.to_owned(),
            fichiers,
            registres,
            documents: BTreeMap::new(),
        }
    }

    /// What became of each file of a dossier, by its path from it, in order.
    #[must_use]
    pub fn sorts(&self, liasse: &Liasse) -> Vec<(String, Sort)> {
        let now: BTreeMap<String, &[u8]> =
            liasse.fichiers().map(|(nom, octets)| (liasse.relatif(nom), octets)).collect();
        let mut names: BTreeSet<&str> = now.keys().map(String::as_str).collect();
        names.extend(self.fichiers.keys().chain(self.registres.keys()).map(String::as_str));
        let sort = |nom: &str| {
            let octets = now.get(nom).copied();
            match (self.fichiers.get(nom), self.registres.get(nom), octets) {
                (Some(scelle), _, Some(o)) if scelle.is(o) => Sort::Intact,
                (_, Some(scelle), Some(o)) if scelle.is(o) => Sort::Intact,
                (_, Some(scelle), Some(o)) if scelle.debut(o).is_some() => Sort::Complete,
                (None, None, Some(_)) if is_registre(nom) => Sort::Complete,
                (None, None, _) => Sort::Ajoute,
                (_, _, Some(_)) => Sort::Modifie,
                (_, _, None) => Sort::Absent,
            }
        };
        names.into_iter().map(|nom| (nom.to_owned(), sort(nom))).collect()
    }

    /// The same bundle with its ledgers as they were when it was sealed: what the sealed documents are made of.
    #[must_use]
    pub fn alors(&self, liasse: &Liasse) -> Liasse {
        liasse.changed(|chemin, octets| {
            let relatif = liasse.relatif(chemin);
            if !is_registre(&relatif) {
                return Some(Arc::clone(octets));
            }
            let scelle = self.registres.get(&relatif)?;
            Some(scelle.debut(octets).map_or_else(|| Arc::clone(octets), Arc::from))
        })
    }

    /// Whether another seal says the same of the same files made by the same tool, but for what the ledgers gained.
    #[must_use]
    pub fn is_meme(
        &self,
        liasse: &Liasse,
        commande: Commande,
        norme: &str,
        outil: Outil<'_>,
    ) -> bool {
        self.commande == commande
            && self.norme == norme
            && self.is_outil(outil)
            && self.sorts(liasse).iter().all(|(_, sort)| sort.is_bien())
    }

    /// Whether that tool made it.
    #[must_use]
    pub fn is_outil(&self, outil: Outil<'_>) -> bool {
        self.programme == outil.programme && self.modeles == outil.modeles
    }

    /// The seal as it is written; the same for the same files.
    #[must_use]
    pub fn texte(&self) -> String {
        let quoted = |texte: &str| toml::Value::String(texte.to_owned()).to_string();
        let mut out = format!(
            "# Ce que l’acte et ses PDF étaient quand il a été scellé.\n\
             # « delibere authentifier » dit s’ils le sont encore. Ne changez rien ici.\n\
             format = {FORMAT}\n\
             nom = {}\nprogramme = {}\nmodeles = {}\ncommande = {}\nnorme = {}\n",
            quoted(&self.nom),
            quoted(&self.programme),
            quoted(&self.modeles),
            quoted(self.commande.mot()),
            quoted(&self.norme),
        );
        for (cle, remarque, all) in [
            ("documents", "", &self.documents),
            ("fichiers", "", &self.fichiers),
            (
                "registres",
                "# Peut grandir : ce qu’il contenait alors n’en représente que le début.\n",
                &self.registres,
            ),
        ] {
            for (nom, scelle) in all {
                let _ = write!(
                    out,
                    "\n{remarque}[[{cle}]]\nnom = {}\ntaille = {}\nsha256 = {}\n",
                    quoted(nom),
                    scelle.taille,
                    quoted(&scelle.sha256)
                );
            }
        }
        out
    }

    /// Reads a seal. Its names are compared, and never opened.
    ///
    /// # Errors
    /// When it is no seal, or one of a later program.
    pub fn lire(octets: &[u8]) -> Result<Self, SceauError> {
        #[derive(Deserialize)]
        struct Tete {
            format: u32,
        }
        let texte = std::str::from_utf8(octets).map_err(|_| SceauError::Illisible)?;
        let tete: Tete = toml::from_str(texte).map_err(|_| SceauError::Illisible)?;
        if tete.format != FORMAT {
            return Err(SceauError::Format);
        }
        let brut: Brut = toml::from_str(texte).map_err(|_| SceauError::Illisible)?;
        let table = |all: Vec<Ligne>| -> Result<BTreeMap<String, Scelle>, SceauError> {
            let mut out = BTreeMap::new();
            for Ligne { nom, taille, sha256 } in all {
                if out.insert(nom, Scelle { taille, sha256 }).is_some() {
                    return Err(SceauError::Illisible);
                }
            }
            Ok(out)
        };
        Ok(Self {
            programme: brut.programme,
            modeles: brut.modeles,
            commande: brut.commande,
            norme: brut.norme,
            nom: brut.nom,
            fichiers: table(brut.fichiers)?,
            registres: table(brut.registres)?,
            documents: table(brut.documents)?,
        })
    }
}

/// What makes documents, by its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outil<'a> {
    /// The version of the program.
    pub programme: &'a str,
    /// The fingerprint of its templates and fonts.
    pub modeles: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Brut {
    #[expect(dead_code, reason = "judged before the rest")]
    format: u32,
    nom: String,
    programme: String,
    modeles: String,
    commande: Commande,
    norme: String,
    #[serde(default)]
    documents: Vec<Ligne>,
    #[serde(default)]
    fichiers: Vec<Ligne>,
    #[serde(default)]
    registres: Vec<Ligne>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ligne {
    nom: String,
    taille: u64,
    sha256: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTIL: Outil<'_> = Outil { programme: "1.0", modeles: "abc" };

    fn liasse(files: &[(&str, &str)]) -> Liasse {
        let files = files.iter().map(|(n, t)| ((*n).to_owned(), Arc::from(t.as_bytes()))).collect();
        Liasse::new(files, "", Vec::new()).expect("a bundle")
    }

    fn seal(liasse: &Liasse) -> Sceau {
        let mut sceau = Sceau::new(liasse, "n° « 1 »", Commande::Produire, "a-2a,ua-1", OUTIL);
        sceau.documents.insert("deliberation.pdf".to_owned(), Scelle::of(b"%PDF"));
        sceau
    }

    #[test]
    fn a_seal_is_read_back() {
        let sceau = seal(&liasse(&[("l’été « 1 ».toml", "x"), ("vie.toml", "y")]));
        assert_eq!(Sceau::lire(sceau.texte().as_bytes()), Ok(sceau.clone()));
        let later = sceau.texte().replace("format = 1", "format = 2\nplus = true");
        assert_eq!(Sceau::lire(later.as_bytes()), Err(SceauError::Format));
        let twice = sceau.texte()
            + "\n[[documents]]\nnom = \"deliberation.pdf\"\ntaille = 1\nsha256 = \"x\"\n";
        assert_eq!(Sceau::lire(twice.as_bytes()), Err(SceauError::Illisible));
    }

    #[test]
    fn each_file_has_its_fate() {
        let sceau = seal(&liasse(&[("a", "1"), ("b", "2"), ("c", "3"), ("vie.toml", "un\n")]));
        let now = liasse(&[("a", "1"), ("b", "9"), ("d", "4"), ("vie.toml", "un\ndeux\n")]);
        let fates = sceau.sorts(&now);
        let said: Vec<(&str, &str)> = fates.iter().map(|(n, s)| (n.as_str(), s.mot())).collect();
        let expected = [
            ("a", "intact"),
            ("b", "modifié"),
            ("c", "absent"),
            ("d", "ajouté"),
            ("vie.toml", "complété"),
        ];
        assert_eq!(said, expected);
        let alors = sceau.alors(&now);
        assert!(alors.fichiers().any(|f| f == ("vie.toml", b"un\n".as_slice())));
        let rewritten = sceau.sorts(&liasse(&[("vie.toml", "deux\nun\n")]));
        assert!(rewritten.contains(&("vie.toml".to_owned(), Sort::Modifie)));
    }

    #[test]
    fn a_ledger_opened_after_the_seal_breaks_nothing_and_is_not_made_of() {
        let sceau = seal(&liasse(&[("a", "1")]));
        let now = liasse(&[("a", "1"), ("vie.toml", "un\n")]);
        assert!(sceau.is_meme(&now, Commande::Produire, "a-2a,ua-1", OUTIL));
        assert_eq!(sceau.alors(&now), liasse(&[("a", "1")]));
    }
}
