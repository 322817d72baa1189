//! Numbers written for a reader: thousands apart, decimal comma, true minus.

use rust_decimal::Decimal;

use super::signe::{FINE, MOINS};

/// Writes a whole number, its thousands parted by U+202F and its sign U+2212.
///
/// ```
/// use delibere::typographie::nombre::entier;
///
/// assert_eq!(entier(-73_000), "\u{2212}73\u{202f}000");
/// ```
#[must_use]
pub fn entier(n: i64) -> String {
    write(n < 0, &n.unsigned_abs().to_string(), "")
}

/// Writes an amount: thousands parted by U+202F, and cents after a comma when there are some.
///
/// A whole amount has no decimals, any other has two; digits beyond the cents are all written,
/// since nothing is rounded here.
///
/// ```
/// use delibere::typographie::nombre::montant;
/// use rust_decimal::Decimal;
///
/// assert_eq!(montant(Decimal::new(-7_300_050, 2)), "\u{2212}73\u{202f}000,50");
/// assert_eq!(montant(Decimal::new(7_300_000, 2)), "73\u{202f}000");
/// ```
#[must_use]
pub fn montant(d: Decimal) -> String {
    let digits = d.abs().normalize().to_string();
    let (whole, cents) = digits.split_once('.').unwrap_or((&digits, ""));
    let negative = d.is_sign_negative() && !d.is_zero();
    if cents.is_empty() {
        write(negative, whole, "")
    } else {
        write(negative, whole, &format!(",{cents:0<2}"))
    }
}

/// The same, always with two decimals: for the columns where some amount has cents.
///
/// ```
/// use delibere::typographie::nombre::montant_cents;
/// assert_eq!(montant_cents(1234.into()), "1\u{202f}234,00");
/// ```
#[must_use]
pub fn montant_cents(d: Decimal) -> String {
    let printed = montant(d);
    if printed.contains(',') { printed } else { printed + ",00" }
}

fn write(negative: bool, whole: &str, decimals: &str) -> String {
    let mut out = String::with_capacity(whole.len() * 2 + decimals.len() + 3);
    if negative {
        out.push(MOINS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(FINE);
        }
        out.push(digit);
    }
    out.push_str(decimals);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entiers() {
        for (n, attendu) in [
            (0, "0"),
            (999, "999"),
            (1000, "1\u{202f}000"),
            (103_000, "103\u{202f}000"),
            (-1_234_567, "\u{2212}1\u{202f}234\u{202f}567"),
        ] {
            assert_eq!(entier(n), attendu);
        }
        assert!(entier(i64::MIN).starts_with("\u{2212}9\u{202f}223"));
    }

    #[test]
    fn montants() {
        for (source, attendu) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("0.5", "0,50"),
            ("12.34", "12,34"),
            ("1000.00", "1\u{202f}000"),
            ("-73000", "\u{2212}73\u{202f}000"),
            ("-1234567.8", "\u{2212}1\u{202f}234\u{202f}567,80"),
            ("0.125", "0,125"),
        ] {
            let d: Decimal = source.parse().expect(source);
            assert_eq!(montant(d), attendu, "{source}");
        }
    }
}
