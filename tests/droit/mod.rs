//! See `src/droit`.

mod nomenclature;
