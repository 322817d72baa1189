//! See `src/compute`.

mod chiffres;
mod proprietes;
mod proprietes_seances;
mod seances;
