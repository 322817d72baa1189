//! The only place that rounds.

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds to that many decimals, a half away from zero, as a French accountant does.
///
/// ```
/// use delibere::compute::arrondi;
/// use rust_decimal::Decimal;
///
/// assert_eq!(arrondi(Decimal::new(125, 2), 1), Decimal::new(13, 1));
/// ```
#[must_use]
pub fn arrondi(valeur: Decimal, decimales: u32) -> Decimal {
    valeur.round_dp_with_strategy(decimales, RoundingStrategy::MidpointAwayFromZero)
}
