//! The package of a transmission: message, pieces, envelope, archive.

use chrono::NaiveDate;

use super::archive::{MAX_ARCHIVE, archive};
use super::donnees::{self, Donnees};
use super::message;
use super::piece::{Format, is_locked};
use crate::check::Controle;
use crate::compute;
use crate::droit::{self, Classification, Generation};
use crate::export::Fichier;
use crate::export::constat::refused;
use crate::model::{Constat, Dossier, Identifiant, Lieu, NatureActe, Severite, TypePiece};

/// How a transmission is sent (*envoi*): nothing of it comes from a clock.
#[derive(Debug, Clone)]
pub struct Envoi {
    /// The day it is sent.
    pub jour: NaiveDate,
    /// Its rank among the envelopes of that day, from 1.
    pub rang: u32,
    /// The generation of the schema; that of the day when absent.
    pub generation: Option<Generation>,
    /// Whether it is for the test platform.
    pub essai: bool,
    /// The classification of the prefecture; that of the program when absent.
    pub classification: Option<Classification>,
}

impl Envoi {
    /// The first envelope of a day, by the schema of that day.
    #[must_use]
    pub fn du(jour: NaiveDate) -> Self {
        Self { jour, rang: 1, generation: None, essai: false, classification: None }
    }

    /// The generation of the schema that is followed.
    #[must_use]
    pub fn generation(&self) -> Generation {
        self.generation.unwrap_or_else(|| droit::generation(self.jour))
    }
}

/// A file that goes with the act (*pièce jointe*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceJointe {
    /// Its bytes: PDF, PNG, JPEG or XML.
    pub octets: Vec<u8>,
    /// Its type; that of the act when absent.
    pub type_piece: Option<TypePiece>,
}

/// A package, ready for an operator (*paquet*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paquet {
    /// The identifier of the act.
    pub identifiant: Identifiant,
    /// The envelope.
    pub enveloppe: Fichier,
    /// The message.
    pub message: Fichier,
    /// The act, then its annexes.
    pub pieces: Vec<Fichier>,
    /// The archive of all of them.
    pub archive: Fichier,
    /// What was changed so as to leave, none of it an error.
    pub constats: Vec<Constat>,
}

/// Makes the transmission (1-1) of an act; `annexes` come in the order of those of the deliberation.
///
/// # Errors
/// Everything that the norm asks for and the dossier lacks, and every piece that it refuses.
pub fn transmission(
    controle: &Controle<Dossier>,
    acte: &[u8],
    annexes: &[PieceJointe],
    envoi: &Envoi,
) -> Result<Paquet, Vec<Constat>> {
    let mut constats = Vec::new();
    let donnees = donnees::donnees(controle, envoi, &mut constats);
    let emetteur = donnees::emetteur(controle, &mut constats);
    let pieces = donnees
        .as_ref()
        .map(|d| pieces(d, controle, acte, annexes, envoi, &mut constats))
        .unwrap_or_default();
    let (Some(donnees), Some(emetteur), false) = (donnees, emetteur, wrong(&constats)) else {
        return Err(constats);
    };
    let noms: Vec<String> = pieces.iter().map(|p| p.nom.clone()).collect();
    let message = Fichier {
        nom: donnees.identifiant.message("1-1"),
        octets: message::acte(&donnees, &noms, envoi.generation()),
    };
    close(donnees.identifiant, &emetteur, message, pieces, envoi, constats)
}

/// Makes the annulment (6-1) of a transmission: the act itself stands, and its number cannot serve again.
///
/// # Errors
/// Everything that the norm asks for and the dossier lacks.
pub fn annulation(controle: &Controle<Dossier>, envoi: &Envoi) -> Result<Paquet, Vec<Constat>> {
    let mut constats = Vec::new();
    let identifiant = donnees::identifiant(controle, &mut constats);
    let emetteur = donnees::emetteur(controle, &mut constats);
    let sent = compute::mentions(controle.sujet(), controle.comptes().etat).transmission;
    match sent {
        None => constats.push(refused(
            Lieu::new("deliberation.toml", "mentions"),
            "aucune transmission de cet acte n’est notée : il n’y a rien à annuler",
            "notez-la d’abord : delibere vie DOSSIER --transmise AAAA-MM-JJ",
        )),
        Some(sent) if envoi.jour < sent => constats.push(refused(
            Lieu::new("deliberation.toml", "mentions"),
            format!(
                "l’annulation du {} précède la transmission, du {}",
                envoi.jour.format("%d/%m/%Y"),
                sent.format("%d/%m/%Y")
            ),
            "donnez le jour où l’annulation est envoyée, avec --envoi",
        )),
        Some(_) => {}
    }
    let (Some(identifiant), Some(emetteur), false) = (identifiant, emetteur, wrong(&constats))
    else {
        return Err(constats);
    };
    let octets = message::annulation(&identifiant);
    let message = Fichier { nom: identifiant.message("6-1"), octets };
    close(identifiant, &emetteur, message, Vec::new(), envoi, constats)
}

