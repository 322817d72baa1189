//! See `src/read`.

mod anterieur;
mod cas;
mod hasard;
mod places;
mod seances;
