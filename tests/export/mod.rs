//! What leaves the house, judged by the tools of those who receive it.

mod accuse;
pub mod actes;
mod publication;
mod subventions;
