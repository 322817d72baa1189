//! Numbers inside a text: thousands, decimals, and the unit that proves them quantities.

use super::passe::Passe;
use super::signe::{FINE, INSECABLE, is_digit, is_letter, is_mot, is_space};
use super::unites::{Sorte, Unite};

/// Words whose number is a name, not a quantity.
const ETIQUETTES: &[&str] = &[
    "action",
    "alinéa",
    "annexe",
    "art",
    "article",
    "axe",
    "chap",
    "chapitre",
    "compte",
    "étape",
    "fiche",
    "figure",
    "lot",
    "numéro",
    "p",
    "page",
    "paragraphe",
    "partie",
    "phase",
    "point",
    "section",
    "tableau",
    "titre",
    "tome",
    "version",
    "volume",
];

/// A number read on the line.
pub(super) struct Nombre {
    start: usize,
    /// End of the first run of digits.
    first_end: usize,
    /// Groups of three digits after it.
    pub(super) groups: usize,
    /// End of the whole part.
    whole_end: usize,
    /// What separates the decimals, if any.
    pub(super) separator: Option<char>,
    /// End of the number, without its unit.
    pub(super) end: usize,
    /// Its unit.
    pub(super) unite: Option<Unite>,
}

impl Nombre {
    /// Four digits that may be a year.
    pub(super) fn is_annee(&self, passe: &Passe<'_>) -> bool {
        self.end - self.start == 4
            && self.groups == 0
            && (passe.is(self.start, "19") || passe.is(self.start, "20"))
    }

    /// A point before three digits separates thousands for some, decimals for others.
    pub(super) fn is_ambiguous(&self, passe: &Passe<'_>) -> bool {
        self.separator == Some('.')
            && self.groups == 0
            && self.end - self.whole_end == 4
            && self.first_end - self.start <= 3
            && passe.at(self.start) != '0'
    }
}

