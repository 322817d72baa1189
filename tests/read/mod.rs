//! See `src/read`.

mod cas;
mod hasard;
mod places;
mod seances;
