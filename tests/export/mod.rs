//! What leaves the house, judged by the tools of those who receive it.

mod accuse;
pub mod actes;
pub mod joint;
#[cfg(feature = "pdf")]
mod proprietes;
mod publication;
mod subventions;
