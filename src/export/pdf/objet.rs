//! The objects of a PDF, as they are written (ISO 32000-1, 7.2 and 7.3).

use std::cell::Cell;

use super::PdfError;

/// Depth of arrays and dictionaries one in another.
const MAX_PROFONDEUR: usize = 64;
/// Objects read from one PDF, each time it is read.
const MAX_OBJETS: usize = 8_000_000;

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Objet {
    Nul,
    Booleen,
    Entier(i64),
    Reel,
    Chaine(Vec<u8>),
    Nom(Vec<u8>),
    Liste(Vec<Self>),
    Table(Table),
    Ref(u32),
}

/// A dictionary.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Table(Vec<(Vec<u8>, Objet)>);

impl Table {
    pub(super) fn get(&self, cle: &str) -> Option<&Objet> {
        self.0.iter().find(|(c, _)| c == cle.as_bytes()).map(|(_, v)| v)
    }

    pub(super) fn entier(&self, cle: &str) -> Option<i64> {
        match self.get(cle) {
            Some(Objet::Entier(n)) => Some(*n),
            _ => None,
        }
    }
}

/// How many objects may still be read.
pub(super) struct Compteur(Cell<usize>);

impl Default for Compteur {
    fn default() -> Self {
        Self(Cell::new(MAX_OBJETS))
    }
}

impl Compteur {
    pub(super) fn take(&self) -> Result<(), PdfError> {
        self.spend(1)
    }

    /// Counts the bytes of an object, which may be one long string that many places name.
    pub(super) fn passed(&self, octets: usize) -> Result<(), PdfError> {
        self.spend(octets / 64)
    }

    fn spend(&self, n: usize) -> Result<(), PdfError> {
        let left = self.0.get().checked_sub(n).ok_or(PdfError::Demesure("le nombre d’objets"))?;
        self.0.set(left);
        Ok(())
    }
}

/// A place in bytes that hold objects.
pub(super) struct Lecteur<'a> {
    pub(super) octets: &'a [u8],
    pub(super) a: usize,
    compteur: &'a Compteur,
}

const ABIME: PdfError = PdfError::Abime("un objet est mal écrit");

