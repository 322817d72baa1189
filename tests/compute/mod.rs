//! See `src/compute`.
