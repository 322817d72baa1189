//! One integration binary: Typst links slowly. Modules mirror `src`.

mod check;
#[cfg(feature = "cli")]
mod cli;
mod compute;
mod couches;
mod docs;
mod read;
#[cfg(feature = "pdf")]
mod render;
mod support;
mod typographie;
