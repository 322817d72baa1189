//! Ordinal numbers, whose ending is raised: `1er`, `2e`, `XXIe`.

use super::passe::Passe;
use super::signe::is_mot;

impl Passe<'_> {
    /// An ordinal in digits, from `i` to `end`.
    pub(super) fn ordinal(&mut self, i: usize, end: usize) -> Option<usize> {
        if end - i > 4 || self.at(i) == '0' {
            return None;
        }
        let (found, after) = self.ending(end)?;
        let good = match (&self.signes[i..end], found.as_str()) {
            ([one], _) if one.c == '1' => first(&found)?,
            ([two], "nd") if two.c == '2' => "d",
            ([two], "nds") if two.c == '2' => "ds",
            ([two], "nde" | "de") if two.c == '2' => "de",
            ([two], "ndes") if two.c == '2' => "des",
            _ => nth(&found)?,
        };
        self.copy(i, end);
        self.raise(end, good);
        if good == "er" {
            return Some(self.premier(after));
        }
        self.quantite_end = self.out.len();
        Some(after)
    }

    /// An ordinal in Roman numerals; those of centuries and assemblies hold in `I`, `V`, `X`.
    pub(super) fn romain(&mut self, i: usize) -> Option<usize> {
        let mut end = i;
        while matches!(self.at(end), 'I' | 'V' | 'X') && end - i < 8 {
            end += 1;
        }
        let numeral: String = self.signes[i..end].iter().map(|s| s.c).collect();
        let (found, after) = self.ending(end)?;
        let good = match numeral.as_str() {
            "I" => first(&found).filter(|good| matches!(*good, "er" | "re"))?,
            roman if is_roman(roman) => nth(&found).filter(|good| *good == "e")?,
            _ => return None,
        };
        self.copy(i, end);
        self.raise(end, good);
        self.quantite_end = self.out.len();
        Some(after)
    }

    /// The letters glued to a number, in lower case when they are all of one case.
    fn ending(&self, start: usize) -> Option<(String, usize)> {
        let (lower, end) = self.letters(start)?;
        let after = self.at(end);
        let glued = is_mot(after) || matches!(after, '.' | '@') && is_mot(self.at(end + 1));
        let letters = &self.signes[start..end];
        let small = letters.iter().all(|s| s.c.is_lowercase());
        // `3E` may be a lot or a staircase; `1ER` and `2ÈME` are sure.
        let capital = end - start > 1 && letters.iter().all(|s| s.c.is_uppercase());
        let free = letters.iter().all(|s| !s.fixe());
        (!glued && free && (small || capital)).then_some((lower, end))
    }

    fn raise(&mut self, start: usize, ending: &str) {
        let bearer = self.signes[start];
        self.out.extend(ending.chars().map(|c| bearer.raised(c)));
    }
}

fn first(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "er" => "er",
        "ers" => "ers",
        "re" | "ère" | "ere" => "re",
        "res" | "ères" | "eres" => "res",
        _ => return None,
    })
}

fn nth(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "e" | "è" | "ème" | "eme" | "ième" | "ieme" => "e",
        "es" | "èmes" | "emes" | "ièmes" | "iemes" => "es",
        _ => return None,
    })
}

fn is_roman(numeral: &str) -> bool {
    let units = numeral.trim_start_matches('X');
    numeral.len() - units.len() <= 3
        && matches!(units, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
        && !numeral.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::{composer, composer_inlines};
    use super::is_roman;
    use crate::model::texte::Inline;

    fn marked(inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Texte(t) => out += t,
                Inline::Exposant(v) => {
                    out += "^";
                    out += &marked(v);
                    out += "^";
                }
                other => panic!("{other:?}"),
            }
        }
        out
    }

    #[track_caller]
    fn becomes(entree: &str, attendu: &str) {
        let once = composer(entree);
        assert_eq!(marked(&once), attendu);
        assert_eq!(composer_inlines(&once), once);
    }

    #[test]
    fn ordinals() {
        becomes("la 1ère fois", "la 1^re^ fois");
        becomes("1ers, 21èmes, 2nde", "1^ers^, 21^es^, 2^de^");
        becomes("la 1<sup>ère</sup> fois", "la 1^re^ fois");
        becomes("1ER ADJOINT, 2EME", "1^er^ ADJOINT, 2^e^");
        becomes("François Ier, XXIème, Ve, XIXe-XXe", "François I^er^, XXI^e^, V^e^, XIX^e^-XX^e^");
        becomes("1re-2e année", "1^re^-2^e^ année");
    }

    #[test]
    fn not_ordinals() {
        for texte in
            ["Ce", "De", "Le", "VIe2", "3E", "2D", "1ex", "C2e", "1e5", "0e", "1.2e", "IIIIe"]
        {
            becomes(texte, texte);
        }
        assert!(!is_roman("VX") && !is_roman("") && is_roman("XXXIX"));
    }
}
