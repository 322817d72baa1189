//! See `src/check`.