fn wrong(constats: &[Constat]) -> bool {
    constats.iter().any(|c| c.severite == Severite::Erreur)
}

fn close(
    identifiant: Identifiant,
    emetteur: &donnees::Emetteur,
    message: Fichier,
    pieces: Vec<Fichier>,
    envoi: &Envoi,
    mut constats: Vec<Constat>,
) -> Result<Paquet, Vec<Constat>> {
    let (nom, nom_archive) = message::noms(emetteur, envoi.jour, envoi.rang, envoi.essai);
    let enveloppe = Fichier { nom, octets: message::enveloppe(emetteur, &message.nom) };
    let mut all = vec![&enveloppe, &message];
    all.extend(&pieces);
    let octets = archive(&all);
    if octets.len() > MAX_ARCHIVE {
        let size = octets.len() >> 20;
        constats.push(refused(
            Lieu::new("deliberation.toml", "annexes"),
            format!("l’archive pèse {size} Mio, la préfecture en accepte {}", MAX_ARCHIVE >> 20),
            "réduisez les images des annexes, ou envoyez-en une partie sur papier : [transmission] papier = true",
        ));
        return Err(constats);
    }
    let archive = Fichier { nom: nom_archive, octets };
    Ok(Paquet { identifiant, enveloppe, message, pieces, archive, constats })
}

/// The pieces under the names of the norm, or what is refused in them.
pub(super) fn pieces(
    donnees: &Donnees,
    controle: &Controle<Dossier>,
    acte: &[u8],
    annexes: &[PieceJointe],
    envoi: &Envoi,
    out: &mut Vec<Constat>,
) -> Vec<Fichier> {
    let transmission = &controle.sujet().deliberation.transmission;
    let budget = donnees.nature == NatureActe::DocumentBudgetaire
        && donnees.matiere.nationale().to_string() == "7.1";
    let typed = envoi.generation() == Generation::V2;
    let own = transmission.type_piece.clone().or_else(|| usual(donnees.nature, envoi));
    let en_xml = Format::of(acte) == Some(Format::Xml);
    let mut files = Vec::with_capacity(annexes.len() + 1);
    let main = PieceJointe { octets: acte.to_vec(), type_piece: own.clone() };
    for (i, piece) in std::iter::once(&main).chain(annexes).enumerate() {
        let (lieu, quoi, formats): (_, _, &[Format]) = match i {
            0 if budget => (
                Lieu::new("deliberation.toml", "transmission.type_piece"),
                "l’acte".to_owned(),
                &[Format::Pdf, Format::Xml],
            ),
            0 => (
                Lieu::new("deliberation.toml", "transmission.type_piece"),
                "l’acte".to_owned(),
                &[Format::Pdf],
            ),
            _ => (
                Lieu::new("deliberation.toml", format!("annexes[{}].type_piece", i - 1)),
                format!("l’annexe {i}"),
                if en_xml {
                    &[Format::Pdf]
                } else {
                    &[Format::Pdf, Format::Png, Format::Jpeg, Format::Xml]
                },
            ),
        };
        let format = Format::of(&piece.octets).filter(|f| formats.contains(f));
        let Some(format) = format else {
            let known: Vec<String> = formats.iter().map(|f| f.extension().to_uppercase()).collect();
            out.push(refused(
                lieu,
                format!("le fichier de {quoi} n’est pas d’un format que la préfecture accepte"),
                &format!("donnez un fichier {}", known.join(", ")),
            ));
            continue;
        };
        if format == Format::Pdf && is_locked(&piece.octets) {
            out.push(refused(
                lieu.clone(),
                format!("le PDF de {quoi} est verrouillé, ce que la norme interdit"),
                "enregistrez-le de nouveau, sans mot de passe ni restriction",
            ));
        }
        let type_piece = piece.type_piece.as_ref().or(own.as_ref());
        if typed && let Some(t) = type_piece {
            let mut known = donnees::nomenclature(envoi).types(donnees.nature).peekable();
            if known.peek().is_some() && known.all(|(k, _)| k != t) {
                let abrege = donnees.nature.abrege();
                out.push(refused(
                    lieu,
                    format!(
                        "la classification n’a pas de type de pièce {t} pour la nature {abrege}"
                    ),
                    "« delibere transmettre --types-piece » en donne la liste",
                ));
            }
        }
        let named = type_piece.filter(|_| typed);
        let nom = donnees.identifiant.piece(named, i + 1, format.extension());
        files.push(Fichier { nom, octets: piece.octets.clone() });
    }
    files
}

/// The usual type of the main piece of a nature: the generic one of the classification.
fn usual(nature: NatureActe, envoi: &Envoi) -> Option<TypePiece> {
    let generic = |c: &Classification| {
        c.types(nature)
            .map(|(t, _)| t)
            .find(|t| t.to_string().starts_with("99_") && t.to_string() != "99_SE")
            .cloned()
    };
    generic(donnees::nomenclature(envoi)).or_else(|| generic(droit::classification()))
}
