//! See `src/evolve`.

mod actes;
mod comparaison;
mod consolidation;
mod graphe;
mod suivant;
