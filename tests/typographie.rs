//! See `src/typographie`.
