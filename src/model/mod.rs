//! What a dossier says, in types. Nothing here reads, computes or prints.
//!
//! ```text
//! Dossier
//! ├─ collectivite  Collectivite ─ Siren, Executif, Logo, Theme (Couleur, Police, Marges, Modele)
//! ├─ seance        Seance ─ Convocation
//! ├─ deliberation  Deliberation
//! │   ├─ expose        Texte ─ Bloc ─ Inline
//! │   ├─ visas         Visa, considerants Considerant
//! │   ├─ dispositif    Dispositif ─ Decision | ArticleDispositif
//! │   ├─ signature     Signature, mentions Mentions
//! │   └─ annexes       Annexe ─ Piece
//! ├─ programme     Programme
//! │   ├─ orientations  Orientation
//! │   ├─ actions       Action (tree by `parent`) ─ IdAction, Libelles
//! │   ├─ calendrier    Echeance ─ Terme, Mesure
//! │   ├─ comite        Comite ─ Membre
//! │   └─ document      Texte
//! ├─ budget        AnnexeBudgetaire
//! │   ├─ lignes        Ligne ─ Section, Sens, Montant
//! │   └─ totaux        Total ─ NatureTotal
//! └─ fiches        FicheAction ─ Champ
//!
//! Constat ─ Severite, Lieu: a fault, found by a rule, at a path of the dossier
//! ```
//!
//! `GLOSSAIRE.md`, beside this file, gives each notion its one name.

mod budget;
mod collectivite;
mod constat;
mod deliberation;
mod dossier;
mod fiche;
mod montant;
mod programme;
mod seance;
mod siren;
pub mod texte;

pub use budget::{AnnexeBudgetaire, Ligne, NatureTotal, Section, Sens, Total};
pub use collectivite::{
    Collectivite, Couleur, Executif, FormatImage, GenreCollectivite, Logo, Marges, Modele, Police,
    Theme,
};
pub use constat::{Constat, Lieu, Severite};
pub use deliberation::{
    Annexe, ArticleDispositif, Considerant, Decision, Deliberation, Dispositif, Etat, Mentions,
    NatureConsiderant, NatureVisa, Piece, Signature, Visa,
};
pub use dossier::Dossier;
pub use fiche::{Champ, FicheAction, Largeur, NatureChamp};
pub use montant::{Montant, MontantError};
pub use programme::{
    Action, Comite, Echeance, Exercice, IdAction, Libelles, Membre, Mesure, Orientation, Programme,
    Terme,
};
pub use seance::{Convocation, Seance};
pub use siren::{Siren, SirenError};
pub use texte::Texte;
