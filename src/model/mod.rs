//! What a dossier says, in types. Nothing here reads, computes or prints.
//!
//! ```text
//! Dossier
//! ├─ collectivite  Collectivite ─ Siren, Siret, Executif, Logo, Theme (Couleur, Police, Marges, Modele),
//! │                CodeDepartement, Teletransmission ─ Referent, Courriel
//! ├─ seance        Seance
//! │   ├─ conseillers   Conseiller ─ IdConseiller
//! │   ├─ convocation   Convocation ─ ModeConvocation, Urgence
//! │   ├─ presences     Presences ─ Pouvoir; mouvements Mouvement ─ SensMouvement
//! │   ├─ points        Point ─ NaturePoint, SortPoint, NumeroActe
//! │   └─ suites        Suites
//! ├─ deliberation  Deliberation ─ Portee
//! │   ├─ expose        Texte ─ Bloc ─ Inline
//! │   ├─ visas         Visa, considerants Considerant
//! │   ├─ numero        NumeroActe
//! │   ├─ dispositif    Dispositif ─ Decision | ArticleDispositif
//! │   ├─ vote          Vote ─ Scrutin, Voix, SensVote, Majorite, Resultat, NonParticipation, Tour ─ Candidat
//! │   ├─ signature     Signature, mentions Mentions ─ ModePublicite, ModeTransmission
//! │   ├─ annexes       Annexe ─ Piece
//! │   ├─ actes_anterieurs ActeAnterieur ─ Effet
//! │   ├─ redaction     Redaction ─ FormeDispositif, Paragraphe
//! │   ├─ subventions   Subvention ─ NatureSubvention, Rna
//! │   └─ matiere       Matiere, transmission Transmission ─ NatureActe, TypePiece; Identifiant
//! ├─ vie           Vie ─ Etape ─ NatureEtape
//! ├─ programme     Programme
//! │   ├─ orientations  Orientation
//! │   ├─ actions       Action (tree by `parent`) ─ IdAction, Libelles
//! │   ├─ calendrier    Echeance ─ Terme, Mesure
//! │   ├─ comite        Comite ─ Membre
//! │   └─ document      Texte
//! ├─ budget        AnnexeBudgetaire ─ Nomenclature
//! │   ├─ lignes        Ligne ─ Section, Sens, Montant
//! │   ├─ totaux        Total ─ NatureTotal
//! │   └─ autorisations Autorisation ─ NatureAutorisation
//! └─ fiches        FicheAction ─ Champ
//!
//! DossierSeance: a sitting with all its acts, each a Dossier
//! Constat ─ Severite, Lieu ─ Mots, Ignore: a fault, found by a rule, at a path of the dossier
//! Verifications ─ CodeIgnore: what the authority, a sitting or an act leaves aside of what is found
//! FichierJoint ─ LienJoint: a file that a PDF carries
//! ```
//!
//! `GLOSSAIRE.md`, beside this file, gives each notion its one name.

mod assemblee;
mod budget;
mod collectivite;
mod constat;
mod deliberation;
mod dossier;
mod evolution;
mod fiche;
mod fichier_joint;
mod identifiant;
mod instance;
mod matiere;
mod montant;
mod numerotation;
mod presence;
mod programme;
mod reunion;
mod rna;
mod seance;
mod siren;
mod siret;
mod subvention;
pub mod texte;
mod transmission;
mod verifications;
mod vie;
mod vote;

pub use assemblee::{Conseiller, IdConseiller};
pub use budget::{
    AnnexeBudgetaire, Autorisation, Ligne, NatureAutorisation, NatureTotal, Nomenclature, Section,
    Sens, Total,
};
pub use collectivite::{
    Collectivite, Couleur, Executif, FormatImage, Formules, GenreCollectivite, Logo, Marges,
    Modele, Police, Theme,
};
pub use constat::{Constat, Ignore, Lieu, Mots, Severite};
pub use deliberation::{
    Annexe, ArticleDispositif, Considerant, Decision, Deliberation, Dispositif, Etat, Mentions,
    ModePublicite, ModeTransmission, NatureConsiderant, NatureVisa, Piece, Portee, Signature, Visa,
};
pub use dossier::Dossier;
pub use evolution::{
    ActeAnterieur, Correction, Effet, FormeDispositif, Paragraphe, PartieCorrigee, Redaction,
};
pub use fiche::{Champ, FicheAction, Largeur, NatureChamp};
pub use fichier_joint::{FichierJoint, LienJoint};
pub use identifiant::{Identifiant, IdentifiantError};
pub use instance::Instance;
pub use matiere::{Matiere, MatiereError};
pub use montant::{Montant, MontantError};
pub use numerotation::{NumeroActe, Numerotation, PartNumero};
pub use presence::{Mouvement, Pouvoir, Presences, SensMouvement};
pub use programme::{
    Action, Comite, Echeance, Exercice, IdAction, Libelles, Membre, Mesure, Orientation, Programme,
    Terme,
};
pub use reunion::DossierSeance;
pub use rna::{Rna, RnaError};
pub use seance::{
    Convocation, ModeConvocation, NaturePoint, Point, Seance, SortPoint, Suites, Urgence,
};
pub use siren::{Siren, SirenError};
pub use siret::{Siret, SiretError};
pub use subvention::{NatureSubvention, Subvention};
pub use texte::Texte;
pub use transmission::{
    CodeDepartement, CodeError, Courriel, NatureActe, Referent, Teletransmission, Transmission,
    TypePiece,
};
pub use verifications::{CodeIgnore, Verifications};
pub use vie::{Etape, NatureEtape, Vie};
pub use vote::{
    Candidat, CauseNonParticipation, Majorite, NonParticipation, Resultat, Scrutin, SensVote, Tour,
    Voix, Vote,
};
