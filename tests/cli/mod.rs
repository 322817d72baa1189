//! See `src/cli`.
