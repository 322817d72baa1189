//! The units that make a quantity of a number.

use super::passe::Passe;
use super::signe::{is_digit, is_mot, is_space};

/// What a unit allows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sorte {
    /// Money: thousands are always grouped.
    Monnaie,
    /// A symbol of measure.
    Symbole,
    /// `million`, which a currency may follow.
    Multiple,
    /// A measure in words, as sure as a symbol.
    Mesure,
    /// Things that are counted; a year may stand before them by chance.
    Nom,
}

/// A unit read on the line.
#[derive(Clone, Copy)]
pub(super) struct Unite {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its sort.
    pub(super) sorte: Sorte,
}

impl Unite {
    /// Whether a number before it is surely an amount.
    pub(super) fn is_amount(self) -> bool {
        self.sorte != Sorte::Nom
    }
}

/// Symbols, the longer first; those marked may be glued to their number.
const SYMBOLES: &[(&str, bool, Sorte)] = &[
    ("€", true, Sorte::Monnaie),
    ("k€", true, Sorte::Monnaie),
    ("K€", true, Sorte::Monnaie),
    ("M€", true, Sorte::Monnaie),
    ("Md€", true, Sorte::Monnaie),
    ("Mds€", true, Sorte::Monnaie),
    ("EUR", false, Sorte::Monnaie),
    ("%", true, Sorte::Symbole),
    ("‰", true, Sorte::Symbole),
    ("h", true, Sorte::Symbole),
    ("m²", false, Sorte::Symbole),
    ("m³", false, Sorte::Symbole),
    ("m2", false, Sorte::Symbole),
    ("m3", false, Sorte::Symbole),
    ("km²", false, Sorte::Symbole),
    ("km2", false, Sorte::Symbole),
    ("km", false, Sorte::Symbole),
    ("m", false, Sorte::Symbole),
    ("cm", false, Sorte::Symbole),
    ("mm", false, Sorte::Symbole),
    ("ha", false, Sorte::Symbole),
    ("kg", false, Sorte::Symbole),
    ("kWh", false, Sorte::Symbole),
    ("MWh", false, Sorte::Symbole),
    ("GWh", false, Sorte::Symbole),
    ("kW", false, Sorte::Symbole),
    ("MW", false, Sorte::Symbole),
    ("°C", false, Sorte::Symbole),
];

/// The sort of a unit in words, in lower case.
fn sorte(word: &str) -> Option<Sorte> {
    Some(match word {
        "euro" | "euros" => Sorte::Monnaie,
        "million" | "millions" | "milliard" | "milliards" => Sorte::Multiple,
        "etp" | "etpt" | "an" | "ans" | "mois" | "semaine" | "semaines" | "jour" | "jours"
        | "journée" | "journées" | "heure" | "heures" | "hectare" | "hectares" | "kilomètre"
        | "kilomètres" | "mètre" | "mètres" | "tonne" | "tonnes" => Sorte::Mesure,
        "action" | "actions" | "agent" | "agents" | "année" | "années" | "associations"
        | "bénéficiaires" | "communes" | "élèves" | "emploi" | "emplois" | "entreprises"
        | "établissement" | "établissements" | "habitant" | "habitants" | "logement"
        | "logements" | "minute" | "minutes" | "participants" | "personne" | "personnes"
        | "places" | "postes" | "salarié" | "salariés" | "visiteurs" | "voix" => Sorte::Nom,
        _ => return None,
    })
}

impl Passe<'_> {
    /// The unit of a number that ends at `i`, glued or after one space.
    pub(super) fn unite(&self, i: usize) -> Option<Unite> {
        let spaced = is_space(self.at(i));
        let start = i + usize::from(spaced);
        let first = self.signes.get(start).filter(|s| !s.fixe())?;
        let symbol = SYMBOLES.iter().find_map(|&(symbol, glued, sorte)| {
            let end = start + symbol.chars().count();
            let found = symbol.starts_with(first.c) && self.is(start, symbol);
            let whole = || self.is_whole(end) || self.is_squared(symbol, end);
            (found && (spaced || glued) && whole()).then_some(Unite { start, end, sorte })
        });
        if symbol.is_some() || !spaced {
            return symbol;
        }
        let (word, end) = self.letters(start)?;
        let sorte = sorte(&word)?;
        self.is_whole(end).then_some(Unite { start, end, sorte })
    }

    fn is_whole(&self, end: usize) -> bool {
        let c = self.at(end);
        !is_mot(c) && !matches!(c, '\'' | '’' | '_' | '@' | '°')
    }

    /// `m` with a raised figure.
    fn is_squared(&self, symbol: &str, end: usize) -> bool {
        let raised = |s: &super::signe::Signe| s.exposant() && is_digit(s.c);
        symbol.ends_with('m') && self.signes.get(end).is_some_and(raised) && self.is_whole(end + 1)
    }
}
