//! See `src/check`.

mod ampleur;
mod chapitres;
mod coherence;
mod controle;
mod droit;
mod ignores;
mod justes;
mod notices;
mod pluriannuel;
mod rapport;
mod sarif;
mod subventions;
mod totaux;
pub mod verifies;
