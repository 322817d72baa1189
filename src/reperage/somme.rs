//! Amounts of money in a text, and how they are written.

use std::ops::Range;

use rust_decimal::Decimal;

use super::ecrit::Ecrit;
use super::nombre::nombre;

/// An amount of euros in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SommeReperee {
    /// Its bytes, unit included.
    pub plage: Range<usize>,
    /// In euros.
    pub valeur: Decimal,
    /// How it is written.
    pub ecriture: EcritureSomme,
}

/// How an amount is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EcritureSomme {
    /// `15 000 €`, as usage wants.
    Usuelle,
    /// `10.000 €`.
    Points,
    /// `20 K€`, `1,2 M€`.
    Abregee,
    /// « 1,9 million d’euros », « vingt mille euros ».
    Lettres,
}

const EUROS: &[&str] = &["€", "euro", "euros"];

/// The amounts of a text, in order.
#[must_use]
pub fn sommes(ecrit: &Ecrit) -> Vec<SommeReperee> {
    let mut out = Vec::new();
    let mut from = 0;
    // The unit is rarer than numbers are: it is looked for first, then the number before it.
    for euro in ecrit.trouver(EUROS) {
        let found = (from.max(euro.saturating_sub(12))..euro).find_map(|i| {
            let n = nombre(ecrit, i)?;
            let (factor, ecriture, fin) = unit(ecrit, n.fin, n.points, n.lettres)?;
            let valeur = n.valeur.saturating_mul(Decimal::from(factor));
            let somme = SommeReperee { plage: ecrit.plage(i, fin), valeur, ecriture };
            (fin == euro + 1).then_some(somme)
        });
        out.extend(found);
        from = euro + 1;
    }
    out
}

/// The unit after a number: what it multiplies by, how the whole is written, and the token after it.
fn unit(
    ecrit: &Ecrit,
    i: usize,
    points: bool,
    lettres: bool,
) -> Option<(u32, EcritureSomme, usize)> {
    let euro = |k: usize| ecrit.est_un(k, EUROS);
    if euro(i) {
        let ecriture = match (points, lettres) {
            (true, _) => EcritureSomme::Points,
            (_, true) => EcritureSomme::Lettres,
            _ => EcritureSomme::Usuelle,
        };
        return Some((1, ecriture, i + 1));
    }
    let short = [("k", 1_000), ("ke", 1_000), ("m", 1_000_000), ("md", 1_000_000_000)];
    if let Some((_, factor)) = short.iter().find(|(m, _)| ecrit.est(i, m)).filter(|_| euro(i + 1)) {
        return Some((*factor, EcritureSomme::Abregee, i + 2));
    }
    let long = [("millier", 1_000), ("million", 1_000_000), ("milliard", 1_000_000_000)];
    let (_, factor) = long.iter().find(|(m, _)| ecrit.commence(i, m))?;
    let mut k = i + 1;
    if ecrit.est_un(k, &["d", "de"]) {
        k += if matches!(ecrit.mot(k + 1), "'" | "’") { 2 } else { 1 };
    }
    euro(k).then_some((*factor, EcritureSomme::Lettres, k + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    #[test]
    fn amounts_and_their_manner() {
        let ecrit = Ecrit::new(
            Ecriture::Expose,
            Lieu::new("f", ""),
            "De 15 000 €, 10.000 €, 20 K€, 1,9 million d’euros, 3,40 €, vingt mille euros, 12 ans"
                .to_owned(),
        );
        let found: Vec<(String, EcritureSomme)> =
            sommes(&ecrit).iter().map(|s| (s.valeur.normalize().to_string(), s.ecriture)).collect();
        let said = |v: &str, e| (v.to_owned(), e);
        assert_eq!(
            found,
            [
                said("15000", EcritureSomme::Usuelle),
                said("10000", EcritureSomme::Points),
                said("20000", EcritureSomme::Abregee),
                said("1900000", EcritureSomme::Lettres),
                said("3.4", EcritureSomme::Usuelle),
                said("20000", EcritureSomme::Lettres),
            ]
        );
    }
}
