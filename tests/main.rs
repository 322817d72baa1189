//! One integration binary: Typst links slowly. Modules mirror `src`.

mod check;
#[cfg(feature = "cli")]
mod cli;
mod compute;
mod couches;
mod diff;
mod docs;
mod droit;
mod evolve;
#[cfg(feature = "cli")]
mod export;
mod mutants;
mod read;
#[cfg(all(feature = "cli", feature = "pdf"))]
mod readme;
mod redaction;
#[cfg(feature = "pdf")]
mod render;
mod support;
mod typographie;
