//! See `src/check`.

mod ampleur;
mod chapitres;
mod pluriannuel;
mod subventions;
mod totaux;