fn blank(b: u8) -> bool {
    matches!(b, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn delimiter(b: u8) -> bool {
    matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lecteur<'a> {
    pub(super) fn new(octets: &'a [u8], a: usize, compteur: &'a Compteur) -> Self {
        Self { octets, a: a.min(octets.len()), compteur }
    }

    fn peek(&self) -> Option<u8> {
        self.octets.get(self.a).copied()
    }

    fn next(&mut self) -> Result<u8, PdfError> {
        let b = self.peek().ok_or(ABIME)?;
        self.a += 1;
        Ok(b)
    }

    /// Passes white space and comments.
    pub(super) fn skip(&mut self) {
        while let Some(b) = self.peek() {
            if b == b'%' {
                while self.peek().is_some_and(|b| !matches!(b, b'\n' | b'\r')) {
                    self.a += 1;
                }
            } else if blank(b) {
                self.a += 1;
            } else {
                break;
            }
        }
    }

    /// Passes a keyword, when it is there.
    pub(super) fn keyword(&mut self, mot: &str) -> bool {
        self.skip();
        let found = self.octets[self.a..].starts_with(mot.as_bytes());
        if found {
            self.a += mot.len();
        }
        found
    }

    /// A whole number without sign.
    pub(super) fn number(&mut self) -> Option<u64> {
        self.skip();
        let start = self.a;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) && self.a - start < 19 {
            self.a += 1;
        }
        std::str::from_utf8(&self.octets[start..self.a]).ok()?.parse().ok()
    }

    /// An object, with what it holds.
    pub(super) fn objet(&mut self) -> Result<Objet, PdfError> {
        self.inside(0)
    }

    fn inside(&mut self, depth: usize) -> Result<Objet, PdfError> {
        if depth > MAX_PROFONDEUR {
            return Err(PdfError::Demesure("des listes les unes dans les autres"));
        }
        self.compteur.take()?;
        self.skip();
        match self.next()? {
            b'/' => self.name().map(Objet::Nom),
            b'(' => self.literal(),
            b'[' => {
                let mut out = Vec::new();
                loop {
                    self.skip();
                    if self.peek() == Some(b']') {
                        self.a += 1;
                        return Ok(Objet::Liste(out));
                    }
                    out.push(self.inside(depth + 1)?);
                }
            }
            b'<' if self.peek() == Some(b'<') => {
                self.a += 1;
                self.dictionary(depth).map(Objet::Table)
            }
            b'<' => self.hexadecimal(),
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                self.a -= 1;
                self.numeric()
            }
            _ => {
                self.a -= 1;
                for (mot, objet) in
                    [("null", Objet::Nul), ("true", Objet::Booleen), ("false", Objet::Booleen)]
                {
                    if self.keyword(mot) {
                        return Ok(objet);
                    }
                }
                Err(ABIME)
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Table, PdfError> {
        let mut out = Vec::new();
        loop {
            self.skip();
            match self.next()? {
                b'>' if self.next()? == b'>' => return Ok(Table(out)),
                b'/' => {
                    let cle = self.name()?;
                    out.push((cle, self.inside(depth + 1)?));
                }
                _ => return Err(ABIME),
            }
        }
    }

    /// The rest of a name after its stroke.
    fn name(&mut self) -> Result<Vec<u8>, PdfError> {
        let mut out = Vec::new();
        while let Some(b) = self.peek() {
            if blank(b) || delimiter(b) {
                break;
            }
            self.a += 1;
            let digits = (b == b'#').then(|| self.octets.get(self.a..self.a + 2)).flatten();
            let code = digits
                .and_then(|d| std::str::from_utf8(d).ok())
                .and_then(|d| u8::from_str_radix(d, 16).ok());
            if let Some(code) = code {
                self.a += 2;
                out.push(code);
            } else {
                out.push(b);
            }
        }
        Ok(out)
    }

    /// A number, or a reference when two numbers and an R follow one another.
    fn numeric(&mut self) -> Result<Objet, PdfError> {
        let start = self.a;
        while self.peek().is_some_and(|b| !blank(b) && !delimiter(b)) {
            self.a += 1;
        }
        let word = std::str::from_utf8(&self.octets[start..self.a]).map_err(|_| ABIME)?;
        let Ok(value) = word.parse::<i64>() else {
            return word.parse::<f64>().map(|_| Objet::Reel).map_err(|_| ABIME);
        };
        let after = self.a;
        if let Ok(numero) = u32::try_from(value)
            && self.number().is_some()
            && self.keyword("R")
            && self.peek().is_none_or(|b| blank(b) || delimiter(b))
        {
            return Ok(Objet::Ref(numero));
        }
        self.a = after;
        Ok(Objet::Entier(value))
    }

    /// The rest of a string in parentheses.
    fn literal(&mut self) -> Result<Objet, PdfError> {
        let mut out = Vec::new();
        let mut open = 1usize;
        loop {
            match self.next()? {
                b')' if open == 1 => return Ok(Objet::Chaine(out)),
                b @ (b'(' | b')') => {
                    open = if b == b'(' { open + 1 } else { open - 1 };
                    out.push(b);
                }
                b'\\' => self.escape(&mut out)?,
                b => out.push(b),
            }
        }
    }

    fn escape(&mut self, out: &mut Vec<u8>) -> Result<(), PdfError> {
        match self.next()? {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.a += 1;
                }
            }
            b'\n' => {}
            first @ b'0'..=b'7' => {
                let mut code = u32::from(first - b'0');
                for _ in 0..2 {
                    let Some(b @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(b - b'0');
                    self.a += 1;
                }
                // High-order overflow is to be ignored (table 3).
                out.push((code & 0xff) as u8);
            }
            b => out.push(b),
        }
        Ok(())
    }

    /// The rest of a string in hexadecimal.
    fn hexadecimal(&mut self) -> Result<Objet, PdfError> {
        let mut digits = Vec::new();
        loop {
            match self.next()? {
                b'>' => break,
                b if blank(b) => {}
                b => digits.push(char::from(b).to_digit(16).ok_or(ABIME)? as u8),
            }
        }
        let byte = |p: &[u8]| p[0] * 16 + p.get(1).copied().unwrap_or(0);
        Ok(Objet::Chaine(digits.chunks(2).map(byte).collect()))
    }
}
