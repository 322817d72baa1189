//! See `src/read`.

mod anterieur;
mod cas;
mod hasard;
mod liasse;
mod places;
mod seances;
