//! See `src/check`.

mod total_declare_faux;
