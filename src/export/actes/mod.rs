//! The ACTES norm: what a prefecture receives, and what it answers.
//!
//! Only an operator may deposit on the ministry's platform: here the message, its pieces, its envelope and their archive
//! are made offline, and the answers are read. `NORME.md`, beside this file, says what of the norm is covered.

mod accuse;
mod archive;
mod classification;
mod depot;
mod donnees;
mod identifiant;
mod latin1;
mod message;
mod paquet;
mod piece;
mod reception;

pub use accuse::{Accuse, NatureAccuse, Reponse, accuse};
pub use archive::{MAX_ARCHIVE, archive};
pub use classification::classification;
pub use depot::depot;
pub use paquet::{Envoi, Paquet, PieceJointe, annulation, transmission};
pub use reception::{MAX_MESSAGE, ReceptionError};

pub use crate::droit::Generation;
pub use crate::model::{Identifiant, IdentifiantError};
