//! See `src/diff`.

mod formes;
mod proprietes;
mod seance;
