//! What a cell of a table holds.

use rust_decimal::Decimal;

use super::jeton::plier;

/// A cell, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cellule {
    /// Nothing, or a dash.
    Vide,
    /// A number and its unit.
    Nombre(Quantite),
    /// Words, or what is not sure to be a number.
    Mots,
}

/// A number and its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantite {
    /// Its value, in that unit.
    pub valeur: Decimal,
    /// How many decimals it is written with.
    pub decimales: u32,
    /// Its unit, folded: « % », « € », « millions € »; empty when it has none.
    pub unite: String,
}

impl Cellule {
    /// Reads a cell: `1 574`, `-353 275,45 €`, `37 %`, `453 millions €`, `–`.
    #[must_use]
    pub fn lire(texte: &str) -> Self {
        let texte = texte.trim();
        if matches!(texte, "" | "-" | "–" | "—" | "/" | "…" | "...") {
            return Self::Vide;
        }
        let (negative, body) = match texte.strip_prefix(['-', '\u{2212}', '–', '+']) {
            Some(rest) => (!texte.starts_with('+'), rest.trim_start()),
            None => (false, texte),
        };
        let end = body
            .char_indices()
            .take_while(|(_, c)| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.'))
            .last()
            .map_or(0, |(i, c)| i + c.len_utf8());
        let Some((valeur, decimales)) = number(body[..end].trim()) else { return Self::Mots };
        let rest = body[end..].trim();
        // A unit is short; a sentence is not one.
        if rest.len() > 24 || rest.contains(|c: char| c.is_ascii_digit() || "():;?".contains(c)) {
            return Self::Mots;
        }
        let unite: String = rest.chars().map(plier).collect();
        let unite =
            if matches!(unite.as_str(), "euros" | "euro" | "eur") { "€".into() } else { unite };
        let valeur = if negative { -valeur } else { valeur };
        Self::Nombre(Quantite { valeur, decimales, unite })
    }

    /// Its number, when it is one.
    #[must_use]
    pub fn quantite(&self) -> Option<&Quantite> {
        match self {
            Self::Nombre(q) => Some(q),
            _ => None,
        }
    }
}

impl Quantite {
    /// Whether it is a percentage.
    #[must_use]
    pub fn pourcentage(&self) -> bool {
        self.unite == "%"
    }
}

/// A number with spaces between its thousands and a decimal comma; nothing when it may be read in two ways.
fn number(texte: &str) -> Option<(Decimal, u32)> {
    let (whole, decimals) = match texte.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => match texte.split_once('.') {
            // 10.000: ten, or ten thousand?
            Some((_, d)) if d.len() == 3 => return None,
            Some((whole, decimals)) => (whole, decimals),
            None => (texte, ""),
        },
    };
    let groups: Vec<&str> = whole.split(char::is_whitespace).filter(|g| !g.is_empty()).collect();
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let well = !groups.is_empty()
        && groups.iter().all(|g| digits(g))
        && (groups.len() == 1
            || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3)))
        && digits(decimals);
    if !well {
        return None;
    }
    let text = if decimals.is_empty() {
        groups.concat()
    } else {
        format!("{}.{decimals}", groups.concat())
    };
    Some((Decimal::from_str_exact(&text).ok()?, u32::try_from(decimals.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        let read = |texte: &str| match Cellule::lire(texte) {
            Cellule::Nombre(q) => format!("{} {}", q.valeur, q.unite),
            Cellule::Vide => "vide".to_owned(),
            Cellule::Mots => "mots".to_owned(),
        };
        for (texte, said) in [
            ("1 574", "1574 "),
            ("\u{2212}353\u{202f}275,45 €", "-353275.45 €"),
            ("37 %", "37 %"),
            ("453 millions €", "453 millions €"),
            ("12 euros", "12 €"),
            ("", "vide"),
            ("–", "vide"),
            ("10.000", "mots"),
            ("jusqu'à 450 €", "mots"),
            ("2026-D-041", "mots"),
            ("12 34", "mots"),
            ("avant 1975", "mots"),
        ] {
            assert_eq!(read(texte), said, "{texte}");
        }
    }
}
