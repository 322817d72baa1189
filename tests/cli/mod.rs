//! The command as a whole: what it says, what it writes, how it ends.

mod aide;
mod dossiers;
#[cfg(feature = "pdf")]
mod ecriture;
mod evolution;
mod expliquer;
mod extraire;
#[cfg(feature = "pdf")]
mod lot;
#[cfg(feature = "pdf")]
mod modeles;
mod nouveau;
#[cfg(feature = "pdf")]
mod produire;
#[cfg(feature = "pdf")]
mod sceau;
mod seance;
#[cfg(feature = "pdf")]
mod suivre;
mod tube;
mod usage;
mod verifier;
mod vie;
