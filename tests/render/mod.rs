//! See `src/render`.
