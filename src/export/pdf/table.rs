//! Where the objects of a PDF stand (ISO 32000-1, 7.5): its cross-reference tables and streams, and object streams.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::objet::{Compteur, Lecteur, Objet, Table};
use super::{PdfError, flux};

/// Updates of one PDF, one after the other.
const MAX_MISES_A_JOUR: usize = 128;
/// Objects of one PDF.
const MAX_NUMERO: u64 = 8_000_000;
/// What one stream of objects or of references inflates to, and all of them together.
const MAX_FLUX: u64 = 32 << 20;
const MAX_TOUS: u64 = 96 << 20;

const TABLE: PdfError = PdfError::Abime("sa table des objets manque ou est fausse");

/// A PDF whose objects can be reached.
pub struct Pdf<'a> {
    octets: &'a [u8],
    places: BTreeMap<u32, Place>,
    racine: Option<Objet>,
    compteur: Rc<Compteur>,
    /// The streams of objects that were inflated, and how many bytes they may still take.
    ouverts: RefCell<(BTreeMap<u32, Rc<Ouvert>>, u64)>,
}

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    Octet(usize),
    Dans(u32),
    Libre,
}

/// A stream of objects: where each one starts.
struct Ouvert {
    octets: Vec<u8>,
    debuts: BTreeMap<u32, usize>,
}

impl<'a> Pdf<'a> {
    /// Finds the objects of a PDF.
    ///
    /// # Errors
    /// When it is no PDF, is cut, damaged, encrypted, or made to use up the memory.
    pub fn open(octets: &'a [u8]) -> Result<Self, PdfError> {
        let head = &octets[..octets.len().min(1024)];
        if !head.windows(5).any(|w| w == b"%PDF-") {
            return Err(PdfError::PasUnPdf);
        }
        let mut pdf = Self {
            octets,
            places: BTreeMap::new(),
            racine: None,
            compteur: Rc::default(),
            ouverts: RefCell::new((BTreeMap::new(), MAX_TOUS)),
        };
        let tail = octets.len().saturating_sub(2048);
        let at = octets[tail..]
            .windows(9)
            .rposition(|w| w == b"startxref")
            .ok_or(PdfError::Abime("sa fin manque"))?;
        let mut lecteur = Lecteur::new(octets, tail + at + 9, &pdf.compteur);
        let first = lecteur.number().ok_or(TABLE)?;
        let mut seen = BTreeSet::new();
        let mut todo = vec![first];
        while let Some(at) = todo.pop() {
            if !seen.insert(at) || seen.len() > MAX_MISES_A_JOUR {
                return Err(PdfError::Abime("ses mises à jour tournent en rond"));
            }
            let trailer = pdf.section(usize::try_from(at).map_err(|_| TABLE)?)?;
            if trailer.get("Encrypt").is_some() {
                return Err(PdfError::Chiffre);
            }
            if pdf.racine.is_none() {
                pdf.racine = trailer.get("Root").cloned();
            }
            // What a table leaves to a stream beside it comes before what an older table says.
            for cle in ["Prev", "XRefStm"] {
                todo.extend(trailer.entier(cle).and_then(|n| u64::try_from(n).ok()));
            }
        }
        Ok(pdf)
    }

    pub(super) fn racine(&self) -> Result<Objet, PdfError> {
        self.racine.clone().ok_or(TABLE)
    }

    /// Takes a place, unless a newer one is known.
    fn put(&mut self, numero: u64, place: Place) -> Result<(), PdfError> {
        if numero > MAX_NUMERO {
            return Err(PdfError::Demesure("le nombre d’objets"));
        }
        self.compteur.take()?;
        let numero = u32::try_from(numero).map_err(|_| TABLE)?;
        self.places.entry(numero).or_insert(place);
        Ok(())
    }

