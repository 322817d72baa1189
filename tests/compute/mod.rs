//! See `src/compute`.

mod chiffres;
mod proprietes;
mod seances;
