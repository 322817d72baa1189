//! The life of a programme from one act to the next.
//!
//! ```text
//! comparaison    what changed between two acts, as a report in French and as JSON
//! suivant        the dossier of the next act, opened from that of the former one
//! consolidation  the programme in force on a day, from a folder of acts, with the origin of each part
//! chronique      the acts one after the other, and the life of one action
//! ```
//!
//! Pure functions over models and texts: what is read and written on a disk belongs to the command line.

mod comparaison;
mod suivant;

pub use comparaison::{Comparaison, Rubrique};
pub use suivant::{Fichier, Ouverture, SuivantError, suivant};