    /// Reads one table or stream of references, and gives its trailer.
    fn section(&mut self, at: usize) -> Result<Table, PdfError> {
        if at >= self.octets.len() {
            return Err(PdfError::Abime("sa fin manque"));
        }
        let octets = self.octets;
        let compteur = Rc::clone(&self.compteur);
        let mut lecteur = Lecteur::new(octets, at, &compteur);
        if !lecteur.keyword("xref") {
            return self.flux_de_references(at);
        }
        while !lecteur.keyword("trailer") {
            let (first, count) = lecteur.number().zip(lecteur.number()).ok_or(TABLE)?;
            for numero in first..first.saturating_add(count) {
                let place = lecteur.number().zip(lecteur.number()).ok_or(TABLE)?.0;
                let place = if lecteur.keyword("n") {
                    Place::Octet(usize::try_from(place).map_err(|_| TABLE)?)
                } else if lecteur.keyword("f") {
                    Place::Libre
                } else {
                    return Err(TABLE);
                };
                self.put(numero, place)?;
            }
        }
        match lecteur.objet()? {
            Objet::Table(table) => Ok(table),
            _ => Err(TABLE),
        }
    }

    fn flux_de_references(&mut self, at: usize) -> Result<Table, PdfError> {
        let (_, table, brut) = self.flux_a(at)?.ok_or(TABLE)?;
        let octets = flux::decode(&table, brut, MAX_FLUX)?;
        let widths = match table.get("W") {
            Some(Objet::Liste(liste)) => liste.clone(),
            _ => return Err(TABLE),
        };
        let width = |i: usize| match widths.get(i) {
            Some(Objet::Entier(n)) => usize::try_from(*n).ok().filter(|n| *n <= 8).ok_or(TABLE),
            _ => Err(TABLE),
        };
        let (w0, w1, w2) = (width(0)?, width(1)?, width(2)?);
        if w1 == 0 {
            return Err(TABLE);
        }
        let size = table.entier("Size").ok_or(TABLE)?;
        let index = match table.get("Index") {
            Some(Objet::Liste(liste)) => liste.clone(),
            _ => vec![Objet::Entier(0), Objet::Entier(size)],
        };
        let mut rows = octets.chunks_exact(w0 + w1 + w2);
        let value = |bytes: &[u8]| bytes.iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
        for pair in index.chunks(2) {
            let [Objet::Entier(first), Objet::Entier(count)] = pair else { return Err(TABLE) };
            let first = u64::try_from(*first).map_err(|_| TABLE)?;
            for i in 0..u64::try_from(*count).map_err(|_| TABLE)? {
                let row = rows.next().ok_or(TABLE)?;
                let kind = if w0 == 0 { 1 } else { value(&row[..w0]) };
                let field = value(&row[w0..w0 + w1]);
                let place = match kind {
                    1 => Place::Octet(usize::try_from(field).map_err(|_| TABLE)?),
                    2 => Place::Dans(u32::try_from(field).map_err(|_| TABLE)?),
                    _ => Place::Libre,
                };
                self.put(first.saturating_add(i), place)?;
            }
        }
        Ok(table)
    }

    /// The object that a reference leads to, or the object itself.
    pub(super) fn resolve(&self, objet: Objet) -> Result<Objet, PdfError> {
        let mut objet = objet;
        for _ in 0..16 {
            let Objet::Ref(numero) = objet else { return Ok(objet) };
            objet = match self.places.get(&numero) {
                None | Some(Place::Libre) => Objet::Nul,
                Some(Place::Octet(at)) => {
                    let mut lecteur = self.debut(*at, Some(numero))?;
                    let objet = lecteur.objet()?;
                    self.compteur.passed(lecteur.a.saturating_sub(*at))?;
                    objet
                }
                Some(Place::Dans(flux)) => {
                    let ouvert = self.ouvert(*flux)?;
                    let at = ouvert.debuts.get(&numero).ok_or(TABLE)?;
                    let mut lecteur = Lecteur::new(&ouvert.octets, *at, &self.compteur);
                    let objet = lecteur.objet()?;
                    self.compteur.passed(lecteur.a.saturating_sub(*at))?;
                    objet
                }
            };
        }
        Err(PdfError::Abime("ses objets tournent en rond"))
    }

