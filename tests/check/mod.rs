//! See `src/check`.

mod coherence;
mod total_declare_faux;
