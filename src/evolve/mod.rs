//! The life of a programme from one act to the next.
//!
//! ```text
//! comparaison    what changed between two acts, as a report in French and as JSON
//! suivant        the dossier of the next act, opened from that of the former one
//! graphe         which act changes which, and what is wrong in that
//! consolidation  the programme in force on a day, from a folder of acts, with the origin of each part
//! ecrit          a state of a programme as the files of a dossier
//! chronique      the acts one after the other, and the life of one action
//! ```
//!
//! Pure functions over models and texts: what is read and written on a disk belongs to the command line.

mod chronique;
mod comparaison;
mod consolidation;
mod ecrit;
pub mod graphe;
mod suivant;

pub use chronique::{Entree, chronique, vie};
pub use comparaison::{Comparaison, Rubrique};
pub use consolidation::{Consolide, Origine, consolider};
pub use ecrit::ecrire;
pub use graphe::{Acte, Faute, Graphe};
pub use suivant::{Fichier, Ouverture, SuivantError, suivant};
