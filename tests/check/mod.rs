//! See `src/check`.

mod coherence;
mod controle;
mod droit;
mod ignores;
mod notices;
mod rapport;
mod sarif;
mod total_declare_faux;
pub mod verifies;
