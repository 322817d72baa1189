//! What leaves the house, judged by the tools of those who receive it.

mod accuse;
mod actes;
pub mod joint;
#[cfg(feature = "pdf")]
mod proprietes;
mod publication;
