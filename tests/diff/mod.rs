//! See `src/diff`.

mod proprietes;
mod seance;
