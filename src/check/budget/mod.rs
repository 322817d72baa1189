//! Rules of money.

mod total_declare_faux;

pub(super) use total_declare_faux::TOTAL_DECLARE_FAUX;