    /// The place after « 12 0 obj ».
    fn debut(&self, at: usize, expected: Option<u32>) -> Result<Lecteur<'_>, PdfError> {
        let mut lecteur = Lecteur::new(self.octets, at, &self.compteur);
        let numero = lecteur.number().ok_or(TABLE)?;
        let head = lecteur.number().is_some() && lecteur.keyword("obj");
        if !head || expected.is_some_and(|n| u64::from(n) != numero) {
            return Err(TABLE);
        }
        Ok(lecteur)
    }

    /// The stream that starts there: its number, its dictionary, its bytes as they stand.
    #[expect(clippy::type_complexity, reason = "read once, at two places")]
    fn flux_a(&self, at: usize) -> Result<Option<(u64, Table, &'a [u8])>, PdfError> {
        let numero = Lecteur::new(self.octets, at, &self.compteur).number().ok_or(TABLE)?;
        let mut lecteur = self.debut(at, None)?;
        let Objet::Table(table) = lecteur.objet()? else { return Ok(None) };
        if !lecteur.keyword("stream") {
            return Ok(None);
        }
        let mut start = lecteur.a;
        if self.octets.get(start) == Some(&b'\r') {
            start += 1;
        }
        if self.octets.get(start) == Some(&b'\n') {
            start += 1;
        }
        let length = match table.get("Length") {
            Some(Objet::Entier(n)) => *n,
            // The length of what tells where objects stand is written in place.
            Some(objet @ Objet::Ref(_)) => match self.resolve(objet.clone())? {
                Objet::Entier(n) => n,
                _ => return Err(TABLE),
            },
            _ => return Err(TABLE),
        };
        let end = usize::try_from(length).ok().and_then(|n| start.checked_add(n)).ok_or(TABLE)?;
        let brut = self.octets.get(start..end).ok_or(PdfError::Abime("un contenu est coupé"))?;
        if !Lecteur::new(self.octets, end, &self.compteur).keyword("endstream") {
            return Err(PdfError::Abime("un contenu est coupé"));
        }
        Ok(Some((numero, table, brut)))
    }

    /// What the stream of that number holds, at most `max` bytes.
    pub(super) fn flux(&self, numero: u32, max: u64) -> Result<Vec<u8>, PdfError> {
        let Some(Place::Octet(at)) = self.places.get(&numero) else { return Err(TABLE) };
        match self.flux_a(*at)? {
            Some((n, table, brut)) if n == u64::from(numero) => flux::decode(&table, brut, max),
            _ => Err(TABLE),
        }
    }

    /// A stream of objects (7.5.7), inflated once.
    fn ouvert(&self, numero: u32) -> Result<Rc<Ouvert>, PdfError> {
        let (known, left) = {
            let ouverts = self.ouverts.borrow();
            (ouverts.0.get(&numero).cloned(), ouverts.1)
        };
        if let Some(known) = known {
            return Ok(known);
        }
        let Some(Place::Octet(at)) = self.places.get(&numero) else { return Err(TABLE) };
        let (_, table, brut) = self.flux_a(*at)?.ok_or(TABLE)?;
        let octets = flux::decode(&table, brut, MAX_FLUX.min(left))?;
        let number = |cle| table.entier(cle).and_then(|n| usize::try_from(n).ok()).ok_or(TABLE);
        let (count, first) = (number("N")?, number("First")?);
        let mut debuts = BTreeMap::new();
        let mut lecteur = Lecteur::new(&octets, 0, &self.compteur);
        for _ in 0..count {
            self.compteur.take()?;
            let (numero, at) = lecteur.number().zip(lecteur.number()).ok_or(TABLE)?;
            let at = usize::try_from(at).ok().and_then(|a| a.checked_add(first)).ok_or(TABLE)?;
            debuts.insert(u32::try_from(numero).map_err(|_| TABLE)?, at);
        }
        let left = left.saturating_sub(octets.len() as u64);
        let ouvert = Rc::new(Ouvert { octets, debuts });
        let mut ouverts = self.ouverts.borrow_mut();
        ouverts.0.insert(numero, Rc::clone(&ouvert));
        ouverts.1 = left;
        Ok(ouvert)
    }
}
