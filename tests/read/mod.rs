//! See `src/read`.