impl Passe<'_> {
    /// Digits at the start of a word.
    pub(super) fn chiffres(&mut self, i: usize) -> usize {
        let end = self.run_end(i);
        if self.is_bound() {
            return self.write_bound(i, end);
        }
        let telephone = self.telephone_end.checked_add(1) == Some(self.out.len());
        if telephone && is_space(self.prev()) {
            return self.write_telephone(i, end);
        }
        let other = self
            .ordinal(i, end)
            .or_else(|| self.horaire(i, end))
            .or_else(|| self.quantieme(i, end));
        if let Some(next) = other {
            return next;
        }
        if end - i == 9 && self.is_alone(end) && self.follows_siren() {
            self.write_thousands(i, end);
            return end;
        }
        let prefix = self.prev() == '+' && self.is(i, "33 ") && is_digit(self.at(i + 3));
        if prefix || self.at(i) == '0' && !matches!(end - i, 1 | 3) {
            return self.write_telephone(i, end);
        }
        let labelled = self.is_labelled();
        match self.lire(i, labelled) {
            Some(nombre) => self.write_quantite(&nombre, labelled),
            None => self.copy(i, end),
        }
    }

    /// The end of a run of plain digits.
    pub(super) fn run_end(&self, i: usize) -> usize {
        let rest = self.signes.get(i..).unwrap_or_default();
        let plain = rest.iter().take_while(|s| is_digit(s.c) && !s.fixe() && !s.exposant());
        i + plain.count()
    }

    /// Reads the number that begins at `i`; `None` when its digits are part of a name.
    pub(super) fn lire(&self, i: usize, labelled: bool) -> Option<Nombre> {
        let first_end = self.run_end(i);
        let zero = self.at(i) == '0';
        if first_end == i || zero && first_end - i > 1 {
            return None;
        }
        let mut nombre = Nombre {
            start: i,
            first_end,
            groups: 0,
            whole_end: first_end,
            separator: None,
            end: first_end,
            unite: None,
        };
        if !zero && !labelled && first_end - i <= 3 {
            while self.is_group(nombre.whole_end) {
                nombre.groups += 1;
                nombre.whole_end += 4;
            }
        }
        nombre.end = nombre.whole_end;
        if self.read_tail(&mut nombre) {
            return Some(nombre);
        }
        // The last group belongs to what follows: `12 300A`.
        nombre.groups = nombre.groups.checked_sub(1)?;
        nombre.whole_end -= 4;
        nombre.end = nombre.whole_end;
        Some(nombre)
    }

    fn is_group(&self, i: usize) -> bool {
        self.signes.get(i).is_some_and(|s| is_space(s.c) && !s.fixe())
            && self.run_end(i + 1) == i + 4
    }

    /// Reads decimals and unit; false when the digits turn out to be part of a name.
    fn read_tail(&self, nombre: &mut Nombre) -> bool {
        let separator = self.at(nombre.whole_end);
        if matches!(separator, '.' | ',') && is_digit(self.at(nombre.whole_end + 1)) {
            let end = self.run_end(nombre.whole_end + 1);
            if end == nombre.whole_end + 1 {
                return false;
            }
            nombre.separator = Some(separator);
            nombre.end = end;
        }
        nombre.unite = self.unite(nombre.end);
        nombre.unite.is_some() || !self.is_name(nombre.end)
    }

    /// Whether what follows digits makes a name of them.
    fn is_name(&self, i: usize) -> bool {
        let next = self.at(i + 1);
        match self.at(i) {
            '_' | '@' | '\\' | '°' => true,
            '/' | ':' | '.' | ',' => is_digit(next),
            '-' => is_mot(next) && !self.is_grouped(i + 1),
            c => is_mot(c),
        }
    }

    /// Whether digits that end at `i` have neither unit nor sequel.
    fn is_alone(&self, i: usize) -> bool {
        self.at(i) != '-' && !self.is_name(i) && !self.is_group(i) && self.unite(i).is_none()
    }

    fn is_grouped(&self, i: usize) -> bool {
        let end = self.run_end(i);
        (1..=3).contains(&(end - i)) && self.is_group(end)
    }

    /// Whether what stands before digits makes a name of them.
    fn is_bound(&self) -> bool {
        match self.prev() {
            '.' | ',' | '_' | '@' | '#' | '=' | '&' | '?' | '°' | '\\' | '%' => true,
            '-' => self.quantite_end.checked_add(1) != Some(self.out.len()),
            '/' | ':' => is_digit(self.before(1)),
            _ => false,
        }
    }

    /// Digits of a name or of a range; only a currency or percent sign holds to them.
    fn write_bound(&mut self, i: usize, end: usize) -> usize {
        self.copy(i, end);
        let sign = end + usize::from(is_space(self.at(end)));
        match self.unite(end) {
            Some(unite) if matches!(self.at(sign), '€' | '%') => {
                self.space(end, INSECABLE);
                self.copy(unite.start, unite.end)
            }
            _ => end,
        }
    }

    fn write_telephone(&mut self, i: usize, end: usize) -> usize {
        self.copy(i, end);
        self.telephone_end = self.out.len();
        end
    }

    fn write_quantite(&mut self, nombre: &Nombre, labelled: bool) -> usize {
        let Some(unite) = nombre.unite else {
            self.write_nombre(nombre, false, false);
            if nombre.groups > 0 {
                self.quantite_end = self.out.len();
            }
            return nombre.end;
        };
        let annee = nombre.is_annee(self);
        let dated = annee && matches!(unite.sorte, Sorte::Nom | Sorte::Mesure);
        let exact = unite.is_amount() && !labelled && !nombre.is_ambiguous(self);
        self.write_nombre(nombre, !labelled && !dated, exact);
        if dated {
            return nombre.end;
        }
        self.space(nombre.end, INSECABLE);
        self.copy(unite.start, unite.end);
        self.quantite_end = self.out.len();
        let currency =
            self.unite(unite.end).filter(|u| u.sorte == Sorte::Monnaie && u.start > unite.end);
        match currency {
            Some(currency) if unite.sorte == Sorte::Multiple => {
                self.space(unite.end, INSECABLE);
                self.copy(currency.start, currency.end)
            }
            _ => unite.end,
        }
    }

    /// Writes a number: `grouped` to part the thousands of a plain run of digits, `comma` to
    /// turn the decimal point into a comma.
    pub(super) fn write_nombre(&mut self, nombre: &Nombre, grouped: bool, comma: bool) {
        let plain = nombre.groups == 0 && nombre.first_end - nombre.start > 3;
        // Parted after another number, `1 000 103000 €` would read as one.
        let joined = is_space(self.prev())
            && is_digit(self.before(1))
            && (nombre.first_end - nombre.start).is_multiple_of(3);
        if plain && grouped && !joined && !nombre.is_ambiguous(self) {
            self.write_thousands(nombre.start, nombre.first_end);
        } else {
            self.copy(nombre.start, nombre.first_end);
        }
        for group in 0..nombre.groups {
            let at = nombre.first_end + 4 * group;
            self.space(at, FINE);
            self.copy(at + 1, at + 4);
        }
        if nombre.end > nombre.whole_end {
            let separator = self.signes[nombre.whole_end];
            self.out.push(if comma { separator.with(',') } else { separator });
            self.copy(nombre.whole_end + 1, nombre.end);
        }
    }

    /// Whether the number to come is a name: `action 3.1`, `n° 1`, `article 12`.
    pub(super) fn is_labelled(&self) -> bool {
        let mut back = self.out.iter().rev().map(|s| s.c).peekable();
        if !back.next().is_some_and(is_space) {
            return false;
        }
        if back.peek() == Some(&'s') && self.before(2) == '°' {
            return true;
        }
        match back.peek() {
            Some('°' | '§') => return true,
            Some('.') => back.next(),
            _ => None,
        };
        let word: Vec<char> = back.take(12).take_while(|c| is_letter(*c)).collect();
        let word: String = word.iter().rev().flat_map(|c| c.to_lowercase()).collect();
        ETIQUETTES.contains(&word.as_str())
    }

    /// Whether the number to come is announced as a SIREN.
    fn follows_siren(&self) -> bool {
        let start = self.out.len().saturating_sub(12);
        let before = self.out[start..].iter().flat_map(|s| s.c.to_lowercase());
        let before: String = before.collect();
        let blank = |c: char| is_space(c) || c == ':';
        let before = before.trim_end_matches(blank);
        let before = before.strip_suffix("n°").unwrap_or(before);
        before.trim_end_matches(blank).ends_with("siren")
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
    fn thousands() {
        becomes(
            "103000 euros, 14000 habitants",
            "103\u{202f}000\u{a0}euros, 14\u{202f}000\u{a0}habitants",
        );
        becomes(
            "1 574 | 1\u{a0}234\u{2009}567,50 €",
            "1\u{202f}574 | 1\u{202f}234\u{202f}567,50\u{a0}€",
        );
        becomes("2013 20 000 0 30 000", "2013 20\u{202f}000 0 30\u{202f}000");
        becomes("2000 € ou 1500 m<sup>2</sup>", "2\u{202f}000\u{a0}€ ou 1\u{202f}500\u{a0}m²");
        becomes("20 000-30 000 €", "20\u{202f}000-30\u{202f}000\u{a0}€");
        becomes("chapitre 65 100 000 €", "chapitre 65 100\u{202f}000\u{a0}€");
        becomes("2 219 millions €", "2\u{202f}219\u{a0}millions\u{a0}€");
        becomes("en 2013 100 personnes", "en 2013 100\u{a0}personnes");
    }

    #[test]
    fn decimals() {
        becomes("12.50 €, 7.5%, 0.5 ETP", "12,50\u{a0}€, 7,5\u{a0}%, 0,5\u{a0}ETP");
        becomes("action 3.1 ETP", "action 3.1\u{a0}ETP");
        becomes("20.000 euros", "20.000\u{a0}euros");
    }

    #[test]
    fn signs() {
        becomes("(-50 000), -5 %, -0,5", "(\u{2212}50\u{202f}000), \u{2212}5\u{a0}%, \u{2212}0,5");
        becomes("-5", "\u{2212}5");
        becomes("€500 et € 1000", "500\u{a0}€ et 1\u{202f}000\u{a0}€");
        becomes("12€/an, 100%, 10-20 %", "12\u{a0}€/an, 100\u{a0}%, 10-20\u{a0}%");
        for texte in ["-3\u{a0}agents", "en € 2013", "a -b", "2013-2015"] {
            becomes(texte, texte);
        }
    }

    #[test]
    fn names_are_not_quantities() {
        for texte in [
            "C-12-05-01",
            "DEL2012-034",
            "L.\u{a0}2121-29",
            "R2121-9",
            "6574",
            "011",
            "02 31 39 40 00",
            "+33 2 31 39 40 00",
            "+33 231 394 000",
            "14000 Caen 2013",
            "le 7 2012",
            "SIRET 24140041500019",
            "3.1.2",
            "1:25000",
            "07/12/2012",
            "article 12 300",
            "A4 100",
            "2013 agents",
            "2'33\"",
            "1.5",
        ] {
            becomes(texte, texte);
        }
    }

    #[test]
    fn siren() {
        becomes("SIREN n° 241400415", "SIREN n°\u{a0}241\u{202f}400\u{202f}415");
        becomes("SIREN : 241400415", "SIREN\u{a0}: 241\u{202f}400\u{202f}415");
    }
}
