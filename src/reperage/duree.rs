//! Durations in a text.

use std::ops::Range;

use rust_decimal::Decimal;

use super::ecrit::Ecrit;
use super::nombre::nombre;

/// A duration in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DureeReperee {
    /// Its bytes.
    pub plage: Range<usize>,
    /// How many units.
    pub nombre: Decimal,
    /// Which unit.
    pub unite: UniteDuree,
}

/// A unit of time; none is turned into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the plain words")]
pub enum UniteDuree {
    Heure,
    Jour,
    Semaine,
    Mois,
    An,
}

/// The durations of a text, in order: `1 journée`, `½ journée`, « une demi-journée », « trois mois ».
#[must_use]
pub fn durees(ecrit: &Ecrit) -> Vec<DureeReperee> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < ecrit.jetons.len() {
        let Some(n) = nombre(ecrit, i) else {
            i += 1;
            continue;
        };
        let half = ecrit.suite(n.fin, &["demi", "-"]).unwrap_or(0);
        match unit(ecrit, n.fin + half) {
            Some(unite) => {
                let one = if half > 0 { Decimal::new(5, 1) } else { Decimal::ONE };
                let fin = n.fin + half + 1;
                let nombre = n.valeur.saturating_mul(one);
                out.push(DureeReperee { plage: ecrit.plage(i, fin), nombre, unite });
                i = fin;
            }
            None => i = n.fin,
        }
    }
    out
}

fn unit(ecrit: &Ecrit, i: usize) -> Option<UniteDuree> {
    let units: [(&[&str], UniteDuree); 5] = [
        (&["heure", "heures"], UniteDuree::Heure),
        (&["jour", "jours", "journee", "journees"], UniteDuree::Jour),
        (&["semaine", "semaines"], UniteDuree::Semaine),
        (&["mois"], UniteDuree::Mois),
        (&["an", "ans", "annee", "annees"], UniteDuree::An),
    ];
    units.into_iter().find(|(words, _)| ecrit.est_un(i, words)).map(|(_, u)| u)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    #[test]
    fn durations() {
        let ecrit = Ecrit::new(
            Ecriture::Expose,
            Lieu::new("f", ""),
            "1 journée, ½ journée, une demi-journée, deux demi-journées, trois mois".to_owned(),
        );
        let found: Vec<(String, UniteDuree)> =
            durees(&ecrit).iter().map(|d| (d.nombre.normalize().to_string(), d.unite)).collect();
        let said = |n: &str, u| (n.to_owned(), u);
        assert_eq!(
            found,
            [
                said("1", UniteDuree::Jour),
                said("0.5", UniteDuree::Jour),
                said("0.5", UniteDuree::Jour),
                said("1", UniteDuree::Jour),
                said("3", UniteDuree::Mois),
            ]
        );
    }
}
