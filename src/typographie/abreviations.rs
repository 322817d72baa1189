//! Abbreviations that must not part from what they announce: `n° 2`, `M. Duron`, `art. 2`.

use super::passe::Passe;
use super::signe::{INSECABLE, is_digit, is_letter, is_mot, is_space};

/// Titles of courtesy, before a name.
const CIVILITES: &[&str] = &["M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Dr", "Pr"];

/// References, before a number.
const RENVOIS: &[&str] = &[
    "art.", "Art.", "al.", "chap.", "Chap.", "ch.", "fig.", "p.", "pp.", "t.", "vol.", "A.", "D.",
    "L.", "LO", "R.", "§",
];

impl Passe<'_> {
    /// `n°` and what it numbers, whatever sign was typed for the degree.
    pub(super) fn numero(&mut self, i: usize) -> Option<usize> {
        let sign = self.signes.get(i + 1)?;
        if sign.fixe() {
            return None;
        }
        let raised = sign.exposant() && sign.c == 'o';
        if !(raised || matches!(sign.c, '°' | 'º')) {
            return None;
        }
        self.copy(i, i + 1);
        // The degree is raised by itself: it leaves the superscript that a raised letter was in.
        let bearer = if raised { &self.signes[i] } else { sign };
        self.out.push(bearer.with('°'));
        let mut end = i + 2;
        if self.at(end) == 's' && !is_mot(self.at(end + 1)) {
            end = self.copy(end, end + 1);
        }
        let object = end + usize::from(is_space(self.at(end)));
        if is_mot(self.at(object)) {
            end = self.space(end, INSECABLE);
        }
        Some(end)
    }

    /// `M.` and the like before a capital; `Mr` becomes `M.`.
    pub(super) fn civilite(&mut self, i: usize) -> Option<usize> {
        let named = |end: usize| is_space(self.at(end)) && self.at(end + 1).is_uppercase();
        if self.prev() == '.' {
            return None;
        }
        if let Some(end) = ["Mr.", "Mr"]
            .iter()
            .find(|mr| self.is(i, mr))
            .map(|mr| i + mr.len())
            .filter(|end| named(*end))
        {
            self.copy(i, i + 1);
            self.out.push(self.signes[i].with('.'));
            return Some(self.space(end, INSECABLE));
        }
        let end = CIVILITES
            .iter()
            .filter(|titre| self.is(i, titre))
            .map(|titre| i + titre.len())
            .find(|end| named(*end))?;
        self.copy(i, end);
        Some(self.space(end, INSECABLE))
    }

    /// `art.`, `p.`, `L.` and the like before a number.
    pub(super) fn renvoi(&mut self, i: usize) -> Option<usize> {
        let letters = (i..i + 5).take_while(|n| is_letter(self.at(*n))).count();
        let short = self.at(i + letters) == '.' || matches!(self.at(i), 'L' | '§');
        if !short || self.prev() == '.' {
            return None;
        }
        let renvoi = RENVOIS.iter().find(|renvoi| {
            let end = i + renvoi.chars().count();
            let numbered = |c: char| is_digit(c) || c.is_uppercase() && renvoi.ends_with("rt.");
            self.is(i, renvoi) && is_space(self.at(end)) && numbered(self.at(end + 1))
        })?;
        let end = i + renvoi.chars().count();
        self.copy(i, end);
        Some(self.space(end, INSECABLE))
    }
}

#[cfg(test)]
mod tests {
    use super::super::composer_simple;

    #[track_caller]
    fn becomes(entree: &str, attendu: &str) {
        assert_eq!(composer_simple(entree), attendu);
        assert_eq!(composer_simple(attendu), attendu);
    }

    #[test]
    fn numero() {
        becomes("N° C-12-05-01", "N°\u{a0}C-12-05-01");
        becomes("(FICHE ACTION N°1.1)", "(FICHE ACTION N°\u{a0}1.1)");
        becomes("n°s 5 et 6", "n°s\u{a0}5 et 6");
        becomes("n<sup>o</sup> 5", "n°\u{a0}5");
        becomes("n° : 5, 20°", "n°\u{a0}: 5, 20°");
    }

    #[test]
    fn civilites() {
        becomes("Mr. DURON, MM. Duron", "M.\u{a0}DURON, MM.\u{a0}Duron");
        becomes("Mr le maire, M. le maire", "Mr le maire, M. le maire");
        becomes("Me Dupont me parle", "Me\u{a0}Dupont me parle");
    }

    #[test]
    fn renvois() {
        becomes("Art. L. 2121-29, §  1", "Art.\u{a0}L.\u{a0}2121-29, §\u{a0}1");
        becomes("R2121-9, pp. 3 et p. ex.", "R2121-9, pp.\u{a0}3 et p. ex.");
    }
}
