//! See `src/check`.

mod chapitres;
mod pluriannuel;
mod subventions;
mod totaux;
