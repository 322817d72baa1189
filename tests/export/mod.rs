//! What leaves the house, judged by the tools of those who receive it.

mod accuse;
mod actes;
mod publication;
